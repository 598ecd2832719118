import { ServiceFault } from '../../simulator/fault.ts'
import { type Fault, NOBODY, someone } from './fault.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'

/** What an operator does by hand; whatever the sizes are afterwards is a wish. */
function byHand(stage: Fixture, what: string, act: () => void): string {
  const { desired, min, max } = stage.witness.truth()
  stage.world.ledger.sample()
  try {
    act()
  } catch (error) {
    if (error instanceof ServiceFault) return `${what}: refused (${error.message})`
    throw error
  }
  const now = stage.witness.truth()
  const { at } = now
  if (now.desired !== desired) {
    stage.wishes.push({ at, desired: now.desired })
    // One more or one fewer than what was: of the original, when our surge is not theirs to count.
    const base = stage.wishes.length > 1 ? (stage.wishes.at(-2)?.desired ?? 0) : stage.begin.desired
    stage.wishes.push({ at, desired: Math.max(0, base + now.desired - desired) })
  }
  if (now.min !== min) stage.minima.push(now.min)
  // Who wants at least so many wants so many.
  if (now.min > min) stage.wishes.push({ at, desired: Math.max(now.min, stage.begin.desired) })
  if (now.max !== max) stage.maxima.push(now.max)
  stage.world.ledger.sample()
  return `${what}; sizes are ${now.min}-${now.desired}-${now.max}`
}

const group = { AutoScalingGroupName: FUZZ_GROUP } as const

/** What operators do meanwhile. */
export const OPERATOR_FAULTS: readonly Fault[] = [
  {
    name: 'a new size',
    share: 2,
    weight: 'heavy',
    strike: (stage, random) => {
      const { desired, max } = stage.witness.truth()
      const wish = Math.max(0, desired + random.pick([-2, -1, 1, 2]))
      return byHand(stage, `an operator sets the desired capacity to ${wish}`, () => {
        stage.world.autoScaling.operations.UpdateAutoScalingGroup({
          ...group,
          DesiredCapacity: wish,
          ...(wish > max && { MaxSize: wish }),
        })
      })
    },
  },
  {
    name: 'new limits',
    share: 1,
    weight: 'heavy',
    strike: (stage, random) => {
      const { min, max } = stage.witness.truth()
      const limits = random.pick([
        { MaxSize: max + 1 },
        { MaxSize: max + 5 },
        { MaxSize: Math.max(min, max - 1) },
        { MinSize: Math.max(0, min - 1) },
        { MinSize: Math.min(max, min + 1) },
      ])
      return byHand(stage, `an operator sets ${JSON.stringify(limits)}`, () => {
        stage.world.autoScaling.operations.UpdateAutoScalingGroup({ ...group, ...limits })
      })
    },
  },
  {
    name: 'processes',
    share: 1.5,
    weight: 'heavy',
    strike: (stage, random) => {
      const process = random.pick([
        'AZRebalance',
        'AlarmNotification',
        'ScheduledActions',
        'HealthCheck',
        'ReplaceUnhealthy',
      ])
      const suspends = random.next() < 0.5
      stage.operated.set(process, suspends ? 'suspended' : 'running')
      const { operations } = stage.world.autoScaling
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
    strike: (stage, random) => {
      const id = someone(stage, random)
      if (id === undefined) return NOBODY
      stage.handled.add(id)
      const decrement = random.next() < 0.4
      return byHand(stage, `an operator terminates ${id}${decrement ? ' and lowers the desired capacity' : ''}`, () => {
        stage.world.autoScaling.operations.TerminateInstanceInAutoScalingGroup({
          InstanceId: id,
          ShouldDecrementDesiredCapacity: decrement,
        })
      })
    },
  },
  {
    name: 'a detachment',
    share: 0.7,
    weight: 'heavy',
    strike: (stage, random) => {
      const id = someone(stage, random)
      if (id === undefined) return NOBODY
      stage.handled.add(id)
      return byHand(stage, `an operator detaches ${id}`, () => {
        stage.world.autoScaling.operations.DetachInstances({
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
    strike: (stage, random) => {
      const id = someone(stage, random)
      if (id === undefined) return NOBODY
      stage.handled.add(id)
      return byHand(stage, `an operator puts ${id} into Standby`, () => {
        stage.world.autoScaling.operations.EnterStandby({
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
    strike: (stage, random) => {
      const id = someone(stage, random)
      if (id === undefined) return NOBODY
      stage.handled.add(id)
      const ProtectedFromScaleIn = random.next() < 0.7
      stage.world.autoScaling.operations.SetInstanceProtection({ ...group, InstanceIds: [id], ProtectedFromScaleIn })
      return `an operator ${ProtectedFromScaleIn ? 'protects' : 'releases'} ${id}`
    },
  },
  {
    name: 'a new launch source',
    share: 0.7,
    weight: 'heavy',
    strike: (stage) => {
      stage.newSource = true
      return byHand(stage, 'an operator changes the launch source', () => changeSource(stage))
    },
  },
]

/** The source that the group has, but for its user data. */
function changeSource({ world, plan, group: { sourceNames } }: Fixture): void {
  const { operations } = world.autoScaling
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
  const { LaunchTemplateVersion } = world.ec2.operations.CreateLaunchTemplateVersion({
    LaunchTemplateName: name,
    SourceVersion: '1',
    LaunchTemplateData: { UserData: Buffer.from('by hand').toString('base64') },
  })
  const Version = String(LaunchTemplateVersion?.VersionNumber ?? 1)
  if (plan.plan.launch === 'template-default')
    world.ec2.operations.ModifyLaunchTemplate({ LaunchTemplateName: name, DefaultVersion: Version })
  if (plan.plan.launch === 'template-number')
    operations.UpdateAutoScalingGroup({ ...group, LaunchTemplate: { LaunchTemplateName: name, Version } })
}
