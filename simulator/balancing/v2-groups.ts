import type {
  CreateTargetGroupCommandInput,
  CreateTargetGroupCommandOutput,
  DeleteTargetGroupCommandInput,
  DescribeTargetGroupAttributesCommandInput,
  DescribeTargetGroupAttributesCommandOutput,
  DescribeTargetGroupsCommandInput,
  DescribeTargetGroupsCommandOutput,
  ModifyTargetGroupAttributesCommandInput,
  ModifyTargetGroupAttributesCommandOutput,
  ModifyTargetGroupCommandInput,
  ModifyTargetGroupCommandOutput,
  ProtocolEnum,
  TargetGroup as TargetGroupShape,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { ServiceFault, validationError } from '../fault.ts'
import type { Answer } from '../answer.ts'
import { markedPage } from './markers.ts'
import { checkName } from './names.ts'
import { DELAY, noSuchTargetGroup, SLOW_START, type TargetGroup, type TargetGroupCheck } from './target-groups.ts'
import type { V2Parts } from './v2-balancers.ts'
import type { LoadBalancers } from './v2-model.ts'
import type { Rule } from './v2-shapes.ts'

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html and its neighbours. */
export const v2Groups = ({ balancers, groups, tags, limits, behaviour }: V2Parts) => ({
  CreateTargetGroup(input: CreateTargetGroupCommandInput): Answer<CreateTargetGroupCommandOutput> {
    const name = checkName(input.Name, 'Target group')
    const type = input.TargetType ?? 'instance'
    if (type !== 'instance') {
      throw new ServiceFault(
        'InvalidConfigurationRequest',
        `The simulator knows target groups of instances only, not of type '${type}'`,
      )
    }
    const { Protocol: protocol, Port: port, VpcId: vpcId } = input
    if (protocol === undefined) throw validationError('A protocol must be specified')
    if (port === undefined) throw validationError('A port must be specified')
    if (vpcId === undefined) throw validationError('A VPC ID must be specified')
    const settings = { name, protocol, port, vpcId, check: checkFrom(input, defaultCheck(protocol)) }
    const before = groups.named(name)
    if (before !== undefined) {
      const same = [before.protocol, before.port, before.vpcId].join() === [protocol, port, vpcId].join()
      if (same && JSON.stringify(before.check) === JSON.stringify(settings.check))
        return { TargetGroups: [shape(before)] }
      throw new ServiceFault(
        'DuplicateTargetGroupName',
        `A target group with the same name '${name}' exists, but with different settings`,
      )
    }
    if (groups.all.length >= limits.targetGroups) {
      throw new ServiceFault('TooManyTargetGroups', 'The maximum number of target groups has been reached')
    }
    const group = groups.add(settings)
    tags.add(group.arn, input.Tags)
    return { TargetGroups: [shape(group)] }
  },

  DescribeTargetGroups(input: DescribeTargetGroupsCommandInput): Answer<DescribeTargetGroupsCommandOutput> {
    const { items, ...rest } = markedPage(requested(input), input, behaviour)
    return { TargetGroups: items.map(shape), ...rest }

    function requested({ TargetGroupArns, Names, LoadBalancerArn }: DescribeTargetGroupsCommandInput): TargetGroup[] {
      if ([TargetGroupArns, Names, LoadBalancerArn].filter((one) => one !== undefined && one.length > 0).length > 1) {
        throw validationError('Target group names, ARNs and a load balancer ARN cannot be specified at the same time')
      }
      if (LoadBalancerArn !== undefined) {
        const balancer = balancers.get(LoadBalancerArn)
        return groups.all.filter(({ users }) => users.has(balancer))
      }
      const byName = (Names ?? []).map((name) => groups.named(name) ?? fail())
      const chosen = [...(TargetGroupArns ?? []).map((arn) => groups.get(arn)), ...byName]
      return chosen.length > 0 ? chosen.sort((one, other) => one.order - other.order) : [...groups.all]
    }
  },

  ModifyTargetGroup(input: ModifyTargetGroupCommandInput): Answer<ModifyTargetGroupCommandOutput> {
    const group = groups.get(input.TargetGroupArn)
    if (input.HealthCheckEnabled === false) {
      throw new ServiceFault(
        'InvalidConfigurationRequest',
        'Health checks cannot be disabled for target groups with target type instance',
      )
    }
    group.check = checkFrom(input, group.check)
    return { TargetGroups: [shape(group)] }
  },

  DeleteTargetGroup(input: DeleteTargetGroupCommandInput): object {
    const group = groups.find(input.TargetGroupArn ?? '')
    if (group === undefined) return {}
    if (group.users.size > 0) {
      throw new ServiceFault('ResourceInUse', `Target group '${group.arn}' is currently in use by a listener or a rule`)
    }
    groups.remove(group)
    tags.forget(group.arn)
    return {}
  },

  DescribeTargetGroupAttributes: (
    input: DescribeTargetGroupAttributesCommandInput,
  ): Answer<DescribeTargetGroupAttributesCommandOutput> => ({
    Attributes: pairs(groups.get(input.TargetGroupArn)),
  }),

  ModifyTargetGroupAttributes(
    input: ModifyTargetGroupAttributesCommandInput,
  ): Answer<ModifyTargetGroupAttributesCommandOutput> {
    const group = groups.get(input.TargetGroupArn)
    for (const { Key = '', Value = '' } of input.Attributes ?? []) checkAttribute(group, { key: Key, value: Value })
    checkRulesKeepClients(input, { balancers, group })
    for (const { Key = '', Value = '' } of input.Attributes ?? []) group.attributes.set(Key, Value)
    return { Attributes: pairs(group) }
  },
})

const fail = (): never => {
  throw noSuchTargetGroup()
}

const pairs = ({ attributes }: TargetGroup) => [...attributes].map(([Key, Value]) => ({ Key, Value }))

function checkAttribute(
  { attributes }: TargetGroup,
  { key, value }: { readonly key: string; readonly value: string },
): void {
  if (!attributes.has(key)) throw validationError(`Target group attribute key '${key}' is not recognized`)
  const seconds = /^\d+$/.test(value) ? Number(value) : NaN
  if (key === DELAY && !(seconds >= 0 && seconds <= 3600)) {
    throw validationError(`'${key}' must be between 0 and 3600 inclusive`)
  }
  if (key === SLOW_START && seconds !== 0 && !(seconds >= 30 && seconds <= 900)) {
    throw validationError(`'${key}' must be between 30 and 900 inclusive or 0`)
  }
}

/** In the words of kubernetes-sigs/aws-load-balancer-controller#2734. */
function checkRulesKeepClients(
  { Attributes = [] }: ModifyTargetGroupAttributesCommandInput,
  { balancers, group }: { readonly balancers: LoadBalancers; readonly group: TargetGroup },
): void {
  if (!Attributes.some(({ Key, Value }) => Key === 'stickiness.enabled' && Value === 'true')) return
  if (!balancers.rulesTo(group.arn).some((rule) => isSplit(rule) && rule.listener.balancer.type === 'application'))
    return
  throw new ServiceFault(
    'InvalidConfigurationRequest',
    `This target group appears behind a rule with group stickiness disabled (${group.arn}). You must enable group stickiness before enabling target stickiness`,
  )
}

/** Whether a rule chooses among several target groups anew for each request. */
const isSplit = ({ actions }: Rule): boolean =>
  actions.some(
    ({ ForwardConfig }) =>
      (ForwardConfig?.TargetGroups ?? []).length > 1 && ForwardConfig?.TargetGroupStickinessConfig?.Enabled !== true,
  )

const isHttp = (protocol: string): boolean => protocol === 'HTTP' || protocol === 'HTTPS'

const defaultCheck = (protocol: string): TargetGroupCheck => ({
  protocol: isHttp(protocol) ? protocol : 'TCP',
  port: 'traffic-port',
  path: isHttp(protocol) ? '/' : undefined,
  intervalSeconds: 30,
  timeoutSeconds: isHttp(protocol) ? 5 : 10,
  healthyThreshold: 5,
  unhealthyThreshold: 2,
  codes: isHttp(protocol) ? '200' : undefined,
})

function checkFrom(
  input: CreateTargetGroupCommandInput | ModifyTargetGroupCommandInput,
  base: TargetGroupCheck,
): TargetGroupCheck {
  const check = {
    protocol: input.HealthCheckProtocol ?? base.protocol,
    port: input.HealthCheckPort ?? base.port,
    path: input.HealthCheckPath ?? base.path,
    intervalSeconds: input.HealthCheckIntervalSeconds ?? base.intervalSeconds,
    timeoutSeconds: input.HealthCheckTimeoutSeconds ?? base.timeoutSeconds,
    healthyThreshold: input.HealthyThresholdCount ?? base.healthyThreshold,
    unhealthyThreshold: input.UnhealthyThresholdCount ?? base.unhealthyThreshold,
    codes: input.Matcher?.HttpCode ?? base.codes,
  }
  if (check.timeoutSeconds >= check.intervalSeconds) {
    throw validationError(
      `Health check timeout '${check.timeoutSeconds}' must be smaller than the interval '${check.intervalSeconds}'`,
    )
  }
  return check
}

const shape = (group: TargetGroup): TargetGroupShape => ({
  TargetGroupArn: group.arn,
  TargetGroupName: group.name,
  TargetType: 'instance',
  Protocol: group.protocol as ProtocolEnum,
  ...(isHttp(group.protocol) ? { ProtocolVersion: 'HTTP1' } : {}),
  Port: group.port,
  VpcId: group.vpcId,
  IpAddressType: 'ipv4',
  LoadBalancerArns: [...group.users.keys()].map(({ arn }) => arn),
  HealthCheckEnabled: true,
  HealthCheckProtocol: group.check.protocol as ProtocolEnum,
  HealthCheckPort: group.check.port,
  ...(group.check.path === undefined ? {} : { HealthCheckPath: group.check.path }),
  HealthCheckIntervalSeconds: group.check.intervalSeconds,
  HealthCheckTimeoutSeconds: group.check.timeoutSeconds,
  HealthyThresholdCount: group.check.healthyThreshold,
  UnhealthyThresholdCount: group.check.unhealthyThreshold,
  ...(group.check.codes === undefined ? {} : { Matcher: { HttpCode: group.check.codes } }),
})
