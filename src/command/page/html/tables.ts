/** The tables of the page. */
import type { FleetHistory, GroupEntry, ServiceEntry } from '../../../domain/history/fleet-history.ts'
import type { Hold } from '../../../domain/history/holds.ts'
import type { ChangeLine } from '../../../domain/history/records.ts'
import type { RunEntry } from '../../../domain/history/runs.ts'
import { daysBehindOf } from '../../../domain/history/trend.ts'
import { duration } from '../../../text/duration.ts'
import { htmlText } from '../../../text/html.ts'
import { type Cell, chip, date, moment, numberCell, resultChip, rollCell, runLink, small, textCell, timeCell } from './cells.ts' // prettier-ignore
import { sparkline } from './charts.ts'
import { table } from './table.ts'

/** Runs that are listed: older ones are in the records. */
const MOST_RUNS = 500

export function servicesTable(services: readonly ServiceEntry[]): string {
  return table<ServiceEntry>({
    id: 'services',
    caption: 'Services and environments',
    rows: services,
    sortedBy: 'Days behind',
    columns: [
      { name: 'Service', kind: 'text', cell: ({ service, owner }) => named(service ?? '(no service)', owner) },
      { name: 'Environment', kind: 'text', cell: ({ environment }) => textCell(environment) },
      { name: 'Groups', kind: 'number', cell: ({ groups }) => numberCell(groups) },
      { name: 'Behind', kind: 'number', cell: ({ behind }) => numberCell(behind) },
      { name: 'Days behind', kind: 'number', cell: ({ worst }) => numberCell(worst) },
      { name: 'Trend', kind: 'number', cell: trendCell },
      { name: 'Last roll', kind: 'time', cell: ({ lastRoll }) => rollCell(lastRoll) },
      { name: 'Held by', kind: 'text', cell: ({ holds }) => holdsCell(holds) },
    ],
  })
}

/** Sorted by how many days it has changed. */
const trendCell = ({ trend }: ServiceEntry): Cell => ({
  html: sparkline(trend),
  value: (trend.at(-1)?.worst ?? 0) - (trend[0]?.worst ?? 0),
})

const holdsCell = (holds: readonly Hold[]): Cell => ({
  html: holds.map(({ kind, until }) => `${chip(kind, kind === 'waiver' ? 'plain' : 'warn')}${small(until === undefined ? 'without an end' : `until ${date(until)}`)}`).join(' '), // prettier-ignore
  value: holds.map(({ kind }) => kind).join(' '),
})

const named = (name: string, below: string | undefined): Cell => ({
  html: `${htmlText(name)}${small(htmlText(below ?? ''))}`,
  value: name,
})

export function groupsTable(groups: readonly GroupEntry[]): string {
  return table<GroupEntry>({
    id: 'groups',
    caption: 'Groups, and instances outside of any',
    rows: groups,
    sortedBy: 'Days behind',
    columns: [
      { name: 'Group', kind: 'text', cell: groupCell },
      { name: 'Service', kind: 'text', cell: ({ service, owner }) => named(service ?? '–', owner) },
      { name: 'Environment', kind: 'text', cell: ({ environment }) => textCell(environment) },
      { name: 'Verdict', kind: 'text', cell: verdictCell },
      { name: 'Days behind', kind: 'number', cell: (entry) => numberCell(entry.worst.verdict === 'unknown' ? undefined : daysBehindOf(entry)) }, // prettier-ignore
      { name: 'Image age', kind: 'number', cell: ({ worst }) => numberCell(worst.imageAgeDays) },
      { name: 'Image', kind: 'text', cell: imageCell },
      { name: 'Instances', kind: 'number', cell: ({ instances }) => numberCell(instances) },
      { name: 'Last roll', kind: 'time', cell: ({ lastRoll }) => rollCell(lastRoll) },
    ],
  })
}

const groupCell = ({ at, worst: { group, instance, account, region } }: GroupEntry): Cell => {
  const name = group ?? (instance?.name === undefined ? (instance?.id ?? '') : `${instance.name} (${instance.id})`)
  const where = [account, region].filter((part) => part !== undefined).map(htmlText)
  return { html: `${htmlText(name)}${small([...where, `audited ${date(at)}`].join(', '))}`, value: name }
}

const verdictCell = ({ worst: { verdict, reason } }: GroupEntry): Cell => ({
  html: `${resultChip(verdict)}${small(htmlText(reason ?? ''))}`,
  value: verdict,
})

const imageCell = ({ worst: { imageName, imageId, newestImageName } }: GroupEntry): Cell =>
  named(
    imageName ?? imageId ?? '–',
    newestImageName === undefined || newestImageName === imageName ? undefined : `newest: ${newestImageName}`,
  )

export function runsTable(runs: readonly RunEntry[]): string {
  return table<RunEntry>({
    id: 'runs',
    caption: runs.length > MOST_RUNS ? `The last ${MOST_RUNS} of ${runs.length} runs` : 'Runs',
    rows: runs.slice(0, MOST_RUNS),
    sortedBy: 'When',
    columns: [
      { name: 'When', kind: 'time', cell: ({ at, run }) => ({ html: runLink(run, moment(at)), value: at }) },
      { name: 'Mode', kind: 'text', cell: ({ mode, breakGlass }) => ({ html: `${htmlText(mode)}${breakGlass === undefined ? '' : small(`${chip('break-glass', 'warn')} ${htmlText(breakGlass)}`)}`, value: mode }) }, // prettier-ignore
      { name: 'Who', kind: 'text', cell: ({ actor }) => textCell(actor) },
      { name: 'Service', kind: 'text', cell: ({ services }) => textCell(services.length === 0 ? undefined : services.join(', ')) }, // prettier-ignore
      { name: 'Environment', kind: 'text', cell: ({ environment }) => textCell(environment) },
      { name: 'Result', kind: 'text', cell: resultsCell },
      { name: 'Took', kind: 'number', cell: ({ seconds }) => (seconds === undefined ? textCell(undefined) : { html: duration(seconds), value: seconds }) }, // prettier-ignore
      { name: 'Floor', kind: 'text', cell: floorCell },
    ],
  })
}

const resultsCell = ({ results, reason }: RunEntry): Cell => ({
  html: `${results.map(([result, groups]) => `${groups > 1 ? `${groups} ` : ''}${resultChip(result)}`).join(' ')}${small(htmlText(reason ?? ''))}`,
  value: results.map(([result]) => result).join(' '),
})

/** Groups whose broken floor is named in a cell. */
const MOST_BROKEN = 3

function floorCell({ floor }: RunEntry): Cell {
  if (floor === undefined) return textCell(undefined)
  if (floor.broken.length === 0) return { html: chip('held', 'good'), value: 'held' }
  const named = floor.broken.slice(0, MOST_BROKEN).map(({ group, lowest, promised }) => `${htmlText(group)}: ${lowest} ready, floor ${promised}`) // prettier-ignore
  const left = floor.broken.length - named.length
  return {
    html: `${chip('not held', 'bad')}${small([...named, ...(left > 0 ? [`and ${left} more`] : [])].join('<br>'))}`,
    value: 'not held',
  }
}

export function openTable(open: readonly ChangeLine[], now: number): string {
  return table<ChangeLine>({
    id: 'open',
    caption: 'Open runs',
    rows: open,
    sortedBy: '',
    columns: [
      { name: 'Group', kind: 'text', cell: ({ group, account, region }) => named(group ?? '(bastion)', [account, region].filter((part) => part !== undefined).join(', ')) }, // prettier-ignore
      { name: 'Service', kind: 'text', cell: ({ service, environment }) => named(service ?? '–', environment) },
      { name: 'State', kind: 'text', cell: ({ result, reason }) => ({ html: `${resultChip(result)}${small(htmlText(reason ?? ''))}`, value: result }) }, // prettier-ignore
      { name: 'Since', kind: 'time', cell: ({ at, run }) => ({ html: `${runLink(run, moment(at))}${small(duration(now - at))}`, value: at }) }, // prettier-ignore
      { name: 'Mode', kind: 'text', cell: ({ mode }) => textCell(mode) },
      { name: 'Who', kind: 'text', cell: ({ actor }) => textCell(actor) },
    ],
  })
}

export function holdsTable(holds: NonNullable<FleetHistory['holds']>): string {
  return table<Hold>({
    id: 'holds',
    caption: 'Locks, freezes and waivers',
    rows: holds,
    sortedBy: '',
    columns: [
      { name: 'Kind', kind: 'text', cell: ({ kind, state }) => ({ html: `${chip(kind, state === 'holds' && kind !== 'waiver' ? 'warn' : 'plain')} ${state === 'holds' ? '' : htmlText(state)}`, value: kind }) }, // prettier-ignore
      { name: 'Service', kind: 'text', cell: ({ service }) => textCell(service ?? 'all') },
      { name: 'Environment', kind: 'text', cell: ({ environment }) => textCell(environment ?? 'all') },
      { name: 'Reason', kind: 'text', cell: ({ reason }) => textCell(reason) },
      { name: 'By', kind: 'text', cell: ({ by }) => textCell(by) },
      { name: 'From', kind: 'time', cell: ({ from }) => timeCell(from) },
      { name: 'Until', kind: 'time', cell: ({ until }) => timeCell(until) },
    ],
  })
}
