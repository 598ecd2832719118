/** Launch sources that are gone, or launch nothing: each is put in the place of the group's own, and its own back again. */
import type { SimulatedAccount } from '../../simulator/account.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'
import { describedGroup, sourceFields } from './launch-specifications.ts'

const LOST = 'lost'

/** What a group launches from for a while, and how it gets lost. */
interface LostSource {
  readonly name: string
  readonly lose: (fixture: Fixture) => void
  readonly says: RegExp
}

const template = (
  account: SimulatedAccount,
  ImageId: string,
  versions: number,
  InstanceType: 't2.micro' | 't3.micro' = 't3.micro',
): void => {
  const { operations } = account.ec2
  operations.CreateLaunchTemplate({
    LaunchTemplateName: LOST,
    LaunchTemplateData: { ImageId, InstanceType },
  })
  for (let version = 2; version <= versions; version++)
    operations.CreateLaunchTemplateVersion({
      LaunchTemplateName: LOST,
      SourceVersion: '1',
      LaunchTemplateData: { ImageId },
    })
  account.autoScaling.operations.UpdateAutoScalingGroup({
    AutoScalingGroupName: FUZZ_GROUP,
    LaunchTemplate: { LaunchTemplateName: LOST, Version: String(versions) },
  })
}

export const LOST_SOURCES: readonly LostSource[] = [
  {
    name: 'a launch template that is gone',
    lose: ({ account, group: { newImageId } }) => {
      template(account, newImageId, 1)
      account.ec2.operations.DeleteLaunchTemplate({ LaunchTemplateName: LOST })
    },
    says: /web cannot launch anything.*template lost/s,
  },
  {
    name: 'a launch template version that is gone',
    lose: ({ account, group: { newImageId } }) => {
      template(account, newImageId, 2)
      account.ec2.operations.DeleteLaunchTemplateVersions({ LaunchTemplateName: LOST, Versions: ['2'] })
    },
    says: /web: version 2 of its launch template \S+ does not exist/,
  },
  {
    name: 'an image that is gone',
    lose: ({ account }) => {
      const id = account.ec2.seedImage({ name: LOST, architecture: 'x86_64' })
      template(account, id, 1)
      account.ec2.operations.DeregisterImage({ ImageId: id })
    },
    says: /web: .* names the image ami-\w+: it does not exist any more/,
  },
  {
    name: 'an image for another architecture than its type',
    lose: ({ account }) => template(account, account.ec2.seedImage({ name: LOST, architecture: 'arm64' }), 1),
    says: /web: .*: ami-\w+ is for arm64, but t3\.micro runs x86_64/,
  },
  {
    name: 'an image that needs a NitroTPM on a type without',
    lose: ({ account }) => {
      template(account, account.ec2.seedImage({ name: LOST, demands: { tpm: 'v2.0' } }), 2, 't2.micro')
    },
    says: /web: .*: ami-\w+ needs a NitroTPM, which t2\.micro does not have/,
  },
]

/** Puts a source in the place of the group's own and loses it; gives what puts the group's own back. */
export function loseSource(fixture: Fixture, source: LostSource): () => void {
  const { account } = fixture
  const before = describedGroup(account)
  source.lose(fixture)
  return () =>
    void account.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: FUZZ_GROUP,
      ...sourceFields(before, (own) => own),
    })
}
