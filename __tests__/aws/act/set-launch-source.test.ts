import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import type { LaunchTemplateVersion } from '@aws-sdk/client-ec2'
import { putPreviousSource } from '../../../src/aws/act/set-launch-source.ts'
import type { LaunchReference, PreviousLaunchSource } from '../../../src/domain/rollout/fleet.ts'
import { type Call, fakeConnection } from '../fake-connection.ts'

const FIRST: LaunchTemplateVersion = {
  VersionNumber: 1,
  LaunchTemplateData: {
    ImageId: 'ami-1',
    InstanceType: 't3.micro',
    BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { SnapshotId: 'snap-1' } }],
  },
}
const FAILED: LaunchTemplateVersion = { VersionNumber: 2, LaunchTemplateData: { ImageId: 'ami-2' } }

const version = (number: number, id = 'lt-1'): LaunchReference => ({ kind: 'template', id, version: number })

const previous = (reference: LaunchReference, images: readonly [string, string][] = []): PreviousLaunchSource => ({
  label: 'the previous source',
  references: [reference],
  images: new Map(images),
})

/** The changing calls that put the previous source back. */
async function callsFor(
  group: Partial<AutoScalingGroup>,
  source: PreviousLaunchSource,
  versions: readonly LaunchTemplateVersion[] = [FIRST, FAILED],
): Promise<readonly Call[]> {
  const connection = fakeConnection({
    DescribeAutoScalingGroups: () => ({ AutoScalingGroups: [{ AutoScalingGroupName: 'web', ...group }] }),
    DescribeLaunchTemplateVersions: () => ({ LaunchTemplateVersions: versions }),
    UpdateAutoScalingGroup: () => ({}),
    ModifyLaunchTemplate: () => ({}),
    CreateLaunchTemplateVersion: () => ({}),
  })
  await putPreviousSource(connection, { group: 'web', previous: source })
  return connection.calls.filter(({ operation }) => !operation.startsWith('Describe'))
}

const following = (Version: string): Partial<AutoScalingGroup> => ({
  LaunchTemplate: { LaunchTemplateId: 'lt-1', LaunchTemplateName: 'web', Version },
})

const update = (input: object): Call => ({
  operation: 'UpdateAutoScalingGroup',
  input: { AutoScalingGroupName: 'web', ...input },
})

describe('a group goes back', () => {
  test('to its launch configuration, which is set in the group', async () => {
    const source = previous({ kind: 'configuration', name: 'web-1' })
    expect(await callsFor({ LaunchConfigurationName: 'web-2' }, source)).toEqual([
      update({ LaunchConfigurationName: 'web-1' }),
    ])
  })

  test('to its version, which is set in the group where that names a number', async () => {
    expect(await callsFor(following('2'), previous(version(1)))).toEqual([
      update({ LaunchTemplate: { LaunchTemplateId: 'lt-1', Version: '1' } }),
    ])
  })

  test('to its version, which becomes the default where the group follows that', async () => {
    expect(await callsFor(following('$Default'), previous(version(1)))).toEqual([
      { operation: 'ModifyLaunchTemplate', input: { LaunchTemplateId: 'lt-1', DefaultVersion: '1' } },
    ])
  })

  test('to a copy of its version, with all that AWS leaves out of copies, where it follows the latest', async () => {
    expect(await callsFor(following('$Latest'), previous(version(1)))).toEqual([
      {
        operation: 'CreateLaunchTemplateVersion',
        input: {
          LaunchTemplateId: 'lt-1',
          SourceVersion: '1',
          VersionDescription: expect.stringMatching(/version 1/),
          LaunchTemplateData: FIRST.LaunchTemplateData,
          ClientToken: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
    ])
  })

  test('without another copy where the latest version is one already', async () => {
    const copy = { ...FIRST, VersionNumber: 3 }
    expect(await callsFor(following('$Latest'), previous(version(1)), [FIRST, copy])).toEqual([])
  })

  test('to the images of its overrides as well', async () => {
    const override = { InstanceType: 't3.micro', ImageId: 'ami-2' }
    const LaunchTemplateSpecification = { LaunchTemplateId: 'lt-1', LaunchTemplateName: 'web', Version: '2' }
    const group = {
      MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification, Overrides: [override] } },
    }
    expect(await callsFor(group, previous(version(1), [['t3.micro', 'ami-1']]))).toEqual([
      update({
        MixedInstancesPolicy: {
          LaunchTemplate: {
            LaunchTemplateSpecification: { LaunchTemplateId: 'lt-1', Version: '1' },
            Overrides: [{ InstanceType: 't3.micro', ImageId: 'ami-1' }],
          },
        },
      }),
    ])
  })
})

test('a version that is gone is refused before any change', async () => {
  await expect(callsFor(following('$Latest'), previous(version(1)), [FAILED])).rejects.toThrow(
    'Version 1 of the launch template lt-1 does not exist any more.',
  )
})
