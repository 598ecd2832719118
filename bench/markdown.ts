/** A table of Markdown; all columns but the first are figures. */
export function markdown(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  const align = head.map((_, column) => (column === 0 ? '---' : '--:'))
  return [line(head), line(align), ...rows.map(line)].join('\n')
}
