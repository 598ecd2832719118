import { tryDockerReference } from '../../domain/user-data/docker-reference.ts'
import { clip, markdownCode, yamlScalar } from '../../text/escape.ts'

/** What the workflow asked for, and where it ran. */
export interface RunRequest {
  readonly mode: string
  /** The inputs as given, by name; those that were not given are not here. */
  readonly inputs: Readonly<Record<string, string>>
  readonly account: string | undefined
  readonly region: string
  readonly dryRun: boolean
  /** The plan that the run has written, or carries out. */
  readonly plan?: RequestedPlan
}

/** A plan of a run. */
export interface RequestedPlan {
  readonly id: string
  /** ISO 8601 */
  readonly expiresAt: string
  /** SHA-256 of its file in hex, of one that was written. */
  readonly digest?: string
}

/** Inputs whose values are secrets, or may hold some: user data does. */
const UNSHOWN = new Set(['user-data', 'github-token', 'notify-webhook'])
/** Inputs with the credentials and the account, and what says both, which every later call needs as well. */
const CREDENTIALS = [
  'role-to-assume',
  'role-session-name',
  'role-duration-seconds',
  'audience',
  'allowed-account-ids',
  'catalogue',
  'service',
  'environment',
]

/** Rows of the table of inputs, without its head. */
export function inputRows({ inputs }: RunRequest): string[] {
  return Object.entries(inputs).map(([name, value]) => {
    const shown = isUnshown(name, value) ? '*given, not shown*' : value === '' ? '*empty*' : lines(clip(value, 500))
    return `| ${markdownCode(clip(name, 100))} | ${shown} |`
  })
}

/** The value of an input, where it may be shown. */
export const shownInput = (name: string, value: string): string =>
  isUnshown(name, value) ? 'given, not shown' : clip(value, 500)

/** The `with:` of a step that puts these groups back, ready to copy. */
export function restoreInputs({ inputs, region }: RunRequest, groups: readonly string[]): string {
  const credentials = CREDENTIALS.flatMap((name) => (inputs[name] ? [[name, clip(inputs[name], 1000)] as const] : []))
  const entries = [
    ['mode', 'restore'],
    ['aws-region', region],
    ...credentials,
    ['auto-scaling-groups', groups.join('\n')],
  ] as const
  return ['with:', ...entries.map(([name, value]) => `  ${name}: ${yamlScalar(value)}`)].join('\n')
}

/** What stands where an image reference should may be anything, a secret as well. */
export const isUnshown = (name: string, value: string): boolean =>
  UNSHOWN.has(name) || (name === 'docker-image' && tryDockerReference(value) === undefined)

/** Lists are given one entry per line; in a table cell a line is ended by HTML. */
function lines(value: string): string {
  return value.split(/\r?\n/).map(markdownCode).join('<br>')
}
