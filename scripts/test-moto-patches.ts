/** Patches groups of every launch source with the bundle on a moto server (its address is the argument). */
import '../simulator/require-node-24.ts'
import assert from 'node:assert/strict'
import {
  AutoScalingClient,
  CreateAutoScalingGroupCommand,
  CreateLaunchConfigurationCommand,
  type CreateAutoScalingGroupType,
  DescribeAutoScalingGroupsCommand,
  DescribeLaunchConfigurationsCommand,
  type LaunchTemplateSpecification,
} from '@aws-sdk/client-auto-scaling'
import {
  CreateLaunchTemplateCommand,
  DescribeImagesCommand,
  DescribeLaunchTemplateVersionsCommand,
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
const usual = (Images ?? []).filter(
  ({ Architecture, RootDeviceType, VirtualizationType }) =>
    Architecture === 'x86_64' && RootDeviceType === 'ebs' && VirtualizationType === 'hvm',
)
const [old = '', fresh = ''] = usual.map(({ ImageId = '' }) => ImageId)
const { Subnets } = await ec2.send(new DescribeSubnetsCommand({}))
const VPCZoneIdentifier = (Subnets ?? []).map(({ SubnetId }) => SubnetId).join(',')

const taupage = '#taupage-ami-config\nsource: team/app:1 # the image\nsecret: hunter2\n'
const data = {
  ImageId: old,
  InstanceType: 't3.micro' as const,
  UserData: Buffer.from(taupage).toString('base64'),
  MetadataOptions: { HttpTokens: 'required' as const },
}

async function template(name: string, Version: string): Promise<LaunchTemplateSpecification> {
  const input = { LaunchTemplateName: name, LaunchTemplateData: data }
  const { LaunchTemplate } = await ec2.send(new CreateLaunchTemplateCommand(input))
  return { LaunchTemplateId: LaunchTemplate?.LaunchTemplateId ?? '', Version }
}

type Source = Pick<CreateAutoScalingGroupType, 'LaunchConfigurationName' | 'LaunchTemplate' | 'MixedInstancesPolicy'>

/** The launch source of each kind of group. */
const kinds: Readonly<Record<string, () => Promise<Source>>> = {
  'patched-configuration': async () => {
    const LaunchConfigurationName = 'patched-1'
    await autoScaling.send(new CreateLaunchConfigurationCommand({ LaunchConfigurationName, ...data }))
    return { LaunchConfigurationName }
  },
  'patched-number': async () => ({ LaunchTemplate: await template('number', '1') }),
  'patched-latest': async () => ({ LaunchTemplate: await template('latest', '$Latest') }),
  'patched-default': async () => ({ LaunchTemplate: await template('default', '$Default') }),
  'patched-mixed': async () => ({
    MixedInstancesPolicy: {
      LaunchTemplate: {
        LaunchTemplateSpecification: await template('mixed', '1'),
        Overrides: [
          { InstanceType: 't3.small' },
          { InstanceType: 't3.medium', LaunchTemplateSpecification: await template('mixed-override', '1') },
        ],
      },
    },
  }),
}

const gateway = await motoGateway(moto)
for (const [name, source] of Object.entries(kinds)) {
  await autoScaling.send(
    new CreateAutoScalingGroupCommand({
      AutoScalingGroupName: name,
      MinSize: 1,
      MaxSize: 2,
      VPCZoneIdentifier,
      ...(await source()),
    }),
  )
  const instances = await instancesOf(name)
  const image = { mode: 'patch-image', image: fresh }
  const docker = { mode: 'patch-docker', 'docker-image': 'team/app:2' }
  for (const [inputs, changed] of [
    [image, 'true'],
    [image, 'false'],
    [docker, 'true'],
    [docker, 'false'],
  ] as const)
    // prettier-ignore
    assert.equal(await patch(name, inputs), changed, `${name}, ${inputs.mode}: changed`)
  const wanted = {
    ...data,
    ImageId: fresh,
    UserData: Buffer.from(taupage.replace('app:1', 'app:2')).toString('base64'),
  }
  for (const launched of await launchedBy(name)) {
    const { ImageId, InstanceType, UserData, MetadataOptions } = launched
    assert.deepEqual({ ImageId, InstanceType, UserData, MetadataOptions }, wanted, `${name}: nothing else is changed`)
  }
  assert.deepEqual(await instancesOf(name), instances, 'running instances are left alone')
  console.log(`\nOn moto, ${name}: image and user data patched, everything else kept.\n`)
}
await gateway.close()

async function patch(name: string, inputs: Readonly<Record<string, string>>): Promise<string | undefined> {
  const { exitCode, outputs } = await runStep({
    root: process.cwd(),
    inputs: { 'aws-region': region, 'auto-scaling-groups': name, ...inputs },
    environment: {
      ...runnerEnvironment('1'),
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_ENDPOINT_URL: gateway.url,
    },
    onLine: (line) => console.log(line),
  })
  assert.equal(exitCode, 0)
  return outputs['changed']
}

async function groupOf(name: string) {
  const names = { AutoScalingGroupNames: [name] }
  const { AutoScalingGroups } = await autoScaling.send(new DescribeAutoScalingGroupsCommand(names))
  const [group] = AutoScalingGroups ?? []
  if (group === undefined) throw new Error(`moto has no group ${name}`)
  return group
}

async function instancesOf(name: string): Promise<readonly string[]> {
  const { Instances } = await groupOf(name)
  return (Instances ?? []).map(({ InstanceId = '' }) => InstanceId).toSorted()
}

/** The launch data of a group's next launches. */
async function launchedBy(name: string) {
  const { LaunchConfigurationName, LaunchTemplate, MixedInstancesPolicy } = await groupOf(name)
  if (LaunchConfigurationName) {
    const names = { LaunchConfigurationNames: [LaunchConfigurationName] }
    return (await autoScaling.send(new DescribeLaunchConfigurationsCommand(names))).LaunchConfigurations ?? []
  }
  const mixed = MixedInstancesPolicy?.LaunchTemplate
  const specifications = [
    LaunchTemplate ?? mixed?.LaunchTemplateSpecification,
    ...(mixed?.Overrides ?? []).map(({ LaunchTemplateSpecification }) => LaunchTemplateSpecification),
  ].filter((specification) => specification !== undefined)
  return await Promise.all(
    specifications.map(async ({ LaunchTemplateId, Version = '$Default' }) => {
      const request = { LaunchTemplateId, Versions: [Version] }
      const { LaunchTemplateVersions } = await ec2.send(new DescribeLaunchTemplateVersionsCommand(request))
      return LaunchTemplateVersions?.[0]?.LaunchTemplateData ?? {}
    }),
  )
}
