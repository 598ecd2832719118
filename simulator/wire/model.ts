import { NormalizedSchema } from '@smithy/core/schema'
import type { SchemaRef } from '@smithy/types'
import type { Api } from './services.ts'

/** The shapes of one operation, as the SDK's own schemas give them. */
export interface OperationModel {
  readonly name: string
  readonly input: NormalizedSchema
  readonly output: NormalizedSchema
}

const known = new Map<string, OperationModel>()

/** The model of an operation; undefined when AWS has no operation of that name in that API. */
export const operationModel = async (api: Api, name: string): Promise<OperationModel | undefined> => {
  const key = `${api.sdkId}/${name}`
  const cached = known.get(key)
  if (cached !== undefined) return cached
  const schemas: Readonly<Record<string, unknown>> = { ...(await api.schemas()) }
  const model = modelOf(schemas[`${name}$`], name)
  if (model !== undefined) known.set(key, model)
  return model
}

const models = new WeakMap<object, OperationModel>()

/** The model that an operation's schema gives, as the SDK's commands have it. */
export const modelOf = (schema: unknown, name: string): OperationModel | undefined => {
  if (!isOperation(schema)) return undefined
  const made = models.get(schema)
  if (made !== undefined) return made
  const model = {
    name,
    input: NormalizedSchema.of(resolve(schema[4])),
    output: NormalizedSchema.of(resolve(schema[5])),
  }
  models.set(schema, model)
  return model
}

/** The members that a request must have: the schemas list them first and count them behind the members. */
export const requiredMembers = (structure: NormalizedSchema): readonly string[] => {
  const schema: unknown = structure.getSchema()
  if (!Array.isArray(schema) || !Array.isArray(schema[4]) || typeof schema[6] !== 'number') return []
  return schema[4].slice(0, schema[6]).map(String)
}

// A static operation schema: [9, namespace, name, traits, input, output].
const isOperation = (schema: unknown): schema is readonly [9, string, string, unknown, SchemaRef, SchemaRef] =>
  Array.isArray(schema) && schema[0] === 9

const resolve = (reference: SchemaRef): SchemaRef =>
  typeof reference === 'function' && !(reference instanceof NormalizedSchema) ? reference() : reference
