import type { AwsFault } from './aws-fault.ts'

/** Where AWS's sentence names the principal, the action, the resource and the reason. */
const sentence =
  /User: (?<user>\S+) is not authorized to perform: (?<action>\S+?)(?: on resource: (?<resource>\S+?))?(?:,? (?<reason>(?:because|with) .+?))?(?:\.? Encoded authorization failure message:.*|\.)?$/s

const encoded = /Encoded authorization failure message: (?<blob>\S+)/

/** Which permission is missing, for whom, and what to do, from the words of AccessDenied or UnauthorizedOperation. */
export function accessDenied({ message }: AwsFault): { readonly why: string; readonly remedy: string } {
  const { user, action, resource, reason } = sentence.exec(message)?.groups ?? {}
  const blob = encoded.exec(message)?.groups?.['blob']
  const decode =
    blob === undefined ? '' : ` Details: \`aws sts decode-authorization-message --encoded-message ${blob}\`.`
  if (user === undefined || action === undefined) {
    const why = message.replace(encoded, '').trim()
    return { why, remedy: `Allow it in the policies of the role or user whose credentials are used.${decode}` }
  }
  const caller = principal(user)
  const where = resource === undefined || resource === '*' ? '' : ` on ${resource}`
  const why = `${caller} is not authorized to perform ${action}${where}${reason === undefined ? '' : ` ${reason}`}.`
  return { why, remedy: `${remedyFor({ reason: reason ?? '', action, caller, where })}${decode}` }
}

interface Denial {
  readonly reason: string
  readonly action: string
  readonly caller: string
  readonly where: string
}

function remedyFor({ reason, action, caller, where }: Denial): string {
  const policy =
    /(service control policy|resource control policy|permissions boundary|session policy|resource-based policy)/.exec(
      reason,
    )?.[1]
  if (reason.startsWith('with an explicit deny')) return `Take ${action} out of the deny in the ${policy ?? 'policy'}.`
  if (policy !== undefined && policy !== 'resource-based policy') return `Allow ${action}${where} in the ${policy}.`
  return `Allow ${action}${where} in a policy of ${caller}.`
}

/** A session's ARN shows its role: policies belong to the role. */
function principal(arn: string): string {
  const role = /^arn:[\w-]+:sts::\d+:assumed-role\/([^/]+)\//.exec(arn)?.[1]
  return role === undefined ? arn : `the role ${role}`
}
