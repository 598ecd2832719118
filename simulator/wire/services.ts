/** One AWS API: how requests for it are distinguished, and where the SDK keeps its schemas. */
export interface Api {
  readonly sdkId: string
  readonly iamPrefix: string
  /** `Version=` of the query protocols. */
  readonly version: string
  readonly namespace: string
  /** What precedes the dot in `X-Amz-Target`, and the name in the path of the CBOR protocol. */
  readonly target: string
  /** How the API writes: the query protocol, EC2's own, `rest` in paths and headers, `rest-xml` with documents as well. */
  readonly dialect: 'query' | 'ec2' | 'rest' | 'rest-xml'
  /** Its clients speak JSON: an input that cannot be read is refused in the words of that protocol. */
  readonly carriesJson?: true
  /** The codes with which the API refuses a caller without the permission, and an input that does not fit its model. */
  readonly refusals: Readonly<Record<'denied' | 'invalid', string>>
  readonly schemas: () => Promise<object>
}

/** All APIs that the simulator has schemas for; version, namespace and target as in the SDK's clients. */
export const apis: readonly Api[] = [
  {
    sdkId: 'Auto Scaling',
    iamPrefix: 'autoscaling',
    version: '2011-01-01',
    namespace: 'http://autoscaling.amazonaws.com/doc/2011-01-01/',
    target: 'AutoScaling_2011_01_01',
    dialect: 'query',
    refusals: { denied: 'AccessDenied', invalid: 'ValidationError' },
    schemas: () => import('@aws-sdk/client-auto-scaling'),
  },
  {
    sdkId: 'EC2',
    iamPrefix: 'ec2',
    version: '2016-11-15',
    namespace: 'http://ec2.amazonaws.com/doc/2016-11-15/',
    target: 'AmazonEC2',
    dialect: 'ec2',
    refusals: { denied: 'UnauthorizedOperation', invalid: 'InvalidParameterValue' },
    schemas: () => import('@aws-sdk/client-ec2'),
  },
  {
    sdkId: 'Elastic Load Balancing',
    iamPrefix: 'elasticloadbalancing',
    version: '2012-06-01',
    namespace: 'http://elasticloadbalancing.amazonaws.com/doc/2012-06-01/',
    target: 'ElasticLoadBalancing_v7',
    dialect: 'query',
    refusals: { denied: 'AccessDenied', invalid: 'ValidationError' },
    schemas: () => import('@aws-sdk/client-elastic-load-balancing'),
  },
  {
    sdkId: 'Elastic Load Balancing v2',
    iamPrefix: 'elasticloadbalancing',
    version: '2015-12-01',
    namespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
    target: 'ElasticLoadBalancing_v10',
    dialect: 'query',
    refusals: { denied: 'AccessDenied', invalid: 'ValidationError' },
    schemas: () => import('@aws-sdk/client-elastic-load-balancing-v2'),
  },
  {
    sdkId: 'STS',
    iamPrefix: 'sts',
    version: '2011-06-15',
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    target: 'AWSSecurityTokenServiceV20110615',
    dialect: 'query',
    refusals: { denied: 'AccessDenied', invalid: 'ValidationError' },
    schemas: () => import('@aws-sdk/client-sts'),
  },
  {
    sdkId: 'SSM',
    iamPrefix: 'ssm',
    version: '2014-11-06',
    namespace: 'http://ssm.amazonaws.com/doc/2014-11-06/',
    target: 'AmazonSSM',
    dialect: 'query',
    carriesJson: true,
    refusals: { denied: 'AccessDeniedException', invalid: 'ValidationException' },
    schemas: () => import('@aws-sdk/client-ssm'),
  },
  {
    sdkId: 'CloudWatch',
    iamPrefix: 'cloudwatch',
    version: '2010-08-01',
    namespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
    target: 'GraniteServiceVersion20100801',
    dialect: 'query',
    carriesJson: true,
    refusals: { denied: 'AccessDenied', invalid: 'ValidationError' },
    schemas: () => import('@aws-sdk/client-cloudwatch'),
  },
  {
    sdkId: 'Service Quotas',
    iamPrefix: 'servicequotas',
    version: '2019-06-24',
    namespace: 'http://servicequotas.amazonaws.com/doc/2019-06-24/',
    target: 'ServiceQuotasV20190624',
    dialect: 'query',
    carriesJson: true,
    refusals: { denied: 'AccessDeniedException', invalid: 'ValidationException' },
    schemas: () => import('@aws-sdk/client-service-quotas'),
  },
  {
    sdkId: 'Route 53',
    iamPrefix: 'route53',
    version: '2013-04-01',
    namespace: 'https://route53.amazonaws.com/doc/2013-04-01/',
    target: 'Route53_2013_04_01',
    dialect: 'rest-xml',
    refusals: { denied: 'AccessDenied', invalid: 'InvalidInput' },
    schemas: () => import('@aws-sdk/client-route-53'),
  },
  {
    sdkId: 'CloudFormation',
    iamPrefix: 'cloudformation',
    version: '2010-05-15',
    namespace: 'http://cloudformation.amazonaws.com/doc/2010-05-15/',
    target: 'CloudFormation',
    dialect: 'query',
    refusals: { denied: 'AccessDenied', invalid: 'ValidationError' },
    schemas: () => import('./cloudformation-schemas.ts'),
  },
  {
    sdkId: 'IAM',
    iamPrefix: 'iam',
    version: '2010-05-08',
    namespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    target: 'AWSIdentityManagementV20100508',
    dialect: 'query',
    refusals: { denied: 'AccessDenied', invalid: 'ValidationError' },
    schemas: () => import('./iam-schemas.ts'),
  },
  {
    sdkId: 'EventBridge',
    iamPrefix: 'events',
    version: '2015-10-07',
    namespace: 'http://events.amazonaws.com/doc/2015-10-07',
    target: 'AWSEvents',
    dialect: 'query',
    carriesJson: true,
    refusals: { denied: 'AccessDeniedException', invalid: 'ValidationException' },
    schemas: () => import('@aws-sdk/client-eventbridge'),
  },
  {
    sdkId: 'CloudWatch Logs',
    iamPrefix: 'logs',
    version: '2014-03-28',
    namespace: 'http://monitoring.amazonaws.com/doc/2014-03-28/',
    target: 'Logs_20140328',
    dialect: 'query',
    carriesJson: true,
    refusals: { denied: 'AccessDeniedException', invalid: 'InvalidParameterException' },
    schemas: () => import('@aws-sdk/client-cloudwatch-logs'),
  },
  {
    sdkId: 'SNS',
    iamPrefix: 'sns',
    version: '2010-03-31',
    namespace: 'http://sns.amazonaws.com/doc/2010-03-31/',
    target: 'AmazonSimpleNotificationService',
    dialect: 'query',
    refusals: { denied: 'AuthorizationError', invalid: 'ValidationError' },
    schemas: () => import('@aws-sdk/client-sns'),
  },
  {
    sdkId: 'S3',
    iamPrefix: 's3',
    version: '2006-03-01',
    namespace: 'http://s3.amazonaws.com/doc/2006-03-01/',
    target: 'AmazonS3',
    dialect: 'rest',
    refusals: { denied: 'AccessDenied', invalid: 'InvalidArgument' },
    schemas: () => import('./s3-schemas.ts'),
  },
]
