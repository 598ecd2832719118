/**
 * Whose credentials an ARN of GetCallerIdentity tells, whatever the session is called: `assumed-role/fleet-patch`, `user/ops`
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns).
 */
export function principalOf(arn: string): string {
  const resource = arn.split(':').slice(5).join(':')
  const [kind = '', ...rest] = resource.split('/')
  return kind === 'assumed-role' ? [kind, ...rest.slice(0, -1)].join('/') : resource
}
