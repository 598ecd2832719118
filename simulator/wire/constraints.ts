import type { ConstraintTable } from './constraint-table.ts'
import { autoscalingConstraints } from './constraints/autoscaling.ts'
import { cloudformationConstraints } from './constraints/cloudformation.ts'
import { cloudwatchConstraints } from './constraints/cloudwatch.ts'
import { ec2Constraints } from './constraints/ec2.ts'
import { elbConstraints } from './constraints/elb.ts'
import { elbv2Constraints } from './constraints/elbv2.ts'
import { eventsConstraints } from './constraints/events.ts'
import { iamConstraints } from './constraints/iam.ts'
import { logsConstraints } from './constraints/logs.ts'
import { route53Constraints } from './constraints/route53.ts'
import { s3Constraints } from './constraints/s3.ts'
import { serviceQuotasConstraints } from './constraints/service-quotas.ts'
import { snsConstraints } from './constraints/sns.ts'
import { ssmConstraints } from './constraints/ssm.ts'
import { stsConstraints } from './constraints/sts.ts'

/** The constraints of each API, by the SDK's name of it. */
export const constraintTables: Readonly<Record<string, ConstraintTable>> = {
  'Auto Scaling': autoscalingConstraints,
  EC2: ec2Constraints,
  'Elastic Load Balancing': elbConstraints,
  'Elastic Load Balancing v2': elbv2Constraints,
  STS: stsConstraints,
  SSM: ssmConstraints,
  CloudWatch: cloudwatchConstraints,
  'Route 53': route53Constraints,
  'Service Quotas': serviceQuotasConstraints,
  CloudFormation: cloudformationConstraints,
  IAM: iamConstraints,
  EventBridge: eventsConstraints,
  'CloudWatch Logs': logsConstraints,
  SNS: snsConstraints,
  S3: s3Constraints,
}
