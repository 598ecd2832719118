import { withFullStop } from '../../text/sentence.ts'
import { UserError } from '../../errors.ts'
import { accessDenied } from './access-denied.ts'
import { awsFaultOf, type AwsFault } from './aws-fault.ts'
import { UncertainOutcome } from './uncertain-outcome.ts'

export interface RefusedCall {
  /** The IAM action. */
  readonly action: string
  readonly input: object
}

/**
 * What to throw for an error that no repetition mends: a UserError with AWS's error as its cause. What did not come
 * from AWS or from looking for credentials is given back as it is.
 */
export function awsError(error: unknown, call: RefusedCall): unknown {
  if (error instanceof UserError || error instanceof UncertainOutcome || !(error instanceof Error)) return error
  if (/^(CredentialsProvider|TokenProvider|ProviderError)/.test(error.name)) return noCredentials(error)
  // The SDK hangs `$metadata` on every error that passes through it, but `$fault` only on AWS's own.
  const fault = '$fault' in error ? awsFaultOf(error) : undefined
  if (fault === undefined) return error
  const what = `AWS refused ${call.action}${subjectOf(call.input)}.`
  const kind = kinds.find(({ matches }) => matches(fault))
  const { why, remedy } = kind?.explain(fault) ?? { why: `${fault.code}: ${fault.message}`, remedy: undefined }
  return new UserError({ what, why: withFullStop(why), ...(remedy && { remedy }), cause: error })
}

interface Kind {
  readonly matches: (fault: AwsFault) => boolean
  readonly explain: (fault: AwsFault) => { readonly why: string; readonly remedy: string }
}

const kinds: readonly Kind[] = [
  {
    matches: ({ code }) =>
      /^(AccessDenied(Exception)?|UnauthorizedOperation|AuthorizationError(Exception)?)$/.test(code),
    explain: accessDenied,
  },
  {
    matches: ({ code }) => /^ExpiredToken(Exception)?$/.test(code),
    explain: ({ message }) => ({
      why: `The AWS credentials have expired: ${message}`,
      remedy:
        'Set `role-to-assume`, so that the action renews its session by itself, or let the step that brings the credentials ask for a longer session.',
    }),
  },
  {
    matches: ({ code, message }) =>
      /^(RequestExpired|RequestTimeTooSkewed|RequestInTheFuture)$/.test(code) ||
      /Signature (expired|not yet current)/.test(message),
    explain: ({ message }) => ({
      why: `The clock of the runner differs from AWS's: ${message}`,
      remedy: 'Set the clock of the runner.',
    }),
  },
  {
    // EC2 says AuthFailure also where a resource belongs to another account.
    matches: ({ code, message }) =>
      /^(InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|InvalidSignatureException|IncompleteSignature|MissingAuthenticationToken)/.test(
        code,
      ) ||
      (code === 'AuthFailure' && /validate the provided access credentials/.test(message)),
    explain: ({ code, message }) => ({
      why: `AWS does not know these credentials in this region and partition (${code}: ${message})`,
      remedy:
        'Check that the access key exists and is active, that `AWS_SESSION_TOKEN` belongs to it, and that `aws-region` lies in the same partition and is enabled.',
    }),
  },
  {
    matches: ({ code }) => code === 'OptInRequired' || code === 'RegionDisabledException',
    explain: ({ message }) => ({
      why: `The region is not enabled for this account: ${message}`,
      remedy: 'Check `aws-region`, or enable the region in the account settings.',
    }),
  },
]

function noCredentials(cause: Error): UserError {
  return new UserError({
    what: 'There are no AWS credentials.',
    why: withFullStop(cause.message),
    remedy:
      'In a job set `role-to-assume` (with `permissions: { id-token: write }`), or run a step that brings credentials, such as aws-actions/configure-aws-credentials, before this one; at a terminal sign in, as with `aws sso login`, or name a profile by AWS_PROFILE.',
    cause,
  })
}

function subjectOf(input: object): string {
  const name = 'AutoScalingGroupName' in input ? input.AutoScalingGroupName : undefined
  return typeof name === 'string' ? ` for the group ${name}` : ''
}
