/** A row of a table by its columns. */
export type Row<Column extends string> = Readonly<Record<Column, string | number | boolean | undefined>>

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** Tabs and line ends as `\t`, `\n`, `\r`, and so a backslash as `\\`: each line is a row, each tab ends a cell. */
export const tsvCell = (text: string): string =>
  text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character)

/** Rows below the names of their columns. */
export function tsvTable<Column extends string>(columns: readonly Column[], rows: readonly Row<Column>[]): string {
  const lines = rows.map((row) => columns.map((column) => tsvCell(String(row[column] ?? ''))))
  return [columns, ...lines].map((cells) => `${cells.join('\t')}\n`).join('')
}
