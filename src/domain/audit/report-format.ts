/** The formats of a report, by the ending of its file. */
export const reportFormats = ['tsv', 'csv', 'json', 'jsonl'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** The format that the ending of a path means, in any case; undefined for every other ending. */
export function formatOf(path: string): ReportFormat | undefined {
  return reportFormats.find((format) => path.toLowerCase().endsWith(`.${format}`))
}
