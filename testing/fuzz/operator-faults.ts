import { ServiceFault } from '../../simulator/fault.ts'
import { type Fault, NO_INSTANCE, anInstanceInService } from './fault.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'

/** Applies an operator's change; the sizes afterwards count as the operator's. */
export function asOperator(fixture: Fixture, what: string, act: () => void): string {
  const { desired, min, max } = fixture.recorder.snapshot()
  fixture.account.ledger.sample()
  try {
    act()
  } catch (error) {
    if (error instanceof ServiceFault) return `${what}: refused (${error.message})`
    throw error
  }
  const now = fixture.recorder.snapshot()
  const { at } = now
  if (now.desired !== desired) {
    const wished = basesOf(fixture).map((base) => Math.max(0, base + now.desired - desired))
    fixture.operatorSizes.push(...[now.desired, ...wished].map((each) => ({ at, desired: each })))
  }
  if (now.min !== min) fixture.minima.push(now.min)
  // A raised minimum also raises the wanted size, and so does one that is lower than the one of a run that follows.
  if (now.min > min || (now.min < min && now.min > fixture.begin.desired))
    fixture.operatorSizes.push({ at, desired: Math.max(now.min, fixture.begin.desired) })
  if (now.max !== max) fixture.maxima.push(now.max)
  fixture.account.ledger.sample()
  return `${what}; sizes are ${now.min}-${now.desired}-${now.max}`
}

/**
 * The sizes that an operator may have meant one more or one fewer of, without the run's surge: the original one, or what the change before
 * may have wished.
 */
export function basesOf({ begin, operatorSizes }: Pick<Fixture, 'begin' | 'operatorSizes'>): readonly number[] {
  const last = operatorSizes.at(-1)
  if (last === undefined) return [begin.desired]
  const alike = operatorSizes.filter(({ at }) => at === last.at).map(({ desired }) => desired)
  return [...new Set([...alike.filter((desired) => desired !== last.desired), last.desired])]
}

const group = { AutoScalingGroupName: FUZZ_GROUP } as const

/** Changes by operators during the roll. */
export const OPERATOR_FAULTS: readonly Fault[] = [
  {
    name: 'a new size',
    share: 2,
    weight: 'heavy',
    apply: (fixture, random) => {
      const { desired, max } = fixture.recorder.snapshot()
      const wanted = Math.max(0, desired + random.pick([-2, -1, 1, 2]))
      return asOperator(fixture, `an operator sets the desired capacity to ${wanted}`, () => {
        fixture.account.autoScaling.operations.UpdateAutoScalingGroup({
          ...group,
          DesiredCapacity: wanted,
          ...(wanted > max && { MaxSize: wanted }),
        })
      })
    },
  },
  {
    name: 'new limits',
    share: 1,
    weight: 'heavy',
    apply: (fixture, random) => {
      const { min, max } = fixture.recorder.snapshot()
      const limits = random.pick([
        { MaxSize: max + 1 },
        { MaxSize: max + 5 },
        { MaxSize: Math.max(min, max - 1) },
        { MinSize: Math.max(0, min - 1) },
        { MinSize: Math.min(max, min + 1) },
      ])
      return asOperator(fixture, `an operator sets ${JSON.stringify(limits)}`, () => {
        fixture.account.autoScaling.operations.UpdateAutoScalingGroup({ ...group, ...limits })
      })
    },
  },
  {
    name: 'processes',
    share: 1.5,
    weight: 'heavy',
    apply: (fixture, random) => {
      const process = random.pick([
        'AZRebalance',
        'AlarmNotification',
        'ScheduledActions',
        'HealthCheck',
        'ReplaceUnhealthy',
      ])
      const suspends = random.next() < 0.5
      fixture.operated.set(process, suspends ? 'suspended' : 'running')
      const { operations } = fixture.account.autoScaling
      const input = { ...group, ScalingProcesses: [process] }
      if (suspends) operations.SuspendProcesses(input)
      else operations.ResumeProcesses(input)
      return `an operator ${suspends ? 'suspends' : 'resumes'} ${process}`
    },
  },
  {
    name: 'a termination',
    share: 1,
    weight: 'heavy',
    apply: (fixture, random) => {
      const id = anInstanceInService(fixture, random)
      if (id === undefined) return NO_INSTANCE
      fixture.handled.add(id)
      const decrement = random.next() < 0.4
      return asOperator(
        fixture,
        `an operator terminates ${id}${decrement ? ' and lowers the desired capacity' : ''}`,
        () => {
          fixture.account.autoScaling.operations.TerminateInstanceInAutoScalingGroup({
            InstanceId: id,
            ShouldDecrementDesiredCapacity: decrement,
          })
        },
      )
    },
  },
  {
    name: 'a detachment',
    share: 0.7,
    weight: 'heavy',
    apply: (fixture, random) => {
      const id = anInstanceInService(fixture, random)
      if (id === undefined) return NO_INSTANCE
      fixture.handled.add(id)
      return asOperator(fixture, `an operator detaches ${id}`, () => {
        fixture.account.autoScaling.operations.DetachInstances({
          ...group,
          InstanceIds: [id],
          ShouldDecrementDesiredCapacity: random.next() < 0.5,
        })
      })
    },
  },
  {
    name: 'standby',
    share: 0.7,
    weight: 'heavy',
    apply: (fixture, random) => {
      const id = anInstanceInService(fixture, random)
      if (id === undefined) return NO_INSTANCE
      fixture.handled.add(id)
      return asOperator(fixture, `an operator puts ${id} into Standby`, () => {
        fixture.account.autoScaling.operations.EnterStandby({
          ...group,
          InstanceIds: [id],
          ShouldDecrementDesiredCapacity: random.next() < 0.5,
        })
      })
    },
  },
  {
    name: 'protection',
    share: 0.7,
    weight: 'bearable',
    apply: (fixture, random) => {
      const id = anInstanceInService(fixture, random)
      if (id === undefined) return NO_INSTANCE
      fixture.handled.add(id)
      const ProtectedFromScaleIn = random.next() < 0.7
      fixture.account.autoScaling.operations.SetInstanceProtection({
        ...group,
        InstanceIds: [id],
        ProtectedFromScaleIn,
      })
      return `an operator ${ProtectedFromScaleIn ? 'protects' : 'releases'} ${id}`
    },
  },
  {
    name: 'a new launch source',
    share: 0.7,
    weight: 'heavy',
    apply: (fixture) => {
      fixture.newSource = true
      return asOperator(fixture, 'an operator changes the launch source', () => changeSource(fixture))
    },
  },
]

/** Gives the group a new launch source, which differs in its user data. */
function changeSource({ account, plan, group: { sourceNames } }: Fixture): void {
  const { operations } = account.autoScaling
  if (plan.plan.launch === 'configuration') {
    const [like] = sourceNames
    const { LaunchConfigurations = [] } = operations.DescribeLaunchConfigurations({
      LaunchConfigurationNames: like === undefined ? [] : [like],
    })
    const [{ ImageId, InstanceType } = {}] = LaunchConfigurations
    const name = `${FUZZ_GROUP}-by-hand`
    operations.CreateLaunchConfiguration({
      LaunchConfigurationName: name,
      ...(ImageId !== undefined && { ImageId }),
      ...(InstanceType !== undefined && { InstanceType }),
    })
    operations.UpdateAutoScalingGroup({ ...group, LaunchConfigurationName: name })
    return
  }
  const [name = ''] = sourceNames
  const { LaunchTemplateVersion } = account.ec2.operations.CreateLaunchTemplateVersion({
    LaunchTemplateName: name,
    SourceVersion: '1',
    LaunchTemplateData: { UserData: Buffer.from('by hand').toString('base64') },
  })
  const Version = String(LaunchTemplateVersion?.VersionNumber ?? 1)
  if (plan.plan.launch === 'template-default')
    account.ec2.operations.ModifyLaunchTemplate({ LaunchTemplateName: name, DefaultVersion: Version })
  if (plan.plan.launch === 'template-number')
    operations.UpdateAutoScalingGroup({ ...group, LaunchTemplate: { LaunchTemplateName: name, Version } })
}
