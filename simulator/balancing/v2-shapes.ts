import type { Action, Certificate, RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2'

export interface LoadBalancer {
  readonly order: number
  readonly arn: string
  readonly name: string
  readonly type: 'application' | 'network'
  readonly scheme: 'internet-facing' | 'internal'
  readonly dnsName: string
  readonly createdAt: number
  readonly vpcId: string
  readonly securityGroups: readonly string[]
  /** Subnet by zone. */
  readonly zones: Map<string, string>
  readonly attributes: Map<string, string>
  readonly listeners: Map<string, Listener>
}

export interface Listener {
  readonly order: number
  readonly arn: string
  readonly balancer: LoadBalancer
  port: number
  protocol: string
  certificates: readonly Certificate[]
  sslPolicy: string | undefined
  /** The default rule is the first. */
  readonly rules: Rule[]
}

export interface Rule {
  readonly order: number
  readonly arn: string
  readonly listener: Listener
  readonly priority: number | 'default'
  conditions: readonly RuleCondition[]
  actions: readonly Action[]
}
