/** What GitHub's token says of the job: the claims that trust policies test. They are no secret; the signature is. */
export interface TokenClaims {
  /** `https://token.actions.githubusercontent.com`, or the address of a GitHub Enterprise server or of GHE.com. */
  readonly issuer: string | undefined
  readonly subject: string | undefined
  readonly audience: string | undefined
  /** The environment of GitHub that the job runs in; undefined where it names none. */
  readonly environment: string | undefined
  /** Those of `TESTED_CLAIMS` that the token has, in that order. */
  readonly tested: readonly (readonly [name: string, value: string])[]
}

/** The claims that a trust policy may test beside subject and audience, as far as they tell jobs of one repository apart. */
const TESTED_CLAIMS = ['repository', 'repository_id', 'ref', 'environment', 'workflow', 'job_workflow_ref'] as const

/** Reads the middle part of a JSON web token; a claim that cannot be read is undefined. */
export function tokenClaims(token: string): TokenClaims {
  const claims = claimsIn(token)
  const text = (name: string): string | undefined => {
    const value = claims[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const tested = TESTED_CLAIMS.flatMap((name) => {
    const value = text(name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return { issuer: text('iss'), subject: text('sub'), audience: text('aud'), environment: text('environment'), tested }
}

function claimsIn(token: string): Readonly<Record<string, unknown>> {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    return typeof claims === 'object' && claims !== null ? (claims as Readonly<Record<string, unknown>>) : {}
  } catch {
    return {}
  }
}
