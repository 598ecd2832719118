import { types } from 'node:util'
import type { NormalizedSchema } from '@smithy/core/schema'
import { requiredMembers } from './model.ts'
import type { OperationModel } from './model.ts'
import type { Api } from './services.ts'

/** What is wrong with a value, and where: `.Instances.0.LaunchTime is no time`; undefined when nothing is. */
type Check = (value: unknown) => string | undefined

const checks = new WeakMap<OperationModel, Check>()

/**
 * Throws where a service has answered what the SDK's schema of the operation does not allow: a member that the schema does not
 * have (the wire would drop it), a value of another type, or none where there must be one. That is a defect of the simulator.
 */
export function checkAnswer(api: Api, model: OperationModel, output: unknown): void {
  const problem = checkOf(model)(output)
  if (problem !== undefined) throw new Error(`${api.sdkId} answers ${model.name} wrongly: Output${problem}`)
}

function checkOf(model: OperationModel): Check {
  const made = checks.get(model)
  if (made !== undefined) return made
  // An operation without an output answers with an empty one.
  const check = model.output.isStructSchema() ? new CheckMaker().of(model.output) : structureCheck([], new Map())
  checks.set(model, check)
  return check
}

class CheckMaker {
  readonly #structures = new Map<string, Check>()

  of(schema: NormalizedSchema): Check {
    if (schema.isStructSchema()) return this.#structure(schema)
    if (schema.isListSchema()) return listCheck(this.of(schema.getValueSchema()))
    if (schema.isMapSchema()) return mapCheck(this.of(schema.getValueSchema()))
    if (schema.isStringSchema()) return typed('text', (value) => typeof value === 'string')
    if (schema.isNumericSchema()) return typed('number', (value) => typeof value === 'number' && Number.isFinite(value))
    if (schema.isBooleanSchema()) return typed('boolean', (value) => typeof value === 'boolean')
    if (schema.isTimestampSchema()) {
      return typed('time', (value) => types.isDate(value) && !Number.isNaN(value.getTime()))
    }
    if (schema.isBlobSchema()) return typed('bytes', (value) => types.isUint8Array(value))
    return () => undefined
  }

  #structure(schema: NormalizedSchema): Check {
    const name = schema.getName() ?? ''
    const known = this.#structures.get(name)
    if (known !== undefined) return known
    // Made only once it is met: a structure may hold itself.
    let made: Check | undefined
    const check: Check = (value) => {
      made ??= structureCheck(
        requiredMembers(schema),
        new Map([...schema.structIterator()].map(([member, memberSchema]) => [member, this.of(memberSchema)])),
      )
      return made(value)
    }
    this.#structures.set(name, check)
    return check
  }
}

const structureCheck =
  (required: readonly string[], members: ReadonlyMap<string, Check>): Check =>
  (value) => {
    if (!isObject(value)) return ' is no structure'
    for (const name of required) {
      if (value[name] === undefined) return `.${name} is missing`
    }
    for (const name in value) {
      const content = value[name]
      if (content === undefined) continue
      const check = members.get(name)
      if (check === undefined) return `.${name} is unknown`
      const problem = check(content)
      if (problem !== undefined) return `.${name}${problem}`
    }
    return undefined
  }

const listCheck =
  (item: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return ' is no list'
    for (let place = 0; place < value.length; place += 1) {
      const problem = item(value[place])
      if (problem !== undefined) return `.${place}${problem}`
    }
    return undefined
  }

const mapCheck =
  (entry: Check): Check =>
  (value) => {
    if (!isObject(value)) return ' is no map'
    for (const key in value) {
      const problem = entry(value[key])
      if (problem !== undefined) return `.${key}${problem}`
    }
    return undefined
  }

const typed =
  (type: string, is: (value: unknown) => boolean): Check =>
  (value) =>
    is(value) ? undefined : ` is no ${type}`

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !types.isDate(value)
