import {
  changedUnderLease,
  desiredTooFew,
  notRecovered,
  savedOtherwise,
  tagsLeft,
} from '../../../testing/fuzz/calm-recovery-checks.ts'

const MEMO = 'fleet-patch:memo'

const begin = { min: 0, max: 4, desired: 3, suspended: ['HealthCheck'], ids: { inService: ['i-1'], pooled: [], standby: [] } } // prettier-ignore

const saved = (text: string, at = 1000) => ({ operation: 'CreateOrUpdateTags', at, after: { tags: { [MEMO]: text } } })

const fixture = (changes: readonly object[], { inputs = {}, inService = ['i-2'] } = {}) =>
  ({
    begin,
    old: ['i-1'],
    handled: new Set(),
    plan: { inputs, sick: false, plan: {} },
    recorder: { changes, snapshot: () => ({ ids: { inService }, protectedIds: [] }) },
  }) as never

const step = (what: string, { failed = false, died = false, changes = [] as readonly object[] } = {}) =>
  ({ what, run: { failed, died, annotations: [] }, changes }) as never

test.each([
  { name: 'the sizes as they were', text: 'v=2 min=0 max=4 desired=3 suspends=AZRebalance surge=1', wrong: 0 },
  { name: 'the desired capacity of the surge', text: 'v=2 min=0 max=4 desired=4 suspends=AZRebalance surge=1', wrong: 1 },
  { name: 'a raised maximum', text: 'v=2 min=0 max=5 desired=3 suspends= surge=1', wrong: 1 },
  { name: 'a process that others have suspended', text: 'v=2 min=0 max=4 desired=3 suspends=HealthCheck surge=1', wrong: 1 },
])('$name in a saved state: $wrong', ({ text, wrong }) => {
  expect(savedOtherwise(fixture([saved(text), saved(text)]))).toHaveLength(wrong)
}) // prettier-ignore

test.each([
  { name: 'a new run that changes something while the lease lasts', what: 'the next run', at: 1200, wrong: 1 },
  { name: 'a restore that does', what: 'a restore', at: 1200, wrong: 1 },
  { name: 'one after that', what: 'the next run', at: 1301, wrong: 0 },
  { name: 'another attempt of the run', what: 'the next attempt', at: 1200, wrong: 0 },
])('$name: $wrong', ({ what, at, wrong }) => {
  const change = { operation: 'UpdateAutoScalingGroup', at, before: { tags: { [MEMO]: 'v=2' } } }
  const first = step('a roll', { died: true, failed: true, changes: [saved('v=2')] })
  expect(changedUnderLease([first, step(what, { changes: [change] })])).toHaveLength(wrong)
})

test.each([
  { name: 'a recovery with all new', steps: [step('the post step'), step('the next attempt')], wrong: 0 },
  { name: 'a post step that is red', steps: [step('the post step', { failed: true })], wrong: 1 },
  { name: 'another attempt that is red', steps: [step('the next attempt', { failed: true })], wrong: 1 },
  { name: 'another run that meets a lease', steps: [step('the next run', { failed: true })], wrong: 0 },
  { name: 'an old one left', steps: [step('the next run')], inService: ['i-1', 'i-2'], wrong: 1 },
])('$name: $wrong', ({ steps, inService, wrong }) => {
  expect(notRecovered(fixture([], { inService }), steps)).toHaveLength(wrong)
})

test.each([
  { name: 'a surge that is taken back', from: 4, to: 3, wrong: 0 },
  { name: 'one fewer than at the beginning', from: 3, to: 2, wrong: 1 },
  { name: 'what is raised again', from: 1, to: 2, wrong: 0 },
])('$name is desired: $wrong', ({ from, to, wrong }) => {
  const change = { operation: 'UpdateAutoScalingGroup', before: { desired: from }, after: { desired: to } }
  expect(desiredTooFew(fixture([change]))).toHaveLength(wrong)
})

test.each([
  { name: 'a tag of a run on an instance', key: 'fleet-patch:memo', tags: {}, wrong: 1 },
  { name: 'a tag of its owner', key: 'Name', tags: {}, wrong: 0 },
  { name: 'one while the group has a saved state', key: 'fleet-patch:memo', tags: { [MEMO]: 'v=2' }, wrong: 0 },
])('$name: $wrong', ({ key, tags, wrong }) => {
  const instance = { InstanceId: 'i-2', Tags: [{ Key: key, Value: 'x' }] }
  const ec2 = { operations: { DescribeInstances: () => ({ Reservations: [{ Instances: [instance] }] }) } }
  const recorder = { snapshot: () => ({ ids: { inService: ['i-2'] }, tags }) }
  expect(tagsLeft({ account: { ec2 }, recorder } as never)).toHaveLength(wrong)
})
