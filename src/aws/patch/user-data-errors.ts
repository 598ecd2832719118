import { UserError } from '../../errors.ts'
import { awsFaultOf } from '../client/aws-fault.ts'

/** How much of the base64 text gives it away. */
const TELLING = 24

/**
 * What to throw in the place of an error whose words, or whose causes' words, repeat user data: AWS quotes values that it
 * does not take, and user data holds secrets. Any other error is given back as it is.
 */
export function redactUserData(error: unknown, userData: string | undefined): unknown {
  if (userData === undefined || userData === '' || !repeats(error, userData)) return error
  const code = awsFaultOf(error)?.code ?? 'error'
  return new UserError({
    what: `AWS did not take the user data (${code}).`,
    why: 'Its words repeat the user data and are not shown.',
  })
}

function repeats(error: unknown, userData: string): boolean {
  const pieces = [userData.slice(0, TELLING), Buffer.from(userData, 'base64').toString('utf8').slice(0, TELLING)]
  for (let inner = error; inner instanceof Error; inner = inner.cause)
    if (pieces.some((piece) => inner instanceof Error && inner.message.includes(piece))) return true
  return false
}
