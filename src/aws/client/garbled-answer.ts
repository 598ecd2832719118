/** What came in the place of AWS's answer, and its HTTP status: from a proxy, or cut off on its way. It says nothing of AWS. */
export class GarbledAnswer extends Error {
  readonly status: number | undefined

  constructor(what: string, status?: number, cause?: unknown) {
    super(
      `AWS answered with ${what}${status === undefined ? '' : ` (status ${status})`}`,
      cause === undefined ? {} : { cause },
    )
    this.name = 'GarbledAnswer'
    this.status = status
  }
}

/** In which form a service answers, which is that of the request. */
export type AnswerFormat = 'XML' | 'JSON'

/** The format that the content type of a request asks for; undefined for a form of which nothing is known here. */
export const formatOf = (contentType = ''): AnswerFormat | undefined =>
  contentType.includes('x-www-form-urlencoded') ? 'XML' : /x-amz-json|\/json/.test(contentType) ? 'JSON' : undefined

/** One answer as it came. */
export interface RawAnswer {
  readonly status: number
  readonly text: string
  readonly format: AnswerFormat
  /** Whether a header names the error, as some JSON services have it. */
  readonly hasErrorHeader: boolean
}

/** What stands in the place of AWS's answer, in words; undefined where it is an answer of AWS, a refusal included. */
export function garblingOf({ status, text, format, hasErrorHeader }: RawAnswer): string | undefined {
  const body = text.replace(/^\uFEFF/, '').trim()
  if (body === '') return 'nothing'
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html)/i.test(body)) return 'HTML'
  const isRefusal = status >= 300
  return format === 'XML' ? garblingOfXml(body, isRefusal) : garblingOfJson(body, isRefusal && !hasErrorHeader)
}

/** The element around the whole answer, from its beginning to its end. */
const ROOT = /^(?:<\?xml[^>]*\?>\s*)?<(?<root>[A-Za-z][\w.:-]*)(?:\s[^>]*)?(?:>[\s\S]*<\/\k<root>>|\/>)$/

function garblingOfXml(body: string, isRefusal: boolean): string | undefined {
  if (/^[{[]/.test(body)) return 'JSON in place of XML'
  if (!body.startsWith('<')) return 'text that is no XML'
  const root = ROOT.exec(body)?.groups?.['root']
  if (root === undefined) return 'half an answer'
  // EC2 has `Response` around an error, the other services `ErrorResponse`.
  if (!isRefusal) return root.endsWith('Response') ? undefined : 'XML that is no answer'
  return /^(Error)?Response$/.test(root) && body.includes('<Code>') ? undefined : 'XML that names no error'
}

function garblingOfJson(body: string, needsCode: boolean): string | undefined {
  if (body.startsWith('<')) return 'XML in place of JSON'
  if (!body.startsWith('{')) return 'text that is no JSON'
  try {
    const tree = JSON.parse(body) as Readonly<Record<string, unknown>>
    return needsCode && tree['__type'] === undefined && tree['code'] === undefined
      ? 'JSON that names no error'
      : undefined
  } catch {
    return 'half an answer'
  }
}

/**
 * What an answer must hold by which a run decides, by operation. AWS sends an empty list too; without the element, which a
 * proxy may have taken out, no group, no instance, no failure would seem to exist.
 */
const CONTENTS: Readonly<Record<string, readonly Content[]>> = {
  CreateLaunchTemplate: ['LaunchTemplate'],
  CreateLaunchTemplateVersion: ['LaunchTemplateVersion'],
  DescribeAddresses: ['Addresses'],
  DescribeAutoScalingGroups: ['AutoScalingGroups'],
  DescribeImages: ['Images'],
  DescribeInstanceHealth: ['InstanceStates'],
  DescribeInstanceRefreshes: ['InstanceRefreshes'],
  DescribeInstanceStatus: ['InstanceStatuses'],
  DescribeInstanceTypes: ['InstanceTypes'],
  DescribeInstances: ['Reservations'],
  DescribeLaunchConfigurations: ['LaunchConfigurations'],
  DescribeLaunchTemplateVersions: ['LaunchTemplateVersions'],
  DescribeLaunchTemplates: ['LaunchTemplates'],
  DescribeLifecycleHooks: ['LifecycleHooks'],
  DescribeListeners: ['Listeners'],
  // Of both generations of load balancers.
  DescribeLoadBalancers: [['LoadBalancers', 'LoadBalancerDescriptions']],
  DescribePolicies: ['ScalingPolicies'],
  DescribeRules: ['Rules'],
  DescribeScalingActivities: ['Activities'],
  DescribeScheduledActions: ['ScheduledUpdateGroupActions'],
  DescribeSubnets: ['Subnets'],
  DescribeTags: ['TagDescriptions'],
  DescribeTargetGroupAttributes: ['Attributes'],
  DescribeTargetGroups: ['TargetGroups'],
  DescribeTargetHealth: ['TargetHealthDescriptions'],
  DescribeTrafficSources: ['TrafficSources'],
  DescribeVolumes: ['Volumes'],
  DescribeWarmPool: ['Instances'],
  GetCallerIdentity: ['Account', 'Arn'],
  GetMetricData: ['MetricDataResults'],
  GetParameters: ['Parameters'],
  GetServiceQuota: ['Quota'],
  ListHostedZones: ['HostedZones'],
  ListResourceRecordSets: ['ResourceRecordSets'],
  Publish: ['MessageId'],
  PutEvents: ['Entries'],
  PutObject: ['ETag'],
  RunInstances: ['Instances'],
}

/** A part of an answer, or parts of which it must hold one. */
type Content = string | readonly string[]

/** The first part that an answer lacks although it must hold it; undefined where it lacks none. */
export function lackOf(operation: string, output: object): string | undefined {
  const parts = output as Readonly<Record<string, unknown>>
  const lacking = CONTENTS[operation]?.find((content) => [content].flat().every((name) => parts[name] === undefined))
  return lacking === undefined ? undefined : [lacking].flat().join(' or ')
}
