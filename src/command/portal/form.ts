/** The dispatch form of a catalogue: a workflow whose choices are its services and environments. */
import { stringify } from 'yaml'

import type { Catalogue, CatalogueEnvironment, Placement, PlacementTraffic } from '../../domain/catalogue/catalogue.ts'
import { effectiveRules } from '../../domain/catalogue/effective-rules.ts'
import { isAlwaysAllowed, meansMode } from '../../domain/catalogue/modes.ts'
import { modes, type Mode } from '../../inputs/modes.ts'
import { UserError } from '../../errors.ts'

export interface FormOptions {
  readonly catalogue: Catalogue
  /** Of the catalogue, from the top of the repository. */
  readonly path: string
  /** Of Fleet Patch: `1.0.0`. */
  readonly version: string
}

/** The text of the workflow. UserError where the catalogue offers nothing to choose. */
export function portalForm({ catalogue, path, version }: FormOptions): string {
  const services = [...catalogue.services.keys()]
  const actions = offeredActions(catalogue)
  const environments = [...catalogue.environments].filter(([name]) =>
    services.some((service) => catalogue.services.get(service)?.in.has(name)),
  )
  if (environments.length === 0)
    throw new UserError({
      what: `${path} has no service in any environment, so a form would have nothing to choose.`,
      remedy: 'Add `in` to a service.',
    })
  const colours = coloursOf(catalogue)
  const form = {
    name: 'Fleet Patch portal',
    'run-name': '${{ inputs.action }} ${{ inputs.service }} in ${{ inputs.environment }}: ${{ inputs.reason }}',
    on: {
      workflow_dispatch: {
        inputs: {
          service: choice('What to act on', services),
          environment: choice(
            'Where',
            environments.map(([name]) => name),
          ),
          action: choice('What to do', actions),
          image: text(
            `For patch-image${actions.includes('blue-green') ? ', patch-docker and blue-green' : ' and patch-docker'}: the image, or the Docker tag or reference`,
          ),
          ...(colours.size > 0 && {
            to: {
              ...choice('For shift and blue-green: the side that traffic goes to', ['idle side', 'blue', 'green']),
              default: 'idle side',
            },
          }),
          reason: { ...text('Why; it is in the name of the run'), required: true },
          'break-glass': toggle('Let windows, freezes and locks not hold, for this reason', false),
          'dry-run': toggle('Only show what would happen', true),
        },
      },
    },
    permissions: {},
    jobs: {
      act: {
        permissions: { contents: 'read', 'id-token': 'write' },
        uses: `fleet-patch/fleet-patch/.github/workflows/emergency.yml@v${version}`,
        with: {
          service: '${{ inputs.service }}',
          environment: '${{ inputs.environment }}',
          action: '${{ inputs.action }}',
          image: '${{ inputs.image }}',
          ...(colours.size > 0 && { to: '${{ inputs.to }}', ...namedIn(colours) }),
          reason: '${{ inputs.reason }}',
          'break-glass': '${{ inputs.break-glass }}',
          'dry-run': '${{ inputs.dry-run }}',
          catalogue: path,
          ...approvedIn(environments),
        },
      },
    },
  }
  return `# Written by \`npx fleet-patch portal --write\` from ${path}: change that, and write it anew.\n${stringify(form, { lineWidth: 0, singleQuote: true, aliasDuplicateObjects: false })}`
}

const choice = (description: string, options: readonly string[]) => ({
  description,
  type: 'choice',
  required: true,
  options,
})

const text = (description: string) => ({ description, type: 'string' })

const toggle = (description: string, standard: boolean) => ({ description, type: 'boolean', default: standard })

/**
 * The modes that change something and that some service may be given somewhere, in the order of the README; then what takes back and
 * ends a shift of traffic.
 */
function offeredActions(catalogue: Catalogue): readonly string[] {
  const placements = placementsOf(catalogue)
  const isOffered = (mode: Mode, isMeant: (placement: Placement) => boolean): boolean =>
    placements.some(
      ({ service, environment, placement }) =>
        isMeant(placement) && (isAlwaysAllowed(mode) || isAllowed(catalogue, { service, environment, mode })),
    )
  const isShifted = ({ traffic }: Placement): boolean => traffic !== undefined
  const offered = (Object.keys(modes) as Mode[]).filter(
    (mode) =>
      modes[mode].changes &&
      // It is about all groups, and works by itself.
      mode !== 'janitor' &&
      isOffered(mode, (placement) => {
        if (mode === 'redeploy-bastion') return placement.bastion !== undefined
        return (mode !== 'shift' && mode !== 'blue-green') || isShifted(placement)
      }),
  )
  return [
    ...offered,
    ...(['rollback', 'release'] as const).flatMap((mode) => (isOffered(mode, isShifted) ? `${mode}-traffic` : [])),
  ]
}

const placementsOf = (catalogue: Catalogue) =>
  [...catalogue.services].flatMap(([service, { in: places }]) =>
    [...places].map(([environment, placement]) => ({ service, environment, placement })),
  )

/** The two sides of each service that declares some, by `service in environment`. */
const coloursOf = (catalogue: Catalogue): ReadonlyMap<string, PlacementTraffic['pair']> =>
  new Map(
    placementsOf(catalogue).flatMap(({ service, environment, placement: { traffic } }) =>
      traffic === undefined ? [] : [[`${service} in ${environment}`, traffic.pair] as const],
    ),
  )

/** The names of both sides, as inputs of the workflow that is called. */
function namedIn(colours: ReturnType<typeof coloursOf>): Readonly<Record<'blue' | 'green' | 'versions', string>> {
  const chosen = (input: 'blue' | 'green' | 'versions'): string => {
    const entries = [...colours].flatMap(([place, pair]) => {
      if (pair.kind === 'groups') return input === 'versions' ? [] : [[place, pair[input]] as const]
      return input === 'versions' ? [[place, `${pair.versions.blue} ${pair.versions.green}`] as const] : []
    })
    return lookedUp(entries, "format('{0} in {1}', inputs.service, inputs.environment)")
  }
  return { blue: chosen('blue'), green: chosen('green'), versions: chosen('versions') }
}

/** An expression that looks up what is chosen; empty where it is not there. */
const lookedUp = (entries: readonly (readonly [key: string, text: string])[], chosen: string): string =>
  `\${{ fromJSON('${JSON.stringify(Object.fromEntries(entries)).replaceAll("'", "''")}')[${chosen}] }}`

function isAllowed(
  catalogue: Catalogue,
  { service, environment, mode }: { readonly service: string; readonly environment: string; readonly mode: Mode },
): boolean {
  if (catalogue.environments.get(environment)?.protected.includes(mode) === true) return false
  return effectiveRules(catalogue, { environment, service }).modes.every(({ value }) => meansMode(value, mode))
}

/** The environment of GitHub whose reviewers approve, by that of the catalogue; nothing where there is none. */
function approvedIn(environments: readonly (readonly [name: string, CatalogueEnvironment])[]): {
  readonly 'github-environment'?: string
} {
  const approved = environments.flatMap(([name, { githubEnvironment }]) =>
    githubEnvironment === undefined ? [] : [[name, githubEnvironment] as const],
  )
  if (approved.length === 0) return {}
  return { 'github-environment': lookedUp(approved, 'inputs.environment') }
}
