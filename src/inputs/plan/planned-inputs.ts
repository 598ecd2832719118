/** Which inputs are part of a plan, and how those of a run that carries it out may differ from it. */
import { declaredInputs, givenInputs, type InputName } from '../declared.ts'
import { quoted } from '../parse.ts'
import type { Plan } from '../../domain/plan/plan.ts'

/** They concern the run that is given them, and no plan: it does the same with any of them. */
const OF_THE_RUN: ReadonlySet<InputName> = new Set([
  'mode',
  'role-session-name',
  'role-duration-seconds',
  'audience',
  'allowed-account-ids',
  'break-glass',
  'dry-run',
  'plan-file',
  'apply',
  'plan-digest',
  'github-token',
  'tracking-issue',
  'pull-request-comment',
  'deployment',
  'report-html',
])

/** So does where its record goes, and which teams are told; tokens and addresses of webhooks are secrets besides. */
const isOfTheRun = (name: string): boolean => OF_THE_RUN.has(name as InputName) || /^(audit|notify)-/.test(name)

/** They may hold secrets, so that a plan holds only their digest, and a run that carries it out must be given them anew. */
const HASHED: ReadonlySet<InputName> = new Set(['user-data'])

type Inputs = Pick<Plan, 'inputs' | 'hashedInputs'>

/** The inputs of a dry run as its plan holds them; `digestOf` gives the SHA-256 of a text. */
export function plannedInputs(read: (name: string) => string, digestOf: (text: string) => string): Inputs {
  const given = Object.entries(givenInputs(read)).filter(([name]) => !isOfTheRun(name))
  const [hashed, plain] = [true, false].map((isHashed) => given.filter(([name]) => HASHED.has(name as InputName) === isHashed)) // prettier-ignore
  return {
    inputs: Object.fromEntries(plain ?? []),
    hashedInputs: Object.fromEntries((hashed ?? []).map(([name, text]) => [name, digestOf(text)])),
  }
}

/** The text of an input in a run that carries a plan out. */
export function inputUnderPlan(
  { mode, inputs }: Pick<Plan, 'mode' | 'inputs'>,
  read: (name: string) => string,
): (name: string) => string {
  return (name) => {
    if (name === 'mode') return mode
    if (isOfTheRun(name) || HASHED.has(name as InputName)) return read(name)
    return Object.hasOwn(inputs, name) ? (inputs[name] ?? '') : ''
  }
}

/**
 * Every input that says something else than the plan; a sentence each. One at its default counts as not given, and a list may
 * have its entries on lines or between commas.
 */
export function contradictions(
  { mode, inputs, hashedInputs }: Pick<Plan, 'mode' | 'inputs' | 'hashedInputs'>,
  read: (name: string) => string,
  digestOf: (text: string) => string,
): readonly string[] {
  const planned: Readonly<Record<string, string>> = { ...inputs, mode }
  return Object.entries(givenInputs(read))
    .flatMap(([name, text]) => {
      if (HASHED.has(name as InputName)) return [] // below
      if (name !== 'mode' && isOfTheRun(name)) return []
      const own = Object.hasOwn(planned, name) ? planned[name] : undefined
      if (own !== undefined && asOneForm(own) === asOneForm(text)) return []
      return [`\`${name}\` is ${quoted([text])}, and the plan ${inPlan(name as InputName, own)}`]
    })
    .concat(hashedProblems(hashedInputs, read, digestOf))
}

function inPlan(name: InputName, own: string | undefined): string {
  if (own !== undefined) return `was made with ${quoted([own])}`
  const usual = declaredInputs[name]
  return usual === undefined ? 'was made without it' : `was made with ${quoted([usual])}`
}

function hashedProblems(
  planned: Plan['hashedInputs'],
  read: (name: string) => string,
  digestOf: (text: string) => string,
): readonly string[] {
  return [...HASHED].flatMap((name) => {
    const text = read(name).trim()
    const digest = Object.hasOwn(planned, name) ? planned[name] : undefined
    if (text === '' && digest === undefined) return []
    if (text === '') return [`\`${name}\` must be given again: the plan holds nothing of it but its digest`]
    if (digest === undefined) return [`\`${name}\` is given, and the plan was made without it`]
    return digestOf(text) === digest ? [] : [`\`${name}\` is another one than the plan was made with`]
  })
}

const asOneForm = (text: string): string =>
  text
    .split(/[\n,]+/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => (/^(true|false)$/i.test(entry) ? entry.toLowerCase() : entry))
    .join('\n')
