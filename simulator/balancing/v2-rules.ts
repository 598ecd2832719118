import type {
  CreateRuleCommandInput,
  CreateRuleCommandOutput,
  DeleteRuleCommandInput,
  DescribeRulesCommandInput,
  DescribeRulesCommandOutput,
  ModifyRuleCommandInput,
  ModifyRuleCommandOutput,
  Rule as RuleShape,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { ServiceFault, validationError } from '../fault.ts'
import { checkedActions, shownActions } from './actions.ts'
import type { Answer } from '../answer.ts'
import { markedPage } from './markers.ts'
import type { V2Parts } from './v2-balancers.ts'
import type { Rule } from './v2-shapes.ts'

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html and its neighbours. */
export const v2Rules = ({ balancers, groups, tags, limits, behaviour }: V2Parts) => ({
  CreateRule(input: CreateRuleCommandInput): Answer<CreateRuleCommandOutput> {
    const listener = balancers.listener(input.ListenerArn)
    const { balancer, rules } = listener
    const priority = input.Priority
    if (balancer.type === 'network') {
      throw validationError('Rules are unsupported for Network Load Balancer listeners') // unsourced text
    }
    if (priority === undefined) throw validationError('A priority must be specified')
    if (rules.some((rule) => rule.priority === priority)) {
      throw new ServiceFault('PriorityInUse', `Priority '${priority}' is currently in use`)
    }
    if ((input.Conditions ?? []).length === 0) throw validationError('A condition must be specified')
    const count = [...balancer.listeners.values()].reduce((sum, one) => sum + one.rules.length - 1, 0)
    if (count >= limits.rulesPerBalancer)
      throw new ServiceFault('TooManyRules', 'The maximum number of rules has been reached')
    const rule: Rule = {
      order: balancers.nextOrder(),
      arn: `${listener.arn.replace(':listener/', ':listener-rule/')}/${balancers.context.random.hex(16)}`,
      listener,
      priority,
      conditions: input.Conditions ?? [],
      actions: checkedActions(input.Actions, {
        groups,
        limits,
        behaviour,
        balancer,
        protocol: listener.protocol,
        before: [],
      }),
    }
    balancers.addRule(rule)
    tags.add(rule.arn, input.Tags)
    return { Rules: [shape(rule)] }
  },

  DescribeRules(input: DescribeRulesCommandInput): Answer<DescribeRulesCommandOutput> {
    const byArn = (input.RuleArns ?? []).map((arn) => balancers.rule(arn))
    if ((byArn.length === 0) === (input.ListenerArn === undefined)) {
      throw validationError('You must specify either listener rule ARN(s) or a listener ARN')
    }
    const requested = byArn.length > 0 ? byArn : balancers.listener(input.ListenerArn).rules
    const sorted = [...requested].sort((one, other) => rank(one) - rank(other)).map((rule, order) => ({ rule, order }))
    const { items, ...rest } = markedPage(sorted, input, behaviour)
    return { Rules: items.map(({ rule }) => shape(rule)), ...rest }
  },

  ModifyRule(input: ModifyRuleCommandInput): Answer<ModifyRuleCommandOutput> {
    const rule = balancers.rule(input.RuleArn)
    if (rule.priority === 'default') {
      throw new ServiceFault('OperationNotPermitted', `Default rule '${rule.arn}' cannot be modified`)
    }
    const { balancer, protocol } = rule.listener
    if (input.Actions !== undefined) {
      const place = { groups, limits, behaviour, balancer, protocol, before: rule.actions }
      balancers.setActions(rule, checkedActions(input.Actions, place))
    }
    if (input.Conditions !== undefined) rule.conditions = input.Conditions
    return { Rules: [shape(rule)] }
  },

  DeleteRule(input: DeleteRuleCommandInput): object {
    const rule = balancers.rule(input.RuleArn)
    if (rule.priority === 'default') {
      throw new ServiceFault('OperationNotPermitted', `Default rule '${rule.arn}' cannot be deleted`)
    }
    balancers.removeRule(rule)
    tags.forget(rule.arn)
    return {}
  },
})

/** By priority, the default rule last. */
const rank = ({ priority }: Rule): number => (priority === 'default' ? Infinity : priority)

const shape = (rule: Rule): RuleShape => ({
  RuleArn: rule.arn,
  Priority: String(rule.priority),
  Conditions: structuredClone([...rule.conditions]),
  Actions: shownActions(rule.actions),
  IsDefault: rule.priority === 'default',
})
