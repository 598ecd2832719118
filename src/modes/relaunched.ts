import type { RollbackTarget } from '../aws/patch/rollback-targets.ts'
import type { Explanation } from '../errors.ts'
import { capacityOf } from '../domain/rollout/counted.ts'
import { CHANGE_KINDS, changeText } from '../domain/rollout/changes/changes.ts'
import type { Fleet } from '../domain/rollout/fleet.ts'
import { isServing } from '../domain/rollout/readiness.ts'
import type { GroupResult, StepResult } from '../report/events.ts'

/** How a launch source was put back. */
export interface Relaunching {
  readonly target: RollbackTarget
  readonly region: string
  /** Seconds since the Unix epoch. */
  readonly at: number
  /** Why it is not known, or not true, that the source is back; undefined where it is. */
  readonly failure: Explanation | undefined
}

/** The result of a group whose launch source was put back, and whose roll has not begun. */
export function relaunchedResult(fleet: Fleet, { target, region, at, failure }: Relaunching): GroupResult {
  const { group, source, sizes, instances } = fleet
  const step = relaunchStep(target, at)
  return {
    group,
    region,
    status: failure ? 'failed' : 'patched',
    changed: true,
    source: failure ? source.label : (target.source?.label ?? source.label),
    imageId: failure ? source.imageId : undefined,
    previousImageId: source.imageId,
    sizes: { before: sizes, after: sizes },
    replaced: [],
    launched: [],
    lowestReady: capacityOf(instances.filter(isServing)),
    floor: 0,
    startedAt: fleet.at,
    endedAt: at,
    timeline: [],
    left: [],
    failure,
    steps: failure || step === undefined ? [] : [step],
  }
}

/**
 * The result of a roll with the launch source that was put back before it, in a dry run would be; `alone` is the status
 * of a group in which no instance was to be replaced.
 */
export function withRelaunch(
  rolled: GroupResult,
  target: RollbackTarget | undefined,
  alone: 'patched' | 'planned',
): GroupResult {
  const step = target && relaunchStep(target, rolled.startedAt)
  if (step === undefined) return rolled
  // Without an instance to replace the launch source is what was changed.
  const status = rolled.status === 'current' ? alone : rolled.status
  return { ...rolled, status, changed: true, steps: [step, ...rolled.steps] }
}

function relaunchStep({ group, source: previous }: RollbackTarget, at: number): StepResult | undefined {
  if (previous === undefined) return undefined
  const change = { kind: 'set-launch-source', previous } as const
  return {
    group,
    at,
    action: CHANGE_KINDS['set-launch-source'].stepAction,
    detail: changeText(change, (ids) => ids.join(', ')),
    reason: 'what the group launched before its last change',
  }
}
