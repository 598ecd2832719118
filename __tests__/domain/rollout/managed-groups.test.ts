import { type GroupHook, type ManagedGroup, managedFindings } from '../../../src/domain/rollout/managed-groups.ts'

const managed = (
  tags: Readonly<Record<string, string>>,
  hooks: readonly GroupHook[] = [],
  group = 'web',
): ManagedGroup => ({ group, region: 'eu-west-1', tags: new Map(Object.entries(tags)), hooks })

const terminating = (name: string): GroupHook => ({ name, transition: 'terminating' })
const launching = (name: string): GroupHook => ({ name, transition: 'launching' })

const NODE_GROUP = {
  'eks:cluster-name': 'shop',
  'eks:nodegroup-name': 'blue',
  'kubernetes.io/cluster/shop': 'owned',
}

test.each([
  { name: 'without any tag of a service', of: managed({ Name: 'web', 'eks-like': 'shop' }) },
  { name: 'with a hook of its own', of: managed({}, [launching('deploy'), terminating('drain')]) },
  { name: 'that shares a cluster', of: managed({ 'kubernetes.io/cluster/shop': 'shared' }) },
])('nothing is said of a group $name', ({ of }) => {
  expect(managedFindings(of, 'warn')).toEqual([])
})

test('a group of an EKS managed node group is refused with the command that rolls it', () => {
  const [found, ...more] = managedFindings(managed(NODE_GROUP), 'warn')
  expect(more).toEqual([])
  expect(found).toMatchObject({ group: 'web', weight: 'refusal' })
  expect(found?.what).toContain('the EKS managed node group blue of the cluster shop owns it')
  expect(found?.what).toContain(
    '`aws eks update-nodegroup-version --region eu-west-1 --cluster-name shop --nodegroup-name blue`',
  )
  expect(found?.remedy).toContain('`managed-groups: allow`')
})

test('where it is allowed it is rolled, with a warning that says the same', () => {
  const [found] = managedFindings(managed(NODE_GROUP), 'allow')
  expect(found).toMatchObject({ group: 'web', weight: 'warning' })
  expect(found?.what).toContain('without being drained')
  expect(found?.what).toContain('aws eks update-nodegroup-version')
})

test('the cluster of a node group is told by the tag of Kubernetes where EKS has not named it', () => {
  const [found] = managedFindings(
    managed({ 'eks:nodegroup-name': 'blue', 'kubernetes.io/cluster/shop': 'owned' }),
    'warn',
  )
  expect(found?.what).toContain('--cluster-name shop')
})

const KUBERNETES = { 'kubernetes.io/cluster/shop': 'owned' }

describe.each(['warn', 'allow'] as const)('with `managed-groups: %s` a group is rolled with a warning', (policy) => {
  test.each([
    { name: 'of nodes that nothing drains', of: managed(KUBERNETES), says: 'no termination hook drains them' },
    {
      name: 'of nodes that only a launch hook holds',
      of: managed(KUBERNETES, [launching('warm')]),
      says: 'no termination hook drains them',
    },
    {
      name: 'of nodes that a hook drains',
      of: managed(KUBERNETES, [terminating('node-termination-handler')]),
      says: 'the hook node-termination-handler holds each that leaves, which is not waited for',
    },
    {
      name: 'that ECS drains',
      of: managed({ AmazonECSManaged: '' }, [terminating('ecs-managed-draining-termination-hook')]),
      says: 'ECS drains each instance that leaves, which is not waited for',
    },
    {
      name: 'that ECS does not drain',
      of: managed({ AmazonECSManaged: 'true' }),
      says: 'without managed draining: the tasks of an instance end with it',
    },
    { name: 'of AWS Batch by its tag', of: managed({ AWSBatchServiceTag: 'batch' }), says: 'AWS Batch' },
    { name: 'of AWS Batch by its name', of: managed({}, [], 'AWSBatch-jobs-asg-1'), says: 'AWS Batch' },
    {
      name: 'of Elastic Beanstalk',
      of: managed({ 'elasticbeanstalk:environment-name': 'shop-prod' }),
      says: 'aws elasticbeanstalk update-environment --region eu-west-1 --environment-name shop-prod',
    },
    {
      name: 'that CodeDeploy deploys to',
      of: managed({}, [launching('CodeDeploy-managed-automatic-launch-deployment-hook-shop-1')]),
      says: 'CodeDeploy deploys to each new instance',
    },
  ])('$name', ({ of, says }) => {
    const found = managedFindings(of, policy)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ group: of.group, weight: 'warning' })
    expect(found[0]?.what).toContain(says)
  })
})

test('a group that two services work with gets a warning for each', () => {
  const hooks = [launching('CodeDeploy-managed-automatic-launch-deployment-hook-shop-1')]
  expect(managedFindings(managed({ 'elasticbeanstalk:environment-name': 'shop' }, hooks), 'warn')).toHaveLength(2)
})
