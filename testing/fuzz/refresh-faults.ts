/** An instance refresh that others begin in mid-roll, as a stack update does, and that ends or is cancelled later. */
import type { RefreshPreferences } from '@aws-sdk/client-auto-scaling'
import { ServiceFault } from '../../simulator/fault.ts'
import { Random } from '../../simulator/random.ts'
import type { ExternalFault } from './external-faults.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'
import { addToTrace } from './trace.ts'
import { isDrawn } from './focus.ts'

/** Apart from what else a seed draws, so that its fleet and its other faults stay. */
const APART = 0x4ef4e5

/** Of the wishes that AWS added later, apart from the refresh itself. */
const APART_WISHES = 0x9e9e5

/** One seed of so many has a refresh. */
const ONE_OF = 10

/** A run that has asked right before the refresh began may carry out what it had decided. */
const DECIDED_SECONDS = 5

const WISHES: readonly RefreshPreferences[] = [
  {},
  { CheckpointPercentages: [50, 100], CheckpointDelay: 120 },
  { BakeTime: 300 },
  { InstanceWarmup: 90, ScaleInProtectedInstances: 'Refresh', StandbyInstances: 'Ignore' },
  { ScaleInProtectedInstances: 'Ignore', StandbyInstances: 'Terminate' },
]

const group = { AutoScalingGroupName: FUZZ_GROUP } as const

/** Begins a refresh within the roll where the seed draws one. */
export function applyRefresh(fixture: Fixture, seed: number): readonly ExternalFault[] {
  const random = new Random(seed ^ APART)
  if (!isDrawn(random, { share: 1 / ONE_OF, source: 'refreshes', seed })) return []
  const { account } = fixture
  const preferences = {
    ...random.pick([{}, { MinHealthyPercentage: 100, MaxHealthyPercentage: 110 }, { SkipMatching: true }]),
    ...new Random(seed ^ APART_WISHES).pick(WISHES),
  }
  const lasts = random.between(60, 600)
  const begun: Begun = { id: undefined, from: Infinity, until: Infinity }
  const apply = (): string => {
    try {
      const started = account.autoScaling.operations.StartInstanceRefresh({ ...group, Preferences: preferences })
      begun.id = started.InstanceRefreshId
    } catch (error) {
      if (error instanceof ServiceFault) return `an instance refresh is refused: ${error.message}`
      throw error
    }
    begun.from = account.timeline.now
    account.timeline.after(lasts, () => {
      begun.until = account.timeline.now
      cancelRefresh(fixture)
    })
    return `others begin an instance refresh, ${JSON.stringify(preferences)}`
  }
  account.timeline.after(random.between(0, 240), () => addToTrace(fixture, apply()))
  const end = (): readonly string[] => {
    const problems = departures(fixture, begun)
    cancelRefresh(fixture)
    return problems
  }
  return [{ name: 'an instance refresh', share: 1, weight: 'heavy', apply, owed: () => [], end }]
}

/** A refresh of others, once it is under way; seconds since the Unix epoch. */
interface Begun {
  id: string | undefined
  from: number
  until: number
}

/** No run replaces an instance while others refresh the group; what is taken away at an end has no successor. */
function departures({ recorder, account }: Fixture, { id, from, until }: Readonly<Begun>): readonly string[] {
  if (id === undefined) return []
  // Others may have begun another one since.
  const found = account.autoScaling.operations.DescribeInstanceRefreshes({ ...group, InstanceRefreshIds: [id] })
  const last = found.InstanceRefreshes?.[0]?.EndTime
  const end = Math.min(until, last === undefined ? Infinity : last.getTime() / 1000)
  const replacing = recorder.changes.filter(
    ({ operation, input, at }) =>
      operation === 'TerminateInstanceInAutoScalingGroup' &&
      input['ShouldDecrementDesiredCapacity'] === false &&
      at > from + DECIDED_SECONDS &&
      at < end,
  )
  return replacing.length > 0 ? ['an instance was replaced while others refreshed the group'] : []
}

/** Cancels the refresh of others that is still going on, without waiting for anything. */
export function cancelRefresh(fixture: Fixture): void {
  try {
    fixture.account.autoScaling.operations.CancelInstanceRefresh({ ...group, WaitForTransitioningInstances: false })
    addToTrace(fixture, 'others cancel their instance refresh')
  } catch (error) {
    // None is going on.
    if (!(error instanceof ServiceFault)) throw error
  }
}
