import type { ChangeKind } from './change-kind.ts'

/** Instances that were asked into a load balancer; one that has ended by then never comes into it. */
export interface BalancerRegistration {
  readonly balancer: string
  readonly instances: readonly string[]
}

/** Instances go into one load balancer or target group of the group, by the name that its target health has. */
export interface Register extends BalancerRegistration {
  readonly kind: 'register'
}

export const registerKind = {
  stepAction: 'register',
  subject: 'registration',
  changesGroup: true,
  needsRecentLook: false,
  attempts: undefined,
  followedBy: [],
  applyTo: (fleet, { balancer, instances }) => ({
    ...fleet,
    instances: fleet.instances.map((instance) =>
      instances.includes(instance.id)
        ? {
            ...instance,
            balancers: instance.balancers.map((health) =>
              health.balancer === balancer ? { ...health, state: 'unhealthy', reason: 'just registered' } : health,
            ),
          }
        : instance,
    ),
  }),
  isVisibleIn: (fleet, { balancer, instances }) =>
    !fleet.instances.some(
      ({ id, balancers }) =>
        instances.includes(id) &&
        balancers.some((health) => health.balancer === balancer && health.state === 'unregistered'),
    ),
  describe: ({ balancer, instances }, list) => `register ${list(instances)} with ${balancer}`,
} as const satisfies ChangeKind<Register>
