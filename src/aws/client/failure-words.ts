import { awsFaultOf } from './aws-fault.ts'
import { GarbledAnswer } from './garbled-answer.ts'

/** What became of a connection, by the code that Node gives it. */
const CONNECTIONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was closed',
  ENOTFOUND: 'its name was not found',
  EAI_AGAIN: 'its name could not be looked up',
  EHOSTUNREACH: 'there is no way to it in the network',
  ENETUNREACH: 'there is no way to it in the network',
  ETIMEDOUT: 'no answer came in time',
}

/** What happened to a call that was left without a usable answer, in words: no class names, no codes of Node. */
export function failureInWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof GarbledAnswer) return error.message
  const fault = awsFaultOf(error)
  if (fault !== undefined) return `AWS answered ${fault.code}: ${fault.message}`
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const told = CONNECTIONS[code]
  if (told !== undefined) return told
  if (/^(TimeoutError|AbortError)$/.test(error.name)) return 'no answer came in time'
  return error.cause instanceof Error && error.message === '' ? failureInWords(error.cause) : error.message
}
