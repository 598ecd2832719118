/** IAM's prefix for each service, by the SDK's name for it. */
const prefixes: Readonly<Record<string, string>> = {
  'Auto Scaling': 'autoscaling',
  CloudWatch: 'cloudwatch',
  EC2: 'ec2',
  'Elastic Load Balancing': 'elasticloadbalancing',
  'Elastic Load Balancing v2': 'elasticloadbalancing',
  'CloudWatch Logs': 'logs',
  EventBridge: 'events',
  'Route 53': 'route53',
  S3: 's3',
  SNS: 'sns',
  'Service Quotas': 'servicequotas',
  SSM: 'ssm',
  STS: 'sts',
}

/** The IAM action of a call, such as `autoscaling:SuspendProcesses`. */
export function iamAction(serviceId: string, operation: string): string {
  const prefix = prefixes[serviceId]
  if (prefix === undefined) throw new Error(`no IAM prefix is known for the service ${serviceId}`)
  return `${prefix}:${operation}`
}

/** Whether an operation changes nothing. Assuming a role changes nothing but the principal of later calls. */
export function isReadOnly(operation: string): boolean {
  return /^(Describe|Get|List|AssumeRole)/.test(operation)
}

/** What a dry run throws instead of sending a change; reaching this is a defect of ours, but never harm to a fleet. */
export function refusedInDryRun(operation: string): Error {
  return new Error(`A dry run was about to send ${operation}. Nothing was sent.`)
}

/**
 * Changes that give the same state when they are made twice, so that they may be sent again when the answer to the
 * first was lost. Everything that is not here might count twice: a termination that decrements the desired capacity
 * (and every Auto Scaling call that attaches, detaches or enters standby), or a second template version or image. A record or
 * message that arrives twice says the same twice.
 */
const repeatable = new Set([
  'AddTags',
  'AssociateAddress',
  'AttachLoadBalancers',
  'ChangeResourceRecordSets',
  'CreateLogStream',
  'CreateOrUpdateTags',
  'CreateTags',
  'DeleteTags',
  'DetachLoadBalancers',
  'DisassociateAddress',
  'ModifyLaunchTemplate',
  'ModifyListener',
  'ModifyRule',
  'Publish',
  'PutEvents',
  'PutLogEvents',
  'PutObject',
  'PutParameter',
  'RegisterInstancesWithLoadBalancer',
  'RegisterTargets',
  'RemoveTags',
  'ResumeProcesses',
  'SetDesiredCapacity',
  'SetInstanceProtection',
  'SuspendProcesses',
  'TerminateInstances',
  'UpdateAutoScalingGroup',
])

/**
 * Whether a call may be repeated without knowing what became of it. A `ClientToken` that the caller chose makes it so;
 * the one that the SDK fills in does not, since each sending gets a new one.
 */
export function isRepeatable(operation: string, input: object): boolean {
  const token = 'ClientToken' in input ? input.ClientToken : undefined
  // It would take an address away from others who have moved it in between.
  const takesAway =
    operation === 'AssociateAddress' && 'AllowReassociation' in input && input.AllowReassociation === true
  return isReadOnly(operation) || (repeatable.has(operation) && !takesAway) || typeof token === 'string'
}
