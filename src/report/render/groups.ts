import type { GroupResult, StepResult } from '../events.ts'
import { bastionLines } from '../log/bastion-words.ts'
import { groupVerdicts } from '../log/group-verdicts.ts'
import { trafficLines } from '../log/traffic-words.ts'
import { annotationOfBastion, annotationOfResults, annotationOfTraffic } from '../results/annotations.ts'
import { noticeOfBastion, noticeOfGroups, noticeOfTraffic } from './notices.ts'
import { trafficShares } from '../results/traffic-document.ts'
import { trafficParts, verdictOfTraffic } from '../summary/traffic.ts'
import { importance } from '../results/importance.ts'
import { resultDocument } from '../results/result.ts'
import { type Row, tsvTable } from '../results/tsv.ts'
import { bastionLine, bastionParts, verdictOfBastion } from '../summary/bastion.ts'
import { FAILED_HEADING, failureParts } from '../summary/failures.ts'
import { capacityParts } from '../summary/capacity.ts'
import { groupParts, groupsLine, verdictOfGroups } from '../summary/groups.ts'
import { headingOf } from '../summary/heading.ts'
import { leftoverParts } from '../summary/leftovers.ts'
import { nextParts } from '../summary/next-steps.ts'
import { noteParts } from '../summary/notes.ts'
import { plainPart } from '../summary/parts.ts'
import { patchParts, undoing } from '../summary/patch.ts'
import { planParts } from '../summary/plan.ts'
import { timeline } from '../summary/timeline.ts'
import type { Renderer } from './renderer.ts'

/** Shows groups, and a bastion that was put back besides them. */
export const groupsRenderer: Renderer<'groups'> = {
  outputs: (request, { groups, bastion, traffic = [] }) => ({
    changed: String([...groups, ...traffic].some(({ changed }) => changed) || bastion?.changed === true),
    groups: JSON.stringify(groups.map(({ group }) => group)),
    result: resultDocument(request, groups, traffic),
    replaced: JSON.stringify(groups.flatMap(({ replaced }) => replaced)),
    launched: JSON.stringify(groups.flatMap(({ launched }) => launched)),
    plan: JSON.stringify(plannedSteps(groups)),
    'image-id': agreed(groups.map(({ imageId }) => imageId)),
    'previous-image-id': agreed(groups.map(({ previousImageId }) => previousImageId)),
    ...(traffic.length > 0 && { traffic: trafficShares(traffic) }),
  }),
  summary: (request, { groups, bastion, traffic = [] }) => {
    const sorted = inWaves(groups).toSorted((a, b) => importance(a) - importance(b))
    return {
      heading: headingOf(
        ...(bastion ? [verdictOfBastion(bastion)] : []),
        ...traffic.map(verdictOfTraffic),
        ...(traffic.length > 0 && sorted.length === 0 ? [] : [verdictOfGroups(request, sorted)]),
      ),
      failedHeading: FAILED_HEADING,
      line: bastion ? bastionLine(request, bastion) : groupsLine(request, sorted),
      parts: [
        ...(request.dryRun ? [] : capacityParts(sorted)),
        ...groupParts(request, sorted),
        ...failureParts(request, sorted),
        ...(bastion ? bastionParts(bastion) : []),
        ...traffic.flatMap(trafficParts),
        ...nextParts(request, sorted),
        ...planParts(request, sorted),
        ...patchParts(sorted),
        ...leftoverParts(sorted),
        ...noteParts(sorted),
      ],
      details: request.dryRun ? [] : timeline(sorted).map((chart) => plainPart(chart, 60_000)),
      shownWarnings: undoing(sorted).map(({ group, sentence }) => `${group}: ${sentence}`),
    }
  },
  annotation: ({ groups, bastion, traffic = [] }) =>
    annotationOfResults(groups) ?? annotationOfBastion(bastion) ?? annotationOfTraffic(traffic),
  notice: (request, { groups, bastion, traffic = [] }) =>
    [
      ...(bastion ? [noticeOfBastion(bastion)] : []),
      ...traffic.map(noticeOfTraffic),
      ...(traffic.length > 0 && groups.length === 0 ? [] : [noticeOfGroups(request, groups)]),
    ].join(' '),
  logEnding: ({ bastion, traffic = [] }, finished) => [
    ...(bastion ? bastionLines(bastion) : []),
    ...traffic.flatMap(trafficLines),
    ...groupVerdicts(finished),
  ],
  tsv: ({ groups }) => tsvTable(COLUMNS, inWaves(groups).map(rowOf)),
}

const COLUMNS = [
  'region',
  'group',
  'status',
  'changed',
  'source',
  'imageId',
  'previousImageId',
  'replaced',
  'launched',
  'lowestReady',
  'floor',
  'steps',
  'failure',
] as const

const rowOf = ({ replaced, launched, steps, failure, ...result }: GroupResult): Row<(typeof COLUMNS)[number]> => ({
  ...result,
  replaced: replaced.length,
  launched: launched.length,
  steps: steps.length,
  failure: failure?.what,
})

/** The groups wave by wave, each wave in its order. */
const inWaves = (groups: readonly GroupResult[]): readonly GroupResult[] =>
  groups.toSorted((one, other) => (one.wave ?? 0) - (other.wave ?? 0))

/** The steps that a dry run would make, in the order of their waves. */
const plannedSteps = (groups: readonly GroupResult[]): readonly StepResult[] =>
  inWaves(groups).flatMap(({ status, steps, wave }) =>
    status === 'planned' ? steps.map((step) => ({ ...step, ...(wave && { wave }) })) : [],
  )

/** The value that all groups have; undefined where they differ. */
function agreed(values: readonly GroupResult['imageId'][]): string | undefined {
  const [first, ...others] = values
  return others.every((value) => value === first) ? first : undefined
}
