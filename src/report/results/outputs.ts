import type { Audit } from '../../domain/audit/audit.ts'
import type { RunRequest } from './request.ts'
import { auditDocument } from './audit-document.ts'
import { auditLists } from './audit-lists.ts'
import { bastionDocument, bastionPlan } from './bastion-document.ts'
import type { BastionResult, GroupResult } from '../events.ts'
import { resultDocument } from './result.ts'
import type { Runner } from '../../platform/runner.ts'

/** The names of all outputs, as action.yml declares them. */
export const outputNames = [
  'changed',
  'groups',
  'result',
  'image-id',
  'previous-image-id',
  'replaced',
  'launched',
  'plan',
  'stale',
  'stale-count',
  'matrix',
  'instance-id',
  'previous-instance-id',
] as const

export type OutputName = (typeof outputNames)[number]

/** Sets every output that can be told from the results; `image-id` and `previous-image-id` only where all groups agree. */
export function writeOutputs(
  runner: Pick<Runner, 'setOutput'>,
  runRequest: RunRequest,
  results: readonly GroupResult[],
): void {
  const set = (name: OutputName, value: string): void => runner.setOutput(name, value)
  set('changed', String(results.some((result) => result.changed)))
  set('groups', JSON.stringify(results.map((result) => result.group)))
  set('result', resultDocument(runRequest, results))
  set('replaced', JSON.stringify(results.flatMap((result) => result.replaced)))
  set('launched', JSON.stringify(results.flatMap((result) => result.launched)))
  set('plan', JSON.stringify(results.flatMap((result) => (result.status === 'planned' ? result.steps : []))))
  const image = agreed(results.map((result) => result.imageId))
  if (image !== undefined) set('image-id', image)
  const previous = agreed(results.map((result) => result.previousImageId))
  if (previous !== undefined) set('previous-image-id', previous)
}

/** Sets the outputs of a run that only looked. */
export function writeAuditOutputs(runner: Pick<Runner, 'setOutput'>, runRequest: RunRequest, audit: Audit): void {
  const set = (name: OutputName, value: string): void => runner.setOutput(name, value)
  const { groups, stale, staleCount, matrix } = auditLists(audit)
  set('changed', 'false')
  set('groups', groups)
  set('result', auditDocument(runRequest, audit))
  set('stale', stale)
  set('stale-count', String(staleCount))
  set('matrix', matrix)
}

/** Sets the outputs of a run about a bastion. */
export function writeBastionOutputs(
  runner: Pick<Runner, 'setOutput'>,
  runRequest: RunRequest,
  result: BastionResult,
): void {
  const set = (name: OutputName, value: string | undefined): void => {
    if (value !== undefined) runner.setOutput(name, value)
  }
  const { instanceId, previousInstanceId } = result
  set('changed', String(result.changed))
  set('groups', '[]')
  set('result', bastionDocument(runRequest, result))
  set('replaced', JSON.stringify(previousInstanceId === undefined ? [] : [previousInstanceId]))
  set('launched', JSON.stringify(previousInstanceId === undefined || instanceId === undefined ? [] : [instanceId]))
  set('plan', bastionPlan(result))
  set('image-id', result.imageId)
  set('previous-image-id', result.previousImageId)
  set('instance-id', instanceId)
  set('previous-instance-id', previousInstanceId)
}

function agreed(values: readonly (string | undefined)[]): string | undefined {
  const [first, ...others] = values
  return others.every((value) => value === first) ? first : undefined
}
