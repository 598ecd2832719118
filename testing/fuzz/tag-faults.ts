/** Faults of the tags in which a run writes how its group was: they are removed, copied from another group, or poisoned. */
import { Random } from '../../simulator/random.ts'
import type { ActionRun } from '../run-action.ts'
import type { Fault } from './fault.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'
import { addToTrace } from './trace.ts'
import { isDrawn } from './focus.ts'

/** A fault of the tags in one seed, and what its first roll owes then. */
export interface TagFault extends Fault {
  /** When: so many seconds into the roll at most, or before it begins. */
  readonly within: number | 'before'
  readonly owed: (fixture: Fixture, first: ActionRun) => readonly string[]
}

const MEMO = 'fleet-patch:memo'
const RUN = 'fleet-patch:run'
const PROGRESS = 'fleet-patch:progress'

const OTHER_GROUP = '00000000-1111-2222-3333-444444444444'

/** An operator reads the refusal, and deletes the tags; by then every run of the seed that may meet them has done so. */
const DELETED_AFTER_SECONDS = 600

const tagged = (key: string): object => ({ ResourceId: FUZZ_GROUP, ResourceType: 'auto-scaling-group', Key: key })

function removeTags({ account }: Fixture): void {
  const { tags } = account.autoScaling.capacity(FUZZ_GROUP)
  const keys = [MEMO, RUN, PROGRESS].filter((key) => key in tags)
  if (keys.length > 0) account.autoScaling.operations.DeleteTags({ Tags: keys.map(tagged) as never })
}

function tag({ account }: Fixture, texts: Readonly<Record<string, string>>): void {
  account.autoScaling.operations.CreateOrUpdateTags({
    Tags: Object.entries(texts).map(([key, Value]) => ({ ...tagged(key), Value, PropagateAtLaunch: false })) as never,
  })
}

/** Tags that no run of this group has written, until an operator deletes them. */
function plant(fixture: Fixture, facts: string): void {
  const { account } = fixture
  tag(fixture, { [MEMO]: facts, [RUN]: 'v=2 run=77/1/abcd heartbeat=1', [PROGRESS]: 'v=2' })
  account.timeline.after(DELETED_AFTER_SECONDS, () => {
    // A group that was changed all the same shows in the changes of the recorder.
    if (account.autoScaling.capacity(FUZZ_GROUP).tags[MEMO] === facts) removeTags(fixture)
  })
}

const refused = ({ recorder }: Fixture, { failed }: ActionRun): readonly string[] => [
  ...(failed ? [] : ['a roll of a group with tags that are not its own ended green']),
  ...(recorder.changes.length > 0 ? ['a group with tags that are not its own was changed'] : []),
]

const factsOf = ({ begin: { min, max } }: Fixture, { group, desired, surge, suspends, more = '' }: Facts): string =>
  `v=2 group=${group} started=1 min=${min} max=${max} desired=${desired} suspends=${suspends} surge=${surge} source=0123456789abcdef until=none${more}`

interface Facts {
  readonly group: string
  readonly desired: number
  readonly surge: number
  readonly suspends: string
  /** Further fields. */
  readonly more?: string
}

const ownId = ({ account }: Fixture): string =>
  /autoScalingGroup:([^:]+):/.exec(
    account.autoScaling.operations.DescribeAutoScalingGroups({ AutoScalingGroupNames: [FUZZ_GROUP] })
      .AutoScalingGroups?.[0]?.AutoScalingGroupARN ?? '',
  )?.[1] ?? ''

const hasMemoTag = ({ account }: Fixture): boolean => MEMO in account.autoScaling.capacity(FUZZ_GROUP).tags

/** Whether a process is at work that knows how the group was: one without credentials, or that AWS does not answer, never learns it. */
const isKnown = ({ recorder: { changes }, knownAfter = Infinity }: Fixture): boolean =>
  changes.slice(knownAfter).some(({ operation }) => operation === 'CreateOrUpdateTags')

/** Another tool writes something else into the tags of the run, perhaps in the name of another run. */
function changeTags(fixture: Fixture, random: Random): string {
  const { begin } = fixture
  const smaller = Math.max(begin.min, begin.desired - 1)
  const facts = random.pick([
    factsOf(fixture, { group: ownId(fixture), desired: smaller, surge: 1, suspends: 'none' }),
    factsOf(fixture, { group: ownId(fixture), desired: begin.min, surge: 1000, suspends: 'none' }),
    factsOf(fixture, { group: OTHER_GROUP, desired: begin.desired, surge: 1, suspends: 'none' }),
    'by hand',
  ])
  const lease = random.pick([{}, { [RUN]: 'v=2 run=77/1/abcd heartbeat=1' }])
  tag(fixture, { [MEMO]: facts, ...lease })
  return `another tool writes ${facts} into the tags of the run${RUN in lease ? ', in the name of another run' : ''}`
}

/** One seed of so many whose run has died and whose post step follows has its tags removed or changed in between. */
const ONE_DEAD_OF = 1.25

/** Apart from what befalls the tags of runs that live. */
const APART_DEAD = 0xdead7a6

/** Removes or changes the tags of a run that has died, where the seed draws that; what was done, or undefined. */
export function befallTagsOfDead(fixture: Fixture, seed: number): string | undefined {
  const random = new Random(seed ^ APART_DEAD)
  if (!isDrawn(random, { share: 1 / ONE_DEAD_OF, source: 'tags', seed }) || !hasMemoTag(fixture)) return undefined
  if (random.next() >= 0.4) return changeTags(fixture, random)
  removeTags(fixture)
  return 'another tool removes the tags of the run'
}

/** All faults of tags. */
export const TAG_FAULTS: readonly TagFault[] = [
  {
    name: 'vanished tags',
    share: 3,
    weight: 'bearable',
    within: 240,
    apply: (fixture) => {
      // Between two runs nothing else tells how the group was: the next one takes it as it is.
      if (!isKnown(fixture)) return 'no run is at work whose tags could be removed'
      removeTags(fixture)
      return 'another tool removes the tags of the run'
    },
    owed: () => [],
  },
  {
    name: 'changed tags',
    share: 3,
    weight: 'bearable',
    within: 240,
    apply: (fixture, random) => {
      if (!fixture.isRolling || !hasMemoTag(fixture)) return 'no tags to change'
      return changeTags(fixture, random)
    },
    owed: () => [],
  },
  {
    name: 'copied tags',
    share: 1,
    weight: 'heavy',
    within: 'before',
    apply: (fixture) => {
      const { min } = fixture.begin
      plant(fixture, factsOf(fixture, { group: OTHER_GROUP, desired: min, surge: 0, suspends: 'none' }))
      return 'the group carries the tags of another group'
    },
    owed: refused,
  },
  {
    name: 'poisoned tags',
    share: 1,
    weight: 'heavy',
    within: 'before',
    apply: (fixture, random) => {
      const { min } = fixture.begin
      const bad = random.pick([
        { surge: 1000, suspends: 'none' },
        { surge: 0, suspends: 'Launch' },
        { surge: 0, suspends: 'none', more: ' later=1' },
      ])
      plant(fixture, factsOf(fixture, { group: ownId(fixture), desired: min, ...bad }))
      return `the group carries poisoned tags, ${JSON.stringify(bad)}`
    },
    owed: refused,
  },
]

/** One seed of so many has a fault of its tags. */
const ONE_OF = 4

/** Apart from what else a seed draws, so that its fleet and its other faults stay. */
const APART = 0x7a65

/** Schedules the fault of tags that the seed draws, now or within the roll; one or none. */
export function applyTagFaults(fixture: Fixture, seed: number): readonly TagFault[] {
  const random = new Random(seed ^ APART)
  if (!isDrawn(random, { share: 1 / ONE_OF, source: 'tags', seed })) return []
  let point = random.next() * TAG_FAULTS.reduce((sum, { share }) => sum + share, 0)
  const fault = TAG_FAULTS.find(({ share }) => (point -= share) < 0)
  if (fault === undefined) return []
  const apply = (): void => addToTrace(fixture, fault.apply(fixture, random))
  if (fault.within === 'before') apply()
  else fixture.account.timeline.after(random.between(0, fault.within), apply)
  return [fault]
}
