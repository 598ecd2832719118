import { isThrottlingError, isTransientError } from '@smithy/core/retry'

import { UserError } from '../../errors.ts'
import { awsFaultOf } from './aws-fault.ts'
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

const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** Judges an error of the SDK by the SDK's own classification, finer where an answer tells more. */
export function errorClassOf(error: unknown): ErrorClass {
  if (!(error instanceof Error) || isJudged(error)) return 'final'
  const sdkError = error as SdkError
  if (isThrottlingError(sdkError)) return 'throttled'
  // The SDK has noticed that our clock is wrong and has corrected it: the next attempt is signed with the right time.
  if (passing.has(awsFaultOf(error)?.code ?? '') || sdkError.$metadata?.clockSkewCorrected) return 'busy'
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
