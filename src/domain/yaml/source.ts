import {
  isNode,
  LineCounter,
  parseAllDocuments,
  parseDocument,
  visit,
  type Document,
  type ParsedNode,
  type YAMLError,
} from 'yaml'
import { UserDataError } from './error.ts'

/** YAML text together with its tree; the nodes' ranges are offsets into `text`. */
export interface YamlSource {
  readonly text: string
  readonly document: Document.Parsed<ParsedNode, true>
  readonly lines: LineCounter
}

const options = {
  keepSourceTokens: true,
  intAsBigInt: true,
  merge: true,
  prettyErrors: false,
  logLevel: 'silent',
} as const

/**
 * Reads one YAML document. `what` names it in errors, which give line and column and never a piece of the text. Keys that
 * stand twice are accepted with `keys: 'any'`, since the readers of user data accept them.
 */
export function readYaml(text: string, { what, keys }: { what: string; keys: 'unique' | 'any' }): YamlSource {
  const lines = new LineCounter()
  const documents = parseAllDocuments<ParsedNode>(text, {
    ...options,
    uniqueKeys: keys === 'unique',
    lineCounter: lines,
  })
  const [document] = 'empty' in documents ? [] : documents
  if (document === undefined) {
    return { text, document: parseDocument<ParsedNode>(text, { ...options, lineCounter: lines }), lines }
  }
  const [error] = document.errors
  if (error)
    throw new UserDataError(`${what} is not valid YAML: ${problemOf(error)} at ${location(lines, error.pos[0])}.`)
  if (documents.length > 1)
    throw new UserDataError(`${what} has ${documents.length} YAML documents; only one can be changed.`)
  refuseEndless(document, { what, lines })
  return { text, document, lines }
}

/** A value that contains itself has no end: whatever follows it runs out of stack. */
function refuseEndless(
  document: Document,
  { what, lines }: { readonly what: string; readonly lines: LineCounter },
): void {
  visit(document, {
    Alias: (_, alias, ancestors) => {
      const around = ancestors.some((node) => isNode(node) && 'anchor' in node && node.anchor === alias.source)
      // The same name may be an anchor again further in, and then it is that one that is meant.
      if (!around || !ancestors.includes(alias.resolve(document) as never)) return
      throw new UserDataError(
        `${what} has a YAML alias that refers to the value that it stands in, at ${location(lines, alias.range?.[0] ?? 0)}; write the value out.`,
      )
    },
  })
}

/** `line 3, column 7` of an offset. */
export function location(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset)
  return `line ${line}, column ${col}`
}

// The parser's own messages quote the text they complain about, so only its codes are used.
function problemOf({ code }: YAMLError): string {
  return problems[code] ?? 'something unexpected stands'
}

const problems: Partial<Record<YAMLError['code'], string>> = {
  BAD_ALIAS: 'an alias is wrong',
  BAD_DIRECTIVE: 'a directive is wrong',
  BAD_DQ_ESCAPE: 'an escape in double quotes is wrong',
  BAD_INDENT: 'the indentation is wrong',
  BAD_SCALAR_START: 'a plain value begins with a reserved character',
  BLOCK_AS_IMPLICIT_KEY: 'a mapping or list begins where a single value is expected',
  BLOCK_IN_FLOW: 'a block begins inside brackets',
  DUPLICATE_KEY: 'a key stands twice',
  MISSING_CHAR: 'a quote, bracket, comma, colon or space is missing',
  MULTILINE_IMPLICIT_KEY: 'a key goes over several lines',
  RESOURCE_EXHAUSTION: 'the nesting is too deep',
  TAB_AS_INDENT: 'a tab is used for indentation',
  TAG_RESOLVE_FAILED: 'a value does not fit its tag',
  UNEXPECTED_TOKEN: 'something unexpected stands',
}
