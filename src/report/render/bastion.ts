import { bastionLines } from '../log/bastion-words.ts'
import { groupVerdicts } from '../log/group-verdicts.ts'
import { annotationOfBastion } from '../results/annotations.ts'
import { bastionDocument, bastionPlan } from '../results/bastion-document.ts'
import { tsvTable } from '../results/tsv.ts'
import { noticeOfBastion } from './notices.ts'
import { bastionLine, bastionParts, verdictOfBastion } from '../summary/bastion.ts'
import { FAILED_HEADING } from '../summary/failures.ts'
import { headingOf } from '../summary/heading.ts'
import type { Renderer } from './renderer.ts'

/** Shows a bastion. */
export const bastionRenderer: Renderer<'bastion'> = {
  outputs: (request, { bastion }) => {
    const { changed, instanceId, previousInstanceId, imageId, previousImageId } = bastion
    return {
      changed: String(changed),
      groups: '[]',
      result: bastionDocument(request, bastion),
      replaced: JSON.stringify(previousInstanceId === undefined ? [] : [previousInstanceId]),
      launched: JSON.stringify(previousInstanceId === undefined || instanceId === undefined ? [] : [instanceId]),
      plan: bastionPlan(bastion),
      'image-id': imageId,
      'previous-image-id': previousImageId,
      'instance-id': instanceId,
      'previous-instance-id': previousInstanceId,
    }
  },
  summary: (request, { bastion }) => ({
    heading: headingOf(verdictOfBastion(bastion)),
    failedHeading: FAILED_HEADING,
    line: bastionLine(request, bastion),
    parts: bastionParts(bastion),
    details: [],
    shownWarnings: [],
  }),
  annotation: ({ bastion }) => annotationOfBastion(bastion),
  notice: (_, { bastion }) => noticeOfBastion(bastion),
  // Where a restore fails after the bastion was put back, some groups may have ended.
  logEnding: ({ bastion }, finished) => [...bastionLines(bastion), ...groupVerdicts(finished)],
  tsv: ({ bastion }) =>
    tsvTable(COLUMNS, [{ ...bastion, steps: bastion.steps.length, failure: bastion.failure?.what }]),
}

const COLUMNS = [
  'region',
  'name',
  'address',
  'status',
  'changed',
  'instanceId',
  'previousInstanceId',
  'steps',
  'failure',
] as const
