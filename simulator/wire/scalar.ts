import type { NormalizedSchema } from '@smithy/core/schema'
import { MalformedValue } from './malformed.ts'
import type { Api } from './services.ts'

/** Where a text of a query request stands. */
export interface TextPlace {
  readonly path: string
  readonly dialect: Api['dialect']
}

/** A text of a query request as the SDK's type: string, number, boolean, Date or bytes. Throws MalformedValue. */
export const parseScalar = (schema: NormalizedSchema, text: string, { path, dialect }: TextPlace): unknown => {
  if (schema.isBooleanSchema()) return parseBoolean(text, { path, dialect })
  if (schema.isNumericSchema()) return parseNumber(text, path)
  if (schema.isTimestampSchema()) return parseTimestamp(text, path)
  if (schema.isBlobSchema()) return new Uint8Array(Buffer.from(text, 'base64'))
  return text
}

/** Seconds since the epoch or an ISO date, as Date. */
export const parseTimestamp = (text: string, path: string): Date => {
  const time = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text)
  if (Number.isNaN(time)) throw new MalformedValue({ kind: 'time', text, path })
  return new Date(time)
}

/** EC2 takes True as well; the other query APIs refuse it: https://github.com/boto/boto/issues/309 */
const parseBoolean = (text: string, { path, dialect }: TextPlace): boolean => {
  const word = dialect === 'ec2' ? text.toLowerCase() : text
  if (word === 'true' || word === '1') return true
  if (word === 'false' || word === '0') return false
  throw new MalformedValue({ kind: 'boolean', text, path })
}

const parseNumber = (text: string, path: string): number => {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new MalformedValue({ kind: 'number', text, path })
  return value
}
