import type { GroupNow } from '../../../src/domain/plan/moved.ts'
import type { GroupFacts, LaunchPlace, PlannedGroup } from '../../../src/domain/plan/plan.ts'

export const aPlace = (given: Partial<LaunchPlace> = {}): LaunchPlace => ({
  at: 'base',
  image: 'ami-1',
  chosenBy: null,
  userData: 'user-1',
  data: 'data-1',
  ...given,
})

export const someFacts = (given: Partial<GroupFacts> = {}): GroupFacts => ({
  arn: 'arn-1',
  minSize: 1,
  maxSize: 4,
  suspendedProcesses: [],
  targetGroups: ['tg-1', 'tg-2'],
  lifecycleHooks: ['drain (terminating)'],
  protectsNewInstances: false,
  protectedInstances: ['i-1'],
  standbyInstances: [],
  unfinishedSince: null,
  source: { label: 'web version 1', fingerprint: 'f1' },
  launches: [aPlace()],
  ...given,
})

/** A group whose image a plan changes from ami-1 to ami-2. */
export const aPlanned = (given: Partial<PlannedGroup> = {}): PlannedGroup => ({
  group: 'web',
  fingerprint: '',
  now: someFacts(),
  becomes: [aPlace({ image: 'ami-2', data: 'data-2', chosenBy: 'latest' })],
  steps: [],
  userData: [],
  ...given,
})

export const asPlanned = ({ now, becomes }: PlannedGroup, given: Partial<GroupFacts> = {}): GroupNow => ({
  facts: { ...now, ...given },
  becomes,
  plan: undefined,
})
