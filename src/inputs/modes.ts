import type { InputName } from './declared.ts'

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
  'timeout',
  'dry-run',
] as const satisfies readonly InputName[]

const rolls = [
  'surge',
  'max-unavailable',
  'force',
  'instance-timeout',
  'warmup',
  'max-failures',
  'on-failure',
  'protected-instances',
  'standby-instances',
] as const satisfies readonly InputName[]

const patches = ['instance-type', 'migrate-to-launch-template', 'rollout'] as const satisfies readonly InputName[]

const images = ['image', 'image-owners'] as const satisfies readonly InputName[]

export interface ModeDeclaration {
  /** The inputs that mean something to the mode; any other that is set earns a warning. */
  readonly uses: readonly InputName[]
  /** A mode that changes groups must be told which. */
  readonly changes: boolean
  readonly regions: 'one' | 'several'
}

/** Every mode there is. */
export const modes = {
  'patch-image': {
    uses: [...common, ...images, 'replace-ssm-alias', ...patches, ...rolls],
    changes: true,
    regions: 'one',
  },
  'patch-docker': {
    uses: [...common, 'docker-image', 'user-data', ...patches, ...rolls],
    changes: true,
    regions: 'one',
  },
  respawn: { uses: [...common, ...rolls], changes: true, regions: 'one' },
  restore: { uses: common, changes: true, regions: 'one' },
} as const satisfies Readonly<Record<string, ModeDeclaration>>

export type Mode = keyof typeof modes

export function isMode(text: string): text is Mode {
  return Object.hasOwn(modes, text)
}
