import { wrappers, type Options, type Tool } from './options.ts'
import { type Assignment, assignmentOf, literalOf, partOfWord, type Word } from './word.ts'

/** What a command turns out to be once `sudo`, `env` and their like are taken off. */
export interface Invocation {
  /** In front of the command or in the place of one: `IMAGE=…`. */
  readonly assignments: readonly Assignment[]
  readonly command:
    | { readonly kind: 'tool'; readonly tool: Tool; readonly words: readonly Word[] }
    /** A command that is handed to a shell as text: `sh -c '…'`. */
    | { readonly kind: 'script'; readonly shell: 'posix' | 'powershell' | 'batch'; readonly script: Word }
    | { readonly kind: 'other' }
}

const keywords = new Set(
  'if then else elif fi do done while until ! { } coproc begin process end try catch finally return & @'.split(' '),
)
/** By the name of the program: https://github.com/runfinch/finch takes the command line of nerdctl. */
const tools = new Map<string, Tool>([
  ['docker', 'docker'],
  ['podman', 'podman'],
  ['podman-remote', 'podman'],
  ['nerdctl', 'nerdctl'],
  ['finch', 'nerdctl'],
  ['ctr', 'ctr'],
  ['crictl', 'crictl'],
])
const declarations = new Set(['export', 'readonly', 'local', 'declare', 'typeset', 'set'])
const shells = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'mksh', 'fish'])

/** Reads a command from its first word on. */
export function invocationOf(words: readonly Word[]): Invocation {
  const assignments: Assignment[] = []
  let at = 0
  while (at < words.length) {
    const word = words[at] as Word
    const assignment = assignmentOf(word)
    const typed = assignment === undefined ? powershellAssignment(words, at) : undefined
    if (assignment !== undefined) assignments.push(assignment)
    if (typed !== undefined) assignments.push(typed.assignment)
    if (assignment !== undefined || typed !== undefined) {
      at = typed?.next ?? at + 1
      continue
    }
    const name = commandName(word)
    if (keywords.has(word.source.text) || declarations.has(name) || (at > 0 && isDeclared(words, at))) {
      at += 1
      continue
    }
    const wrapper = Object.hasOwn(wrappers, name) ? wrappers[name] : undefined
    if (wrapper !== undefined) {
      at = afterOptions(words, at + 1, wrapper)
      continue
    }
    return { assignments, command: commandAt(words, at, name) }
  }
  return { assignments, command: { kind: 'other' } }
}

/** `-r` of `declare -r NAME=value`. */
const isDeclared = (words: readonly Word[], at: number): boolean => {
  const [before] = words.slice(at - 1)
  return before !== undefined && declarations.has(commandName(before)) && /^-\w+$/u.test(words[at]?.source.text ?? '')
}

/** `$image = 'web:1'`, `$env:IMAGE = "web:1"`, `[string]$image='web:1'`, and the index of what follows. */
function powershellAssignment(
  words: readonly Word[],
  at: number,
): { readonly assignment: Assignment; readonly next: number } | undefined {
  const word = words[at] as Word
  const [all, name, joined] =
    /^(?:\[[\w.]{1,60}\])?\$(?:[a-z]+:)?([a-z_]\w*)(?:(\+?=)|$)/iu.exec(word.source.text) ?? []
  if (all === undefined || name === undefined) return undefined
  const isJoined = joined !== undefined && word.source.text.length > all.length
  const operator = joined ?? words[at + 1]?.source.text
  const next = isJoined ? at + 1 : at + (joined === undefined ? 3 : 2)
  const value = isJoined ? partOfWord(word, all.length) : words[next - 1]
  if (value === undefined || (operator !== '=' && operator !== '+=')) return undefined
  // `'web:1' + $suffix`, `'web:1' -f $tag`
  const goesOn = /^(?:\+|-\w+)/u.test(words[next]?.source.text ?? '')
  return { assignment: { name, value, extent: goesOn || operator === '+=' ? 'part' : 'whole' }, next }
}

/** Without its folder: `/usr/bin/docker`, `C:\docker\docker.exe`. */
function commandName(word: Word): string {
  const text = literalOf(word) ?? ''
  return (text.split(/[/\\]/u).at(-1) ?? '').toLowerCase().replace(/\.exe$/u, '')
}

function commandAt(words: readonly Word[], at: number, name: string): Invocation['command'] {
  const tool = tools.get(name)
  if (tool !== undefined) return { kind: 'tool', tool, words: words.slice(at + 1) }
  const rest = words.slice(at + 1)
  const scriptBehind = (option: RegExp, shell: 'posix' | 'powershell' | 'batch'): Invocation['command'] => {
    const index = rest.findIndex((word) => option.test(word.source.text))
    const script = index < 0 ? undefined : rest[index + 1]
    return script === undefined ? { kind: 'other' } : { kind: 'script', shell, script }
  }
  if (shells.has(name) || name === 'su') return scriptBehind(/^(?:-[a-z]*c[a-z]*|--command)$/u, 'posix')
  if (name === 'eval') return scriptIn(rest, 'posix')
  if (name === 'powershell' || name === 'pwsh') return scriptBehind(/^-c(?:ommand)?$/iu, 'powershell')
  if (name === 'invoke-expression' || name === 'iex') return scriptIn(rest, 'powershell')
  if (name === 'cmd') return scriptBehind(/^\/c$/iu, 'batch')
  return { kind: 'other' }
}

const scriptIn = ([script]: readonly Word[], shell: 'posix' | 'powershell'): Invocation['command'] =>
  script === undefined ? { kind: 'other' } : { kind: 'script', shell, script }

function afterOptions(
  words: readonly Word[],
  from: number,
  { options, words: more }: { readonly options: Options; readonly words: number },
): number {
  let at = from
  for (; at < words.length; at += 1) {
    const text = words[at]?.source.text ?? ''
    if (text === '--') {
      at += 1
      break
    }
    if (/^-?\d+[smh]?$/u.test(text) && more === 0) continue
    if (!text.startsWith('-')) break
    if (options.valued.has(text)) at += 1
  }
  return at + more
}
