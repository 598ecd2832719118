import { addGroup, instanceIds } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { expectRolled, operator, run, sceneOf } from './fixture.ts'

takeShortcut()

/** Three old instances in service and two in a warm pool to which instances return on scale-in. */
function reusing({
  PoolState,
  reusesTerminatedById,
}: {
  PoolState: 'Stopped' | 'Running'
  reusesTerminatedById: boolean
}) {
  const account = new SimulatedAccount({ behaviour: { reusesTerminatedById } })
  const group = addGroup(account, {
    name: 'web',
    size: 3,
    sizes: { min: 0, max: 6 },
    launch: 'template-latest',
    balancers: ['target-group'],
  })
  const InstanceReusePolicy = { ReuseOnScaleIn: true }
  operator(account).PutWarmPool({
    AutoScalingGroupName: 'web',
    MaxGroupPreparedCapacity: 5,
    PoolState,
    InstanceReusePolicy,
  })
  account.timeline.advance(900)
  const { LaunchTemplates } = account.ec2.operations.DescribeLaunchTemplates({
    LaunchTemplateNames: [...group.sourceNames],
  })
  account.ec2.operations.CreateLaunchTemplateVersion({
    LaunchTemplateId: LaunchTemplates?.[0]?.LaunchTemplateId,
    SourceVersion: '1',
    LaunchTemplateData: { ImageId: group.newImageId },
  })
  return sceneOf(account, group)
}

const pooled = (account: SimulatedAccount): readonly string[] =>
  (operator(account).DescribeWarmPool({ AutoScalingGroupName: 'web' }).Instances ?? []).map(
    ({ InstanceId = '' }) => InstanceId,
  )

const states = [
  { PoolState: 'Stopped', reusesTerminatedById: true },
  { PoolState: 'Running', reusesTerminatedById: true },
  { PoolState: 'Stopped', reusesTerminatedById: false },
] as const
const inputs = [{}, { surge: '2' }, { surge: '0', 'max-unavailable': '1' }, { mode: 'scale-up-patch', surge: '100%' }]

test.each(states.flatMap((state) => inputs.map((given) => ({ state, given }))))(
  'no old instance is left in service or in the pool: $state, $given',
  async ({ state, given }) => {
    const fixture = reusing(state)
    const { account } = fixture
    const before = [...pooled(account), ...instanceIds(account, 'web')]
    expect(before).toHaveLength(5)
    const rolled = await run(fixture, given)
    expectRolled(fixture, rolled)
    expect(pooled(account).filter((id) => before.includes(id))).toEqual([])
    account.timeline.advance(1800)
    const now = [...pooled(account), ...instanceIds(account, 'web')]
    expect(now).toHaveLength(5)
    expect(now.filter((id) => before.includes(id))).toEqual([])
    expect((await run(fixture, given, { runId: '1001' })).result.status).toBe('current')
  },
)
