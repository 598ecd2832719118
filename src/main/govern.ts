/** How a catalogue governs a run: what it gives to the inputs, and what it refuses before anything is asked of AWS. */
import { effectiveRules, largest } from '../domain/catalogue/effective-rules.ts'
import type { Placement, PlacementTraffic } from '../domain/catalogue/catalogue.ts'
import type { AppliedIn } from '../domain/catalogue/finding.ts'
import { findEnvironment } from '../domain/catalogue/find-environment.ts'
import { mayAlwaysBegin } from '../domain/catalogue/modes.ts'
import { UserError } from '../errors.ts'
import { declaredInputs, type InputName } from '../inputs/declared.ts'
import type { Inputs, Selectors } from '../inputs/inputs.ts'
import { isMode, type Mode, modes } from '../inputs/modes.ts'
import { hint } from '../inputs/parse.ts'
import { type Governance, refuseRequest } from '../modes/governance.ts'
import type { Environment, Runner } from '../platform/runner.ts'
import type { Report, RunResult } from '../report/events.ts'
import type { OpenedCatalogue } from './open-catalogue.ts'
import type { Platform } from './platform.ts'

/** A run under a catalogue, before its inputs are read. */
export interface GovernedRun extends Pick<Governance, 'catalogue' | 'service'> {
  readonly path: string
  /** Undefined while the account must be known first. */
  readonly environment: string | undefined
  /** What the catalogue gives to inputs that were not given. */
  readonly texts: Readonly<Partial<Record<InputName, string>>>
  /** The groups of the service; undefined where none was named. */
  readonly selectors: Selectors | undefined
}

/** Why what was given cannot be meant; nothing was changed. */
const wrong = (what: string, remedy: string): UserError =>
  new UserError({ what, remedy: `Nothing was changed. ${remedy}` })

/** Finds the service and the environment that are meant; UserError for names that the catalogue does not have. */
export function govern(
  { path, catalogue }: Pick<OpenedCatalogue, 'path' | 'catalogue'>,
  { input, environment: machine }: Runner,
): GovernedRun {
  const names = {
    service: known('service', input('service'), [...catalogue.services.keys()]),
    environment: known('environment', input('environment'), [...catalogue.environments.keys()]),
  }
  const { service } = names
  const places = service === undefined ? undefined : catalogue.services.get(service)?.in
  if (names.environment !== undefined && places !== undefined && !places.has(names.environment))
    throw wrong(
      `The service ${service} of the catalogue is not in ${names.environment}.`,
      `Set \`environment\` to one of ${[...places.keys()].join(', ')}.`,
    )
  const mode = input('mode')
  const regions = (input('aws-region') || machine.awsRegion).split(/[\s,]+/).filter((text) => text !== '')
  const account = /^arn:[^:]+:iam::(\d{12}):/.exec(input('role-to-assume'))?.[1]
  const found = findEnvironment(catalogue, { ...names, account, regions })
  if (found.kind === 'wrong' && !mayAlwaysBegin(mode))
    throw wrong(`This run cannot begin: ${found.what}.`, found.remedy)
  const environment = found.kind === 'found' ? found.environment : undefined
  const governed = { path, catalogue, service, environment }
  if (environment === undefined) return { ...governed, texts: {}, selectors: undefined }
  refuseOtherRole(governed, { role: input('role-to-assume'), account })
  refuseOtherRegion(governed, regions)
  const placement = places?.get(environment)
  return {
    ...governed,
    texts: isMode(mode) ? textsFor(governed, { mode, input, placement, machine }) : {},
    selectors: placement && { lists: 'any', ...placement.selectors },
  }
}

function known(kind: string, name: string, names: readonly string[]): string | undefined {
  if (name === '' || names.includes(name)) return name || undefined
  const near = hint(name, names)
  throw wrong(
    `\`${kind}\` is ${name}, which the catalogue does not have${near}.`,
    near === '' ? `It has ${names.join(', ')}.` : 'Correct it.',
  )
}

type Place = Pick<GovernedRun, 'catalogue' | 'environment'>

/** A role of another environment would be governed by the rules of this one. */
function refuseOtherRole(
  { catalogue, environment = '' }: Place,
  { role, account }: { readonly role: string; readonly account: string | undefined },
): void {
  const declared = catalogue.environments.get(environment)
  if (declared === undefined || role === '') return
  if (declared.role !== undefined && declared.role !== role)
    throw wrong(
      `\`role-to-assume\` is ${role}, and the catalogue declares ${declared.role} for ${environment}.`,
      'Leave `role-to-assume` out, or correct one of them.',
    )
  if (account !== undefined && account !== declared.account)
    throw wrong(
      `\`role-to-assume\` is a role of the account ${account}, and ${environment} is the account ${declared.account}.`,
      'Correct `role-to-assume` or `environment`.',
    )
}

function refuseOtherRegion({ catalogue, environment = '' }: Place, regions: readonly string[]): void {
  const declared: readonly string[] = catalogue.environments.get(environment)?.regions ?? regions
  const elsewhere = regions.filter((region) => !declared.includes(region))
  if (elsewhere.length > 0)
    throw wrong(
      `The catalogue declares ${environment} in ${declared.join(', ')}, not in ${elsewhere.join(', ')}.`,
      'Correct `aws-region` or the catalogue.',
    )
}

interface Wanted {
  readonly mode: Mode
  readonly input: Runner['input']
  readonly placement: Placement | undefined
  readonly machine: Pick<Environment, 'isTerminal'>
}

function textsFor(
  governed: Place & Pick<GovernedRun, 'service'>,
  { mode, input, placement, machine }: Wanted,
): GovernedRun['texts'] {
  const { catalogue, environment = '', service } = governed
  const declared = catalogue.environments.get(environment)
  const uses: readonly InputName[] = modes[mode].uses
  const rules = effectiveRules(catalogue, { environment, service })
  const isNamed = ['auto-scaling-groups', 'stacks', 'tags', 'bastion', 'elastic-ip'].some((name) => input(name) !== '')
  const isDoubled = mode === 'scale-up-patch' || mode === 'rollback' || input('rollout') === 'scale-up-patch'
  const [surge, ...others] = isDoubled && !/^true$/i.test(input('dark')) ? rules.maxSurge : []
  const pair = isPairMeant(mode, input) ? placement?.traffic : undefined
  const [checkpoints] = rules.checkpoints
  const bake = largest(rules.bake)
  const alarms = new Set(rules.alarms.flatMap(({ value }) => value))
  const texts: Partial<Record<InputName, string | undefined>> = {
    // Whoever uses a terminal has credentials already; their account must be that of the environment.
    'role-to-assume': machine.isTerminal ? undefined : declared?.role,
    'aws-region': declared?.regions.join('\n'),
    bastion: isNamed ? undefined : placement?.bastion,
    ...(service !== undefined && {
      surge: others.length === 0 && surge !== undefined ? amountText(surge.value) : undefined,
      checkpoints: checkpoints?.value.map(amountText).join('\n'),
      bake: bake === undefined ? undefined : String(bake.value),
      alarms: alarms.size === 0 ? undefined : [...alarms].join('\n'),
      ...(pair && trafficTexts(pair, input)),
    }),
  }
  return Object.fromEntries(
    Object.entries(texts).filter(
      ([name, text]) => text !== undefined && uses.includes(name as InputName) && !isGiven(name as InputName, input),
    ),
  )
}

/** `release` and `rollback` are of a shift only where the run names its groups. */
const isPairMeant = (mode: Mode, input: Runner['input']): boolean =>
  mode === 'shift' || mode === 'blue-green' || ['blue', 'green', 'versions'].some((name) => input(name) !== '')

/** What the catalogue declares of a shift, as inputs: the two groups unless the run names its own in the other way. */
function trafficTexts(
  { pair, means, listenerRules, record, hostedZone, identifiers, steps, keep, afterwards }: PlacementTraffic,
  input: Runner['input'],
): Readonly<Partial<Record<InputName, string | undefined>>> {
  const others = pair.kind === 'groups' ? ['stacks', 'versions'] : ['blue', 'green']
  return {
    ...(others.every((name) => input(name) === '') &&
      (pair.kind === 'groups'
        ? { blue: pair.blue, green: pair.green }
        : { stacks: pair.stack, versions: `${pair.versions.blue} ${pair.versions.green}` })),
    traffic: means,
    'listener-rules': listenerRules.length === 0 ? undefined : listenerRules.join('\n'),
    record,
    'hosted-zone': hostedZone,
    'blue-identifier': identifiers.blue,
    'green-identifier': identifiers.green,
    steps: steps.length === 0 ? undefined : steps.map(String).join('\n'),
    keep: keep === undefined ? undefined : String(keep),
    afterwards,
  }
}

const amountText = ({ kind, value }: { readonly kind: 'count' | 'percent'; readonly value: number }): string =>
  `${value}${kind === 'percent' ? '%' : ''}`

/** Whether the workflow says more than the default, which the runner hands over as if it were given. */
const isGiven = (name: InputName, input: Runner['input']): boolean =>
  input(name) !== '' && input(name) !== declaredInputs[name]

/** The runner with what the catalogue gives: nothing that the workflow has given. */
export const withTexts = (runner: Runner, texts: Readonly<Record<string, string>>): Runner => ({
  ...runner,
  input: (name) => (Object.hasOwn(texts, name) ? (texts[name] ?? '') : runner.input(name)),
})

/**
 * What the run asks of the catalogue, and what that refuses without AWS. UserError with all refusals; what was lifted or would
 * be refused in another run is reported.
 */
export function beginGoverned(
  {
    runner,
    clock,
    report,
    applied,
  }: Pick<Platform, 'runner' | 'clock'> & { readonly report: Report; readonly applied: AppliedIn | undefined },
  inputs: Inputs,
  governed: GovernedRun,
): Governance {
  const { ref, defaultBranch, actor, triggeringActor } = runner.workflowContext()
  const governance: Governance = {
    path: governed.path,
    catalogue: governed.catalogue,
    account: undefined,
    environment: governed.environment,
    service: governed.service,
    connectTo: noConnection,
    claimed: new Map(),
    overdue: new Set(),
    told: new Set(),
    request: {
      mode: inputs.mode,
      now: clock.now() / 1000,
      ref,
      defaultBranch: defaultBranch || undefined,
      actors: [...new Set([actor, triggeringActor])].filter((login) => login !== ''),
      dryRun: inputs.dryRun,
      breakGlass: runner.input('break-glass') || undefined,
      applied,
    },
  }
  refuseRequest(governance, report)
  return governance
}

const noConnection = (): Promise<never> => {
  throw new Error('Nothing is connected to before the credentials of the run are known.')
}

/** What AWS has said. */
export interface Confirmation extends Pick<Governance, 'connectTo'> {
  /** 12 digits. */
  readonly account: string
  readonly regions: readonly string[]
  /** Seconds since the Unix epoch. */
  readonly now: number
  readonly report: Report
}

/** The same once AWS has said whose the credentials are, by AWS's clock. UserError where they belong elsewhere. */
export function confirmGoverned(
  governance: Governance,
  { account, regions, now, report, connectTo }: Confirmation,
): Governance {
  const { catalogue, service, request } = governance
  const found = findEnvironment(catalogue, { environment: governance.environment, service, account, regions })
  if (found.kind !== 'found') {
    if (mayAlwaysBegin(request.mode) || found.kind === 'open') return { ...governance, connectTo, account }
    throw wrong(`This run cannot begin: ${found.what}.`, found.remedy)
  }
  const { environment } = found
  const declared = catalogue.environments.get(environment)
  if (declared !== undefined && declared.account !== account)
    throw wrong(
      `The credentials belong to the account ${account}, and ${environment} of the catalogue is the account ${declared.account}.`,
      'Use credentials of that account, or correct `environment`.',
    )
  refuseOtherRegion({ catalogue, environment }, regions)
  const confirmed = { ...governance, connectTo, account, environment, request: { ...request, now } }
  refuseRequest(confirmed, report)
  return confirmed
}

/** The result of a run that reads the file alone. */
export const reviewOfFile = ({
  path,
  catalogue: { environments, services },
}: Pick<OpenedCatalogue, 'path' | 'catalogue'>): RunResult => ({
  kind: 'catalogue',
  review: { path, environments: [...environments.keys()], services: [...services.keys()], listing: undefined },
})
