/** The dispatch form of a catalogue: a workflow whose choices are its services and environments. */
import { stringify } from 'yaml'

import type { Catalogue, CatalogueEnvironment } from '../../domain/catalogue/catalogue.ts'
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
  const actions = offeredModes(catalogue)
  const environments = [...catalogue.environments].filter(([name]) =>
    services.some((service) => catalogue.services.get(service)?.in.has(name)),
  )
  if (environments.length === 0)
    throw new UserError({
      what: `${path} has no service in any environment, so a form would have nothing to choose.`,
      remedy: 'Add `in` to a service.',
    })
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
          image: text('For patch-image and patch-docker: the image, or the Docker tag or reference'),
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

/** The modes that change something and that some service may be given somewhere, in the order of the README. */
function offeredModes(catalogue: Catalogue): readonly Mode[] {
  const placements = [...catalogue.services].flatMap(([service, { in: places }]) =>
    [...places].map(([environment, placement]) => ({ service, environment, placement })),
  )
  return (Object.keys(modes) as Mode[]).filter(
    (mode) =>
      modes[mode].changes &&
      // They are of two groups, which a form with services does not name.
      mode !== 'shift' &&
      mode !== 'blue-green' &&
      // It is about all groups, and works by itself.
      mode !== 'janitor' &&
      placements.some(
        ({ service, environment, placement }) =>
          (mode !== 'redeploy-bastion' || placement.bastion !== undefined) &&
          (isAlwaysAllowed(mode) || isAllowed(catalogue, { service, environment, mode })),
      ),
  )
}

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
  const table = JSON.stringify(Object.fromEntries(approved)).replaceAll("'", "''")
  return { 'github-environment': `\${{ fromJSON('${table}')[inputs.environment] }}` }
}
