import { tryDockerReference, type DockerReference } from '../docker-reference.ts'
import type { Invocation } from './invocation.ts'
import { globalOptions, imageCommands, type ImageCommand, type Options, type Tool } from './options.ts'
import { readText } from './read.ts'
import type { Language } from './readings.ts'
import { spanOf, wholeText } from './source-text.ts'
import { type Assignment, literalOf, partlyUsed, partOfWord, variableName, type Word } from './word.ts'

/** Why what stands in the place of an image is not taken for one that can be changed. */
export type Obstacle =
  /** Part of it is put in later. */
  | 'part variable'
  /** All of it is. */
  | 'variable'
  /** It is the value of a variable, and something is added to that, or only a part of it is used. */
  | 'extended'
  /** It is put together from pieces, by quotes or escapes. */
  | 'pieces'
  /** An option stands before it of which it is not known whether it has a value. */
  | 'option'
  /** A variable stands before it that may be the image. */
  | 'behind variable'
  /** It has neither a tag nor a digest. */
  | 'untagged'

/** A place where an image stands, in the order of the text. */
export type ImagePlace = { readonly line: number; readonly word: Word } & (
  | {
      readonly kind: 'reference'
      readonly start: number
      readonly end: number
      readonly text: string
      readonly reference: DockerReference
    }
  | { readonly kind: 'not taken'; readonly obstacle: Obstacle }
)

/** The places of a text where an image stands: arguments of commands that take one, `image:`, `Image=`, variables that are used as one. */
export function imagePlaces(text: string, language?: Language): readonly ImagePlace[] {
  const { images, invocations } = readText(wholeText(text), language)
  const assignments = invocations.flatMap((invocation) => invocation.assignments)
  const values = valuesOf(assignments)
  const found = [
    ...images.map((word): Found => ({ word, obstacle: undefined })),
    ...invocations.flatMap(({ command }) => (command.kind === 'tool' ? imageArguments(command, values) : [])),
  ]
  const used = new Set(found.flatMap(({ word }) => variableName(word)?.toLowerCase() ?? []))
  const holding = assignments.filter(({ name }) => used.has(name.toLowerCase()) || namesImage(name))
  const extended = new Set([
    ...holding.flatMap(({ name, extent }) => (extent === 'part' ? name.toLowerCase() : [])),
    ...[...found, ...holding.map(({ value: word }) => ({ word }))].flatMap(({ word }) => partlyUsed(word)),
  ])
  const held = holding.map(({ name, value }): Found => ({
    word: value,
    obstacle: extended.has(name.toLowerCase()) ? 'extended' : undefined,
  }))
  const known = new Set(assignments.map(({ name }) => name.toLowerCase()))
  const places = [...found.filter(({ word }) => !known.has(variableName(word)?.toLowerCase() ?? '')), ...held]
  return once(places.flatMap((place) => placeOf(place, text)))
}

/** What variables hold, where it is known whole. */
const valuesOf = (assignments: readonly Assignment[]): Values =>
  new Map(
    assignments.map(({ name, value, extent }) => [
      name.toLowerCase(),
      extent === 'whole' ? literalOf(value) : undefined,
    ]),
  )

/** `IMAGE`, `APP_IMAGE`, `dockerImage`, `IMAGE_URI`. */
const namesImage = (name: string): boolean => /(?:image|img)(?:_?(?:name|ref|uri|url|tag|full))?$/iu.test(name)

interface Found {
  readonly word: Word
  readonly obstacle: Obstacle | undefined
}

type Values = ReadonlyMap<string, string | undefined>

/** The images in the arguments of a tool. */
function imageArguments(
  { tool, words }: Extract<Invocation['command'], { kind: 'tool' }>,
  values: Values,
): readonly Found[] {
  const named = commandOf(tool, words)
  if (named === undefined) return []
  const { options, images } = named.command
  const found: Found[] = []
  const doubtful = (from: number, obstacle: Obstacle): readonly Found[] =>
    words.slice(from).map((word) => ({ word, obstacle }))
  for (let at = named.next; at < words.length;) {
    const word = words[at] as Word
    const text = word.source.text
    if (text === '--') {
      const next = words[at + 1]
      return [...found, ...(next ? [{ word: next, obstacle: undefined }] : [])]
    }
    if (text.startsWith('-') && text.length > 1) {
      const after = afterOption(words, at, options)
      if (after === undefined) return [...found, ...doubtful(at + 1, 'option')]
      // The file system of the container is a folder then.
      if (text === '--rootfs') return found
      if (images === 'option') found.push(...valueOfImageOption(words, at))
      at = after
      continue
    }
    if (images === 'option') {
      at += 1
      continue
    }
    const kind = variableKind(word, values)
    if (kind === 'unknown') return [...found, { word, obstacle: 'variable' }, ...doubtful(at + 1, 'behind variable')]
    if (kind !== 'options') found.push({ word: withoutTransport(word, tool), obstacle: undefined })
    if (kind !== 'options' && images === 'first') return found
    at += 1
  }
  return found
}

/** The value of `--image web:1` and `--image=web:1`. */
function valueOfImageOption(words: readonly Word[], at: number): readonly Found[] {
  const word = words[at] as Word
  const joined = '--image='
  const value = word.source.text.startsWith(joined)
    ? partOfWord(word, joined.length)
    : word.source.text === '--image'
      ? words[at + 1]
      : undefined
  return value === undefined ? [] : [{ word: value, obstacle: undefined }]
}

/** Whether a word that is a variable, whole, may stand for options: `docker run $OPTS web:1`. */
function variableKind(word: Word, values: Values): 'no variable' | 'options' | 'image' | 'unknown' {
  if (word.variable.includes(false) || word.source.text === '') return 'no variable'
  const name = variableName(word)
  if (name === undefined) return 'unknown'
  const value = values.get(name.toLowerCase())
  if (value?.startsWith('-') === true || value === '') return 'options'
  if (value !== undefined || namesImage(name)) return 'image'
  if (word.quoted && !word.source.text.includes('[')) return 'image'
  return /opt|arg|flag|param|extra|env|vol|port|label|mount|net/iu.test(name) ? 'options' : 'unknown'
}

/** The command of a tool behind its global options, and the index of what follows it; undefined where it takes no image. */
function commandOf(
  tool: Tool,
  words: readonly Word[],
): { readonly command: ImageCommand; readonly next: number } | undefined {
  let at = 0
  while (words[at]?.source.text.startsWith('-') === true) {
    const after = afterOption(words, at, globalOptions[tool])
    if (after === undefined) return undefined
    at = after
  }
  const [one = '', two = ''] = words.slice(at, at + 2).map((word) => literalOf(word) ?? '')
  const commands = imageCommands[tool]
  for (const [name, length] of [
    [one, 1],
    [`${one} ${two}`, 2],
  ] as const) {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command !== undefined) return { command, next: at + length }
  }
  return undefined
}

/** The index behind an option and its value; undefined where it is not known whether it has one. */
function afterOption(words: readonly Word[], at: number, { alone, valued }: Options): number | undefined {
  const text = words[at]?.source.text ?? ''
  const [name = ''] = text.split('=', 1)
  // An unknown option has no value where another option follows it.
  const next = words[at + 1]
  const unknown = next === undefined || next.source.text.startsWith('-') ? at + 1 : undefined
  if (text.includes('=') && (text.startsWith('--') || valued.has(name) || alone.has(name))) return at + 1
  if (valued.has(text)) return at + 2
  if (alone.has(text)) return at + 1
  if (text.startsWith('--')) return unknown
  // Letters together: `-itv /a:/b`, `-p80:80`.
  for (let index = 1; index < text.length; index += 1) {
    const letter = `-${text.charAt(index)}`
    if (valued.has(letter)) return index === text.length - 1 ? at + 2 : at + 1
    if (!alone.has(letter)) return unknown
  }
  return at + 1
}

/** https://github.com/containers/image/blob/main/docs/containers-transports.5.md */
const withoutTransport = (word: Word, tool: Tool): Word =>
  tool === 'podman' && word.source.text.startsWith('docker://') ? partOfWord(word, 'docker://'.length) : word

function placeOf({ word, obstacle }: Found, outermost: string): readonly ImagePlace[] {
  const [offset] = word.source.offsets
  if (offset === undefined) return []
  const place = { word, line: outermost.slice(0, offset).split('\n').length }
  const text = literalOf(word)
  if (text === undefined || isPlaceholder(text)) {
    const whole = word.variable.every(Boolean)
    // Behind a doubtful option or variable a variable is no sign of an image.
    if (obstacle === 'option' || obstacle === 'behind variable') return []
    return [{ ...place, kind: 'not taken', obstacle: whole ? 'variable' : 'part variable' }]
  }
  const reference = tryDockerReference(text)
  if (reference === undefined) {
    const half = halfReference(word, text)
    if (half === undefined || obstacle !== undefined) return []
    return [{ ...place, word: half, kind: 'not taken', obstacle: 'part variable' }]
  }
  const span = spanOf(word.source, outermost)
  const tagged = reference.tag !== undefined || reference.digest !== undefined
  const reason = obstacle ?? (tagged ? undefined : 'untagged') ?? (span === undefined ? 'pieces' : undefined)
  if (reason !== undefined || span === undefined) return [{ ...place, kind: 'not taken', obstacle: reason ?? 'pieces' }]
  return [{ ...place, kind: 'reference', ...span, text, reference }]
}

/** `__VERSION__`, and a tag that is only a word for what is to stand there. */
const isPlaceholder = (text: string): boolean =>
  /__\w+__/u.test(text) ||
  /:(?:[A-Z]+_)*(?:VERSION|TAG|PLACEHOLDER|REPLACE|CHANGE|CHANGEME|TODO|BUILD|COMMIT|SHA|DIGEST)(?:_[A-Z]+)*$/u.test(
    text,
  )

/** A name that is one, and behind it what no tag or digest has: most likely something that is put in later. */
function halfReference({ source, variable, quoted }: Word, text: string): Word | undefined {
  const [, name = '', mark] = /^([^\s@]+?)([:@])(?!\/)[^/]*$/u.exec(text) ?? []
  if (mark === undefined || tryDockerReference(`${name}:1`) === undefined) return undefined
  return { source, quoted, variable: variable.map((_, index) => index > name.length) }
}

/** A place that is reached on two ways is one. */
function once(places: readonly ImagePlace[]): readonly ImagePlace[] {
  const byOffset = new Map(places.map((place) => [place.word.source.offsets[0], place]))
  return [...byOffset.values()].sort(
    (one, other) => (one.word.source.offsets[0] ?? 0) - (other.word.source.offsets[0] ?? 0),
  )
}
