/** Text that was read out of a larger one (a quoted string, a block of YAML, a here-document), and where each character stands. */
export interface SourceText {
  readonly text: string
  /** For each character its offset in the outermost text. */
  readonly offsets: readonly number[]
}

/** The outermost text. */
export function wholeText(text: string): SourceText {
  return { text, offsets: Array.from({ length: text.length }, (_, index) => index) }
}

/** A part of a text. */
export function partOf({ text, offsets }: SourceText, start: number, end?: number): SourceText {
  return { text: text.slice(start, end), offsets: offsets.slice(start, end) }
}

/** Where the text stands in the outermost one; undefined where it stands there in another way, with quotes or escapes inside. */
export function spanOf(
  { text, offsets }: SourceText,
  outermost: string,
): { readonly start: number; readonly end: number } | undefined {
  const [start] = offsets
  const end = (offsets.at(-1) ?? 0) + 1
  return start !== undefined && outermost.slice(start, end) === text ? { start, end } : undefined
}
