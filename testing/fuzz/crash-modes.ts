/** The modes that change groups, for the crash walk: a row for each way in which they do. */
import type { Mode } from '../../src/inputs/modes.ts'
import type { GroupPlan } from '../../simulator/group-plan.ts'
import type { History } from '../oracles/invariants.ts'
import type { FleetCase } from './cases.ts'
import { ALARM } from './gates.ts'

export type WalkInputs = Readonly<Record<string, string>> & { readonly mode: Mode }

export interface CrashMode {
  readonly name: string
  readonly inputs: WalkInputs
  /** Properties of a fleet that do not matter to the mode, each with one value. */
  readonly fixed: Partial<FleetCase>
  /** The group at the beginning. */
  readonly group?: Pick<GroupPlan, 'outdated' | 'userData'>
  /** Another group of the run, in the wave before that of the walked one. */
  readonly earlier?: Omit<GroupPlan, 'name'> & { readonly size: number }
  /** The group has a scaling policy. */
  readonly scales?: true
  /** The account may not create launch configurations. */
  readonly refusesConfigurations?: true
  /** The steps before the walked run. */
  readonly before?: Before
  /** Whether a run replaces all instances that are there. */
  readonly replaces: boolean
  /** A run after one that had ended replaces all instances once more. */
  readonly repeats?: true
  /** What the invariants need to know. */
  readonly allows?: Pick<History, 'patches' | 'dark' | 'probes' | 'rollback' | 'checkpoints' | 'follows'>
  /** The inputs of the next run and the next attempt where they differ from the walked ones. */
  readonly continues?: WalkInputs
  /** What new instances are launched from serves, and raises an alarm: the roll fails its gate and is taken back. */
  readonly failsGate?: true
  /** What must still be possible after a restore. */
  readonly afterwards?: 'rollback or the same again' | 'the same again'
}

/** Steps before the walked one, and what the last of them leaves; a dead run crashed half-way. */
export interface Before {
  readonly steps: readonly WalkInputs[]
  readonly leaves: 'nothing' | 'dark instances' | 'a gated roll' | 'a dead run'
}

const OUTDATED = { outdated: true } as const
const TAUPAGE = {
  userData: '#taupage-ami-config\napplication_id: web\nruntime: Docker\nsource: registry.example.org/web:1.2\n',
}

/** All new instances are launched before an old one leaves: none may be unavailable. */
const SCALES_UP = { maxUnavailable: 0 } as const
const DARK = { ...SCALES_UP, surge: '100%' } as const
/** The rolls themselves walk the differences between load balancers. */
const BALANCED = { balancers: ['classic', 'target-group'] } as const
/** A patch without a roll reads the launch source only. */
const PATCHED = { size: 1, surge: '1', maxUnavailable: 0, balancers: [] } as const

const IMAGE = { mode: 'patch-image', image: 'latest' } as const
const PATCH = { allows: { patches: true }, afterwards: 'rollback or the same again' } as const
const SCALE_UP_INPUTS = { mode: 'scale-up-patch' } as const
/** Without a surge of its own, so that the whole group is doubled. */
const DARK_INPUTS = { ...SCALE_UP_INPUTS, surge: '', dark: 'true' } as const
const HALF_A_MINUTE = { 'release-after': '0.5' } as const

/** The walked group is in the second wave. */
const IN_WAVES = { 'auto-scaling-groups': 'canary, web', order: 'canary', 'group-bake': '0.2' } as const
/** One fleet of each size: the groups do not know of one another. */
const SECOND = { ...BALANCED, launch: 'template-number', maxUnavailable: 0, surge: '1' } as const

const GATES = { checkpoints: '1', bake: '0.2', 'bake-at-end': '0.3' } as const

const FIRST_GATE = { checkpoints: () => [1] } as const

export const crashModes: readonly CrashMode[] = [
  { name: 'respawn', inputs: { mode: 'respawn' }, fixed: {}, group: OUTDATED, replaces: true },
  {
    name: 'respawn, forced',
    inputs: { mode: 'respawn', force: 'true' },
    fixed: BALANCED,
    replaces: true,
    repeats: true,
  },
  { name: 'scale-up-patch', inputs: SCALE_UP_INPUTS, fixed: SCALES_UP, group: OUTDATED, replaces: true },
  {
    name: 'scale-up-patch, dark',
    inputs: { ...DARK_INPUTS, ...HALF_A_MINUTE },
    fixed: DARK,
    group: OUTDATED,
    replaces: true,
    allows: { dark: true },
  },
  {
    name: 'scale-up-patch, dark until a command passes',
    inputs: { ...DARK_INPUTS, probe: 'ssm: true' },
    fixed: { ...DARK, launch: 'template-number', balancers: ['target-group'] },
    group: OUTDATED,
    replaces: true,
    allows: { dark: true, probes: true },
  },
  {
    name: 'release',
    inputs: { mode: 'release' },
    fixed: DARK,
    group: OUTDATED,
    before: { steps: [DARK_INPUTS], leaves: 'dark instances' },
    replaces: true,
    allows: { dark: true },
  },
  {
    name: 'respawn, with gates',
    inputs: { mode: 'respawn', ...GATES },
    fixed: BALANCED,
    group: OUTDATED,
    replaces: true,
    allows: FIRST_GATE,
  },
  {
    name: 'respawn, while scaling policies stay alive',
    inputs: { mode: 'respawn', scaling: 'follow' },
    fixed: { ...BALANCED, launch: 'template-number' },
    group: OUTDATED,
    scales: true,
    replaces: true,
    allows: { follows: true },
  },
  {
    name: 'restore, while scaling policies stay alive',
    inputs: { mode: 'restore' },
    fixed: { ...BALANCED, launch: 'template-number' },
    group: OUTDATED,
    scales: true,
    before: { steps: [{ mode: 'respawn', scaling: 'follow' }], leaves: 'a dead run' },
    replaces: false,
    allows: { follows: true },
  },
  {
    name: 'respawn, whose image raises an alarm',
    inputs: { mode: 'respawn', ...GATES, alarms: ALARM },
    fixed: { ...BALANCED, maxUnavailable: 0, sizes: 'loose' },
    group: OUTDATED,
    replaces: false,
    failsGate: true,
    allows: { rollback: true, ...FIRST_GATE },
  },
  {
    name: 'respawn, each new instance probed',
    inputs: { mode: 'respawn', probe: 'ssm: true' },
    fixed: { ...BALANCED, launch: 'template-number' },
    group: OUTDATED,
    replaces: true,
    allows: { probes: true },
  },
  {
    name: 'release, at a gate',
    inputs: { mode: 'release', ...GATES },
    fixed: { launch: 'template-number', balancers: ['target-group'] },
    group: OUTDATED,
    before: { steps: [{ mode: 'respawn', ...GATES, promote: 'by-hand' }], leaves: 'a gated roll' },
    replaces: true,
    allows: { dark: true, ...FIRST_GATE },
  },
  {
    name: 'respawn, in two waves',
    inputs: { mode: 'respawn', ...IN_WAVES },
    fixed: SECOND,
    group: OUTDATED,
    earlier: { size: 2, ...OUTDATED },
    replaces: true,
  },
  {
    name: 'patch-image, in two waves',
    inputs: { ...IMAGE, rollout: 'respawn', ...IN_WAVES },
    fixed: SECOND,
    earlier: { size: 2 },
    replaces: true,
    ...PATCH,
  },
  { name: 'patch-image', inputs: IMAGE, fixed: PATCHED, replaces: false, ...PATCH },
  {
    name: 'patch-image to a launch template',
    inputs: { ...IMAGE, 'migrate-to-launch-template': 'true' },
    fixed: { ...PATCHED, launch: 'configuration' },
    replaces: false,
    ...PATCH,
  },
  {
    name: 'patch-image where launch configurations are refused',
    inputs: IMAGE,
    fixed: { ...PATCHED, launch: 'configuration' },
    refusesConfigurations: true,
    replaces: false,
    ...PATCH,
  },
  {
    name: 'patch-image, rollout respawn',
    inputs: { ...IMAGE, rollout: 'respawn' },
    fixed: BALANCED,
    replaces: true,
    ...PATCH,
  },
  {
    name: 'patch-image, rollout scale-up-patch',
    inputs: { ...IMAGE, rollout: 'scale-up-patch' },
    fixed: { ...SCALES_UP, ...BALANCED },
    replaces: true,
    ...PATCH,
  },
  {
    name: 'patch-docker, rollout respawn',
    inputs: { mode: 'patch-docker', 'docker-image': 'registry.example.org/web:1.3', rollout: 'respawn' },
    fixed: BALANCED,
    group: TAUPAGE,
    replaces: true,
    ...PATCH,
  },
  {
    name: 'rollback',
    inputs: { mode: 'rollback' },
    fixed: { ...SCALES_UP, ...BALANCED },
    before: { steps: [{ ...IMAGE, rollout: 'scale-up-patch', surge: '100%' }], leaves: 'nothing' },
    replaces: true,
    allows: { patches: true },
    afterwards: 'the same again',
  },
  {
    name: 'restore',
    inputs: { mode: 'restore' },
    fixed: BALANCED,
    group: OUTDATED,
    before: { steps: [{ mode: 'respawn' }], leaves: 'a dead run' },
    replaces: false,
  },
  {
    name: 'restore, and then another run rolls',
    inputs: { mode: 'restore' },
    fixed: BALANCED,
    group: OUTDATED,
    before: { steps: [{ mode: 'respawn' }], leaves: 'a dead run' },
    replaces: false,
    continues: { mode: 'respawn' },
  },
  {
    name: 'restore, after a dark launch',
    inputs: { mode: 'restore' },
    fixed: DARK,
    group: OUTDATED,
    before: { steps: [DARK_INPUTS], leaves: 'dark instances' },
    replaces: false,
    allows: { dark: true },
  },
]
