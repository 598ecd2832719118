import { trafficLines } from '../log/traffic-words.ts'
import { annotationOfTraffic } from '../results/annotations.ts'
import { noticeOfTraffic } from './notices.ts'
import { trafficDocument, trafficPlan, trafficShares } from '../results/traffic-document.ts'
import { tsvTable } from '../results/tsv.ts'
import { FAILED_HEADING } from '../summary/failures.ts'
import { headingOf } from '../summary/heading.ts'
import { trafficLine, trafficParts, verdictOfTraffic } from '../summary/traffic.ts'
import type { Renderer } from './renderer.ts'

/** Shows a shift of traffic. */
export const trafficRenderer: Renderer<'traffic'> = {
  outputs: (request, { traffic }) => ({
    changed: String(traffic.changed),
    groups: JSON.stringify([traffic.groups.blue, traffic.groups.green]),
    result: trafficDocument(request, traffic),
    replaced: '[]',
    launched: '[]',
    plan: trafficPlan(traffic),
    traffic: trafficShares([traffic]),
  }),
  summary: (request, { traffic }) => ({
    heading: headingOf(verdictOfTraffic(traffic)),
    failedHeading: FAILED_HEADING,
    line: trafficLine(request, traffic),
    parts: trafficParts(traffic),
    details: [],
    shownWarnings: [],
  }),
  annotation: ({ traffic }) => annotationOfTraffic([traffic]),
  notice: (_, { traffic }) => noticeOfTraffic(traffic),
  logEnding: ({ traffic }) => trafficLines(traffic),
  tsv: ({ traffic }) =>
    tsvTable(
      COLUMNS,
      traffic.shares.map(({ id, before, after }) => ({
        region: traffic.region,
        id,
        status: traffic.status,
        blueBefore: before.blue,
        greenBefore: before.green,
        blueAfter: after.blue,
        greenAfter: after.green,
        failure: traffic.failure?.what,
      })),
    ),
}

const COLUMNS = ['region', 'id', 'status', 'blueBefore', 'greenBefore', 'blueAfter', 'greenAfter', 'failure'] as const
