import { AutoScalingClient, DescribeTagsCommand } from '@aws-sdk/client-auto-scaling'
import type { SetDesiredCapacityCommand } from '@aws-sdk/client-auto-scaling'
import { takeShortcut } from '../../../simulator/shortcut.ts'
import { checkAnswer } from '../../../simulator/wire/answer-check.ts'
import { operationModel } from '../../../simulator/wire/model.ts'
import { type Api, apis } from '../../../simulator/wire/services.ts'
import { scripted, smallAccount } from '../small-account.ts'

const api = apis.find(({ sdkId }) => sdkId === 'Auto Scaling') as Api
const group = {
  AutoScalingGroupName: 'web',
  MinSize: 0,
  MaxSize: 1,
  DesiredCapacity: 1,
  DefaultCooldown: 300,
  AvailabilityZones: ['eu-west-1a'],
  HealthCheckType: 'EC2',
  CreatedTime: new Date(0),
}

describe('an answer that the SDK’s schema does not allow is a defect of the simulator', () => {
  const wrong = [
    { name: 'an unknown member', output: { AutoScalingGroups: [{ ...group, Colour: 'red' }] }, where: '.AutoScalingGroups.0.Colour is unknown' }, // prettier-ignore
    { name: 'a text for a number', output: { AutoScalingGroups: [{ ...group, MinSize: '0' }] }, where: '.AutoScalingGroups.0.MinSize is no number' }, // prettier-ignore
    { name: 'a number for a time', output: { AutoScalingGroups: [{ ...group, CreatedTime: 0 }] }, where: '.AutoScalingGroups.0.CreatedTime is no time' }, // prettier-ignore
    { name: 'a text for a list', output: { AutoScalingGroups: 'web' }, where: '.AutoScalingGroups is no list' },
    { name: 'null', output: { AutoScalingGroups: [{ ...group, Instances: null }] }, where: '.AutoScalingGroups.0.Instances is no list' }, // prettier-ignore
    { name: 'nothing where there must be something', output: {}, where: '.AutoScalingGroups is missing' },
    { name: 'a missing member of an item', output: { AutoScalingGroups: [{ ...group, MaxSize: undefined }] }, where: '.AutoScalingGroups.0.MaxSize is missing' }, // prettier-ignore
  ]
  it.each(wrong)('$name', async ({ output, where }) => {
    const model = await operationModel(api, 'DescribeAutoScalingGroups')
    expect(() => checkAnswer(api, model as never, output)).toThrow(
      `Auto Scaling answers DescribeAutoScalingGroups wrongly: Output${where}`,
    )
    expect(() => checkAnswer(api, model as never, { AutoScalingGroups: [group] })).not.toThrow()
  })

  it('anything from an operation without an output', async () => {
    const model = await operationModel(api, 'SetDesiredCapacity')
    expect(() => checkAnswer(api, model as never, { Done: true })).toThrow('Output.Done is unknown')
    expect(() => checkAnswer(api, model as never, {} satisfies Partial<SetDesiredCapacityCommand>)).not.toThrow()
  })
})

describe('both ways into the simulator look at the answers', () => {
  const { config, gateway } = smallAccount(
    scripted('Auto Scaling', { DescribeTags: () => ({ Tags: [{ Name: 'x' }] }) }),
  )
  const defect = 'Auto Scaling answers DescribeTags wrongly: Output.Tags.0.Name is unknown'

  it('requests on the wire', async () => {
    const body = Buffer.from('Action=DescribeTags&Version=2011-01-01')
    await expect(gateway.handle({ method: 'POST', path: '/', headers: {}, body })).rejects.toThrow(defect)
  })

  it('calls by the shortcut, whose inputs are checked as well', async () => {
    takeShortcut()
    const client = new AutoScalingClient(config())
    await expect(client.send(new DescribeTagsCommand({}))).rejects.toThrow(defect)
    const wrong = new DescribeTagsCommand({ Filters: [{ Name: 1 as never }], MaxRecords: 1.5 })
    await expect(client.send(wrong)).rejects.toMatchObject({ name: 'MalformedInput' })
  })
})
