/** Rolls groups with the bundle on a moto server (its address is the argument): real time, real HTTP, a foreign AWS. */
import '../simulator/require-node-24.ts'
import assert from 'node:assert/strict'
import {
  type AutoScalingGroup,
  AutoScalingClient,
  CreateAutoScalingGroupCommand,
  CreateLaunchConfigurationCommand,
  type CreateAutoScalingGroupType,
  DescribeAutoScalingGroupsCommand,
} from '@aws-sdk/client-auto-scaling'
import {
  CreateLaunchTemplateCommand,
  DescribeImagesCommand,
  DescribeSubnetsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2'
import { runStep } from '../testing/run-step.ts'
import { motoGateway } from './moto-gateway.ts'
import { runnerEnvironment } from '../testing/simulated-job.ts'

const [, , moto = ''] = process.argv
const region = 'eu-west-1'
const credentials = { accessKeyId: 'moto-key', secretAccessKey: 'moto-secret' }
const autoScaling = new AutoScalingClient({ region, credentials, endpoint: moto })
const ec2 = new EC2Client({ region, credentials, endpoint: moto })

const { Images } = await ec2.send(new DescribeImagesCommand({ Owners: ['amazon'] }))
const ImageId = Images?.[0]?.ImageId ?? ''
const { Subnets } = await ec2.send(new DescribeSubnetsCommand({}))
const VPCZoneIdentifier = (Subnets ?? []).map(({ SubnetId }) => SubnetId).join(',')

type Source = Pick<CreateAutoScalingGroupType, 'LaunchConfigurationName' | 'LaunchTemplate'>

/** The launch source of each kind of group. */
const kinds: Readonly<Record<string, () => Promise<Source>>> = {
  template: async () => {
    const data = { ImageId, InstanceType: 't3.micro' as const }
    await ec2.send(new CreateLaunchTemplateCommand({ LaunchTemplateName: 'web', LaunchTemplateData: data }))
    return { LaunchTemplate: { LaunchTemplateName: 'web', Version: '$Latest' } }
  },
  configuration: async () => {
    const LaunchConfigurationName = 'web-1'
    await autoScaling.send(
      new CreateLaunchConfigurationCommand({ LaunchConfigurationName, ImageId, InstanceType: 't3.micro' }),
    )
    return { LaunchConfigurationName }
  },
}

const gateway = await motoGateway(moto)
for (const [kind, source] of Object.entries(kinds)) {
  await autoScaling.send(
    new CreateAutoScalingGroupCommand({
      AutoScalingGroupName: kind,
      MinSize: 2,
      DesiredCapacity: 3,
      MaxSize: 3,
      VPCZoneIdentifier,
      Tags: [{ Key: 'team', Value: 'shop', PropagateAtLaunch: false }],
      ...(await source()),
    }),
  )
  for (const mode of ['respawn', 'scale-up-patch']) {
    const before = await described(kind)
    const began = Date.now()
    const { exitCode, outputs } = await runStep({
      root: process.cwd(),
      inputs: {
        mode,
        'aws-region': region,
        'auto-scaling-groups': kind,
        // moto shows the present launch source on every instance, so nothing would look old.
        force: 'true',
        timeout: '2',
      },
      environment: {
        ...runnerEnvironment('1'),
        AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        AWS_ENDPOINT_URL: gateway.url,
      },
      onLine: (line) => console.log(line),
    })
    const after = await described(kind)
    assert.equal(exitCode, 0)
    assert.equal(outputs['changed'], 'true')
    assert.deepEqual(sorted(JSON.parse(outputs['replaced'] ?? '')), ids(before), 'the output names what was replaced')
    assert.deepEqual(sorted(JSON.parse(outputs['launched'] ?? '')), ids(after), 'the output names what was launched')
    assert.equal(ids(after).filter((id) => ids(before).includes(id)).length, 0, 'every instance is a new one')
    assert.deepEqual(remaining(after), remaining(before), 'everything is as it was')
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    console.log(
      `\nOn moto, ${mode} of ${kind}: ${ids(after).length} instances replaced in ${seconds} s, all settings restored.\n`,
    )
  }
}
await gateway.close()

async function described(name: string): Promise<AutoScalingGroup> {
  const names = { AutoScalingGroupNames: [name] }
  const { AutoScalingGroups } = await autoScaling.send(new DescribeAutoScalingGroupsCommand(names))
  const [group] = AutoScalingGroups ?? []
  if (group === undefined) throw new Error(`moto has no group ${name}`)
  return group
}

function ids({ Instances }: AutoScalingGroup): string[] {
  return sorted((Instances ?? []).map(({ InstanceId = '' }) => InstanceId))
}

function sorted(texts: unknown): string[] {
  return (texts as string[]).toSorted()
}

/** The settings that a roll must restore. */
function remaining({ MinSize, MaxSize, DesiredCapacity, SuspendedProcesses, Tags }: AutoScalingGroup): object {
  const tags = (Tags ?? []).map(({ Key = '', Value = '' }) => `${Key}=${Value}`)
  return { MinSize, MaxSize, DesiredCapacity, processes: SuspendedProcesses ?? [], tags: tags.toSorted() }
}
