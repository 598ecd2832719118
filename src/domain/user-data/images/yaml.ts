import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, Scalar, type Document, type Node } from 'yaml'
import { nothing, type InnerText, type Readings } from './readings.ts'
import { partOf, type SourceText } from './source-text.ts'
import type { Word } from './word.ts'
import { wordOf } from './words.ts'

/** Keys whose texts and lists are commands: those of cloud-init, of compose files, of documents of the Systems Manager. */
const COMMAND_KEYS = /^(?:runcmd|bootcmd|commands?|cmd|args|entrypoint|script|run|inline|runCommand)$/u

/** The deepest nesting that is read. */
const DEEPEST = 50

/** The images of YAML, or of JSON: `image:`, the commands of cloud-config, and files that are written by it. */
export function readYamlImages(source: SourceText): Readings {
  const documents = parseAllDocuments(source.text, {
    keepSourceTokens: true,
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  if ('empty' in documents || documents.some(({ errors }) => errors.length > 0)) return nothing
  return together(
    documents.map((document) =>
      new YamlReader(source, document as Document).read(document.contents as Node | null, { key: '', depth: 0 }),
    ),
  )
}

interface Place {
  /** Of the mapping that the value belongs to, through any lists. */
  readonly key: string
  readonly depth: number
}

class YamlReader {
  readonly #source: SourceText
  readonly #document: Document

  constructor(source: SourceText, document: Document) {
    this.#source = source
    this.#document = document
  }

  read(node: Node | null, place: Place): Readings {
    if (place.depth > DEEPEST) return nothing
    const inside = { ...place, depth: place.depth + 1 }
    if (isMap<Node, Node>(node))
      return together(
        node.items.map(({ key, value }) => this.#readPair(isScalar(key) ? String(key.value) : '', value, inside)),
      )
    if (isSeq<Node>(node)) {
      const words = COMMAND_KEYS.test(place.key) ? this.#argumentsOf(node.items) : undefined
      return words === undefined
        ? together(node.items.map((item) => this.read(item, inside)))
        : { ...nothing, commands: [words] }
    }
    return isScalar(node) ? { ...nothing, inner: this.#innerOf(node, place.key) } : nothing
  }

  #readPair(key: string, value: Node | null, place: Place): Readings {
    const image = key === 'image' ? this.#scalarText(isAlias(value) ? value.resolve(this.#document) : value) : undefined
    return image === undefined ? this.read(value, { ...place, key }) : { ...nothing, images: [wordOf(image)] }
  }

  /** The words of `[docker, run, web:1]`; undefined for a list that is of commands itself. */
  #argumentsOf(items: readonly Node[]): readonly Word[] | undefined {
    const texts = items.map((item) => this.#scalarText(item))
    const [first] = texts
    if (first === undefined || /\s/u.test(first.text.trim()) || texts.includes(undefined)) return undefined
    return texts.flatMap((text) => text ?? []).map((text) => ({ ...wordOf(text), source: text, quoted: true }))
  }

  #innerOf(node: Scalar, key: string): readonly InnerText[] {
    const isText =
      node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED || String(node.value).includes('\n')
    if (!isText && !COMMAND_KEYS.test(key)) return []
    const source = this.#scalarText(node)
    return source === undefined ? [] : [{ source, language: isText && !COMMAND_KEYS.test(key) ? undefined : 'shell' }]
  }

  #scalarText(node: unknown): SourceText | undefined {
    if (!isScalar(node) || !node.range) return undefined
    const [start, end] = node.range
    const raw = partOf(this.#source, start, end)
    const text = decoded(node, raw)
    // What the parser reads must be what was decoded here, or the offsets are those of something else.
    return text !== undefined && text.text.trimEnd() === String(node.value).trimEnd() ? text : undefined
  }
}

function decoded({ type }: Scalar, raw: SourceText): SourceText | undefined {
  switch (type) {
    case Scalar.PLAIN:
      return raw.text.includes('\n') ? undefined : raw
    case Scalar.QUOTE_SINGLE:
      return raw.text.includes('\n') ? undefined : picked(raw, [...unquoted(raw.text)])
    case Scalar.QUOTE_DOUBLE:
      return raw.text.includes('\n') ? undefined : unescaped(raw)
    case Scalar.BLOCK_LITERAL:
    case Scalar.BLOCK_FOLDED:
      return unindented(raw, type)
    default:
      return undefined
  }
}

/** A character of a decoded text, and where it stands. */
type Picked = readonly [character: string, index: number]

const picked = ({ offsets }: SourceText, characters: readonly Picked[]): SourceText => ({
  text: characters.map(([character]) => character).join(''),
  offsets: characters.map(([, index]) => offsets[index] ?? 0),
})

function* unquoted(text: string): Generator<Picked> {
  for (let at = 1; at < text.length - 1; at += 1) {
    if (text.startsWith("''", at)) at += 1
    yield [text.charAt(at), at]
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  '\\': '\\',
  '/': '/',
  ' ': ' ',
}

/** Undefined where there is an escape that no script needs. */
function unescaped(raw: SourceText): SourceText | undefined {
  const characters: Picked[] = []
  for (let at = 1; at < raw.text.length - 1; at += 1) {
    if (raw.text.charAt(at) !== '\\') {
      characters.push([raw.text.charAt(at), at])
      continue
    }
    const [, hex] = /^\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/u.exec(raw.text.slice(at, at + 6)) ?? []
    const simple = ESCAPES[raw.text.charAt(at + 1)]
    if (hex === undefined && simple === undefined) return undefined
    characters.push([simple ?? String.fromCodePoint(Number.parseInt(hex ?? '', 16)), at])
    at += hex === undefined ? 1 : 5
  }
  return picked(raw, characters)
}

function unindented(raw: SourceText, type: Scalar.Type): SourceText {
  const body = raw.text.indexOf('\n') + 1
  const [header = ''] = raw.text.split('\n', 1)
  const lines = linesFrom(raw.text, body)
  const [given] = /[1-9]/u.exec(header.replace(/\s#.*$/u, '')) ?? []
  const indents = lines.flatMap(({ text }) => (text.trim() === '' ? [] : [/^ */u.exec(text)?.[0].length ?? 0]))
  const [firstIndent = 0] = indents
  // A given indentation counts from the parent's, which is not known here: the least that occurs is right then.
  const indent = given === undefined ? firstIndent : Math.min(...indents, firstIndent)
  const characters = lines.flatMap(({ text, start }): Picked[] => {
    const kept = text
      .slice(indent)
      .split('')
      .map((character, index): Picked => [character, start + Math.min(indent, text.length) + index])
    return [...kept, ['\n', start + text.length]]
  })
  return picked(raw, type === Scalar.BLOCK_FOLDED ? folded(characters) : characters)
}

/** A single line end inside of a folded text is a space. */
function folded(characters: readonly Picked[]): readonly Picked[] {
  const last = characters.findLastIndex(([character]) => character !== '\n')
  return characters.map(([character, index], at): Picked => {
    const alone = characters[at - 1]?.[0] !== '\n' && characters[at + 1]?.[0] !== '\n'
    return [character === '\n' && alone && at < last ? ' ' : character, index]
  })
}

function linesFrom(text: string, from: number): readonly { readonly text: string; readonly start: number }[] {
  const found: { readonly text: string; readonly start: number }[] = []
  for (let start = from; start < text.length;) {
    const newLine = text.indexOf('\n', start)
    const end = newLine < 0 ? text.length : newLine
    found.push({ text: text.slice(start, end).replace(/\r$/u, ''), start })
    start = end + 1
  }
  return found
}

function together(parts: readonly Readings[]): Readings {
  return {
    images: parts.flatMap(({ images }) => images),
    commands: parts.flatMap(({ commands }) => commands),
    inner: parts.flatMap(({ inner }) => inner),
  }
}
