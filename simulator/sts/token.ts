/** The claims of an OIDC token that matter to AWS. */
export interface Claims {
  readonly iss: string
  readonly sub: string
  readonly aud: string
  /** Seconds since the Unix epoch. */
  readonly exp: number
  readonly iat?: number
  readonly [claim: string]: unknown
}

/**
 * A token of the right form (header.payload.signature); the signature is no real one, and the simulator does not
 * check it.
 */
export const mintToken = (claims: Claims): string =>
  [
    part({ typ: 'JWT', alg: 'RS256', kid: 'simulator' }),
    part(claims),
    Buffer.from('simulated').toString('base64url'),
  ].join('.')

/** The claims inside a token; undefined when it is not a token. */
export const readToken = (token: string): Claims | undefined => {
  const parts = token.split('.')
  if (parts.length !== 3) return undefined
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'))
    return isClaims(claims) ? claims : undefined
  } catch {
    return undefined
  }
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const isClaims = (value: unknown): value is Claims =>
  typeof value === 'object' &&
  value !== null &&
  ['iss', 'sub', 'aud'].every((name) => typeof (value as Record<string, unknown>)[name] === 'string') &&
  typeof (value as Record<string, unknown>)['exp'] === 'number'
