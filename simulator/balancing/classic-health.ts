import type {
  DescribeInstanceHealthCommandInput,
  DescribeInstanceHealthCommandOutput,
  InstanceState,
} from '@aws-sdk/client-elastic-load-balancing'
import type { Compute, ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'
import type { Answer } from '../answer.ts'
import type { ClassicBalancer, ClassicBalancers } from './classic.ts'
import type { RegisteredTarget } from './pool.ts'

/** https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_InstanceState.html has all these sentences. */
const OUT = {
  registering: ['ELB', 'Instance registration is still in progress.'],
  unproven: [
    'Instance',
    'Instance has not passed the configured HealthyThreshold number of health checks consecutively.',
  ],
  failed: ['Instance', 'Instance has failed at least the UnhealthyThreshold number of health checks consecutively.'],
  absent: ['N/A', 'Instance is not currently registered with the LoadBalancer.'],
  zone: [
    'ELB',
    'Instance is in the EC2 Availability Zone for which LoadBalancer is not configured to route traffic to.',
  ],
  pending: ['Instance', 'Instance is in pending state.'],
  stopped: ['Instance', 'Instance is in stopped state.'],
  terminated: ['Instance', 'Instance is in terminated state.'],
} as const

export interface ClassicParts {
  readonly balancers: ClassicBalancers
  readonly compute: Compute
  readonly context: ServiceContext
}

export const noSuchInstance = (id: string): ServiceFault =>
  new ServiceFault('InvalidInstance', `Could not find EC2 instance ${id}.`)

/** https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_DescribeInstanceHealth.html; it has no pages. */
export const classicHealthStates = ({ balancers, compute, context }: ClassicParts) => ({
  DescribeInstanceHealth(input: DescribeInstanceHealthCommandInput): Answer<DescribeInstanceHealthCommandOutput> {
    const balancer = balancers.get(input.LoadBalancerName)
    const state = (id: string) => stateOf(id, { balancer, compute, now: context.timeline.now })
    const requested = (input.Instances ?? []).map(({ InstanceId }) => InstanceId ?? '')
    const unknown = requested.find((id) => compute.machine(id) === undefined)
    if (unknown !== undefined) throw noSuchInstance(unknown)
    const ids = requested.length > 0 ? requested : balancer.pool.all.map(({ instanceId }) => instanceId)
    return { InstanceStates: ids.map(state) }
  },
})

interface View {
  readonly balancer: ClassicBalancer
  readonly compute: Compute
  readonly now: number
}

function stateOf(id: string, { balancer, compute, now }: View): InstanceState {
  const [registration] = balancer.pool.of(id)
  if (registration?.phase === 'healthy') return inService(id, 'N/A')
  // A classic load balancer calls a draining instance in service.
  if (registration?.phase === 'draining') return inService(id, 'Instance deregistration currently in progress.')
  const [ReasonCode, Description] = OUT[whyOut(registration, { id, balancer, compute, now })]
  return { InstanceId: id, State: 'OutOfService', ReasonCode, Description }
}

const inService = (InstanceId: string, Description: string): InstanceState => ({
  InstanceId,
  State: 'InService',
  ReasonCode: 'N/A',
  Description,
})

function whyOut(
  registration: RegisteredTarget | undefined,
  { id, balancer, compute, now }: View & { readonly id: string },
): keyof typeof OUT {
  if (registration === undefined) return 'absent'
  if (registration.phase === 'unhealthy') return 'failed'
  if (registration.phase === 'initial') {
    return now < registration.since + (registration.until - registration.since) / 4 ? 'registering' : 'unproven'
  }
  const machine = compute.machine(id)
  const state = machine?.state
  switch (state) {
    case 'pending':
      return 'pending'
    case 'running':
      return balancer.pool.serves(machine?.zone ?? '') ? 'registering' : 'zone'
    case 'stopping':
    case 'stopped':
      return 'stopped'
    case 'shutting-down':
    case 'terminated':
    case undefined:
      return 'terminated'
    default:
      return state satisfies never
  }
}
