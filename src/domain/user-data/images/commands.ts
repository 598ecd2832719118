import { batch, powershell, shell, type Dialect } from './dialect.ts'
import { partOf, type SourceText } from './source-text.ts'
import type { Word } from './word.ts'

/** The commands of a text, and the texts inside of it that are to be read for themselves. */
export interface Commands {
  readonly commands: readonly (readonly Word[])[]
  /** What is put in from another command: `$(…)`. */
  readonly substitutions: readonly SourceText[]
  /** Here-documents: a file, a script or the input of a command. */
  readonly documents: readonly SourceText[]
}

/** The commands of a text, each as its words. What it cannot read to the end, such as a quote that stands alone, is taken as text. */
export function commandsOf(source: SourceText, dialect: Dialect): Commands {
  return new CommandReader(source, dialect).read()
}

interface HereDocument {
  readonly delimiter: string
  readonly tabs: 'kept' | 'removed'
}

class CommandReader {
  readonly #source: SourceText
  readonly #text: string
  readonly #dialect: Dialect
  readonly #commands: (readonly Word[])[] = []
  readonly #substitutions: SourceText[] = []
  readonly #documents: SourceText[] = []
  #at = 0
  #words: Word[] = []
  #characters = ''
  #offsets: number[] = []
  #variable: boolean[] = []
  #quoted = false
  #started = false
  #redirected = false
  #awaited: HereDocument[] = []
  /** What was looked for in vain up to the end of the text is not looked for again. */
  readonly #unclosed = new Set<string>()

  constructor(source: SourceText, dialect: Dialect) {
    this.#source = source
    this.#text = source.text
    this.#dialect = dialect
  }

  read(): Commands {
    while (this.#at < this.#text.length) this.#step()
    this.#endCommand()
    return { commands: this.#commands, substitutions: this.#substitutions, documents: this.#documents }
  }

  #step(): void {
    const { separators, comment } = this.#dialect
    const character = this.#text.charAt(this.#at)
    if (this.#skipsEscape()) return
    if (character === '\n') return this.#endLine()
    if (/\s/u.test(character)) {
      this.#endWord()
      this.#at += 1
      return
    }
    if (!this.#started && comment !== undefined && this.#matches(comment) !== undefined) return this.#skipComment()
    if (character === '"' || (character === "'" && this.#dialect !== batch)) return this.#quote(character)
    if (this.#substitutes()) return
    if (mayVary(character) && this.#dialect.variables.some((pattern) => this.#takesVariable(pattern))) return
    if (this.#redirects()) return
    if (separators.includes(character)) {
      this.#endCommand()
      this.#at += 1
      return
    }
    this.#take(1, 'text')
  }

  /** An escape at the end of a line lets the command go on; before another character it is dropped. */
  #skipsEscape(): boolean {
    const { escape } = this.#dialect
    if (this.#text.charAt(this.#at) !== escape) return false
    const lineEnd = /\r?\n/uy
    lineEnd.lastIndex = this.#at + 1
    const [newLine] = lineEnd.exec(this.#text) ?? []
    if (newLine === undefined) {
      this.#at += 1
      if (this.#at < this.#text.length) this.#take(1, 'text')
    } else {
      this.#at += 1 + newLine.length
      // Only in a shell may a word go on in the next line, and there it does not where that begins with a space.
      if (this.#dialect !== shell) this.#endWord()
    }
    return true
  }

  #skipComment(): void {
    const block = this.#dialect === powershell && this.#text.charAt(this.#at - 1) === '<'
    const end = this.#text.indexOf(block ? '#>' : '\n', this.#at)
    this.#at = end < 0 ? this.#text.length : end + (block ? 2 : 0)
  }

  #quote(mark: string): void {
    const end = this.#endOfQuote(mark, this.#at)
    if (end === undefined) return this.#take(1, 'text')
    this.#started = true
    this.#quoted = true
    this.#at += 1
    while (this.#at < end) {
      if (mark === "'") this.#take(1, 'text')
      else if (this.#escapesInQuotes(end)) continue
      else if (this.#substitutes(end)) continue
      else if (!this.#takesNamed()) this.#take(1, 'text')
    }
    this.#at = end + 1
  }

  #escapesInQuotes(end: number): boolean {
    if (this.#text.charAt(this.#at) !== this.#dialect.escape || this.#at + 1 >= end) return false
    const next = this.#text.charAt(this.#at + 1)
    if (next === '\n') this.#at += 2
    else if (this.#dialect !== shell || /["$`\\]/u.test(next)) {
      this.#at += 1
      this.#take(1, 'text')
    } else this.#take(1, 'text')
    return true
  }

  #endOfQuote(mark: string, start: number): number | undefined {
    if (this.#unclosed.has(mark)) return undefined
    for (let at = start + 1; at < this.#text.length; at += 1) {
      const character = this.#text.charAt(at)
      if (mark === '"' && character === this.#dialect.escape) at += 1
      // Quotes inside of a substitution are its own: "$(docker create "$IMAGE")".
      else if (mark === '"' && this.#dialect !== batch && this.#text.startsWith('$(', at))
        at = this.#endOfParentheses(at + 1) ?? at
      else if (character === mark) {
        if (!this.#dialect.doubledQuotes || this.#text.charAt(at + 1) !== mark) return at
        at += 1
      }
    }
    this.#unclosed.add(mark)
    return undefined
  }

  /** `$(command)` and, in a shell, a command in backticks. */
  #substitutes(end = this.#text.length): boolean {
    const start = this.#at
    const opening = this.#text.startsWith('$(', start) ? '$(' : this.#text.charAt(start) === '`' && '`'
    if (opening === false || this.#dialect === batch || (opening === '`' && this.#dialect !== shell)) return false
    const close = opening === '`' ? this.#text.indexOf('`', start + 1) : this.#endOfParentheses(start + 1)
    if (close === undefined || close < 0 || close >= end) {
      this.#take(opening.length, 'variable')
      return true
    }
    if (!this.#text.startsWith('$((', start))
      this.#substitutions.push(partOf(this.#source, start + opening.length, close))
    this.#take(close + 1 - start, 'variable')
    return true
  }

  #endOfParentheses(start: number): number | undefined {
    if (this.#unclosed.has('(')) return undefined
    let depth = 0
    let mark = ''
    for (let at = start; at < this.#text.length; at += 1) {
      const character = this.#text.charAt(at)
      if (character === this.#dialect.escape && mark !== "'") at += 1
      else if (mark !== '') mark = character === mark ? '' : mark
      else if (character === '"' || character === "'") mark = character
      else if (character === '(') depth += 1
      else if (character === ')') {
        depth -= 1
        if (depth === 0) return at
      }
    }
    this.#unclosed.add('(')
    return undefined
  }

  #redirects(): boolean {
    if (this.#dialect.redirections === 'none' || !/[<>&@]/u.test(this.#text.charAt(this.#at))) return false
    if (this.#dialect === powershell && this.#takesBlock()) return true
    const hereDocument = /<<(-?)[ \t]*(?:'([^'\n]{1,100})'|"([^"\n]{1,100})"|\\?([\w.+-]{1,100}))/uy
    const [all, dash, ...names] = (this.#dialect === shell && this.#match(hereDocument)) || []
    const delimiter = names.find((name) => name !== undefined)
    if (all !== undefined && delimiter !== undefined && !this.#text.startsWith('<<<', this.#at)) {
      this.#endWord()
      this.#awaited.push({ delimiter, tabs: dash === '-' ? 'removed' : 'kept' })
      this.#at += all.length
      return true
    }
    const operator = this.#matches(/(?:&>>?|[<>]{1,3}[&|]?-?)(?!\()/uy)
    if (operator === undefined) return false
    // The number of a file, not a word: `2>&1`.
    if (/^\d+$/u.test(this.#characters)) this.#dropWord()
    this.#endWord()
    this.#redirected = true
    this.#at += operator.length
    return true
  }

  /** Block comments and here-strings of PowerShell. */
  #takesBlock(): boolean {
    if (this.#text.startsWith('<#', this.#at)) {
      this.#at += 1
      this.#skipComment()
      return true
    }
    const [opening, mark] = this.#match(/@(["'])\r?\n/uy) ?? []
    if (opening === undefined) return false
    const start = this.#at + opening.length
    const end = this.#text.indexOf(`\n${mark}@`, start - 1)
    if (end < 0) return false
    this.#documents.push(partOf(this.#source, start, Math.max(start, end + 1)))
    this.#at = end + 3
    return true
  }

  #takesNamed(): boolean {
    if (!mayVary(this.#text.charAt(this.#at))) return false
    return this.#dialect.variables.some((pattern) => isNamed(pattern) && this.#takesVariable(pattern))
  }

  #takesVariable(pattern: RegExp): boolean {
    const found = this.#matches(pattern)
    if (found === undefined) return false
    this.#take(found.length, 'variable')
    return true
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at
    return pattern.exec(this.#text) ?? undefined
  }

  #matches(pattern: RegExp): string | undefined {
    return this.#match(pattern)?.[0]
  }

  #take(count: number, kind: 'text' | 'variable'): void {
    this.#started = true
    const end = Math.min(this.#at + count, this.#text.length)
    for (; this.#at < end; this.#at += 1) {
      this.#characters += this.#text.charAt(this.#at)
      this.#offsets.push(this.#source.offsets[this.#at] ?? 0)
      this.#variable.push(kind === 'variable')
    }
  }

  #endWord(): void {
    if (this.#started && !this.#redirected)
      this.#words.push({
        source: { text: this.#characters, offsets: this.#offsets },
        variable: this.#variable,
        quoted: this.#quoted,
      })
    if (this.#started) this.#redirected = false
    this.#dropWord()
  }

  #dropWord(): void {
    this.#characters = ''
    this.#offsets = []
    this.#variable = []
    this.#quoted = false
    this.#started = false
  }

  #endCommand(): void {
    this.#endWord()
    this.#redirected = false
    if (this.#words.length > 0) this.#commands.push(this.#words)
    this.#words = []
  }

  #endLine(): void {
    this.#endCommand()
    this.#at += 1
    for (const awaited of this.#awaited) this.#readDocument(awaited)
    this.#awaited = []
  }

  #readDocument({ delimiter, tabs }: HereDocument): void {
    const start = this.#at
    while (this.#at < this.#text.length) {
      const lineStart = this.#at
      const found = this.#text.indexOf('\n', lineStart)
      const end = found < 0 ? this.#text.length : found
      this.#at = Math.min(end + 1, this.#text.length)
      const line = this.#text.slice(lineStart, end).replace(/\r$/u, '')
      if ((tabs === 'removed' ? line.replace(/^\t+/u, '') : line) !== delimiter) continue
      this.#documents.push(partOf(this.#source, start, lineStart))
      return
    }
    this.#documents.push(partOf(this.#source, start))
  }
}

/** Where something that is put in later may begin; most characters need no closer look. */
const mayVary = (character: string): boolean => '${<%!@#*?[]}'.includes(character)

/** Inside quotes only names are put in: a `*` is one there. */
const isNamed = ({ source }: RegExp): boolean => !source.startsWith('[')
