import type { Call } from '../../../simulator/wire/message.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { addGroup } from '../../../simulator/scenario.ts'
import { Recorder } from '../../../testing/oracles/change-recorder.ts'

const TAG = { ResourceId: 'web', ResourceType: 'auto-scaling-group', Key: 'fleet-patch:memo' } as const

test.each([
  { name: 'not those that were removed before its look', staleSeconds: 0, known: false },
  { name: 'those that its look may have shown, as answers lag behind', staleSeconds: 7, known: true },
  { name: 'not those that were removed too long before for that', staleSeconds: 2, known: false },
])('the tags that a caller may have known are $name', ({ staleSeconds, known }) => {
  const account = new SimulatedAccount({ behaviour: { staleSeconds } })
  addGroup(account, { name: 'web', size: 1 })
  const { operations } = account.autoScaling
  const recorder = new Recorder(account, 'web')
  const call = (operation: string): void => {
    const made: Call = { service: 'autoscaling', operation, input: {}, accessKeyId: 'AKIA' } as never
    recorder.before(made)
    recorder.after(made, 'ok')
  }
  operations.CreateOrUpdateTags({ Tags: [{ ...TAG, Value: 'how it was', PropagateAtLaunch: false }] })
  call('DescribeAutoScalingGroups')
  account.timeline.advance(3)
  call('DescribeAutoScalingGroups')
  operations.DeleteTags({ Tags: [TAG] })
  account.timeline.advance(1)
  call('DescribeAutoScalingGroups')
  account.timeline.advance(3)
  call('DescribeAutoScalingGroups')
  call('UpdateAutoScalingGroup')
  expect('fleet-patch:memo' in (recorder.changes.at(-1)?.tagsAsKnown ?? {})).toBe(known)
})
