import { ServiceFault } from '../fault.ts'
import type { Api } from './services.ts'

/** A value on the wire that cannot be read as the type the model asks for. */
export interface Malformed {
  readonly kind: 'number' | 'boolean' | 'time' | 'text' | 'list' | 'structure' | 'nested'
  readonly text: string
  readonly path: string
}

/** Thrown while a request is read. */
export class MalformedValue extends Error {
  readonly malformed: Malformed

  constructor(malformed: Malformed) {
    super(`${malformed.path} cannot be read as ${malformed.kind}: ${malformed.text}`)
    this.name = 'MalformedValue'
    this.malformed = malformed
  }
}

/**
 * How an API refuses it: `MalformedInput` of the query APIs (github.com/boto/boto/issues/309 shows the one of booleans),
 * `SerializationException` of the JSON ones, EC2's `InvalidParameterValue`. Words for numbers are unsourced.
 */
export const malformed = (api: Api, value: Malformed): ServiceFault => {
  if (api.dialect === 'ec2') {
    return new ServiceFault('InvalidParameterValue', `Value (${value.text}) for parameter ${value.path} is invalid.`)
  }
  if (api.dialect === 'rest-xml') return new ServiceFault('InvalidInput', `Invalid XML ; ${queryWords(value)}`)
  return api.carriesJson
    ? new ServiceFault('SerializationException', jsonWords(value))
    : new ServiceFault('MalformedInput', queryWords(value))
}

const queryWords = ({ kind, text }: Malformed): string => {
  switch (kind) {
    case 'boolean':
      return 'boolean must follow xsd1.1 definition'
    case 'time':
      return 'timestamp must follow ISO8601'
    case 'number':
      return `For input string: "${text}"`
    case 'list':
      return 'Unexpected list element termination'
    case 'structure':
      return 'Unexpected complex element termination'
    case 'text':
    case 'nested':
      return 'Start of structure or map found where not expected.'
    default:
      return kind satisfies never
  }
}

const jsonWords = ({ kind, text }: Malformed): string => {
  if (kind === 'list') return 'Expected list or null'
  if (kind === 'structure') return 'Expected map or null'
  if (/^[[{]/.test(text))
    return `Start of ${text.startsWith('[') ? 'list' : 'structure or map'} found where not expected.`
  const type = {
    number: 'an Integer',
    boolean: 'a Boolean',
    time: 'a Timestamp',
    text: 'a String',
    nested: 'a String',
  }[kind]
  return `${tokenOf(text)} can not be converted to ${type}`
}

const tokenOf = (text: string): string => {
  if (text === 'true' || text === 'false') return `${text.toUpperCase()}_VALUE`
  return text.startsWith('"') ? 'STRING_VALUE' : 'NUMBER_VALUE'
}
