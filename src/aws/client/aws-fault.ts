/** AWS's own code and words of a failed call. */
export interface AwsFault {
  readonly code: string
  readonly message: string
}

/**
 * What AWS said, found in an error or in what caused it; undefined when AWS said nothing. The wire code is `Code` in
 * the query protocols and the error's name elsewhere.
 */
export function awsFaultOf(error: unknown): AwsFault | undefined {
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    if ('Code' in inner && typeof inner.Code === 'string') return { code: inner.Code, message: inner.message }
    // Only what AWS answered has a `$fault`; the SDK hangs `$metadata` on any error that passes through it.
    if ('$fault' in inner) return { code: inner.name, message: inner.message }
  }
  return undefined
}
