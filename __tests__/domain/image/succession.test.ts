import { classify } from '../../../src/domain/audit/classify.ts'
import { daysBehind } from '../../../src/domain/image/age.ts'
import { familyOf } from '../../../src/domain/image/family.ts'
import type { Image } from '../../../src/domain/image/image.ts'
import { generalRules } from '../../../src/domain/image/line-rules.ts'
import { lineOf } from '../../../src/domain/image/line.ts'
import { lastSuccessor } from '../../../src/domain/image/succession.ts'
import { productNumbers, vendorRules } from '../../../src/domain/image/vendors.ts'

const DAY = 86_400

const image = (name: string, createdAt: number): Image => ({
  id: `ami-${name}`,
  name,
  owner: '123456789012',
  architecture: 'x86_64',
  virtualization: 'hvm',
  rootType: 'ebs',
  createdAt: createdAt * DAY,
  deprecatedAt: undefined,
  state: 'available',
})

/** What `latest` takes for one of these, which were released in this order. */
function latest(inUse: string, released: readonly string[]): string | undefined {
  const images = released.map((name, index) => image(name, index + 1))
  const own = images.find(({ name }) => name === inUse) ?? image(inUse, 0)
  const family = images.filter((other) => familyOf(other).key === familyOf(own).key)
  return lastSuccessor(own, family, { now: 1000 * DAY, deprecated: 'ignore' })?.name
}

interface Row {
  readonly inUse: string
  /** Released after it, in this order. */
  readonly later: readonly string[]
  /** Undefined: it stays. */
  readonly takes: string | undefined
}

const rows: Readonly<Record<string, Row>> = {
  'Flatcar LTS stays in its major': {
    inUse: 'Flatcar-lts-4081.3.2-hvm',
    later: ['Flatcar-lts-4081.3.3-hvm', 'Flatcar-lts-3510.3.7-hvm', 'Flatcar-lts-4593.2.0-hvm'],
    takes: 'Flatcar-lts-4081.3.3-hvm',
  },
  'Flatcar LTS without an ending': {
    inUse: 'Flatcar-lts-4081.3.2',
    later: ['Flatcar-lts-3510.3.7'],
    takes: undefined,
  },
  'Flatcar stable goes on to the next major': {
    inUse: 'Flatcar-stable-3815.2.0-hvm',
    later: ['Flatcar-stable-4081.2.0-hvm', 'Flatcar-stable-3975.2.9-hvm', 'Flatcar-beta-4100.1.0-hvm'],
    takes: 'Flatcar-stable-4081.2.0-hvm',
  },
  'Flatcar stable never goes down': {
    inUse: 'Flatcar-stable-3815.2.0-hvm',
    later: ['Flatcar-stable-3760.2.9-hvm'],
    takes: undefined,
  },
  'CoreOS Container Linux': {
    inUse: 'CoreOS-stable-2345.3.0-hvm',
    later: ['CoreOS-stable-2512.3.0-hvm', 'CoreOS-alpha-2600.0.0-hvm'],
    takes: 'CoreOS-stable-2512.3.0-hvm',
  },
  'Fedora CoreOS stays in its stream': {
    inUse: 'fedora-coreos-39.20240104.3.0-x86_64',
    later: [
      'fedora-coreos-40.20240504.3.1-x86_64',
      'fedora-coreos-40.20240601.2.0-x86_64',
      'fedora-coreos-41.20240701.1.0-x86_64',
    ],
    takes: 'fedora-coreos-40.20240504.3.1-x86_64',
  },
  'Red Hat Enterprise Linux CoreOS stays in the release of OpenShift': {
    inUse: 'rhcos-416.94.202405291527-0-x86_64',
    later: ['rhcos-416.94.202410211619-0-x86_64', 'rhcos-417.94.202411011619-0-x86_64'],
    takes: 'rhcos-416.94.202410211619-0-x86_64',
  },
  'Bottlerocket stays in its variant and never goes down': {
    inUse: 'bottlerocket-aws-k8s-1.28-x86_64-v1.19.0-be8cc7c5',
    later: [
      'bottlerocket-aws-k8s-1.28-x86_64-v1.20.3-5d9ac849',
      'bottlerocket-aws-k8s-1.28-x86_64-v1.9.9-12345678',
      'bottlerocket-aws-k8s-1.28-x86_64-v1.19.10-12345678',
      'bottlerocket-aws-k8s-1.29-x86_64-v1.21.0-5d9ac849',
    ],
    takes: 'bottlerocket-aws-k8s-1.28-x86_64-v1.20.3-5d9ac849',
  },
  'Bottlerocket for ECS': {
    inUse: 'bottlerocket-aws-ecs-2-x86_64-v1.19.0-be8cc7c5',
    later: ['bottlerocket-aws-ecs-2-x86_64-v1.20.0-5d9ac849', 'bottlerocket-aws-ecs-1-x86_64-v1.21.0-5d9ac849'],
    takes: 'bottlerocket-aws-ecs-2-x86_64-v1.20.0-5d9ac849',
  },
  'Garden Linux stays in its major': {
    inUse: 'gardenlinux-aws-gardener_prod-amd64-1592.3-75f1d7a6',
    later: [
      'gardenlinux-aws-gardener_prod-amd64-1592.4-0a1b2c3d',
      'gardenlinux-aws-gardener_prod-amd64-1443.10-c77f65a6',
    ],
    takes: 'gardenlinux-aws-gardener_prod-amd64-1592.4-0a1b2c3d',
  },
  'Garden Linux by its version alone': {
    inUse: 'gardenlinux-1592.3',
    later: ['gardenlinux-1443.10', 'gardenlinux-1592.10'],
    takes: 'gardenlinux-1592.10',
  },
  'Talos stays in its minor': {
    inUse: 'talos-v1.9.1-us-east-1-amd64',
    later: ['talos-v1.9.5-us-east-1-amd64', 'talos-v1.10.0-us-east-1-amd64', 'talos-v1.9.6-beta.0-us-east-1-amd64'],
    takes: 'talos-v1.9.5-us-east-1-amd64',
  },
  'nodes of EKS stay in their release of Kubernetes': {
    inUse: 'amazon-eks-node-al2023-x86_64-standard-1.29-v20240605',
    later: [
      'amazon-eks-node-al2023-x86_64-standard-1.29-v20240703',
      'amazon-eks-node-al2023-x86_64-standard-1.30-v20240801',
      'amazon-eks-node-al2023-x86_64-nvidia-1.29-v20240801',
    ],
    takes: 'amazon-eks-node-al2023-x86_64-standard-1.29-v20240703',
  },
  'nodes of EKS never go to an earlier date': {
    inUse: 'amazon-eks-node-1.29-v20240605',
    later: ['amazon-eks-node-1.29-v20240129'],
    takes: undefined,
  },
  'Ubuntu for EKS': {
    inUse: 'ubuntu-eks/k8s_1.29/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240322',
    later: [
      'ubuntu-eks/k8s_1.29/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240607.1',
      'ubuntu-eks/k8s_1.30/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240701',
    ],
    takes: 'ubuntu-eks/k8s_1.29/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240607.1',
  },
  'ECS-optimized Amazon Linux': {
    inUse: 'al2023-ami-ecs-hvm-2023.0.20240131-kernel-6.1-x86_64',
    later: [
      'al2023-ami-ecs-hvm-2023.0.20240305-kernel-6.1-x86_64',
      'al2023-ami-ecs-hvm-2023.0.20240401-kernel-6.12-x86_64',
    ],
    takes: 'al2023-ami-ecs-hvm-2023.0.20240305-kernel-6.1-x86_64',
  },
  'Amazon Linux 2023 goes on to the next release': {
    inUse: 'al2023-ami-2023.5.20240903.0-kernel-6.1-x86_64',
    later: ['al2023-ami-2023.10.20260105.1-kernel-6.1-x86_64', 'al2023-ami-2023.5.20260201.0-kernel-6.1-x86_64'],
    takes: 'al2023-ami-2023.10.20260105.1-kernel-6.1-x86_64',
  },
  'Windows of Amazon': {
    inUse: 'Windows_Server-2019-English-Full-Base-2024.01.16',
    later: ['Windows_Server-2019-English-Full-Base-2024.02.14', 'Windows_Server-2022-English-Full-Base-2024.03.13'],
    takes: 'Windows_Server-2019-English-Full-Base-2024.02.14',
  },
  'Windows by its build': {
    inUse: 'win-17763-20240131',
    later: ['win-17763-20240228', 'win-20348-20240301'],
    takes: 'win-17763-20240228',
  },
  'Windows by its build and a counter': {
    inUse: 'win-17763-1706695872',
    later: ['win-20348-1707695872', 'win-17763-1707000000'],
    takes: 'win-17763-1707000000',
  },
  'Ubuntu with its serial': {
    inUse: 'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240126',
    later: [
      'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240207.1',
      'ubuntu/images/hvm-ssd/ubuntu-noble-24.04-amd64-server-20240423',
    ],
    takes: 'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240207.1',
  },
  'Ubuntu with its release behind the architecture': {
    inUse: 'ubuntu-amd64-2204-20240126',
    later: ['ubuntu-amd64-2204-20240207', 'ubuntu-amd64-2404-20240423'],
    takes: 'ubuntu-amd64-2204-20240207',
  },
  'a year behind the architecture': {
    inUse: 'base-x86_64-2019-20240131',
    later: ['base-x86_64-2022-20240228', 'base-x86_64-2019-20240201'],
    takes: 'base-x86_64-2019-20240201',
  },
  'a release behind the date': {
    inUse: 'web-20240131-2204',
    later: ['web-20240228-2404', 'web-20240228-2304', 'web-20240201-2204'],
    takes: 'web-20240201-2204',
  },
  'a time behind the date': { inUse: 'web-20240131-1011', later: ['web-20240131-1545'], takes: 'web-20240131-1545' },
  'Kubernetes with a commit stays in its version': {
    inUse: 'k8s-worker-v1.29.3-3f2a9c1',
    later: ['k8s-worker-v1.29.3-0a1b2c3', 'k8s-worker-v1.30.1-5d9ac84'],
    takes: 'k8s-worker-v1.29.3-0a1b2c3',
  },
  'Kubernetes with a commit never goes down': {
    inUse: 'k8s-worker-v1.31.0-3f2a9c1',
    later: ['k8s-worker-v1.30.9-5d9ac84'],
    takes: undefined,
  },
  'a stage with a number': {
    inUse: 'myapp-dev1-1706695872',
    later: ['myapp-dev2-1707695872', 'myapp-dev1-1707000000'],
    takes: 'myapp-dev1-1707000000',
  },
  'a preview with a number': {
    inUse: 'myapp-preview3-20240131',
    later: ['myapp-preview4-20240228'],
    takes: undefined,
  },
  'a word in front of a date': {
    inUse: 'app-fe20240131',
    later: ['app-be20240228', 'app-fe20240201'],
    takes: 'app-fe20240201',
  },
  'a word in front of seconds': { inUse: 'app-fe1706695872', later: ['app-be1707695872'], takes: undefined },
  'Red Hat Enterprise Linux': {
    inUse: 'RHEL-9.3.0_HVM-20240117-x86_64-49-Hourly2-GP3',
    later: ['RHEL-9.3.0_HVM-20240229-x86_64-27-Hourly2-GP3', 'RHEL-9.4.0_HVM-20240605-x86_64-82-Hourly2-GP3'],
    takes: 'RHEL-9.3.0_HVM-20240229-x86_64-27-Hourly2-GP3',
  },
  'Red Hat Enterprise Linux with high availability': {
    inUse: 'RHEL_HA-9.3.0_HVM-20240117-x86_64-49-Hourly2-GP3',
    later: ['RHEL_HA-9.3.0_HVM-20240229-x86_64-27-Hourly2-GP3', 'RHEL-9.3.0_HVM-20240605-x86_64-82-Hourly2-GP3'],
    takes: 'RHEL_HA-9.3.0_HVM-20240229-x86_64-27-Hourly2-GP3',
  },
  Debian: {
    inUse: 'debian-12-amd64-20240102-1614',
    later: ['debian-12-amd64-20240507-1740', 'debian-11-amd64-20240601-1765'],
    takes: 'debian-12-amd64-20240507-1740',
  },
  'release candidates by their number': {
    inUse: 'web-1.4.2-rc2',
    later: ['web-1.4.2-rc10', 'web-1.4.2-rc9', 'web-1.4.2-rc1'],
    takes: 'web-1.4.2-rc10',
  },
  'a commit without a letter beside others': {
    inUse: 'web-1234567',
    later: ['web-a1b2c3d'],
    takes: 'web-a1b2c3d',
  },
  'a commit, and one without a letter that was made later': {
    inUse: 'web-a1b2c3d',
    later: ['web-1234567'],
    takes: 'web-1234567',
  },
  'a commit never goes on to a date': { inUse: 'web-a1b2c3d', later: ['web-20240131'], takes: undefined },
  'a date never goes on to a build number': { inUse: 'web-20240131', later: ['web-99999999'], takes: undefined },
  'a backup of an instance stays with that': {
    inUse: 'AwsBackup_i-0123456789abcdef0_5d9ac849',
    later: ['AwsBackup_i-0fedcba9876543210_1a2b3c4d', 'AwsBackup_i-0123456789abcdef0_6e0bd95a'],
    takes: 'AwsBackup_i-0123456789abcdef0_6e0bd95a',
  },
  'nodes of EKS with a GPU': {
    inUse: 'amazon-eks-gpu-node-1.29-v20240129',
    later: ['amazon-eks-node-1.29-v20240301', 'amazon-eks-gpu-node-1.29-v20240227'],
    takes: 'amazon-eks-gpu-node-1.29-v20240227',
  },
  'deep learning with its framework': {
    inUse: 'Deep Learning AMI GPU PyTorch 2.1.0 (Ubuntu 20.04) 20240126',
    later: [
      'Deep Learning AMI GPU PyTorch 2.1.0 (Ubuntu 20.04) 20240301',
      'Deep Learning AMI GPU PyTorch 2.2.0 (Ubuntu 20.04) 20240501',
    ],
    takes: 'Deep Learning AMI GPU PyTorch 2.1.0 (Ubuntu 20.04) 20240301',
  },
  'Windows with SQL Server': {
    inUse: 'Windows_Server-2022-English-Full-SQL_2019_Standard-2024.01.16',
    later: [
      'Windows_Server-2022-English-Full-SQL_2019_Standard-2024.02.14',
      'Windows_Server-2022-English-Full-SQL_2022_Standard-2024.03.13',
    ],
    takes: 'Windows_Server-2022-English-Full-SQL_2019_Standard-2024.02.14',
  },
  'Rocky Linux': {
    inUse: 'Rocky-9-EC2-Base-9.3-20231113.0.x86_64',
    later: ['Rocky-9-EC2-Base-9.4-20240509.0.x86_64', 'Rocky-9-EC2-Base-9.3-20240101.0.x86_64'],
    takes: 'Rocky-9-EC2-Base-9.3-20240101.0.x86_64',
  },
  'SUSE with a service pack': {
    inUse: 'suse-sles-15-sp5-v20240129-hvm-ssd-x86_64',
    later: ['suse-sles-15-sp6-v20240301-hvm-ssd-x86_64', 'suse-sles-15-sp5-v20240227-hvm-ssd-x86_64'],
    takes: 'suse-sles-15-sp5-v20240227-hvm-ssd-x86_64',
  },
  'Oracle Linux': {
    inUse: 'OL8.9-x86_64-HVM-2024-01-29',
    later: ['OL9.3-x86_64-HVM-2024-02-29', 'OL8.9-x86_64-HVM-2024-02-02'],
    takes: 'OL8.9-x86_64-HVM-2024-02-02',
  },
  'Cluster API with its Kubernetes': {
    inUse: 'capa-ami-ubuntu-22.04-v1.29.3-1706695872',
    later: ['capa-ami-ubuntu-22.04-v1.30.0-1707695872', 'capa-ami-ubuntu-22.04-v1.29.3-1707000000'],
    takes: 'capa-ami-ubuntu-22.04-v1.29.3-1707000000',
  },
  'a colour': {
    inUse: 'web-blue-20240131',
    later: ['web-green-20240228', 'web-blue-20240201'],
    takes: 'web-blue-20240201',
  },
  'Image Builder': {
    inUse: 'web 2024-01-31T10-11-12.123Z',
    later: ['web 2024-02-28T10-11-12.001Z', 'api 2024-03-01T10-11-12.001Z'],
    takes: 'web 2024-02-28T10-11-12.001Z',
  },
  'a version in front of a date': {
    inUse: 'myapp-1.4.20240131.1',
    later: ['myapp-1.5.20240228.1', 'myapp-1.4.20240201.1'],
    takes: 'myapp-1.4.20240201.1',
  },
}

describe('latest', () => {
  test.each(Object.entries(rows))('%s', (_, { inUse, later, takes }) => {
    expect(latest(inUse, [inUse, ...later])).toBe(takes)
    expect(latest(inUse, [inUse, ...later.toReversed()])).toBe(takes)
    // What was taken is the last: nothing leads back, or further.
    expect(latest(takes ?? inUse, [inUse, ...later])).toBeUndefined()
  })

  test('days behind are counted over what comes after it, not over lower versions', () => {
    const own = image('Flatcar-stable-3815.2.0-hvm', 1)
    const lower = image('Flatcar-stable-3760.2.9-hvm', 2)
    const higher = image('Flatcar-stable-4081.2.0-hvm', 5)
    const choice = { now: 10 * DAY, deprecated: 'ignore' } as const
    expect(daysBehind(own, [own, lower], choice)).toBe(0)
    expect(daysBehind(own, [own, lower, higher], choice)).toBe(5)
  })
})

describe('an image whose name shows nothing of its successors', () => {
  test.each([
    'app-1234',
    'app-b12',
    'myapp-v1.2.3',
    'web',
    'golden',
    'nixos/24.05.7376.b134951a4c9f-x86_64-linux',
    'aws-elasticbeanstalk-amzn-2023.3.20240131.64bit-eb_docker_amazon_linux_2023-hvm-2024-02-08T01-19',
    'app-x20240131y',
    'app-x20240131y-20240201-eu',
    'base-x86_64-2019',
    'ubuntu-amd64-2204',
    'win-17763',
    'web-31012024',
    'web-01312024',
    'web-31-01-2024-a1b2c3d',
    'web-1.31.2024-12345',
    'web-2024-W05',
    'CentOS 7.9.2009 x86_64',
    'alpine-3.19.1-x86_64-bios-cloudinit-r0',
    'Fedora-Cloud-Base-39-1.5.x86_64-hvm-us-east-1-gp3-0',
    'FreeBSD 14.0-RELEASE-amd64 UEFI-PREFERRED cloud-init',
    'PA-VM-AWS-10.2.3-f1260463-68e1-4bfb-bf2e-075c2664c1d7',
  ])('%s is unknown, with the reason and the way out', (name) => {
    const own = image(name, 1)
    const baseline = { kind: 'family', members: [own] } as const
    const { verdict, reason } = classify({ imageId: own.id, image: own, wasDeregistered: false }, baseline, 10 * DAY)
    expect(verdict).toBe('unknown')
    expect(reason).toContain('Set `image` to `name:<glob>`')
  })

  test('one whose line is known is current where nothing comes after it', () => {
    const own = image('talos-v1.9.1-us-east-1-amd64', 1)
    const baseline = { kind: 'family', members: [own] } as const
    expect(classify({ imageId: own.id, image: own, wasDeregistered: false }, baseline, 10 * DAY).verdict).toBe(
      'current',
    )
  })
})

describe('the rules', () => {
  test.each(vendorRules)('of $vendor have a source and name what changes', ({ source, name, successors, why }) => {
    expect(source).toMatch(/^https:\/\//u)
    const groups = [...name.source.matchAll(/\?<(\w+)>/gu)].map(([, group = '']) => group.replace(/\d+$/u, ''))
    expect(groups.every((group) => ['version', 'date', 'build', 'commit'].includes(group))).toBe(true)
    expect(groups.length > 0).toBe(successors === 'by name')
    expect(why !== undefined).toBe(successors === 'not by name')
  })

  test('each vendor has a row above', () => {
    const names = Object.values(rows).map(({ inUse }) => inUse)
    const unseen = vendorRules.filter(
      ({ name, successors }) => successors === 'by name' && !names.some((text) => name.test(text)),
    )
    expect(unseen.map(({ vendor }) => vendor)).toEqual(['AlmaLinux'])
  })

  test('numbers of products have a source', () => {
    expect(productNumbers.every(({ source }) => source.startsWith('https://'))).toBe(true)
  })

  test.each(generalRules)('general: $meaning', ({ meaning, kind }) => {
    const [examples = ''] = meaning.split(': ')
    for (const example of examples.split(', ')) {
      const kinds = lineOf(`web-${example}`).parts.map((part) => part.kind)
      expect([example, ...kinds]).toEqual([example, kind])
    }
  })
})
