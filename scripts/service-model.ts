import type { ConstraintTable, ShapeConstraint } from '../simulator/wire/constraint-table.ts'

/** A model of an API as botocore ships it, as far as it is read here. */
export interface ServiceModel {
  readonly operations: Readonly<Record<string, { readonly input?: Reference }>>
  readonly shapes: Readonly<Record<string, Shape>>
}

interface Reference {
  readonly shape: string
}

interface Shape {
  readonly type: string
  readonly members?: Readonly<Record<string, Reference>>
  readonly member?: Reference
  readonly key?: Reference
  readonly value?: Reference
  readonly min?: number
  readonly max?: number
  readonly pattern?: string
  readonly enum?: readonly string[]
  readonly sensitive?: boolean
}

/** More values than these are a catalogue (EC2's instance types), which the service keeps and refuses by itself. */
const MOST_VALUES = 250

/** The constraints of what the inputs of these operations consist of, in the order of their names. */
export function constraintsOf(model: ServiceModel, operations: readonly string[]): ConstraintTable {
  const reached = new Set<string>()
  for (const operation of operations) {
    const { input } = model.operations[operation] ?? {}
    if (input !== undefined) reach(model, input.shape, reached)
  }
  const names = [...reached].sort()
  const shapes: Record<string, ShapeConstraint> = {}
  const structures: Record<string, Record<string, string>> = {}
  for (const name of names) {
    if (!isConstrained(model, name)) continue
    shapes[name] = constraint(model, shapeOf(model, name))
  }
  for (const name of names) {
    const { type, members } = shapeOf(model, name)
    if (type !== 'structure') continue
    structures[name] = Object.fromEntries(
      Object.entries(members ?? {})
        .filter(([, { shape }]) => shapes[shape] !== undefined)
        .map(([member, { shape }]) => [member, shape]),
    )
  }
  return { shapes, structures }
}

function reach(model: ServiceModel, name: string, reached: Set<string>): void {
  if (reached.has(name)) return
  reached.add(name)
  const { members, member, key, value } = shapeOf(model, name)
  for (const next of [...Object.values(members ?? {}), member, key, value]) {
    if (next !== undefined) reach(model, next.shape, reached)
  }
}

const isConstrained = (model: ServiceModel, name: string): boolean =>
  shapeOf(model, name).type !== 'structure' && Object.keys(constraint(model, shapeOf(model, name))).length > 0

function constraint(model: ServiceModel, shape: Shape): ShapeConstraint {
  const { type, min, max, pattern, enum: values, sensitive, member, key, value } = shape
  const below = (name: string, reference: Reference | undefined) =>
    reference !== undefined && isConstrained(model, reference.shape) ? { [name]: reference.shape } : {}
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(values === undefined || values.length > MOST_VALUES ? {} : { values }),
    ...(type === 'integer' ? { whole: 32 } : type === 'long' ? { whole: 64 } : {}),
    ...(sensitive === true ? { secret: true } : {}),
    ...below('each', member),
    ...below('key', key),
    ...below('value', value),
  }
}

const shapeOf = (model: ServiceModel, name: string): Shape => {
  const shape = model.shapes[name]
  if (shape === undefined) throw new Error(`The model has no shape ${name}.`)
  return shape
}
