import { isThrottlingError, isTransientError } from '@smithy/core/retry'

import { UserError } from '../../errors.ts'
import { awsFaultOf } from './aws-fault.ts'
import { GarbledAnswer } from './garbled-answer.ts'
import { UncertainOutcome } from './uncertain-outcome.ts'

/**
 * What a failed attempt means. `throttled` and `busy` are answers: AWS did nothing, later it may. `unsent` never
 * reached AWS. `lost`: AWS may or may not have acted. `final`: asking again gives the same.
 */
export type ErrorClass = 'throttled' | 'busy' | 'unsent' | 'lost' | 'final'

type SdkError = Parameters<typeof isThrottlingError>[0]

/** Answers that pass with time. `ResourceContention` comes with status 500 and `ScalingActivityInProgress` with 400. */
const passing = new Set([
  'IdempotentCallInProgress',
  'IDPCommunicationError',
  'ResourceContention',
  'ScalingActivityInProgress',
])

/**
 * Auto Scaling's code for too many calls, which the SDK does not know; with status 400.
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/Welcome.html
 */
const isRateExceeded = (code: string): boolean => /^(\w*RateExceeded|TooManyRequests)(Exception|Fault)?$/.test(code)

/** STS could not fetch the keys of GitHub, by which it checks a token; https://github.com/awslabs/aws-sdk-rust/issues/827 */
const isWithoutKeys = (error: Error): boolean =>
  awsFaultOf(error)?.code === 'InvalidIdentityToken' && error.message.includes('retrieve verification key')

/** What AWS says of a request whose time, or whose signature by it, is wrong. */
const ofTheTime = new Set([
  'InvalidSignatureException',
  'RequestExpired',
  'RequestInTheFuture',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
])

/** EC2's word for the same; it says AuthFailure also where a resource belongs to another account. */
const isUnvalidated = (error: Error): boolean =>
  awsFaultOf(error)?.code === 'AuthFailure' && error.message.includes('validate the provided access credentials')

/** On a runner whose clock is wrong the SDK says of every error that it has corrected it, and would repeat every refusal. */
const withoutSkew = (error: Error): SdkError =>
  Object.create(error, {
    $metadata: { value: { ...(error as SdkError).$metadata, clockSkewCorrected: false } },
  }) as SdkError

const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** Judges an error of the SDK by the SDK's own classification, finer where an answer tells more. */
export function errorClassOf(error: unknown): ErrorClass {
  if (!(error instanceof Error) || isJudged(error)) return 'final'
  // Only AWS's own words end anything.
  if (error instanceof GarbledAnswer) return error.status === 429 ? 'throttled' : 'lost'
  const code = awsFaultOf(error)?.code ?? ''
  const isSkewed = (error as SdkError).$metadata?.clockSkewCorrected === true
  // The SDK has noticed that our clock is wrong and has corrected it: the next attempt is signed with the right time.
  if (isSkewed && (ofTheTime.has(code) || isUnvalidated(error))) return 'busy'
  const sdkError = isSkewed ? withoutSkew(error) : (error as SdkError)
  if (isThrottlingError(sdkError) || isRateExceeded(code)) return 'throttled'
  if (passing.has(code) || isWithoutKeys(error)) return 'busy'
  if (neverConnected.has(networkCode(error))) return 'unsent'
  return isTransientError(sdkError) ? 'lost' : 'final'
}

/** A provider of credentials has made its own attempts; what caused its failure is not ours to judge again. */
function isJudged(error: Error): boolean {
  return error instanceof UserError || error instanceof UncertainOutcome || error.name === 'CredentialsProviderError'
}

function networkCode(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause instanceof Error ? networkCode(error.cause) : ''
}
