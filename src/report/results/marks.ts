import type { Alarm, Fleet } from '../../domain/rollout/fleet.ts'
import type { CapacityMark } from '../events.ts'

/** What a look shows of the gates and alarms of a roll. */
export interface Watched {
  readonly passed: number
  readonly phase: string | undefined
  /** States by the names of alarms. */
  readonly alarms: ReadonlyMap<string, Alarm['state']>
}

type Look = Pick<Fleet, 'at' | 'memo' | 'alarms'>

/** Where a look shows no alarms, CloudWatch did not answer: they are as before. */
export const watchedIn = ({ memo, alarms }: Look, before: Watched | undefined): Watched => ({
  passed: memo?.progress?.gatesPassed ?? 0,
  phase: memo?.progress?.phase,
  alarms:
    alarms === undefined ? (before?.alarms ?? new Map()) : new Map(alarms.map(({ name, state }) => [name, state])),
})

/** What happened since the look before; at the first look only alarms that are in ALARM already. */
export function marksOf(before: Watched | undefined, look: Look): readonly CapacityMark[] {
  const { at } = look
  const now = watchedIn(look, before)
  const gate = (text: string): CapacityMark => ({ at, kind: 'gate', text })
  // What a run finds at its first look has happened before.
  const isOn = before !== undefined
  return [
    ...(isOn && now.passed > before.passed ? [gate(`checkpoint ${now.passed} passed`)] : []),
    ...(isOn && now.phase !== before.phase && now.phase === 'gated' ? [gate('waits to be passed by hand')] : []),
    ...(isOn && now.phase !== before.phase && now.phase === 'baking' ? [gate('last bake begins')] : []),
    ...[...now.alarms].flatMap(([name, state]): CapacityMark[] => {
      const was = before?.alarms.get(name)
      if (state === was || (state !== 'ALARM' && was !== 'ALARM')) return []
      return [{ at, kind: 'alarm', text: `${name}: ${state}` }]
    }),
  ]
}
