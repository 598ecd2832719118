import { clip, markdownCode, markdownText } from '../../text/escape.ts'
import type { ChangeRecord, ChangeState } from '../results/change-record.ts'
import type { Part } from './parts.ts'

/** The record of the run: who has asked for it and why, where it is kept, and a row for each group. */
export function recordParts(record: ChangeRecord | undefined): Part[] {
  if (record === undefined) return []
  const { context, states, keptAt } = record
  const { actor, triggeringActor, ref, sha, session, environment, breakGlass } = context
  const by =
    triggeringActor === '' || triggeringActor === actor ? actor : `${actor} (started anew by ${triggeringActor})`
  const facts = [
    ['By', markdownText(by)],
    ['From', `${markdownCode(ref)} at ${markdownCode(sha.slice(0, 12))}`],
    ['Environment', environment === null ? '' : markdownCode(environment)],
    ['Break-glass', breakGlass === null ? '' : markdownText(clip(breakGlass, 500))],
    ['Session in CloudTrail', session === null ? '' : markdownCode(session)],
    ['Kept at', keptAt.map((place) => markdownText(place)).join(', ')],
  ].filter(([, text]) => text !== '' && text !== '``')
  const lines = facts.map(([name, text]) => `- ${name}: ${text}`).join('\n')
  return [
    {
      head: `<details><summary>Record of this run</summary>\n\n${lines}\n\n| Group | Service | Image before | Image after | Result | Reason |\n|---|---|---|---|---|---|`,
      rows: states.map(row),
      tail: '\n</details>',
      total: states.length,
      cut: (missing) => `*and ${missing} more, in the output \`audit\`*`,
      share: 30_000,
    },
  ]
}

const row = ({ group, service, before, after, result, reason }: ChangeState): string =>
  `| ${[group, service, before.image, after.image, result].map((text) => (text === null ? '' : markdownCode(clip(text, 255)))).join(' | ')} | ${reason === null ? '' : markdownText(clip(reason, 300))} |`
