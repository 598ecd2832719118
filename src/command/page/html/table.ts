/** A table that can be sorted and searched, and that becomes a list of cards on a phone. */
import { htmlText } from '../../../text/html.ts'
import type { Cell } from './cells.ts'

export interface Column<Row> {
  readonly name: string
  /** Numbers and times are sorted with the greatest first. */
  readonly kind: 'text' | 'number' | 'time'
  readonly cell: (row: Row) => Cell
}

export interface Table<Row> {
  /** Letters alone. */
  readonly id: string
  readonly caption: string
  /** The first one names the row. */
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** The column by which the rows are sorted already. */
  readonly sortedBy: string
}

/** Rows that are shown at first; all of them without a script. */
const MOST_ROWS = 50

// Roles are named, because a table that is shown as blocks is no table any more to some browsers.
export function table<Row>({ id, caption, columns, rows, sortedBy }: Table<Row>): string {
  const heads = columns.map(({ name, kind }) => {
    const sort = name === sortedBy ? (kind === 'text' ? 'ascending' : 'descending') : 'none'
    return `<th scope="col" role="columnheader" aria-sort="${sort}" data-kind="${kind}"><button type="button">${htmlText(name)}</button></th>`
  })
  const lines = rows.map((row) => {
    const cells = columns.map(({ name, kind, cell }, index) => {
      const { html, value } = cell(row)
      const sorted = value === undefined ? '' : ` data-value="${htmlText(String(value))}"`
      const about = `class="${kind}" data-label="${htmlText(name)}"${sorted}`
      return index === 0 ? `<th scope="row" role="rowheader" ${about}><div>${html}</div></th>` : `<td role="cell" ${about}><div>${html}</div></td>` // prettier-ignore
    })
    return `<tr role="row">${cells.join('')}</tr>`
  })
  const search =
    rows.length > 10
      ? `<p class="tools"><label>Search <input type="search" data-of="${id}" autocomplete="off"></label> <output data-count="${id}">${rows.length}</output></p>`
      : ''
  return `${search}<div class="scroll"><table role="table" id="${id}" data-most="${MOST_ROWS}"><caption>${htmlText(caption)}</caption>
<thead role="rowgroup"><tr role="row">${heads.join('')}</tr></thead>
<tbody role="rowgroup">
${lines.join('\n')}
</tbody></table></div>
<p class="tools"><button type="button" data-all="${id}" hidden>Show all ${rows.length}</button></p>`
}
