/** What may befall a group while it is rolled. Each kind draws its details when it strikes, from the world as it is then. */
import { ServiceFault } from '../../src/simulator/fault.ts'
import type { FaultRule } from '../../src/simulator/faults.ts'
import type { Random } from '../../src/simulator/random.ts'
import { GROUP, type Stage } from './stage.ts'

/** Does it, and says what was done. */
type Strike = (stage: Stage, random: Random) => string

export interface Mishap {
  readonly name: string
  /** How often it is drawn, against the others. */
  readonly share: number
  /** `bearable`: a run must come to its end all the same. */
  readonly weight: 'bearable' | 'heavy'
  readonly strike: Strike
}

const inService = (stage: Stage): readonly string[] => stage.witness.truth().ids.inService

/** One of the instances in service; undefined where there is none. */
function someone(stage: Stage, random: Random): string | undefined {
  const ids = inService(stage)
  return ids.length === 0 ? undefined : random.pick(ids)
}

const NOBODY = 'nobody was there to be struck'

const changing = 'autoscaling:*'
const ANY_CALL = ['autoscaling:*', 'ec2:*', 'elasticloadbalancing:*', 'autoscaling:TerminateInstanceInAutoScalingGroup']

function fault(stage: Stage, rule: FaultRule): string {
  stage.world.faults.inject(rule)
  const { mishap, effect = 'not done', times, chance = 1 } = rule
  const what = mishap.kind === 'refusal' ? mishap.code : mishap.kind
  return `${times} calls of ${rule.action} meet ${what} (${effect}), each with chance ${chance}`
}

/** What an operator does by hand; whatever the sizes are afterwards is a wish. */
function byHand(stage: Stage, what: string, act: () => void): string {
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

const group = { AutoScalingGroupName: GROUP } as const

export const MISHAPS: readonly Mishap[] = [
  {
    name: 'throttling',
    share: 4,
    weight: 'bearable',
    strike: (stage, random) =>
      fault(stage, {
        action: random.pick(ANY_CALL),
        mishap: { kind: 'refusal', code: 'Throttling', message: 'Rate exceeded' },
        times: Math.ceil(random.between(0, 12)),
        chance: random.pick([1, 0.5]),
      }),
  },
  {
    name: 'server errors',
    share: 3,
    weight: 'bearable',
    strike: (stage, random) =>
      fault(stage, {
        action: random.pick(ANY_CALL),
        mishap: { kind: 'refusal', code: 'InternalFailure', message: 'Something broke.', status: 500 },
        effect: random.pick(['done', 'not done']),
        times: Math.ceil(random.between(0, 6)),
        chance: random.pick([1, 0.4]),
      }),
  },
  {
    name: 'lost answers',
    share: 3,
    weight: 'bearable',
    strike: (stage, random) =>
      fault(stage, {
        action: random.pick(ANY_CALL),
        mishap: { kind: 'reset' },
        effect: random.pick(['done', 'not done']),
        times: Math.ceil(random.between(0, 4)),
        chance: random.pick([1, 0.4]),
      }),
  },
  {
    name: 'contention',
    share: 1,
    weight: 'bearable',
    strike: (stage, random) =>
      fault(stage, {
        action: changing,
        mishap: random.pick([
          { kind: 'refusal', code: 'ResourceContention', message: 'A pending update.', status: 500 },
          { kind: 'refusal', code: 'ScalingActivityInProgress', message: 'An activity is under way.' },
        ] as const),
        times: Math.ceil(random.between(0, 4)),
        chance: 0.5,
      }),
  },
  {
    name: 'an outage',
    share: 0.5,
    weight: 'heavy',
    strike: (stage, random) => {
      stage.world.faults.inject({
        action: '*',
        mishap: { kind: 'refusal', code: 'ServiceUnavailable', message: 'Gone.', status: 503 },
      })
      const seconds = Math.ceil(random.between(20, 400))
      stage.world.timeline.after(seconds, () => stage.world.faults.clear())
      return `nothing answers for ${seconds} s`
    },
  },
  {
    name: 'lost permissions',
    share: 0.5,
    weight: 'heavy',
    strike: (stage, random) => {
      const action = random.pick([
        'autoscaling:UpdateAutoScalingGroup',
        'autoscaling:TerminateInstanceInAutoScalingGroup',
        'autoscaling:SuspendProcesses',
        'autoscaling:ResumeProcesses',
        'autoscaling:CreateOrUpdateTags',
        'autoscaling:DeleteTags',
        'elasticloadbalancing:DescribeTargetHealth',
      ])
      stage.world.faults.deny(action)
      return `${action} is denied from now on`
    },
  },
  {
    name: 'stale reads',
    share: 2,
    weight: 'bearable',
    strike: (stage, random) => {
      stage.world.behaviour.staleSeconds = Math.ceil(random.between(0, 12))
      return `answers may be ${stage.world.behaviour.staleSeconds} s old`
    },
  },
  {
    name: 'no capacity',
    share: 2,
    weight: 'heavy',
    strike: (stage, random) => {
      const { behaviour, timeline } = stage.world
      const zone = random.pick(['a', 'b', 'c', ''])
      const seconds = Math.ceil(random.between(10, 900))
      const reason = random.pick([
        'We currently do not have sufficient t3.micro capacity in the Availability Zone you requested. Launching EC2 instance failed.',
        'You have requested more vCPU capacity than your current vCPU limit of 32 allows. Launching EC2 instance failed.',
      ])
      behaviour.refuseLaunch = (launch) => (launch.zone.endsWith(zone) ? reason : undefined)
      timeline.after(seconds, () => (behaviour.refuseLaunch = () => undefined))
      return `launches in ${zone || 'any zone'} fail for ${seconds} s`
    },
  },
  {
    name: 'slow boots',
    share: 1,
    weight: 'heavy',
    strike: (stage, random) => {
      stage.world.behaviour.bootSeconds = Math.ceil(random.between(60, 400))
      return `instances take ${stage.world.behaviour.bootSeconds} s to boot from now on`
    },
  },
  {
    name: 'a Spot interruption',
    share: 2,
    weight: 'heavy',
    strike: (stage, random) => {
      const id = someone(stage, random)
      if (id === undefined) return NOBODY
      stage.world.autoScaling.interrupt(id)
      return `EC2 takes ${id} away`
    },
  },
  {
    name: 'a sick target',
    share: 2,
    weight: 'heavy',
    strike: (stage, random) => {
      const id = someone(stage, random)
      return id === undefined ? NOBODY : flap(stage, [id], Math.ceil(random.between(5, 200)))
    },
  },
  {
    name: 'a sick load balancer',
    share: 1,
    weight: 'heavy',
    strike: (stage, random) => flap(stage, inService(stage), Math.ceil(random.between(5, 120))),
  },
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

/** Its time is up only when the caller gives up; drawn with what is special about a fleet. */
export const SILENCE: Mishap = {
  name: 'an answer that never comes',
  share: 0,
  weight: 'bearable',
  strike: (stage, random) =>
    fault(stage, {
      action: random.pick(ANY_CALL),
      mishap: { kind: 'silence' },
      effect: random.pick(['done', 'not done']),
      times: Math.ceil(random.between(0, 3)),
      chance: random.pick([1, 0.4]),
    }),
}

function flap(
  { world, group: { classicNames, targetGroupArns } }: Stage,
  ids: readonly string[],
  seconds: number,
): string {
  const names = [...classicNames, ...targetGroupArns]
  const say = (verdict: 'healthy' | 'unhealthy'): void => {
    for (const name of names)
      for (const id of ids)
        if (world.balancers.health(name, id) !== 'unused') world.balancers.setHealth(name, id, verdict)
  }
  say('unhealthy')
  world.timeline.after(seconds, () => say('healthy'))
  return `load balancers call ${ids.join(', ') || 'nobody'} unhealthy for ${seconds} s`
}

/** The source that the group has, but for its user data. */
function changeSource({ world, plan, group: { sourceNames } }: Stage): void {
  const { operations } = world.autoScaling
  if (plan.plan.launch === 'configuration') {
    const [like] = sourceNames
    const { LaunchConfigurations = [] } = operations.DescribeLaunchConfigurations({
      LaunchConfigurationNames: like === undefined ? [] : [like],
    })
    const [{ ImageId, InstanceType } = {}] = LaunchConfigurations
    const name = `${GROUP}-by-hand`
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
