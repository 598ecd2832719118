/** A part of the summary that can be made shorter: whole rows are left out, from the end. */
export interface Part {
  /** Above the rows: a heading, the head of a table. Always shown. */
  readonly head: string
  /** Most important first. Read only as far as there is room, so they may be made on the way. */
  readonly rows: Iterable<string>
  readonly tail: string
  /** How many rows there are. */
  readonly total: number
  /** What to say of rows that found no room. */
  readonly cut: (missing: number) => string
  /** Bytes that are kept for this part at least. */
  readonly share: number
}

/** A part that is never cut, because it is bounded by itself. */
export const plainPart = (text: string, share: number): Part => ({
  head: text,
  rows: [],
  tail: '',
  total: 0,
  cut: () => '',
  share,
})

/** A row for each item, made only as far as there is room. */
export function* lazily<Item>(items: readonly Item[], row: (item: Item) => string): Generator<string> {
  for (const item of items) yield row(item)
}

/** Where a reader finds what a part leaves out. */
export const ELSEWHERE = 'in the output `result` and in the log'

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8')

/**
 * The parts one under the other in at most so many bytes of UTF-8. Each has its share, and what one does not need goes
 * to those after it; so the parts are shortened from the last to the first, each from its end. Where the shares together are more
 * than there is, each is less.
 */
export function fit(parts: readonly Part[], limit: number): string {
  const total = parts.reduce((sum, { share }) => sum + share, 0)
  const scale = Math.min(1, limit / Math.max(1, total))
  let spare = limit - total * scale
  const texts: string[] = []
  for (const part of parts) {
    const share = part.share * scale
    const text = shorten(part, share + spare)
    spare += share - bytes(text) - 2
    texts.push(text)
  }
  return texts.join('\n\n') + '\n'
}

function shorten({ head, rows, tail, total, cut }: Part, room: number): string {
  const note = total > 0 ? `\n\n${cut(total)}` : ''
  let left = room - bytes(head) - bytes(tail) - bytes(note) - 2
  const kept: string[] = []
  for (const row of rows) {
    left -= bytes(row) + 1
    if (left < 0) break
    kept.push(row)
  }
  const missing = total - kept.length
  return [head, ...kept, ...(missing > 0 ? ['', cut(missing)] : []), tail].join('\n').trimEnd()
}
