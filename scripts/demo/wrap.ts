/** A text in lines of at most `width` characters, broken at spaces; only a longer word exceeds it. */
export function wrapped(
  text: string,
  { width, first, rest }: { width: number; first: string; rest: string },
): string[] {
  const lines: string[] = []
  let line = first
  let empty = true
  // White space stays as it is inside a line: the log has columns.
  for (const [, gap = '', word = ''] of text.matchAll(/(\s*)(\S+)/g)) {
    if (!empty && line.length + gap.length + word.length > width) {
      lines.push(line)
      line = rest + word
    } else line += gap + word
    empty = false
  }
  return empty ? [text === '' ? '' : first.trimEnd()] : [...lines, line]
}
