import { SimulatedAccount } from '../../simulator/account.ts'

const NAMES = Array.from({ length: 12 }, (_, number) => `n-${number}`)
const alarm = (AlarmName: string) => ({ AlarmName, EvaluationPeriods: 1, ComparisonOperator: 'GreaterThanThreshold' as const }) // prettier-ignore

type Operations = Readonly<Record<string, (input: never) => object>>

interface Row {
  readonly sdkId: string
  readonly operation: string
  readonly prepare?: (account: SimulatedAccount) => unknown
  /** How a page is asked for; EC2 gives pages only on request. */
  readonly input?: object
  readonly token?: 'Marker'
}

const ON_REQUEST = { MaxResults: 100 }
const vpcOf = ({ ec2 }: SimulatedAccount): string => ec2.operations.DescribeVpcs({}).Vpcs?.[0]?.VpcId ?? ''
const instances = ({ ec2 }: SimulatedAccount) => {
  const ImageId = ec2.seedImage({ name: 'image' })
  ec2.operations.RunInstances({ ImageId, InstanceType: 't3.micro', MinCount: 12, MaxCount: 12 })
}
const classic = ({ balancers }: SimulatedAccount) => {
  const Listeners = [{ Protocol: 'HTTP', LoadBalancerPort: 80, InstancePort: 80 }]
  for (const LoadBalancerName of NAMES)
    balancers.classic.operations.CreateLoadBalancer({ LoadBalancerName, Listeners, AvailabilityZones: ['eu-west-1a'] })
}
const targetGroups = (account: SimulatedAccount) => {
  for (const Name of NAMES)
    account.balancers.v2.operations.CreateTargetGroup({ Name, Protocol: 'HTTP', Port: 80, VpcId: vpcOf(account) })
}
const balancers = (account: SimulatedAccount) => {
  const Subnets = account.ec2.operations.DescribeSubnets({}).Subnets?.map(({ SubnetId = '' }) => SubnetId) ?? []
  for (const Name of NAMES) account.balancers.v2.operations.CreateLoadBalancer({ Name, Subnets })
}

const rows: readonly Row[] = [
  { sdkId: 'EC2', operation: 'DescribeInstanceTypes' },
  { sdkId: 'EC2', operation: 'DescribeInstanceTypeOfferings', input: ON_REQUEST },
  { sdkId: 'EC2', operation: 'DescribeNetworkInterfaces', prepare: instances, input: ON_REQUEST },
  { sdkId: 'EC2', operation: 'DescribeVolumes', prepare: instances, input: ON_REQUEST },
  { sdkId: 'EC2', operation: 'DescribeInstanceStatus', prepare: instances, input: { ...ON_REQUEST, IncludeAllInstances: true } },
  { sdkId: 'EC2', operation: 'DescribeSecurityGroups', prepare: ({ ec2 }) => NAMES.map((GroupName) => ec2.operations.CreateSecurityGroup({ GroupName, Description: 'x' })), input: ON_REQUEST },
  { sdkId: 'EC2', operation: 'DescribeTags', prepare: ({ ec2 }) => NAMES.map((name) => ec2.seedImage({ name, tags: { a: name } })) },
  { sdkId: 'EC2', operation: 'DescribeLaunchTemplates', prepare: ({ ec2 }) => NAMES.map((LaunchTemplateName) => ec2.operations.CreateLaunchTemplate({ LaunchTemplateName, LaunchTemplateData: { InstanceType: 't3.micro' } })), input: ON_REQUEST },
  { sdkId: 'Elastic Load Balancing', operation: 'DescribeLoadBalancers', prepare: classic, token: 'Marker' },
  { sdkId: 'Elastic Load Balancing v2', operation: 'DescribeLoadBalancers', prepare: balancers, token: 'Marker' },
  { sdkId: 'Elastic Load Balancing v2', operation: 'DescribeTargetGroups', prepare: targetGroups, token: 'Marker' },
  { sdkId: 'CloudWatch', operation: 'DescribeAlarms', prepare: ({ cloudWatch }) => NAMES.map((name) => cloudWatch.operations.PutMetricAlarm(alarm(name))) },
] // prettier-ignore

const itemsOf = (answer: object): unknown[] => Object.values(answer).find((value) => Array.isArray(value)) as unknown[]

/** Every item that an operation gives, page after page, and how many pages it took. */
function allOf(account: SimulatedAccount, { sdkId, operation, input = {}, token }: Row) {
  const { operations } = account.services.find((service) => service.sdkId === sdkId) as { operations: Operations }
  const [asked, told] = token === 'Marker' ? (['Marker', 'NextMarker'] as const) : (['NextToken', 'NextToken'] as const)
  const items: unknown[] = []
  let pages = 0
  for (let next: string | undefined, isFirst = true; isFirst || next !== undefined; isFirst = false) {
    const answer = operations[operation]?.({ ...input, ...(next !== undefined && { [asked]: next }) } as never) ?? {}
    items.push(...itemsOf(answer))
    pages += 1
    next = (answer as Record<string, string | undefined>)[told]
  }
  return { items, pages }
}

test.each(rows)('pages of $operation of $sdkId may be short although more follows, and lose nothing', (row) => {
  const [full, short] = [undefined, { next: () => 0.3 }].map((shortPages) => {
    const account = new SimulatedAccount({ behaviour: { shortPages } })
    account.balancers.classicLimit = account.balancers.limits.loadBalancers = 100
    row.prepare?.(account)
    return allOf(account, row)
  })
  expect(short?.items).toEqual(full?.items)
  expect(short?.pages).toBeGreaterThan(full?.pages ?? 0)
})
