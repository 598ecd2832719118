/** The environment of GitHub that the job runs in, as its OIDC token says. */
import { tokenClaims } from '../aws/client/token-claims.ts'
import type { Catalogue } from '../domain/catalogue/catalogue.ts'
import { wantsApproval } from '../domain/catalogue/effective-rules.ts'
import type { AppliedIn } from '../domain/catalogue/finding.ts'
import { UserError } from '../errors.ts'
import type { Platform } from './platform.ts'

/** No cloud takes a token for it. */
const AUDIENCE = 'fleet-patch'

/** How often a token is asked for. */
const ATTEMPTS = 4

/**
 * Where a plan is carried out. A token is asked for only where the catalogue wants to know; where there is none, it says why. Only
 * GitHub writes the claim `environment`.
 */
export async function tokenEnvironment(
  { runner, clock, signal }: Pick<Platform, 'runner' | 'clock' | 'signal'>,
  catalogue: Catalogue,
): Promise<AppliedIn> {
  if (!wantsApproval(catalogue)) return { environment: undefined }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { environment: tokenClaims(await runner.idToken(AUDIENCE, signal)).environment }
    } catch (error) {
      const why = error instanceof UserError ? error.what : `GitHub gave no OIDC token: ${String(error)}`
      if (error instanceof UserError || attempt === ATTEMPTS)
        return { environment: undefined, why: why.replace(/\.$/, '') }
      signal.throwIfAborted()
      await clock.sleep(attempt * 2000, signal)
    }
  }
}
