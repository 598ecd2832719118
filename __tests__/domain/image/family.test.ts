import fc from 'fast-check'
import { familyOf, namePatternOf } from '../../../src/domain/image/family.ts'
import type { Image } from '../../../src/domain/image/image.ts'
import { matchesGlob } from '../../../src/domain/glob.ts'

const image = (name: string, more: Partial<Image> = {}): Image => ({
  id: 'ami-1',
  name,
  owner: '123456789012',
  architecture: 'x86_64',
  virtualization: 'hvm',
  rootType: 'ebs',
  createdAt: 0,
  deprecatedAt: undefined,
  state: 'available',
  ...more,
})

interface Row {
  readonly name: string
  readonly pattern: string
  readonly same: readonly string[]
  readonly different: readonly string[]
}

const rows: Readonly<Record<string, Row>> = {
  'Taupage, date and time': {
    name: 'Taupage-AMI-20160208-163341',
    pattern: 'Taupage-AMI-*',
    same: ['Taupage-AMI-20171101-080000'],
    different: [
      'TaupageStaging-AMI-20160208-163341',
      'TaupageDev-AMI-20160208-163341',
      'Taupage-Public-AMI-20160208-163341',
    ],
  },
  'Amazon Linux 2023': {
    name: 'al2023-ami-2023.5.20240903.0-kernel-6.1-x86_64',
    pattern: 'al2023-ami-2023.*-kernel-6.1-x86_64',
    same: ['al2023-ami-2023.6.20241010.0-kernel-6.1-x86_64', 'al2023-ami-2023.10.20260105.1-kernel-6.1-x86_64'],
    different: [
      'al2023-ami-2023.5.20240903.0-kernel-6.12-x86_64',
      'al2023-ami-2023.5.20240903.0-kernel-6.1-arm64',
      'al2023-ami-minimal-2023.5.20240903.0-kernel-6.1-x86_64',
      'al2023-ami-2026.0.20260903.0-kernel-6.1-x86_64',
    ],
  },
  'Amazon Linux 2': {
    name: 'amzn2-ami-kernel-5.10-hvm-2.0.20240131.0-x86_64-gp2',
    pattern: 'amzn2-ami-kernel-5.10-hvm-2.*-x86_64-gp2',
    same: ['amzn2-ami-kernel-5.10-hvm-2.0.20250220.2-x86_64-gp2'],
    different: [
      'amzn2-ami-kernel-4.14-hvm-2.0.20240131.0-x86_64-gp2',
      'amzn2-ami-hvm-2.0.20240131.0-x86_64-gp2',
      'amzn2-ami-kernel-5.10-hvm-2.0.20240131.0-x86_64-ebs',
    ],
  },
  'ECS-optimized Amazon Linux 2': {
    name: 'amzn2-ami-ecs-hvm-2.0.20240131-x86_64-ebs',
    pattern: 'amzn2-ami-ecs-hvm-2.*-x86_64-ebs',
    same: ['amzn2-ami-ecs-hvm-2.0.20250805-x86_64-ebs'],
    different: [
      'amzn2-ami-ecs-gpu-hvm-2.0.20240131-x86_64-ebs',
      'amzn2-ami-ecs-kernel-5.10-hvm-2.0.20240131-x86_64-ebs',
    ],
  },
  'ECS-optimized Amazon Linux 2023': {
    name: 'al2023-ami-ecs-hvm-2023.0.20240131-kernel-6.1-x86_64',
    pattern: 'al2023-ami-ecs-hvm-2023.*-kernel-6.1-x86_64',
    same: ['al2023-ami-ecs-hvm-2023.0.20250805-kernel-6.1-x86_64'],
    different: ['al2023-ami-ecs-neuron-hvm-2023.0.20240131-kernel-6.1-x86_64'],
  },
  'Ubuntu with its serial': {
    name: 'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240126',
    pattern: 'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*',
    same: ['ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240207.1'],
    different: [
      'ubuntu/images/hvm-ssd/ubuntu-noble-24.04-amd64-server-20240126',
      'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-arm64-server-20240126',
      'ubuntu/images/hvm-ssd-gp3/ubuntu-jammy-22.04-amd64-server-20240126',
      'ubuntu-minimal/images/hvm-ssd/ubuntu-jammy-22.04-amd64-minimal-20240126',
    ],
  },
  'Ubuntu in the marketplace, where the UUID is the product': {
    name: 'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240126-47489723-7305-4c22-8b22-b0d57054f216',
    pattern: 'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*-47489723-7305-4c22-8b22-b0d57054f216',
    same: ['ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240319-47489723-7305-4c22-8b22-b0d57054f216'],
    different: ['ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240126-d83d0782-cb94-46d7-8993-f4ce15d1a484'],
  },
  'Windows Server with dotted dates': {
    name: 'Windows_Server-2022-English-Full-Base-2024.01.16',
    pattern: 'Windows_Server-2022-English-Full-Base-*',
    same: ['Windows_Server-2022-English-Full-Base-2024.12.13'],
    different: [
      'Windows_Server-2019-English-Full-Base-2024.01.16',
      'Windows_Server-2022-German-Full-Base-2024.01.16',
      'Windows_Server-2022-English-Full-SQL_2019_Standard-2024.01.16',
    ],
  },
  'Windows for EKS': {
    name: 'Windows_Server-2022-English-Full-EKS_Optimized-1.29-2024.01.16',
    pattern: 'Windows_Server-2022-English-Full-EKS_Optimized-1.29-*',
    same: ['Windows_Server-2022-English-Full-EKS_Optimized-1.29-2024.02.13'],
    different: ['Windows_Server-2022-English-Full-EKS_Optimized-1.30-2024.01.16'],
  },
  'EKS nodes': {
    name: 'amazon-eks-node-1.29-v20240129',
    pattern: 'amazon-eks-node-1.29-*',
    same: ['amazon-eks-node-1.29-v20240605'],
    different: ['amazon-eks-node-1.30-v20240129', 'amazon-eks-gpu-node-1.29-v20240129'],
  },
  'EKS nodes on Amazon Linux 2023': {
    name: 'amazon-eks-node-al2023-x86_64-standard-1.29-v20240605',
    pattern: 'amazon-eks-node-al2023-x86_64-standard-1.29-*',
    same: ['amazon-eks-node-al2023-x86_64-standard-1.29-v20250101'],
    different: [
      'amazon-eks-node-al2023-x86_64-standard-1.30-v20240605',
      'amazon-eks-node-al2023-x86_64-nvidia-1.29-v20240605',
    ],
  },
  'Bottlerocket, with a commit in its own version': {
    name: 'bottlerocket-aws-k8s-1.28-x86_64-v1.19.0-be8cc7c5',
    pattern: 'bottlerocket-aws-k8s-1.28-x86_64-*',
    same: ['bottlerocket-aws-k8s-1.28-x86_64-v1.20.3-5d9ac849', 'bottlerocket-aws-k8s-1.28-x86_64-v1.32.0-12345678'],
    different: [
      'bottlerocket-aws-k8s-1.29-x86_64-v1.19.0-be8cc7c5',
      'bottlerocket-aws-k8s-1.28-nvidia-x86_64-v1.19.0-be8cc7c5',
      'bottlerocket-aws-k8s-1.28-aarch64-v1.19.0-be8cc7c5',
    ],
  },
  'a release candidate: its version is a product, its counter a build': {
    name: 'web-1.4.2-rc1',
    pattern: 'web-1.4.2-rc*',
    same: ['web-1.4.2-rc2', 'web-1.4.2-rc10'],
    different: ['web-1.4.2', 'web-1.4.3-rc1', 'web-1.5.2-rc1', 'web-1.4.2-beta1', 'api-1.4.2-rc1'],
  },
  'an own version with a build number': {
    name: 'web-1.4.2-345',
    pattern: 'web-1.4.2-*',
    same: ['web-1.4.2-7'],
    different: ['web-1.4.3-345', 'web-1.4.2'],
  },
  'an own version with a commit': {
    name: 'web-1.4.2-3f2a1bc',
    pattern: 'web-1.4.2-*',
    same: ['web-1.4.2-0a1b2c3'],
    different: ['web-1.4.3-3f2a1bc'],
  },
  'a version with a time stamp keeps its version': {
    name: 'web-v1.4.2-1706695872',
    pattern: 'web-v1.4.2-*',
    same: ['web-v1.4.2-1806695872'],
    different: ['web-v1.4.3-1706695872'],
  },
  'an ISO time as Packer cleans it': {
    name: 'myapp_2024-01-31T10.11.12Z',
    pattern: 'myapp_*',
    same: ['myapp_2025-11-01T00.00.00Z', 'myapp_2024-01-31T10-11-12Z', 'myapp_20240131T101112Z'],
    different: ['myapp2_2024-01-31T10.11.12Z', 'myapp-api_2024-01-31T10.11.12Z'],
  },
  'seconds since the epoch as Packer writes them': {
    name: 'myapp 1706695872',
    pattern: 'myapp *',
    same: ['myapp 1806695872'],
    different: ['other 1706695872'],
  },
  'Debian 12 with its build': {
    name: 'debian-12-amd64-20240102-1614',
    pattern: 'debian-12-amd64-*',
    same: ['debian-12-amd64-20250316-2053'],
    different: [
      'debian-11-amd64-20240102-1614',
      'debian-12-arm64-20240102-1614',
      'debian-12-backports-amd64-20240102-1614',
    ],
  },
  'Debian 9 with a date in dashes': {
    name: 'debian-stretch-hvm-x86_64-gp2-2018-06-13-59294',
    pattern: 'debian-stretch-hvm-x86_64-gp2-*',
    same: ['debian-stretch-hvm-x86_64-gp2-2019-11-13-63558'],
    different: ['debian-jessie-hvm-x86_64-gp2-2018-06-13-59294'],
  },
  'RHEL with date and build': {
    name: 'RHEL-9.3.0_HVM-20240117-x86_64-49-Hourly2-GP3',
    pattern: 'RHEL-9.3.0_HVM-*-x86_64-*-Hourly2-GP3',
    same: ['RHEL-9.3.0_HVM-20231101-x86_64-5-Hourly2-GP3'],
    different: [
      'RHEL-9.4.0_HVM-20240117-x86_64-49-Hourly2-GP3',
      'RHEL-9.3.0_HVM-20240117-x86_64-49-Access2-GP3',
      'RHEL-8.9.0_HVM-20240117-x86_64-49-Hourly2-GP3',
    ],
  },
  'AlmaLinux, with a date behind the version': {
    name: 'AlmaLinux OS 9.3.20231114 x86_64',
    pattern: 'AlmaLinux OS 9.* x86_64',
    same: ['AlmaLinux OS 9.4.20240805 x86_64'],
    different: ['AlmaLinux OS 8.9.20231123 x86_64'],
  },
  Rocky: {
    name: 'Rocky-9-EC2-Base-9.3-20231113.0.x86_64',
    pattern: 'Rocky-9-EC2-Base-9.3-*.x86_64',
    same: ['Rocky-9-EC2-Base-9.3-20240113.1.x86_64'],
    different: ['Rocky-8-EC2-Base-8.9-20231113.0.x86_64', 'Rocky-9-EC2-LVM-9.3-20231113.0.x86_64'],
  },
  'Flatcar, with a version that counts days': {
    name: 'Flatcar-stable-3815.2.0-hvm',
    pattern: 'Flatcar-stable-*-hvm',
    same: ['Flatcar-stable-3760.2.0-hvm', 'Flatcar-stable-4081.3.1-hvm'],
    different: ['Flatcar-beta-3815.2.0-hvm', 'Flatcar-lts-3815.2.0-hvm'],
  },
  SUSE: {
    name: 'suse-sles-15-sp5-v20240129-hvm-ssd-x86_64',
    pattern: 'suse-sles-15-sp5-*-hvm-ssd-x86_64',
    same: ['suse-sles-15-sp5-v20241113-hvm-ssd-x86_64'],
    different: [
      'suse-sles-15-sp6-v20240129-hvm-ssd-x86_64',
      'suse-sles-12-sp5-v20240129-hvm-ssd-x86_64',
      'suse-sles-15-sp5-byos-v20240129-hvm-ssd-x86_64',
    ],
  },
  'a product version behind the date': {
    name: 'builder-20240101-node20-x86_64',
    pattern: 'builder-*-node20-x86_64',
    same: ['builder-20240601-node20-x86_64'],
    different: ['builder-20240101-node22-x86_64'],
  },
}

describe('the family of an image', () => {
  const all = Object.entries(rows)

  test.each(all)('%s has the pattern of its family', (_, { name, pattern }) => {
    expect(namePatternOf(name)).toBe(pattern)
  })

  test.each(all.flatMap(([title, { name, same }]) => same.map((other) => [title, other, name] as const)))(
    '%s: %s is of the same family',
    (_, other, name) => {
      expect(familyOf(image(other)).key).toBe(familyOf(image(name)).key)
    },
  )

  test.each(all.flatMap(([title, { name, different }]) => different.map((other) => [title, other, name] as const)))(
    '%s: %s is of another family',
    (_, other, name) => {
      expect(familyOf(image(other)).key).not.toBe(familyOf(image(name)).key)
    },
  )

  test.each([
    ['owner', { owner: 'another' }],
    ['architecture', { architecture: 'arm64' }],
    ['virtualization', { virtualization: 'paravirtual' }],
    ['root type', { rootType: 'instance-store' }],
  ])('another %s is another family', (_, more) => {
    expect(familyOf(image('web', more)).key).not.toBe(familyOf(image('web')).key)
  })

  test('images without a name are families of their own', () => {
    expect(familyOf(image('', { id: 'ami-1' })).key).not.toBe(familyOf(image('', { id: 'ami-2' })).key)
  })

  test('the pattern for AWS matches every name of the family', () => {
    const names = all.flatMap(([, { name, same }]) => [name, ...same])
    expect(names.filter((name) => !matchesGlob(namePatternOf(name), name))).toEqual([])
    const word = fc.constantFrom(
      'web',
      '-',
      '_',
      '.',
      ' ',
      '20240131',
      '1.2',
      'v1.2.3',
      'rc1',
      '12345',
      'x86_64',
      'T10.11Z',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) =>
        matchesGlob(namePatternOf(words.join('')), words.join('')),
      ),
    )
  })
})
