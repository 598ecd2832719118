import { htmlText } from '../../text/html.ts'

/** A cell: text, or HTML that is safe already. */
export type Cell = string | number | undefined | { readonly html: string }

export interface HtmlTable {
  /** For a screen reader. */
  readonly label: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** Class of each row, by its number. */
  readonly classOf?: (index: number) => string
}

/** Cells up to so long stay on one line. */
const SHORT = 24

/** A table that scrolls inside of its frame where the screen is narrow. */
export function tableHtml({ label, columns, rows, classOf }: HtmlTable): string {
  const head = columns.map((column) => `<th scope="col">${htmlText(column)}</th>`).join('')
  const body = rows.map((row, index) => {
    const name = classOf?.(index)
    return `<tr${name === undefined ? '' : ` class="${htmlText(name)}"`}>${row.map(cellHtml).join('')}</tr>`
  })
  return `<div class="wide" role="region" aria-label="${htmlText(label)}" tabindex="0"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody></table></div>`
}

function cellHtml(cell: Cell): string {
  if (typeof cell === 'object') return `<td>${cell.html}</td>`
  const text = String(cell ?? '')
  return `<td${text.length <= SHORT ? ' class="short"' : ''}>${htmlText(text)}</td>`
}
