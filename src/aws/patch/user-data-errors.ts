import { UserError } from '../../errors.ts'
import { awsFaultOf } from '../client/aws-fault.ts'

/** How much of the base64 text gives it away, wherever in it that stands. */
const TELLING = 24
/** A line, and a word with more than letters, of this length are no coincidence. */
const TELLING_LINE = 8
const TELLING_WORD = 12

/**
 * What to throw in the place of an error whose words, or whose causes' words, repeat any of the user data: AWS quotes values
 * that it does not take, and user data holds secrets. Any other error is given back as it is.
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
  const text = Buffer.from(userData, 'base64').toString('utf8')
  const lines = text.split('\n').flatMap((line) => (line.trim().length < TELLING_LINE ? [] : line.trim()))
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    const { message } = inner
    if (quotesBase64(message, userData) || lines.some((line) => message.includes(line))) return true
    if (wordsOf(message).some((word) => text.includes(word))) return true
  }
  return false
}

/** Whether a text has any part of the base64 text that is long enough to tell. */
function quotesBase64(message: string, userData: string): boolean {
  for (const { 0: run } of message.matchAll(/[A-Za-z0-9+/=]{24,}/gu))
    for (let at = 0; at + TELLING <= run.length; at += 1)
      if (userData.includes(run.slice(at, at + TELLING))) return true
  return false
}

const wordsOf = (message: string): readonly string[] =>
  message.split(/[\s'"]+/u).filter((word) => word.length >= TELLING_WORD && /[^A-Za-z.,:;]/u.test(word))
