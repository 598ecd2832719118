/** The whole page: one file that loads nothing, which its own policy forbids as well. */
import { createHash } from 'node:crypto'

import type { FleetHistory } from '../../../domain/history/fleet-history.ts'
import { isBehind } from '../../../domain/audit/audit.ts'
import { count } from '../../../report/words.ts'
import { moment } from './cells.ts'
import { chart } from './charts.ts'
import { script } from './script.ts'
import { style } from './style.ts'
import { groupsTable, holdsTable, openTable, runsTable, servicesTable } from './tables.ts'

/** HTML. */
export function fleetPage(history: FleetHistory): string {
  const { at, auditedAt, groups, open, holds, runs, services, trend } = history
  const behind = groups.filter(({ worst }) => isBehind(worst)).length
  const title = `Fleet: ${behind} of ${count(groups.length, 'group')} behind`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p class="quiet">${auditedAt === undefined ? 'Nothing was audited.' : `Last audit ${moment(auditedAt)}.`} Page of ${moment(at)}. Times are UTC.</p>
</header>
<main>
${facts(history)}
${section('Open runs', open.length === 0 ? none('No run has left anything open.') : openTable(open, at))}
${trend.length === 0 ? '' : section('Trend', `<div class="charts">${chart('Days behind', trend, DAYS)}${chart('Groups behind', trend, GROUPS)}</div>`)}
${section('Services', services.length === 0 ? none('No group was audited.') : servicesTable(services))}
${section('Groups', groups.length === 0 ? none('No group was audited.') : groupsTable(groups))}
${section('Runs', runs.length === 0 ? none('No run has left a record.') : runsTable(runs))}
${section('Locks, freezes and waivers', holdsPart(holds))}
</main>
<footer>Made by Fleet Patch from the records of audits and runs. This page loads nothing and sends nothing.</footer>
<script>${script}</script>
</body>
</html>
`
}

const DAYS = [
  { name: 'Worst', of: ({ worst }: { readonly worst: number }) => worst },
  { name: 'Median', of: ({ median }: { readonly median: number }) => median },
]
const GROUPS = [
  { name: 'Behind', of: ({ behind }: { readonly behind: number }) => behind },
  { name: 'All', of: ({ subjects }: { readonly subjects: number }) => subjects },
]

function facts({ groups, open, holds, runs, trend }: FleetHistory): string {
  const last = trend.at(-1)
  const rows: readonly (readonly [number | string, string])[] = [
    [groups.length, 'groups'],
    [last?.behind ?? 0, 'behind'],
    [last?.worst ?? '–', 'days behind, the worst'],
    [open.length, 'left open'],
    [(holds ?? []).filter(({ kind, state }) => kind !== 'waiver' && state === 'holds').length, 'locks and freezes'],
    [runs.length, 'runs'],
  ]
  return `<ul class="facts">${rows.map(([number, what]) => `<li><b>${number}</b>${what}</li>`).join('')}</ul>`
}

function holdsPart(holds: FleetHistory['holds']): string {
  if (holds === undefined) return none('No catalogue was read.')
  return holds.length === 0 ? none('The catalogue has none.') : holdsTable(holds)
}

const section = (heading: string, html: string): string => `<section>\n<h2>${heading}</h2>\n${html}\n</section>`

const none = (sentence: string): string => `<p>${sentence}</p>`

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`
