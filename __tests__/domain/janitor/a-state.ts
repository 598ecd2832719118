import type { Activity, GroupState } from '../../../src/domain/janitor/group-state.ts'
import type { Fleet } from '../../../src/domain/rollout/fleet.ts'
import { aFleet, NOW, old } from '../rollout/a-fleet.ts'

export { NOW } from '../rollout/a-fleet.ts'

export const HOUR = 3600
export const DAY = 86_400
/** As `older-than` is by default. */
export const LIMITS = { olderThanSeconds: DAY }

/** A group with two instances in which nothing was left behind. */
export const aState = ({ fleet, ...change }: Partial<Omit<GroupState, 'fleet'>> & { readonly fleet?: Partial<Fleet> } = {}): GroupState => ({
  fleet: aFleet(old(2), fleet),
  tags: {},
  protectsNew: false,
  policies: [],
  activities: [],
  refresh: undefined,
  trafficSources: [],
  ...change,
}) // prettier-ignore

export const anActivity = (change: Partial<Activity> = {}): Activity => ({
  at: NOW - 2 * DAY,
  description: '',
  cause: '',
  status: 'Successful',
  message: '',
  ...change,
})

/** As AWS writes times in its texts. */
export const stamp = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000', '')
