import { UserError } from '../../src/errors.ts'
import type { Command, Connection } from '../../src/aws/client/connection.ts'

/** The operations that may be called, the service that has each, and the longest list each input takes. */
const OPERATIONS: Readonly<Record<string, { service: string; longest?: Readonly<Record<string, number>> }>> = {
  DescribeAutoScalingGroups: { service: 'autoScaling', longest: { AutoScalingGroupNames: 100 } },
  DescribeLaunchConfigurations: { service: 'autoScaling', longest: { LaunchConfigurationNames: 50 } },
  DescribeScalingActivities: { service: 'autoScaling' },
  DescribeInstanceRefreshes: { service: 'autoScaling' },
  DescribeScheduledActions: { service: 'autoScaling' },
  DescribePolicies: { service: 'autoScaling' },
  CreateOrUpdateTags: { service: 'autoScaling' },
  DeleteTags: { service: 'autoScaling' },
  SuspendProcesses: { service: 'autoScaling' },
  ResumeProcesses: { service: 'autoScaling' },
  UpdateAutoScalingGroup: { service: 'autoScaling' },
  TerminateInstanceInAutoScalingGroup: { service: 'autoScaling', longest: { InstanceIds: 100 } },
  DescribeLaunchTemplates: { service: 'ec2', longest: { LaunchTemplateIds: 200, LaunchTemplateNames: 200 } },
  DescribeLaunchTemplateVersions: { service: 'ec2', longest: { Versions: 200 } },
  CreateLaunchTemplateVersion: { service: 'ec2' },
  ModifyLaunchTemplate: { service: 'ec2' },
  DescribeInstances: { service: 'ec2' },
  DescribeInstanceStatus: { service: 'ec2', longest: { InstanceIds: 100 } },
  DescribeInstanceHealth: { service: 'elasticLoadBalancing' },
  DescribeTargetGroupAttributes: { service: 'elasticLoadBalancingV2' },
  DescribeTargetHealth: { service: 'elasticLoadBalancingV2' },
  RegisterInstancesWithLoadBalancer: { service: 'elasticLoadBalancing' },
  RegisterTargets: { service: 'elasticLoadBalancingV2' },
  GetParameters: { service: 'ssm', longest: { Names: 10 } },
  GetMetricData: { service: 'cloudWatch', longest: { MetricDataQueries: 500 } },
}

/** What is answered unless a test says otherwise. */
const USUAL: Answers = {
  DescribeScheduledActions: () => ({ ScheduledUpdateGroupActions: [] }),
  DescribePolicies: () => ({ ScalingPolicies: [] }),
}

export interface Call {
  readonly operation: string
  readonly input: Readonly<Record<string, unknown>>
}

export type Answers = Readonly<Record<string, (input: never) => object>>

export interface FakeConnection extends Connection {
  readonly calls: Call[]
  /** The number of calls of an operation. */
  count(operation: string): number
  /** The inputs of an operation's calls, in order. */
  inputs(operation: string): readonly Call['input'][]
}

/** AWS's refusal as the real connection throws it: a UserError around the SDK's own error. */
export function refused(code: string, message = code): UserError {
  const cause = Object.assign(new Error(message), { name: code, Code: code, $fault: 'client', $metadata: {} })
  return new UserError({ what: `AWS refused: ${message}`, cause })
}

/** A connection that answers by operation, records every call, and refuses those that AWS would refuse or misread. */
export function fakeConnection(answers: Answers): FakeConnection {
  const calls: Call[] = []
  const client = (service: string) => () => Promise.resolve({ service } as never)
  return {
    region: 'eu-central-1',
    calls,
    count: (operation) => calls.filter((call) => call.operation === operation).length,
    inputs: (operation) => calls.filter((call) => call.operation === operation).map(({ input }) => input),
    clients: {
      autoScaling: client('autoScaling'),
      ec2: client('ec2'),
      elasticLoadBalancing: client('elasticLoadBalancing'),
      elasticLoadBalancingV2: client('elasticLoadBalancingV2'),
      ssm: client('ssm'),
      cloudWatch: client('cloudWatch'),
    },
    send: async <Input extends object, Output extends object>(target: unknown, command: Command<Input, Output>) => {
      const operation = command.constructor.name.replace(/Command$/, '')
      const input = command.input as Call['input']
      calls.push({ operation, input })
      refuseBadCall(operation, { input, service: (target as { service: string }).service })
      const answer = answers[operation] ?? USUAL[operation]
      if (answer === undefined) throw new Error(`The test has no answer to ${operation}.`)
      await Promise.resolve()
      return answer(input as never) as Output
    },
  }
}

function refuseBadCall(operation: string, { input, service }: { input: Call['input']; service: string }): void {
  const known = OPERATIONS[operation]
  if (known === undefined) throw new Error(`${operation} is not expected here.`)
  if (known.service !== service) throw new Error(`${operation} was sent to ${service}.`)
  for (const [name, value] of Object.entries(input)) {
    if (!Array.isArray(value)) continue
    if (value.length === 0) throw new Error(`${operation} was sent with an empty ${name}.`)
    const longest = known.longest?.[name] ?? Infinity
    if (value.length > longest) throw new Error(`${operation} takes ${longest} ${name}, not ${value.length}.`)
    for (const filter of value as { Name?: string; Values?: unknown[] }[])
      if (
        name === 'Filters' &&
        (filter.Values === undefined || filter.Values.length === 0 || filter.Values.length >= 200)
      )
        throw new Error(`${operation} was sent with ${filter.Values?.length ?? 0} values of ${filter.Name}.`)
  }
}
