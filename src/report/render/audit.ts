import { auditInWords, auditLines } from '../log/audit-words.ts'
import { auditDocument } from '../results/audit-document.ts'
import { auditFile } from '../results/audit-file.ts'
import { auditLists } from '../results/audit-lists.ts'
import { auditHeading, auditLine, auditTable } from '../summary/audit-table.ts'
import { asSentence } from '../../text/sentence.ts'
import type { Renderer } from './renderer.ts'

/** Shows an audit. */
export const auditRenderer: Renderer<'audit'> = {
  outputs: (request, { audit }) => {
    const { groups, stale, staleCount, matrix } = auditLists(audit)
    return {
      changed: 'false',
      groups,
      result: auditDocument(request, audit),
      stale,
      'stale-count': String(staleCount),
      matrix,
    }
  },
  summary: (request, { audit }) => ({
    heading: auditHeading(audit),
    failedHeading: `## ❌ Fleet Patch: ${auditInWords(audit)}`,
    line: auditLine(request, audit),
    parts: auditTable(audit),
    details: [],
    shownWarnings: [],
  }),
  // What is behind is no failure; where a limit makes it one, the run as a whole fails.
  annotation: () => undefined,
  notice: (_, { audit }) => asSentence(auditInWords(audit)),
  logEnding: ({ audit }) => auditLines(audit),
  tsv: ({ audit }) => auditFile(audit, 'tsv'),
}
