import {
  type BastionNow,
  type GroupNow,
  movedBastion,
  movedFields,
  movedInWords,
} from '../../../src/domain/plan/moved.ts'
import type { GroupFacts, PlannedGroup } from '../../../src/domain/plan/plan.ts'
import { aPlace, aPlanned, asPlanned, someFacts } from './a-group.ts'

interface Row {
  readonly name: string
  readonly planned?: PlannedGroup
  readonly facts?: Partial<GroupFacts>
  readonly now?: Partial<GroupNow>
  readonly says: readonly string[]
}

const AFTER = [aPlace({ image: 'ami-2', data: 'data-2' })]
const MOVED = { label: 'web version 2', fingerprint: 'f2' }
const SOURCE = 'launch source (was web version 1, is web version 2)'
const same = aPlanned({ becomes: [aPlace()] })

const rows: readonly Row[] = [
  { name: 'nothing where nothing has moved', says: [] },
  { name: 'the minimum size', facts: { minSize: 2 }, says: ['minimum size (was 1, is 2)'] },
  { name: 'the maximum size', facts: { maxSize: 5 }, says: ['maximum size (was 4, is 5)'] },
  { name: 'a group that was made anew', facts: { arn: 'arn-2' }, says: ['the group itself (was arn-1, is arn-2)'] },
  { name: 'a process that is suspended since', facts: { suspendedProcesses: ['Launch'] }, says: ['suspended processes (was none, is Launch)'] }, // prettier-ignore
  { name: 'no order of processes', planned: aPlanned({ now: someFacts({ suspendedProcesses: ['A', 'B'] }) }), facts: { suspendedProcesses: ['B', 'A'] }, says: [] }, // prettier-ignore
  { name: 'a target group that is gone', facts: { targetGroups: ['tg-1'] }, says: ['target groups (was tg-1, tg-2, is tg-1)'] }, // prettier-ignore
  { name: 'a lifecycle hook', facts: { lifecycleHooks: [] }, says: ['lifecycle hooks (was drain (terminating), is none)'] }, // prettier-ignore
  { name: 'protection of new instances', facts: { protectsNewInstances: true }, says: ['protection of new instances (was off, is on)'] }, // prettier-ignore
  { name: 'an instance that is protected since', facts: { protectedInstances: ['i-1', 'i-2'] }, says: ['protected instances (was i-1, is i-1, i-2)'] }, // prettier-ignore
  { name: 'no protected instance that is gone', facts: { protectedInstances: [] }, says: [] },
  { name: 'no new instance where the group protects them all', planned: aPlanned({ now: someFacts({ protectsNewInstances: true }) }), facts: { protectedInstances: ['i-9'] }, says: [] }, // prettier-ignore
  { name: 'an instance that is in Standby since', facts: { standbyInstances: ['i-3'] }, says: ['instances in Standby (was none, is i-3)'] }, // prettier-ignore
  { name: 'an unfinished run that has come', facts: { unfinishedSince: 'noon' }, says: ['unfinished run since (was none, is noon)'] }, // prettier-ignore
  { name: 'an unfinished run that was put back', planned: aPlanned({ now: someFacts({ unfinishedSince: 'noon' }) }), facts: { unfinishedSince: null }, says: ['unfinished run since (was noon, is none)'] }, // prettier-ignore
  { name: 'no run of the plan itself', facts: { unfinishedSince: 'noon' }, now: { plan: 'id' }, says: [] },
  { name: 'a run of another plan', facts: { unfinishedSince: 'noon' }, now: { plan: 'other' }, says: ['unfinished run since (was none, is noon)'] }, // prettier-ignore
  { name: 'a launch source with what it launches', facts: { source: MOVED, launches: [aPlace({ image: 'ami-9', userData: null })] }, says: [SOURCE, 'image (was ami-1, is ami-9)', 'user data (was user-1, is none)'] }, // prettier-ignore
  { name: 'a launch source of which something else differs', facts: { source: MOVED, launches: [aPlace({ data: 'data-9' })] }, says: [SOURCE, 'launch data (was data-1, is data-9)'] }, // prettier-ignore
  { name: 'a launch source that launches the same', facts: { source: MOVED }, says: [SOURCE] },
  { name: 'a parameter behind the same version', facts: { source: { label: 'web version 1', fingerprint: 'f2' }, launches: [aPlace({ image: 'ami-9' })] }, says: ['launch source (was web version 1 (f1), is web version 1 (f2))', 'image (was ami-1, is ami-9)'] }, // prettier-ignore
  { name: 'a group that follows its template in another way', facts: { source: { label: 'web version 1 ($Latest)', fingerprint: 'f1' } }, says: ['launch source (was web version 1, is web version 1 ($Latest))'] }, // prettier-ignore
  { name: 'no launch source that the plan has changed', facts: { source: MOVED, launches: AFTER }, says: [] },
  { name: 'a launch source with the image of the plan and other data', facts: { source: MOVED, launches: [aPlace({ image: 'ami-2', data: 'data-3' })] }, says: [SOURCE, 'image (was ami-1, is ami-2)'] }, // prettier-ignore
  { name: 'a launch source where the plan changes none', planned: same, facts: { source: MOVED }, says: [SOURCE] },
  { name: 'another image to be launched', now: { becomes: [aPlace({ image: 'ami-3', data: 'data-3' })] }, says: ['image to be launched (was ami-2, is ami-3)'] }, // prettier-ignore
  { name: 'other user data to be launched', now: { becomes: [aPlace({ image: 'ami-2', userData: 'user-3', data: 'data-3' })] }, says: ['user data to be launched (was user-1, is user-3)'] }, // prettier-ignore
  { name: 'an override that is gone', now: { becomes: [] }, says: ['image to be launched (was ami-2, is none)', 'user data to be launched (was user-1, is none)'] }, // prettier-ignore
  { name: 'the override of which it is true', planned: aPlanned({ now: someFacts({ launches: [aPlace(), aPlace({ at: 'override 1' })] }) }), facts: { source: MOVED, launches: [aPlace(), aPlace({ at: 'override 1', image: 'ami-9' })] }, says: [SOURCE, 'image of override 1 (was ami-1, is ami-9)'] }, // prettier-ignore
  { name: 'nothing of what is launched where that is not known', now: { becomes: undefined }, says: [] },
  { name: 'all fields at once', facts: { minSize: 2, maxSize: 5 }, says: ['minimum size (was 1, is 2)', 'maximum size (was 4, is 5)'] }, // prettier-ignore
]

test.each(rows)('of a group it tells $name', ({ planned = aPlanned(), facts, now, says }) => {
  const moved = movedFields(planned, { ...asPlanned(planned, facts), ...now }, 'id')
  expect(moved.map(movedInWords)).toEqual(says)
})

const bastion = {
  name: 'odd',
  allocation: 'eipalloc-1',
  instance: 'i-old',
  launch: 'l1',
  image: 'ami-2',
  chosenBy: 'latest',
  userData: 'user-1',
}
const successor = { launch: 'l1', image: 'ami-2', userData: 'user-1', isCurrent: false }
const seen: BastionNow = { allocation: 'eipalloc-1', instance: 'i-old', successor, begun: undefined }

const bastions: readonly { readonly name: string; readonly now: BastionNow; readonly says: readonly string[] }[] = [
  { name: 'nothing where nothing has moved', now: seen, says: [] },
  { name: 'another address', now: { ...seen, allocation: 'eipalloc-2' }, says: ['Elastic IP (was eipalloc-1, is eipalloc-2)'] }, // prettier-ignore
  { name: 'another launch', now: { ...seen, successor: { ...successor, launch: 'l2' } }, says: ['launch (was l1, is l2)'] }, // prettier-ignore
  { name: 'another image', now: { ...seen, successor: { ...successor, launch: 'l2', image: 'ami-3' } }, says: ['image to be launched (was ami-2, is ami-3)'] }, // prettier-ignore
  { name: 'other user data', now: { ...seen, successor: { ...successor, launch: 'l2', userData: null } }, says: ['user data to be launched (was user-1, is none)'] }, // prettier-ignore
  { name: 'another instance', now: { ...seen, instance: 'i-other' }, says: ['instance (was i-old, is i-other)'] },
  { name: 'no instance that is as the plan wants it', now: { ...seen, instance: 'i-new', successor: { ...successor, launch: 'l2', isCurrent: true } }, says: [] }, // prettier-ignore
  { name: 'an instance that is current with another image', now: { ...seen, instance: 'i-new', successor: { ...successor, image: 'ami-3', isCurrent: true } }, says: ['image to be launched (was ami-2, is ami-3)'] }, // prettier-ignore
  { name: 'no replacement of the plan whose old instance ends', now: { ...seen, successor: undefined, begun: 'l1' }, says: [] }, // prettier-ignore
  { name: 'another replacement whose old instance ends', now: { ...seen, successor: undefined, begun: 'l2' }, says: ['launch (was l1, is l2)'] }, // prettier-ignore
  { name: 'an old instance that ends by itself', now: { ...seen, successor: undefined }, says: ['launch (was l1, is none)'] }, // prettier-ignore
]

test.each(bastions)('of a bastion it tells $name', ({ now, says }) => {
  expect(movedBastion(bastion, now).map(movedInWords)).toEqual(says)
})
