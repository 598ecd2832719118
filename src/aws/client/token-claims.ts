/** What GitHub's token says of the job: the claims that trust policies test. They are no secret; the signature is. */
export interface TokenClaims {
  readonly subject: string | undefined
  readonly audience: string | undefined
}

/** Reads the middle part of a JSON web token; a claim that cannot be read is undefined. */
export function tokenClaims(token: string): TokenClaims {
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>
    return { subject: text(claims['sub']), audience: text(claims['aud']) }
  } catch {
    return { subject: undefined, audience: undefined }
  }
}
