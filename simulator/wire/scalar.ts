import type { NormalizedSchema } from '@smithy/core/schema'

/** A text from the wire that is not of the type the model asks for. */
export class MalformedValue extends Error {
  readonly text: string
  readonly path: string

  constructor(text: string, path: string) {
    super(`Value (${text}) for parameter ${path} is invalid.`)
    this.name = 'MalformedValue'
    this.text = text
    this.path = path
  }
}

/** A text of a query request as the SDK's type: string, number, boolean, Date or bytes. Throws MalformedValue. */
export const parseScalar = (schema: NormalizedSchema, text: string, path: string): unknown => {
  if (schema.isBooleanSchema()) return parseBoolean(text, path)
  if (schema.isNumericSchema()) return parseNumber(text, path)
  if (schema.isTimestampSchema()) return parseTimestamp(text, path)
  if (schema.isBlobSchema()) return new Uint8Array(Buffer.from(text, 'base64'))
  return text
}

/** Seconds since the epoch or an ISO date, as Date. */
export const parseTimestamp = (text: string, path: string): Date => {
  const time = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text)
  if (Number.isNaN(time)) throw new MalformedValue(text, path)
  return new Date(time)
}

const parseBoolean = (text: string, path: string): boolean => {
  // botocore and the JavaScript SDK write lower case; the console and old clients also write True.
  const lower = text.toLowerCase()
  if (lower !== 'true' && lower !== 'false') throw new MalformedValue(text, path)
  return lower === 'true'
}

const parseNumber = (text: string, path: string): number => {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new MalformedValue(text, path)
  return value
}
