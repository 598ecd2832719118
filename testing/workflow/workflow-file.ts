/** A workflow as its file says it, as far as workflow-runner.ts carries it out; anything else is refused by name. */
import { parse } from 'yaml'

export interface WorkflowFile {
  readonly on: Readonly<Record<string, Trigger | null>>
  readonly env?: Readonly<Record<string, unknown>>
  readonly permissions: Permissions
  readonly jobs: Readonly<Record<string, WorkflowJob>>
}

export interface Trigger {
  readonly inputs?: Readonly<Record<string, DeclaredInput>>
  readonly outputs?: Readonly<Record<string, { readonly value: string }>>
}

export interface DeclaredInput {
  readonly type?: 'string' | 'boolean' | 'number' | 'choice'
  readonly required?: boolean
  readonly default?: string | boolean | number
  readonly options?: readonly string[]
}

export type Permissions = Readonly<Record<string, 'read' | 'write' | 'none'>>

export interface WorkflowJob {
  readonly needs?: string | readonly string[]
  readonly if?: string | boolean
  readonly permissions?: Permissions
  readonly environment?: string | { readonly name: string }
  readonly strategy?: { readonly matrix: Readonly<Record<string, unknown>> | string }
  readonly outputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, unknown>>
  readonly steps?: readonly WorkflowStep[]
  /** A reusable workflow in place of steps. */
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}

export interface WorkflowStep {
  readonly id?: string
  readonly name?: string
  readonly if?: string | boolean
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly run?: string
  readonly shell?: string
  readonly env?: Readonly<Record<string, unknown>>
}

const KEYS = {
  workflow: ['name', 'run-name', 'on', 'permissions', 'env', 'concurrency', 'jobs'],
  job: [
    'name',
    'needs',
    'if',
    'permissions',
    'environment',
    'strategy',
    'outputs',
    'env',
    'steps',
    'uses',
    'with',
    'runs-on',
    'timeout-minutes',
    'concurrency',
  ],
  step: ['id', 'name', 'if', 'uses', 'with', 'run', 'shell', 'env'],
} as const

/** Reads a workflow; an error names a key that the runner would ignore. */
export function readWorkflow(text: string): WorkflowFile {
  const file = parse(text) as WorkflowFile & { readonly on: unknown }
  refuseOthers('workflow', file)
  for (const [name, job] of Object.entries(file.jobs)) {
    refuseOthers('job', job, name)
    for (const step of job.steps ?? []) refuseOthers('step', step, name)
  }
  return { ...file, on: triggersOf(file.on) }
}

function refuseOthers(kind: keyof typeof KEYS, value: object, where = ''): void {
  const known: readonly string[] = KEYS[kind]
  const others = Object.keys(value).filter((key) => !known.includes(key))
  if (others.length > 0) throw new Error(`the runner of workflows ignores ${others.join(', ')} of a ${kind} ${where}`)
}

function triggersOf(on: unknown): WorkflowFile['on'] {
  if (typeof on === 'string') return { [on]: null }
  if (Array.isArray(on)) return Object.fromEntries((on as readonly string[]).map((event) => [event, null]))
  return on as WorkflowFile['on']
}

/** The inputs of an event or call, with defaults and types; an error where GitHub would refuse them. */
export function inputsOf(
  trigger: Trigger | null | undefined,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const declared = trigger?.inputs ?? {}
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(declared, name))
  if (unknown.length > 0) throw new Error(`the workflow has no input ${unknown.join(', ')}`)
  return Object.fromEntries(
    Object.entries(declared).map(([name, input]) => {
      if (input.required && (given[name] ?? input.default ?? '') === '') throw new Error(`the input ${name} is missing`)
      return [name, typed(name, input, given[name])]
    }),
  )
}

function typed(name: string, { type = 'string', default: standard, options }: DeclaredInput, given: unknown): unknown {
  const value = given ?? standard
  switch (type) {
    case 'boolean':
      if (typeof value === 'boolean' || value === undefined) return value ?? false
      throw new Error(`the input ${name} must be a boolean, not ${JSON.stringify(value)}`)
    case 'number':
      return Number(value ?? 0)
    case 'choice':
      if (options?.some((option) => option === (value ?? options[0])) !== true)
        throw new Error(`${JSON.stringify(value)} is no choice of ${name}`)
      return value ?? options[0]
    case 'string':
      // "The data type of the input value must match the type specified in the called workflow."
      if (typeof value === 'boolean') throw new Error(`the input ${name} must be a string, not ${value}`)
      return value === undefined || value === null ? '' : String(value as string | number)
    default:
      return type satisfies never
  }
}
