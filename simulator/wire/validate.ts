import type { NormalizedSchema } from '@smithy/core/schema'
import { ServiceFault } from '../fault.ts'
import { requiredMembers } from './model.ts'
import type { Api } from './services.ts'

/** Refuses a request that lacks a required member, at any depth, in the words of the API it was sent to. */
export const refuseMissing = (api: Api, schema: NormalizedSchema, input: object): void => {
  const missing = missingMembers(schema, input, '')
  const first = missing[0]
  if (first === undefined) return
  if (api.dialect === 'ec2') {
    throw new ServiceFault('MissingParameter', `The request must contain the parameter ${first}`)
  }
  const errors = missing.map(
    (path) => `Value null at '${lowerFirst(path)}' failed to satisfy constraint: Member must not be null`,
  )
  throw new ServiceFault(
    api.refusals.invalid,
    `${missing.length} validation error${missing.length === 1 ? '' : 's'} detected: ${errors.join('; ')}`,
  )
}

const missingMembers = (schema: NormalizedSchema, value: unknown, path: string): readonly string[] => {
  if (schema.isListSchema() && Array.isArray(value)) {
    return value.flatMap((item, index) => missingMembers(schema.getValueSchema(), item, `${path}.${index + 1}`))
  }
  if (!schema.isStructSchema() || typeof value !== 'object' || value === null) return []
  const given: Readonly<Record<string, unknown>> = { ...value }
  const here = (name: string): string => (path === '' ? name : `${path}.${name}`)
  const absent = requiredMembers(schema).filter((name) => given[name] === undefined)
  const below = [...schema.structIterator()]
    .filter(([name]) => given[name] !== undefined)
    .flatMap(([name, member]) => missingMembers(member, given[name], here(name)))
  return [...absent.map(here), ...below]
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
