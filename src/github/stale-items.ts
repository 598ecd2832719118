/** What of an audit deserves an issue: a service that is behind, or all groups where no catalogue governs. Pure. */
import { type Audit, type AuditRow, isBehind } from '../domain/audit/audit.ts'
import { count } from '../report/words.ts'
import { clip, markdownCode, markdownText } from '../text/escape.ts'
import type { StaleItem } from './tracking-issues.ts'

export interface StaleContext {
  /** 12 digits. */
  readonly account: string
  readonly regions: readonly string[]
  /** Of the catalogue; undefined where none is known. */
  readonly environment: string | undefined
  /** The service that claims a group; undefined where no catalogue governs. */
  readonly serviceOf: ((group: string) => string | undefined) | undefined
  /** `@user` or `@org/team`. */
  readonly teamOf: (service: string) => string | undefined
  /** Whether a row is over the limit of the input, and a service over that of the catalogue. */
  readonly isOver: (row: AuditRow) => boolean
  readonly isServiceOver: (service: string) => boolean
  readonly url: string | undefined
}

export interface StaleItems {
  readonly items: readonly StaleItem[]
  /** The keys of everything that was looked at. */
  readonly scope: readonly string[]
  readonly restKey: string
}

/** The rows of a group that no service claims, or of an instance outside of any, belong to the environment itself. */
export function staleItems({ rows }: Audit, context: StaleContext): StaleItems {
  const { account, regions, environment, serviceOf } = context
  const place = environment ?? regions.join('+')
  const keyOf = (service: string | undefined): string => [account, place, ...(service === undefined ? [] : [service])].join('/') // prettier-ignore
  const byService = Map.groupBy(rows, ({ group }) => (group === undefined ? undefined : serviceOf?.(group)))
  const items = [...byService].flatMap(([service, own]): StaleItem[] => {
    const behind = own.filter(isBehind)
    if (behind.length === 0) return []
    const daysBehind = Math.max(...behind.map((row) => row.daysBehind ?? 0))
    const isOver = behind.some(context.isOver) || (service !== undefined && context.isServiceOver(service))
    const team = service === undefined ? undefined : context.teamOf(service)
    const user = team?.replace(/^@/, '')
    return [
      {
        key: keyOf(service),
        title: `${service ?? 'Groups'} in ${place}: ${count(daysBehind, 'day')} behind`,
        text: textOf(behind, { isOver, team, url: context.url }),
        severity: isOver ? 'over' : 'warn',
        daysBehind,
        // A team cannot be assigned; it is mentioned.
        assignees: user === undefined || user.includes('/') ? [] : [user],
        labels: ['fleet-patch'],
      },
    ]
  })
  return { items, scope: [...byService.keys()].map(keyOf), restKey: `${account}/${place}/*` }
}

interface TextFacts {
  readonly isOver: boolean
  readonly team: string | undefined
  readonly url: string | undefined
}

function textOf(rows: readonly AuditRow[], { isOver, team, url }: TextFacts): string {
  const lead = isOver ? 'These are over their limit:' : 'A newer image exists, or old instances still run:'
  const table = rows.map(
    ({ group, instance, region, image, imageId = '', newest, daysBehind, instances }) =>
      `| ${[group ?? instance?.id ?? '', region, image?.name ?? imageId, newest?.name ?? ''].map((text) => (text === '' ? '' : markdownCode(clip(text, 255)))).join(' | ')} | ${instances} | ${daysBehind ?? ''} |`,
  )
  return [
    `${lead}${team === undefined ? '' : ` ${mention(team)}`}`,
    '',
    '| Group | Region | Image | Newest | Instances | Days behind |',
    '|---|---|---|---|--:|--:|',
    ...table,
    '',
    ...(url === undefined ? [] : [`[The run that found them](${url})`]),
    '',
    `<sub>${markdownText('Kept by Fleet Patch: it rewrites this text, and closes the issue once everything is up to date.')}</sub>`,
  ].join('\n')
}

/** A name of the catalogue, whose schema lets only such letters through. */
const mention = (team: string): string => `@${team.replace(/^@/, '')}`
