import type { RecordSinks } from '../domain/record-sinks.ts'
import type { Environment } from '../platform/runner.ts'
import { readAuditSinks } from './audit-sinks.ts'
import { declaredInputs } from './declared.ts'
import { type GitHubInputs, readGitHub } from './github.ts'
import { modes, usedInputs, type Mode } from './modes.ts'
import { type NotifyInputs, readNotify } from './notify.ts'
import { type PlanInputs, readPlanInputs } from './plan/inputs.ts'
import { boolean, integer, list, listOf, minutes, optionalText, quoted, stacks, tags } from './parse.ts'
import type { InputReader } from './reader.ts'
import { htmlPath } from './report-html.ts'
import { defaultSessionName, optionalRole, optionalSessionName, partitionOf, type Role } from './role.ts'

/** What every mode is told. */
export interface CommonInputs extends PlanInputs {
  /** One, except for modes that only look. */
  readonly regions: readonly string[]
  readonly credentials: CredentialInputs
  /** Empty: any account will do. */
  readonly allowedAccountIds: readonly string[]
  readonly dryRun: boolean
  readonly selectors: Selectors
  /** For the whole run. */
  readonly timeoutSeconds: number
  /** Where the record of the run is sent; undefined: nowhere. */
  readonly auditSinks?: RecordSinks | undefined
  /** What is written on GitHub; undefined: nothing. */
  readonly github?: GitHubInputs | undefined
  /** File for the report of the run, from the workspace; undefined: none is written. */
  readonly reportHtml?: string | undefined
  /** Who is told of the run; undefined: nobody. */
  readonly notify?: NotifyInputs | undefined
  /** Sentences about inputs that were given but have no effect. */
  readonly warnings: readonly string[]
  /** Sentences about inputs that were passed empty, for which their default stands. */
  readonly notes: readonly string[]
}

export interface CredentialInputs {
  /** Undefined: the ambient credentials are used. */
  readonly role: Role | undefined
  readonly sessionName: string
  readonly durationSeconds: number
  /** Undefined: what AWS expects in the role's partition. */
  readonly audience: string | undefined
  /** The workflow that the role trusts, where a catalogue says it. */
  readonly workflow?: string | undefined
}

/**
 * Entries of one list are alternatives, but all of `tags` must match. A group must match in every list that is not empty, or, where
 * they come from a catalogue, in any.
 */
export interface Selectors {
  readonly lists?: 'any'
  readonly groups: readonly string[]
  readonly stacks: readonly { readonly name: string; readonly version: string | undefined }[]
  readonly tags: readonly { readonly key: string; readonly value: string }[]
}

export interface InputContext {
  readonly environment: Pick<Environment, 'awsRegion' | 'runId'>
  /** Undefined where the input names none. */
  readonly mode: Mode | undefined
  /** They stand where the inputs name no group. */
  readonly selectors?: Selectors | undefined
}

/** Reads what every mode takes and checks it as a whole; problems are left in the reader. */
export function readCommon(reader: InputReader, { environment, mode, selectors: usual }: InputContext): CommonInputs {
  const regions = reader.value('aws-region', regionList)
  const role = reader.value('role-to-assume', optionalRole)
  const allowedAccountIds = reader.value('allowed-account-ids', listOf(/^\d{12}$/, 'account ids of 12 digits'))
  const groups = reader.value('auto-scaling-groups', list)
  const stackList = reader.value('stacks', stacks)
  const tagList = reader.value('tags', tags)
  const [region] = regions
  const given = { groups, stacks: stackList, tags: tagList }
  const selectors = usual !== undefined && namesNothing(given) ? usual : given
  reader.rule(
    ['aws-region'],
    // A catalogue can be read without an account.
    () => region !== undefined || (mode === 'catalogue' && role === undefined),
    '`aws-region` is missing and neither `AWS_REGION` nor `AWS_DEFAULT_REGION` is set.',
  )
  reader.rule(
    ['aws-region'],
    () => regions.length < 2 || mode === undefined || (modes[mode].regions as string) === 'several',
    `\`aws-region\` must be one region with \`mode: ${mode}\`, not ${quoted(regions)}.`,
  )
  reader.rule(
    ['aws-region', 'role-to-assume'],
    () => role === undefined || region === undefined || role.partition === (partitionOf(region) ?? role.partition),
    `\`role-to-assume\` is a role of the partition \`${role?.partition}\`, but \`aws-region\` \`${region}\` belongs to another.`,
  )
  reader.rule(
    ['role-to-assume', 'allowed-account-ids'],
    () => role === undefined || allowedAccountIds.length === 0 || allowedAccountIds.includes(role.account),
    `\`role-to-assume\` is a role of the account ${role?.account}, which \`allowed-account-ids\` does not hold.`,
  )
  reader.rule(
    ['auto-scaling-groups', 'stacks', 'tags'],
    () => mode === undefined || !modes[mode].changes || namesOtherwise(reader, mode) || !namesNothing(selectors),
    `\`mode: ${mode}\` needs at least one of \`auto-scaling-groups\`, \`stacks\` and \`tags\`, or \`service\` with a catalogue; all groups of a region are \`auto-scaling-groups: '*'\`.`,
  )
  // Its default is a run that changes things: what was meant is not known.
  reader.rule(
    ['dry-run'],
    () => !reader.empty.includes('dry-run'),
    '`dry-run` is empty, as from an expression without a value (`inputs` have none in a scheduled run), but must be `true` or `false`: with `${{ inputs.dry-run || false }}` such a run changes things.',
  )
  const dryRun = reader.value('dry-run', boolean)
  return {
    regions,
    credentials: {
      role,
      sessionName: reader.value('role-session-name', optionalSessionName) ?? defaultSessionName(environment.runId),
      durationSeconds: reader.value('role-duration-seconds', integer({ from: 900, to: 43_200 })),
      audience: reader.value('audience', optionalText),
    },
    allowedAccountIds,
    dryRun,
    ...readPlanInputs(reader, { mode, dryRun }),
    selectors,
    timeoutSeconds: reader.value('timeout', minutes(7200)),
    auditSinks: readAuditSinks(reader),
    reportHtml: reader.value('report-html', htmlPath),
    github: readGitHub(reader),
    notify: readNotify(reader),
    warnings: mode === undefined ? [] : idleInputs(reader, mode),
    notes: mode === undefined ? [] : emptyInputs(reader, mode),
  }
}

const namesNothing = ({ groups, stacks: references, tags: pairs }: Selectors): boolean =>
  [groups, references, pairs].every(({ length }) => length === 0)

/** A mode that is about a bastion or a shift of traffic, or may be, needs no other group. */
const namesOtherwise = ({ set }: InputReader, mode: Mode): boolean =>
  mode === 'redeploy-bastion' ||
  // Without `heal` nothing is changed, and every group is looked at.
  (mode === 'janitor' && !set.includes('heal')) ||
  mode === 'shift' ||
  mode === 'blue-green' ||
  (mode === 'restore' && set.some((name) => name === 'bastion' || name === 'elastic-ip')) ||
  ((mode === 'release' || mode === 'rollback') && namesPair({ set }))

/** Whether two groups are named between which traffic is shifted. */
export const namesPair = ({ set }: Pick<InputReader, 'set'>): boolean =>
  set.some((name) => name === 'blue' || name === 'green' || name === 'versions')

const regionList = listOf(/^[a-z]{2,6}(-[a-z]+)+-\d{1,2}$/, 'a region such as `eu-central-1`')

function idleInputs(reader: InputReader, mode: Mode): readonly string[] {
  const isOfPair = namesPair(reader)
  const used: readonly string[] = usedInputs(mode, isOfPair)
  const isWithoutPlan = !reader.set.some((name) => name === 'plan-file' || name === 'apply')
  return reader.set.flatMap((name) => {
    if (!used.includes(name))
      return [`\`${name}\` has no effect with \`mode: ${mode}\`${ofWhat(name, mode, isOfPair)}.`]
    if ((name === 'heal-standby' || name === 'heal-sources') && !reader.set.includes('heal'))
      return [`\`${name}\` has no effect without \`heal\`.`]
    return name === 'plan-expires' && isWithoutPlan ? ['`plan-expires` has no effect without `plan-file`.'] : []
  })
}

/** Where the mode knows the input, but not for what this run is of. */
function ofWhat(name: string, mode: Mode, isOfPair: boolean): string {
  if (!(modes[mode].uses as readonly string[]).includes(name)) return ''
  return isOfPair ? ' of two groups' : ' without two groups'
}

/** A reusable workflow passes its own inputs on, also those that it was not given: that deserves no annotation. */
function emptyInputs(reader: InputReader, mode: Mode): readonly string[] {
  const used: readonly string[] = modes[mode].uses
  return reader.empty
    .filter((name) => used.includes(name))
    .map((name) => `\`${name}\` was passed empty: its default \`${declaredInputs[name]}\` is used.`)
}
