import type {
  DeregisterTargetsCommandInput,
  DescribeTargetHealthCommandInput,
  DescribeTargetHealthCommandOutput,
  RegisterTargetsCommandInput,
  TargetDescription,
  TargetHealth,
  TargetHealthReasonEnum,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { ServiceFault, validationError } from '../fault.ts'
import type { Answer } from '../answer.ts'
import type { RegisteredTarget } from './pool.ts'
import type { TargetGroup } from './target-groups.ts'
import type { V2Parts } from './v2-balancers.ts'

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RegisterTargets.html and its neighbours. */
export const v2Targets = ({ groups, compute, balancers, limits }: V2Parts) => ({
  RegisterTargets(input: RegisterTargetsCommandInput): object {
    const group = groups.get(input.TargetGroupArn)
    const targets = input.Targets ?? []
    if (targets.length === 0) throw validationError('At least one target must be specified')
    for (const { Id = '' } of targets) {
      const machine = compute.machine(Id)
      if (machine === undefined) {
        throw new ServiceFault('InvalidTarget', `The following targets do not exist: '${Id}'`)
      }
      if (machine.state !== 'running') {
        throw new ServiceFault(
          'InvalidTarget',
          `The following targets are not in a running state and cannot be registered: '${Id}'`,
        )
      }
      if (compute.subnet(machine.subnetId)?.vpcId !== group.vpcId) {
        throw new ServiceFault(
          'InvalidTarget',
          `The following targets are not in the target group VPC '${group.vpcId}': '${Id}'`,
        )
      }
    }
    const added = targets.filter((target) => registrationOf(group, target) === undefined)
    if (group.pool.size + added.length > limits.targetsPerTargetGroup) {
      throw new ServiceFault('TooManyTargets', 'The maximum number of targets per target group has been reached')
    }
    for (const { Id = '', Port } of targets) group.pool.register(Id, Port ?? group.port)
    return {}
  },

  /** A target that is not registered is no error. Without a port it leaves on all of its ports. */
  DeregisterTargets(input: DeregisterTargetsCommandInput): object {
    const group = groups.get(input.TargetGroupArn)
    if ((input.Targets ?? []).length === 0) throw validationError('At least one target must be specified')
    for (const { Id = '', Port } of input.Targets ?? []) group.pool.deregister(Id, Port)
    return {}
  },

  /** This call has no pages. */
  DescribeTargetHealth(input: DescribeTargetHealthCommandInput): Answer<DescribeTargetHealthCommandOutput> {
    const group = groups.get(input.TargetGroupArn)
    const { now } = balancers.context.timeline
    const health = (registration: RegisteredTarget) => healthOf(registration, { group, compute, now })
    if (input.Targets === undefined || input.Targets.length === 0) {
      return {
        TargetHealthDescriptions: group.pool.all.map((registration) => description(registration, { group, health })),
      }
    }
    return {
      TargetHealthDescriptions: input.Targets.map((target) => {
        const registration = registrationOf(group, target)
        if (registration !== undefined) return description(registration, { group, health })
        if (compute.machine(target.Id ?? '') === undefined) {
          throw new ServiceFault('InvalidTarget', `The following targets do not exist: '${target.Id}'`)
        }
        return { Target: { Id: target.Id, Port: target.Port ?? group.port }, TargetHealth: NOT_REGISTERED }
      }),
    }
  },
})

const NOT_REGISTERED: TargetHealth = {
  State: 'unused',
  Reason: 'Target.NotRegistered',
  Description: 'Target is not registered to the target group',
}

const registrationOf = (group: TargetGroup, { Id = '', Port }: TargetDescription): RegisteredTarget | undefined =>
  group.pool.of(Id).find(({ port }) => port === (Port ?? group.port))

const description = (
  registration: RegisteredTarget,
  { group, health }: { readonly group: TargetGroup; readonly health: (registration: RegisteredTarget) => TargetHealth },
) => ({
  Target: { Id: registration.instanceId, Port: registration.port },
  HealthCheckPort: group.check.port === 'traffic-port' ? String(registration.port) : group.check.port,
  TargetHealth: health(registration),
})

interface View {
  readonly group: TargetGroup
  readonly compute: V2Parts['compute']
  readonly now: number
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html lists states and reasons. */
function healthOf(registration: RegisteredTarget, view: View): TargetHealth {
  switch (registration.phase) {
    case 'healthy':
      return HEALTHY
    case 'unhealthy':
      return brokenHealth((registration.reason ?? 'Target.FailedHealthChecks') as TargetHealthReasonEnum)
    case 'draining':
      return {
        State: 'draining',
        Reason: 'Target.DeregistrationInProgress',
        Description: 'Target deregistration is in progress',
      }
    case 'initial':
      return view.now < registration.since + (registration.until - registration.since) / 4 ? REGISTERING : CHECKING
    case 'waiting':
      return waitingHealth(registration, view)
    default:
      return registration.phase satisfies never
  }
}

const HEALTHY: TargetHealth = { State: 'healthy' }

const REGISTERING: TargetHealth = {
  State: 'initial',
  Reason: 'Elb.RegistrationInProgress',
  Description: 'Target registration is in progress',
}

const CHECKING: TargetHealth = {
  State: 'initial',
  Reason: 'Elb.InitialHealthChecking',
  Description: 'Initial health checks in progress',
}

const BROKEN: Readonly<Partial<Record<TargetHealthReasonEnum, string>>> = {
  'Target.ResponseCodeMismatch': 'Health checks failed with these codes: [503]',
  'Target.Timeout': 'Request timed out',
  'Target.FailedHealthChecks': 'Health checks failed',
  'Elb.InternalError': 'Internal error',
}

/** Reasons that mean something else than unhealthy take their own state. */
function brokenHealth(Reason: TargetHealthReasonEnum): TargetHealth {
  if (Reason === 'Target.HealthCheckDisabled') {
    return { State: 'unavailable', Reason, Description: 'Health checks are disabled for this target group' }
  }
  if (Reason === 'Target.DeregistrationInProgress') {
    return { State: 'unhealthy.draining', Reason, Description: 'Target deregistration is in progress' }
  }
  if (Reason === 'Target.IpUnusable') {
    return { State: 'unused', Reason, Description: 'Target IP address is reserved for use by a load balancer' }
  }
  return { State: 'unhealthy', Reason, Description: BROKEN[Reason] ?? 'Health checks failed' }
}

function waitingHealth({ instanceId }: RegisteredTarget, { group, compute }: View): TargetHealth {
  const machine = compute.machine(instanceId)
  if (machine?.state === 'pending') return REGISTERING
  if (machine?.state !== 'running') {
    return {
      State: 'unused',
      Reason: 'Target.InvalidState',
      Description: `Target is in the ${machine?.state ?? 'terminated'} state`,
    }
  }
  const Description =
    group.users.size === 0
      ? 'Target group is not configured to receive traffic from the load balancer'
      : 'Target is in an Availability Zone that is not enabled for the load balancer'
  return { State: 'unused', Reason: 'Target.NotInUse', Description }
}
