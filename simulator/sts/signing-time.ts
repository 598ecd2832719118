import { ServiceFault } from '../fault.ts'
import type { Call } from '../wire/message.ts'

/** How far the time of a signature may be from AWS's, in seconds. */
const TOLERANCE = 300

/**
 * Refuses a request that was signed too early or too late by AWS's clock, with the code of its service: the query services
 * say SignatureDoesNotMatch, the JSON services InvalidSignatureException, EC2 RequestExpired or AuthFailure.
 */
export const checkSigningTime = ({ iamPrefix, signedAt }: Call, now: number): void => {
  if (signedAt === undefined || Math.abs(signedAt - now) <= TOLERANCE) return
  const isOld = signedAt < now
  if (iamPrefix === 'ec2') {
    throw isOld
      ? new ServiceFault('RequestExpired', 'Request has expired.')
      : new ServiceFault('AuthFailure', 'AWS was not able to validate the provided access credentials', 401)
  }
  const bound = isOld ? now - TOLERANCE : now + TOLERANCE
  const [verdict, order, sign] = isOld
    ? ['expired', 'now earlier than', '-']
    : ['not yet current', 'still later than', '+']
  const code = /^(ssm|cloudwatch|servicequotas)$/.test(iamPrefix)
    ? 'InvalidSignatureException'
    : 'SignatureDoesNotMatch'
  throw new ServiceFault(
    code,
    `Signature ${verdict}: ${stamp(signedAt)} is ${order} ${stamp(bound)} (${stamp(now)} ${sign} 5 min.)`,
    403,
  )
}

/** `20260105T080000Z` */
const stamp = (seconds: number): string =>
  new Date(Math.floor(seconds) * 1000).toISOString().replaceAll(/[-:]|\.\d{3}/g, '')
