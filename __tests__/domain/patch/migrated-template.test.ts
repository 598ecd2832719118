import { templateDataOf } from '../../../src/domain/patch/migrated-template.ts'

const least = { ImageId: 'ami-1', InstanceType: 't3.micro' }

test.each([
  { name: 'security groups by id', given: { SecurityGroups: ['sg-1'] }, made: { SecurityGroupIds: ['sg-1'] } },
  { name: 'security groups by name', given: { SecurityGroups: ['web'] }, made: { SecurityGroups: ['web'] } },
  {
    name: 'a refused public address',
    given: { AssociatePublicIpAddress: false, SecurityGroups: ['sg-1'] },
    made: { NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: false, Groups: ['sg-1'] }] },
  },
  {
    name: 'a profile by ARN',
    given: { IamInstanceProfile: 'arn:aws:iam::123456789012:instance-profile/web' },
    made: { IamInstanceProfile: { Arn: 'arn:aws:iam::123456789012:instance-profile/web' } },
  },
  { name: 'a profile by name', given: { IamInstanceProfile: 'web' }, made: { IamInstanceProfile: { Name: 'web' } } },
  { name: 'monitoring', given: { InstanceMonitoring: { Enabled: true } }, made: { Monitoring: { Enabled: true } } },
  { name: 'optimisation that is off by itself', given: { EbsOptimized: false }, made: {} },
  { name: 'optimisation', given: { EbsOptimized: true }, made: { EbsOptimized: true } },
  {
    name: 'a spot price',
    given: { SpotPrice: '0.1' },
    made: { InstanceMarketOptions: { MarketType: 'spot', SpotOptions: { MaxPrice: '0.1' } } },
  },
  { name: 'tenancy', given: { PlacementTenancy: 'dedicated' }, made: { Placement: { Tenancy: 'dedicated' } } },
  {
    name: 'kernel and RAM disk',
    given: { KernelId: 'aki-1', RamdiskId: 'ari-1' },
    made: { KernelId: 'aki-1', RamDiskId: 'ari-1' },
  },
  {
    name: 'metadata options',
    given: { MetadataOptions: { HttpTokens: 'required' } },
    made: { MetadataOptions: { HttpTokens: 'required' } },
  },
  {
    name: 'a device that is left out',
    given: {
      BlockDeviceMappings: [
        { DeviceName: '/dev/xvdb', NoDevice: true },
        { DeviceName: '/dev/xvdc', NoDevice: false },
      ],
    },
    made: { BlockDeviceMappings: [{ DeviceName: '/dev/xvdb', NoDevice: '' }, { DeviceName: '/dev/xvdc' }] },
  },
])('$name has its place in a template', ({ given, made }) => {
  expect(templateDataOf({ ...least, ...given })).toEqual({ ...least, ...made })
})

test('an unknown field is reported, not dropped', () => {
  const novel = { ...least, Novelty: true }
  expect(() => templateDataOf(novel)).toThrow('Novelty')
})
