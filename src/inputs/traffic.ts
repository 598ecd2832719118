import { unwritableShare, type Means, type Side } from '../domain/traffic/shares.ts'
import { namesPair } from './common.ts'
import { type ErrorComparison, readComparison } from './comparison.ts'
import { type GateContext, type Gates, readProof } from './gates.ts'
import {
  list,
  listOf,
  minutes,
  oneOf,
  optionalMinutesOrNone,
  optionalText,
  quoted,
  stacks,
  WrongInput,
} from './parse.ts'
import { optionalProbe } from './probe.ts'
import type { InputReader } from './reader.ts'
import type { ManagedGroups } from '../domain/rollout/managed-groups.ts'
import type { Probe } from '../domain/rollout/probe.ts'

/** Two groups, and what divides traffic between them. */
export interface PairInputs {
  readonly pair: PairReference
  /** Undefined: the one that fits. */
  readonly means: Means | undefined
  /** ARNs of rules or listeners; empty: every one that forwards to either side. */
  readonly listenerRules: readonly string[]
  readonly record: string | undefined
  /** Name or id. */
  readonly hostedZone: string | undefined
  /** Identifiers of the records of both sides; undefined: those that can be told. */
  readonly identifiers: Readonly<Record<Side, string | undefined>>
}

/** Two groups between which a run shifts traffic. */
export interface TrafficInputs extends PairInputs {
  /** What is done with groups that an EKS managed node group owns. */
  readonly managedGroups: ManagedGroups
}

/** Two groups by their names, or two versions of a stack of Senza. */
export type PairReference =
  | { readonly kind: 'groups'; readonly blue: string; readonly green: string }
  | { readonly kind: 'stack'; readonly name: string; readonly versions: Readonly<Record<Side, string>> }

/** How traffic is shifted. */
export interface ShiftSettings extends Omit<Gates, 'checkpoints'> {
  /** Percent of the side that traffic goes to, ascending. */
  readonly steps: readonly number[]
  /** Undefined: the side that has no traffic. */
  readonly to: Side | undefined
  readonly keepSeconds: number
  readonly afterwards: 'zero' | 'keep'
  readonly instanceTimeoutSeconds: number
  readonly probe: Probe | undefined
  /** Undefined: the errors of both sides are not compared. */
  readonly comparison: ErrorComparison | undefined
}

/** Reads a shift; problems are left in the reader. */
export function readShift(
  reader: InputReader,
  { mode, ...context }: GateContext & { readonly mode: 'shift' | 'blue-green' | 'release' },
): ShiftSettings & TrafficInputs {
  const steps = reader.value('steps', ascendingShares)
  reader.rule(
    ['steps'],
    () => steps[0] !== 0 || mode !== 'shift',
    '`steps` begins with 0, which proves the new side without traffic: only `mode: blue-green` does that.',
  )
  reader.rule(
    ['steps'],
    () => mode !== 'blue-green' || steps.at(-1) === 100,
    `\`steps\` ends with ${steps.at(-1)}, but \`mode: blue-green\` moves all of the traffic: let it end with 100, or use \`mode: shift\`.`,
  )
  const traffic = readTraffic(reader)
  for (const share of steps) {
    const why = traffic.means === undefined ? undefined : unwritableShare(traffic.means, share)
    reader.rule(['steps', 'traffic'], () => why === undefined, `\`steps\` has ${share}, but ${why}.`)
  }
  const comparison = readComparison(reader)
  reader.rule(
    ['max-error-ratio', 'traffic'],
    () => comparison === undefined || traffic.means === undefined || COUNTED_MEANS.includes(traffic.means),
    `\`max-error-ratio\` compares requests that target groups of Application Load Balancers count: \`traffic: ${traffic.means}\` has none.`,
  )
  return {
    ...traffic,
    steps,
    comparison,
    to: reader.value('to', (text) => (text === '' ? undefined : oneOf<Side>('blue', 'green')(text))),
    keepSeconds: reader.value('keep', optionalMinutesOrNone(43_200)) ?? 0,
    afterwards: reader.value('afterwards', oneOf('zero', 'keep')),
    instanceTimeoutSeconds: reader.value('instance-timeout', minutes(1440)),
    probe: reader.value('probe', optionalProbe),
    ...readProof(reader, context),
  }
}

/** The pair of a mode that may be of one; undefined where none is named. */
export const readTrafficIfNamed = (reader: InputReader): TrafficInputs | undefined =>
  namesPair(reader) ? readTraffic(reader) : undefined

/** Those behind which target groups of Application Load Balancers may stand. */
const COUNTED_MEANS: readonly Means[] = ['alb', 'route53']

const MEANS = oneOf<Means>('alb', 'nlb', 'route53', 'classic')

function readTraffic(reader: InputReader): TrafficInputs {
  const means = reader.value('traffic', (text) => (text === '' ? undefined : MEANS(text)))
  const listenerRules = reader.value('listener-rules', listOf(LISTENER_ARN, 'ARNs of rules or listeners, one per line'))
  const record = reader.value('record', optionalText)
  const hostedZone = reader.value('hosted-zone', optionalText)
  const identifiers = {
    blue: reader.value('blue-identifier', optionalText),
    green: reader.value('green-identifier', optionalText),
  }
  reader.rule(
    ['listener-rules', 'traffic'],
    () => listenerRules.length === 0 || means === undefined || means === 'alb' || means === 'nlb',
    '`listener-rules` are of Application and Network Load Balancers: leave them out, or set `traffic` to `alb` or `nlb`.',
  )
  reader.rule(
    ['record', 'listener-rules'],
    () => record === undefined || listenerRules.length === 0,
    '`record` and `listener-rules` are two means of dividing traffic: give one of them.',
  )
  reader.rule(
    ['record', 'hosted-zone', 'blue-identifier', 'green-identifier', 'traffic'],
    () =>
      means === undefined ||
      means === 'route53' ||
      [record, hostedZone, identifiers.blue, identifiers.green].every((text) => text === undefined),
    '`record`, `hosted-zone`, `blue-identifier` and `green-identifier` are of Route 53: leave them out, or set `traffic: route53`.',
  )
  const managedGroups = reader.value('managed-groups', oneOf('warn', 'allow'))
  return { pair: readPair(reader), means, listenerRules, record, hostedZone, identifiers, managedGroups }
}

const LISTENER_ARN = /^arn:aws[a-z-]*:elasticloadbalancing:[\w-]+:\d{12}:listener(-rule)?\/(app|net)\/\S+$/

function readPair(reader: InputReader): PairReference {
  const blue = reader.value('blue', optionalText)
  const green = reader.value('green', optionalText)
  const versions = reader.value('versions', (text) => listOfWords(text))
  const references = reader.value('stacks', stacks)
  const byGroups = blue !== undefined || green !== undefined
  reader.rule(
    ['blue', 'green', 'versions', 'stacks'],
    () => byGroups || versions.length > 0,
    'A shift of traffic needs two groups: `blue` and `green`, or `stacks` with `versions`.',
  )
  reader.rule(
    ['blue', 'green', 'versions', 'stacks'],
    () => !byGroups || (versions.length === 0 && references.length === 0),
    'Two groups are named twice: give `blue` and `green`, or `stacks` with `versions`.',
  )
  reader.rule(
    ['blue', 'green'],
    () => !byGroups || (blue !== undefined && green !== undefined),
    `\`${blue === undefined ? 'blue' : 'green'}\` is missing: traffic is shifted between two groups.`,
  )
  reader.rule(
    ['blue', 'green'],
    () => blue === undefined || blue !== green,
    `\`blue\` and \`green\` are both \`${blue}\`: traffic is shifted between two groups.`,
  )
  reader.rule(
    ['versions', 'stacks'],
    () => byGroups || versions.length === 0 || (references.length === 1 && references[0]?.version === undefined),
    '`versions` are of one stack: give its name alone in `stacks`.',
  )
  reader.rule(
    ['versions'],
    () => versions.length === 0 || (versions.length === 2 && versions[0] !== versions[1]),
    `\`versions\` must be two, \`blue green\`, not ${quoted(versions)}.`,
  )
  const [first = '', second = ''] = versions
  return byGroups
    ? { kind: 'groups', blue: blue ?? '', green: green ?? '' }
    : { kind: 'stack', name: references[0]?.name ?? '', versions: { blue: first, green: second } }
}

function listOfWords(text: string): readonly string[] {
  const words = text.split(/[\s,]+/).filter((word) => word !== '')
  const wrong = words.filter((word) => !/^[a-zA-Z0-9]+$/.test(word))
  if (wrong.length === 0) return words
  throw new WrongInput(`must be versions of a stack, letters and digits, such as \`v1 v2\`; ${quoted(wrong)} is not`)
}

/** Percents, ascending; 0 only first. */
function ascendingShares(text: string): readonly number[] {
  const entries = list(text.replaceAll(/[ \t]+/g, '\n'))
  const shares = entries.map((entry) => {
    const [, digits] = /^(\d+(?:\.\d+)?)\s*%?$/.exec(entry) ?? []
    const share = Number(digits)
    if (digits !== undefined && share <= 100) return share
    throw new WrongInput(`must be percents from 0 to 100, one per line; ${quoted([entry])} is not`)
  })
  const falling = entries.filter((_, index) => index > 0 && (shares[index] ?? 0) <= (shares[index - 1] ?? 0))
  if (falling.length > 0)
    throw new WrongInput(`must ascend from line to line; ${quoted(falling)} ${falling.length > 1 ? 'do' : 'does'} not`)
  if (shares.at(-1) === 0) throw new WrongInput('must end with a share of the traffic, such as `100`')
  return shares
}
