/** One group of a simulated account that is rolled by the whole program, and assertions about it. */
import { addGroup, type BuiltGroup, type GroupPlan, instanceIds } from '../../simulator/scenario.ts'
import { SimulatedAccount, type SimulatedAccountOptions } from '../../simulator/account.ts'
import { type RunActionOptions, type ActionRun, runAction } from '../../testing/run-action.ts'

export type Inputs = Readonly<Record<string, string>>

export interface Scene {
  readonly account: SimulatedAccount
  readonly group: BuiltGroup
  readonly before: Standing
}

/** The settings that a roll has to leave unchanged. */
export interface Standing {
  readonly sizes: readonly number[]
  readonly suspended: readonly string[]
  readonly memo: readonly string[]
}

/** A group of three old instances behind a target group, unless the plan says otherwise. */
export function scene(plan: Partial<GroupPlan> = {}, options: SimulatedAccountOptions = {}): Scene {
  const account = new SimulatedAccount(options)
  const group = addGroup(account, {
    name: 'web',
    size: 3,
    launch: 'template-latest',
    balancers: ['target-group'],
    outdated: true,
    ...plan,
  })
  return sceneOf(account, group)
}

export function sceneOf(account: SimulatedAccount, group: BuiltGroup): Scene {
  account.ledger.clear()
  account.ledger.sample()
  return { account, group, before: standing(account, group.name) }
}

export function standing(account: SimulatedAccount, name = 'web'): Standing {
  const { min, max, desired, suspended, tags } = account.autoScaling.capacity(name)
  return {
    sizes: [min, desired, max],
    suspended: [...suspended].sort(),
    memo: Object.keys(tags).filter((key) => key.startsWith('fleet-patch:')),
  }
}

export interface GroupDocument {
  readonly status: string
  readonly changed: boolean
  readonly left: readonly string[]
  readonly notes: readonly string[]
  readonly failure: { readonly what: string; readonly why?: string; readonly remedy?: string } | null
  readonly replaced: readonly string[]
  readonly launched: readonly string[]
  readonly lowestReady: number
  readonly floor: number
  readonly steps: readonly { readonly action: string; readonly detail: string }[]
}

export interface Rolled extends ActionRun {
  readonly result: GroupDocument
  /** All texts for readers: log, annotations, summary. */
  readonly reported: string
}

/** Runs one main step on the group, or its post step. */
export async function run(
  { account, group }: Scene,
  inputs: Inputs = {},
  more: Omit<RunActionOptions, 'inputs'> = {},
): Promise<Rolled> {
  const actionRun = await runAction(account, {
    inputs: { mode: 'respawn', 'auto-scaling-groups': group.name, ...inputs },
    ...more,
  })
  const { groups = [] } = JSON.parse(actionRun.outputs['result'] ?? '{}') as { groups?: GroupDocument[] }
  const annotations = actionRun.annotations.map(({ title, message }) => `${title}: ${message}`)
  return {
    ...actionRun,
    result: groups[0] ?? ({ status: 'none', left: [], notes: [] } as never),
    reported: [...actionRun.lines, ...annotations, actionRun.summary].join('\n'),
  }
}

/** Asserts that every instance is new and ready, and nothing else has changed. */
export function expectRolled({ account, group, before }: Scene, rolled: Rolled): void {
  expect(rolled.annotations.filter(({ level }) => level === 'error')).toEqual([])
  expect(rolled.result.status).toBe('rolled')
  const now = instanceIds(account, group.name)
  expect(now.filter((id) => group.instanceIds.includes(id))).toEqual([])
  expect(now).toHaveLength(group.instanceIds.length)
  expect(standing(account, group.name)).toEqual(before)
  expect(rolled.failed).toBe(false)
}

/** Asserts that the roll has stopped, every lost old instance is replaced, and all settings are unchanged. */
export function expectPutBack({ account, group, before }: Scene, rolled: Rolled): void {
  expect(rolled.result.status).toBe('halted')
  expect(rolled.failed).toBe(true)
  expect(standing(account, group.name)).toEqual(before)
  expect(account.ledger.lowestReady(group.name)).toBeGreaterThanOrEqual(before.sizes[1] ?? 0)
}

export const oldLeft = ({ account, group }: Scene): readonly string[] =>
  instanceIds(account, group.name).filter((id) => group.instanceIds.includes(id))

/** Removes the tags of the action from a group, as a tool does that knows only its own. */
export function stripTags(account: SimulatedAccount, name = 'web'): void {
  const keys = Object.keys(account.autoScaling.capacity(name).tags).filter((key) => key.startsWith('fleet-patch:'))
  if (keys.length === 0) return
  operator(account).DeleteTags({
    Tags: keys.map((Key) => ({ ResourceId: name, ResourceType: 'auto-scaling-group', Key })),
  })
}

/** Direct calls of the simulator's services: an operator, or AWS itself. */
export const operator = (account: SimulatedAccount): SimulatedAccount['autoScaling']['operations'] =>
  account.autoScaling.operations
