/** The words after `fleet-patch`, read: flags are the inputs of the action by their names. */
import { declaredInputs, type InputName, renamedInputs } from '../inputs/declared.ts'
import { isMode, modes, type Mode } from '../inputs/modes.ts'
import { nearest } from '../text/nearest.ts'
import { isTool, tools, type Tool } from './tools.ts'

export const formats = ['text', 'json', 'tsv'] as const
/** How a result is printed. */
export type Format = (typeof formats)[number]

export type Request =
  | { readonly kind: 'help'; readonly topic: Mode | Tool | undefined }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'mode'
      readonly mode: Mode
      readonly inputs: Readonly<Record<string, string>>
      readonly format: Format
      /** What changes something is a dry run without it. */
      readonly acts: boolean
    }
  | { readonly kind: 'tool'; readonly tool: Tool; readonly words: readonly string[] }

/** Why the words mean nothing, in one sentence. */
export class UsageError extends Error {}

/** Inputs that mean something only to a job of GitHub: a terminal has credentials of its own. */
const ONLY_IN_JOBS: readonly InputName[] = ['role-to-assume', 'role-session-name', 'role-duration-seconds', 'audience']

/** The inputs that a terminal has flags for, in the order of action.yml. */
export const flagInputs: readonly InputName[] = (Object.keys(declaredInputs) as InputName[]).filter(
  (name) => name !== 'mode' && !ONLY_IN_JOBS.includes(name),
)

/** Whether the input is `true` or `false`, so that its flag alone means `true`. */
export const isSwitch = (name: InputName): boolean => declaredInputs[name] === 'false'

/** What the words ask for. UsageError where they ask for nothing that there is. */
export function readArguments(words: readonly string[]): Request {
  const [first, ...rest] = words
  if (first === undefined || first === 'help' || first === '--help' || first === '-h')
    return { kind: 'help', topic: topicOf(rest[0]) }
  if (first === 'version' || first === '--version' || first === '-v') return { kind: 'version' }
  if (isTool(first))
    return asksForHelp(rest) ? { kind: 'help', topic: first } : { kind: 'tool', tool: first, words: rest }
  if (!isMode(first)) throw new UsageError(unknownWord(first))
  if (asksForHelp(rest)) return { kind: 'help', topic: first }
  return readMode(first, rest)
}

const asksForHelp = (words: readonly string[]): boolean => words.includes('--help') || words.includes('-h')

const topicOf = (word: string | undefined): Mode | Tool | undefined =>
  word !== undefined && (isMode(word) || isTool(word)) ? word : undefined

function unknownWord(word: string): string {
  const known = [...Object.keys(modes), ...Object.keys(tools)]
  if (word.startsWith('-')) return `The mode comes first, then its flags: \`fleet-patch <mode> ${word} ...\`.`
  return `\`${word}\` is no mode${nearestIn(word, known, '')}.`
}

function readMode(mode: Mode, words: readonly string[]): Request {
  const inputs = new Map<InputName, string[]>()
  let format: Format = 'text'
  let acts = false
  const left = [...words]
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const [flag = '', ...parts] = word.split('=')
    const joined = parts.length > 0 ? parts.join('=') : undefined
    const valueOf = (): string => {
      const value = joined ?? left.shift()
      if (value === undefined) throw new UsageError(`\`${flag}\` needs a value.`)
      return value
    }
    if (flag === '-o' || flag === '--output') format = formatOf(valueOf())
    else if (word === '--yes') acts = true
    else if (!flag.startsWith('--')) throw new UsageError(strayWord(word))
    else {
      const name = inputOf(flag)
      const value = isSwitch(name) ? switchOf(flag, joined, left) : valueOf()
      inputs.set(name, [...(inputs.get(name) ?? []), value])
    }
  }
  return { kind: 'mode', mode, format, acts, inputs: textsOf(inputs, { mode, acts }) }
}

/** `--force`, `--force=false` and `--force false`. */
function switchOf(flag: string, joined: string | undefined, left: string[]): string {
  const value = joined ?? (/^(true|false)$/i.test(left[0] ?? '') ? (left.shift() ?? '') : 'true')
  if (/^(true|false)$/i.test(value)) return value.toLowerCase()
  throw new UsageError(`\`${flag}\` is \`${value}\` but must be \`true\` or \`false\`, or stand alone.`)
}

/** A flag that is given several times is a list with an entry per line. */
function textsOf(
  given: ReadonlyMap<InputName, readonly string[]>,
  { mode, acts }: { readonly mode: Mode; readonly acts: boolean },
): Readonly<Record<string, string>> {
  const texts: Record<string, string> = { mode }
  for (const [name, values] of given) texts[name] = values.join('\n')
  if (!modes[mode].changes) return texts
  if (acts && texts['dry-run'] === 'true')
    throw new UsageError('`--yes` acts and `--dry-run` does not: give one of them.')
  if (!acts && texts['dry-run'] === 'false')
    throw new UsageError('`--dry-run=false` alone changes nothing: give `--yes` to act.')
  return { ...texts, 'dry-run': String(!acts) }
}

function inputOf(flag: string): InputName {
  const name = flag.slice(2)
  const known = flagInputs.find((each) => each === name)
  if (known !== undefined) return known
  if ((ONLY_IN_JOBS as readonly string[]).includes(name))
    throw new UsageError(
      `\`${flag}\` is for jobs of GitHub Actions: a terminal works with the credentials that the AWS SDK finds, such as a profile by AWS_PROFILE.`,
    )
  const renamed = Object.hasOwn(renamedInputs, name) ? renamedInputs[name] : undefined
  if (renamed !== undefined) throw new UsageError(`\`${flag}\` has another name: --${renamed.to}. ${renamed.note}`)
  throw new UsageError(`\`${flag}\` is no flag${nearestIn(name, [...flagInputs, 'output', 'yes', 'help'], '--')}.`)
}

function formatOf(text: string): Format {
  const format = formats.find((each) => each === text)
  if (format !== undefined) return format
  throw new UsageError(`\`${text}\` is no format of \`-o\`: it is one of ${formats.join(', ')}.`)
}

const strayWord = (word: string): string =>
  word.startsWith('-')
    ? `\`${word}\` is no flag: flags have their names, as in \`--auto-scaling-groups web\`.`
    : `\`${word}\` belongs to no flag: groups are named by \`--stacks "${word} v1"\`, \`--auto-scaling-groups\`, \`--tags\` or \`--service\`.`

function nearestIn(word: string, known: readonly string[], prefix: string): string {
  const near = nearest(word, known).map((each) => `\`${prefix}${each}\``)
  return near.length === 0 ? '; see `fleet-patch --help`' : `; the nearest is ${near.join(', ')}`
}
