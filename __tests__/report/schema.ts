/** The keywords of JSON schema that docs/result.schema.json uses, and no others. */
export interface Schema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly minimum?: number
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
}

/** Every place where the value breaks the schema, with its path. */
export function violations(value: unknown, schema: Schema, root: Schema, path = ''): string[] {
  if (schema.$ref !== undefined) {
    const target = root.$defs?.[schema.$ref.replace('#/$defs/', '')]
    if (target === undefined) throw new Error(`no definition ${schema.$ref}`)
    return violations(value, target, root, path)
  }
  const found: string[] = []
  const wrong = (text: string): number => found.push(`${path}: ${text}`)
  if (schema.anyOf !== undefined && schema.anyOf.every((one) => violations(value, one, root, path).length > 0))
    wrong('fits none')
  if (schema.const !== undefined && value !== schema.const) wrong('is not the constant')
  if (schema.enum !== undefined && !schema.enum.includes(value)) wrong('not one of the allowed values')
  if (schema.type !== undefined && ![schema.type].flat().some((type) => isOf(type, value)))
    wrong(`is not ${String(schema.type)}`)
  if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum) wrong('is too small')
  if (typeof value === 'string' && schema.pattern !== undefined && !new RegExp(schema.pattern).test(value)) {
    wrong('does not match the pattern')
  }
  if (Array.isArray(value)) {
    if (schema.items !== undefined) {
      const { items } = schema
      value.forEach((item, index) => found.push(...violations(item, items, root, `${path}/${index}`)))
    }
  } else if (typeof value === 'object' && value !== null) {
    const members = new Map<string, unknown>(Object.entries(value))
    for (const name of schema.required ?? []) if (!members.has(name)) wrong(`lacks ${name}`)
    for (const [name, member] of members) {
      const known = schema.properties?.[name]
      if (known !== undefined) found.push(...violations(member, known, root, `${path}/${name}`))
      else if (schema.additionalProperties === false) wrong(`${name} is not known`)
    }
  }
  return found
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}
