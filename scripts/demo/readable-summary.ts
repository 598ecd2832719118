import type { Paint } from './readable-log.ts'
import { wrapped } from './wrap.ts'

/**
 * A job summary in lines of plain text: tables that are too wide become one block a row, what GitHub folds or draws is
 * named only.
 */
export function readableSummary(markdown: string, { width, paint }: { width: number; paint: Paint }): string[] {
  const blocks = withoutFolds(markdown).split(/\n{2,}/)
  return blocks.flatMap((block): string[] => {
    const lines = block.trim().split('\n')
    const [head = ''] = lines
    if (head === '') return []
    if (head.startsWith('#')) return ['', paint('bold', plain(head.replace(/^#+ */, '')))]
    if (head.startsWith('```')) return [`  (a ${head.slice(3)} chart that GitHub draws: ${lines.length - 2} lines)`]
    if (head.startsWith('|')) return table(lines, { width, paint })
    return lines.flatMap((line) => wrapped(plain(line), { width, first: '  ', rest: '  ' }))
  })
}

function withoutFolds(markdown: string): string {
  return markdown.replace(
    /<details><summary>(.*?)<\/summary>[\s\S]*?<\/details>/g,
    (_, title: string) => `(folded: ${title})`,
  )
}

function table(lines: readonly string[], { width, paint }: { width: number; paint: Paint }): string[] {
  const [head = [], , ...rows] = lines.map((line) =>
    line
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => plain(cell.trim())),
  )
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)))
  const total = widths.reduce((sum, one) => sum + one + 2, 0)
  if (total <= width) {
    const row = (cells: readonly string[]): string =>
      `  ${cells.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()
    return [paint('dim', row(head)), ...rows.map(row)]
  }
  const label = Math.max(...head.map((title) => title.length))
  return rows.flatMap(([name = '', ...cells]) => [
    `  ${paint('bold', name)}`,
    ...cells.flatMap((text, column) =>
      wrapped(text, { width, first: `    ${(head[column + 1] ?? '').padEnd(label)}  `, rest: ' '.repeat(label + 6) }),
    ),
  ])
}

/** Markdown as the reader of a page sees it. */
function plain(text: string): string {
  return text
    .replaceAll('<br>', ', ')
    .replaceAll('`', '')
    .replaceAll('&#8203;', '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
}
