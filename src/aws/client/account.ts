import { UserError } from '../../errors.ts'
import type { Caller } from './call.ts'
import type { AllClients } from './clients.ts'
import type { UncertainOutcome } from './uncertain-outcome.ts'

/** Whose credentials are in use. */
export interface AwsAccount {
  /** 12 digits. */
  readonly id: string
  /** The user, or the session of a role. */
  readonly arn: string
}

export interface AccountQuestion {
  readonly clients: Pick<AllClients, 'sts'>
  readonly send: Caller['send']
  /** Empty: any account will do. */
  readonly allowedAccountIds: readonly string[]
}

/**
 * Asks AWS whose credentials these are. UserError when the account is not allowed, UncertainOutcome without an answer. To be
 * called before anything else.
 */
export async function checkAccount({ clients, send, allowedAccountIds }: AccountQuestion): Promise<AwsAccount> {
  const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts')
  const sts = await clients.sts()
  const { Account: id, Arn: arn } = await send(sts, new GetCallerIdentityCommand({}))
  if (id === undefined || arn === undefined) throw new Error('sts:GetCallerIdentity gave neither account nor ARN')
  if (allowedAccountIds.length > 0 && !allowedAccountIds.includes(id)) {
    throw new UserError({
      what: `The credentials belong to the account ${id}, which \`allowed-account-ids\` does not hold.`,
      why: `They are those of ${arn}; allowed are ${allowedAccountIds.join(', ')}.`,
      remedy: 'Nothing was changed. Use credentials of an allowed account, or correct `allowed-account-ids`.',
    })
  }
  return { id, arn }
}

/** No call has succeeded yet, so there is nothing to look at again. */
export function unreachable(cause: UncertainOutcome): UserError {
  return new UserError({
    what: cause.message,
    remedy:
      'Nothing was changed. Check `aws-region`, the network of the runner with its proxy (`HTTPS_PROXY`, `NO_PROXY`), https://health.aws.amazon.com and https://www.githubstatus.com, and start the job again.',
    cause,
  })
}
