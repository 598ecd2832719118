import type { InputName } from './declared.ts'

/** Where the record of what a run changes is kept. */
const records = ['audit-path', 'audit-bus', 'audit-log-group', 'audit-bucket'] as const satisfies readonly InputName[]

const notifications = ['notify-webhook', 'notify-sns'] as const satisfies readonly InputName[]

/** Inputs of runs that change something. */
const changing: readonly InputName[] = ['break-glass', ...records, 'pull-request-comment', 'deployment']

const common = [
  'mode',
  'aws-region',
  'role-to-assume',
  'role-session-name',
  'role-duration-seconds',
  'audience',
  'allowed-account-ids',
  'auto-scaling-groups',
  'stacks',
  'tags',
  'catalogue',
  'service',
  'environment',
  'break-glass',
  'report-html',
  ...records,
  'github-token',
  'pull-request-comment',
  'deployment',
  ...notifications,
  'timeout',
  'dry-run',
] as const satisfies readonly InputName[]

/** A plan of what is changed, and what carries it out. */
const plans = ['plan-file', 'plan-expires', 'apply', 'plan-digest'] as const satisfies readonly InputName[]

const rolls = [
  'surge',
  'max-unavailable',
  'max-leaving',
  'scaling',
  'force',
  'instance-timeout',
  'warmup',
  'probe',
  'max-failures',
  'on-failure',
  'protected-instances',
  'standby-instances',
  'managed-groups',
] as const satisfies readonly InputName[]

const gates = [
  'checkpoints',
  'bake',
  'bake-at-end',
  'promote',
  'alarms',
  'alarms-at-start',
  'alarms-without-data',
  'on-gate-failure',
] as const satisfies readonly InputName[]

const waves = ['order', 'group-bake', 'max-groups', 'max-failed-groups'] as const satisfies readonly InputName[]

const patches = ['instance-type', 'migrate-to-launch-template', 'rollout'] as const satisfies readonly InputName[]

const images = ['image', 'image-owners'] as const satisfies readonly InputName[]

const dockerInputs = ['docker-image', 'allow-other-repository', 'user-data'] as const satisfies readonly InputName[]

export interface ModeDeclaration {
  /** The inputs that mean something to the mode; any other that is set earns a warning. */
  readonly uses: readonly InputName[]
  /** A mode that changes groups must be told which. */
  readonly changes: boolean
  readonly regions: 'one' | 'several'
}

const releases = [
  ...rolls.filter((name) => name !== 'surge' && name !== 'force' && name !== 'scaling'),
  ...waves,
  ...gates,
]

const darkness = ['dark', 'release-after'] as const satisfies readonly InputName[]

const scalesUp = [...rolls.filter((name) => name !== 'max-unavailable'), ...darkness]

/** An audit is over in minutes: `timeout` is for those that wait. */
const audits = [
  ...common.filter((name) => name !== 'timeout' && !changing.includes(name)),
  'tracking-issue',
  ...images,
  'max-days-behind',
  'max-image-age-days',
  'report-rows',
  'report-path',
] as const satisfies readonly InputName[]

/** What names groups means nothing to a mode that is about one instance. */
const single = common.filter((name) => name !== 'auto-scaling-groups' && name !== 'stacks' && name !== 'tags')

const bastions = [
  'bastion',
  'elastic-ip',
  'subnets',
  'ssh-port',
  'ssh-timeout',
  'probe-address',
  'keep-old-minutes',
  'lift-termination-protection',
] as const satisfies readonly InputName[]

/** It reads a file, and lists groups. */
const catalogues = common.filter(
  (name) =>
    !changing.includes(name) &&
    ![
      'auto-scaling-groups',
      'stacks',
      'tags',
      'service',
      'github-token',
      'notify-webhook',
      'notify-sns',
      'timeout',
      'dry-run',
    ].includes(name),
)

/** What names two groups, and what divides traffic between them. */
const pairs = [
  'blue',
  'green',
  'traffic',
  'listener-rules',
  'record',
  'hosted-zone',
  'blue-identifier',
  'green-identifier',
  'versions',
  'managed-groups',
] as const satisfies readonly InputName[]

/** A shift names its groups by their sides, or by a stack of Senza. */
const paired = common.filter((name) => name !== 'auto-scaling-groups' && name !== 'tags')

const shifts = [
  ...pairs,
  'steps',
  'to',
  ...gates.filter((name) => name !== 'checkpoints'),
  'max-error-ratio',
  'min-requests',
  'probe',
  'instance-timeout',
] as const satisfies readonly InputName[]

const kept = ['keep', 'afterwards'] as const satisfies readonly InputName[]

const janitors = [
  'heal',
  'heal-standby',
  'heal-sources',
  'older-than',
  'fail-on',
] as const satisfies readonly InputName[]

/** Every mode there is. */
export const modes = {
  images: { uses: audits, changes: false, regions: 'several' },
  'patch-image': {
    uses: [...common, ...images, 'replace-ssm-alias', ...patches, ...rolls, ...waves, ...gates, ...darkness, ...plans],
    changes: true,
    regions: 'one',
  },
  'patch-docker': {
    uses: [...common, ...dockerInputs, ...patches, ...rolls, ...waves, ...gates, ...darkness, ...plans],
    changes: true,
    regions: 'one',
  },
  respawn: { uses: [...common, ...rolls, ...waves, ...gates, ...plans], changes: true, regions: 'one' },
  'scale-up-patch': { uses: [...common, ...scalesUp, ...waves, ...gates, ...plans], changes: true, regions: 'one' },
  release: { uses: [...common, ...releases, ...shifts, ...kept, ...plans], changes: true, regions: 'one' },
  rollback: { uses: [...common, ...scalesUp, ...pairs, ...plans], changes: true, regions: 'one' },
  shift: { uses: [...paired, ...shifts], changes: true, regions: 'one' },
  'blue-green': {
    uses: [
      ...paired,
      ...shifts,
      ...kept,
      ...images,
      'replace-ssm-alias',
      ...dockerInputs,
      ...patches.filter((name) => name !== 'rollout'),
    ],
    changes: true,
    regions: 'one',
  },
  'redeploy-bastion': {
    uses: [...single, ...images, ...dockerInputs, 'force', 'instance-timeout', ...bastions, ...plans],
    changes: true,
    regions: 'one',
  },
  restore: {
    uses: [...common.filter((name) => name !== 'break-glass'), 'bastion', 'elastic-ip'],
    changes: true,
    regions: 'one',
  },
  janitor: { uses: [...common, ...janitors], changes: true, regions: 'one' },
  catalogue: { uses: catalogues, changes: false, regions: 'several' },
} as const satisfies Readonly<Record<string, ModeDeclaration>>

export type Mode = keyof typeof modes

export function isMode(text: string): text is Mode {
  return Object.hasOwn(modes, text)
}

/**
 * The inputs that mean something to one run of the mode: a release or a rollback is of a shift of traffic where two groups are named, and of
 * rolls elsewhere.
 */
export function usedInputs(mode: Mode, isOfPair: boolean): readonly InputName[] {
  if (mode !== 'release' && mode !== 'rollback') return modes[mode].uses
  if (isOfPair) return [...paired, ...(mode === 'release' ? [...shifts, ...kept] : pairs), ...plans]
  return [...common, ...(mode === 'release' ? releases : scalesUp), ...plans]
}

/** Whether a dry run of the mode can write a plan: it changes something that can be told before. */
export const isPlannable = (mode: Mode): boolean => (modes[mode].uses as readonly InputName[]).includes('plan-file')
