import type { BastionResult, GroupResult, RunResult, TrafficResult } from './events.ts'

/** Thrown where a run fails after a part of it has a result: both are reported. `cause` is the failure. */
export class PartialResult extends Error {
  readonly result: RunResult

  constructor(result: RunResult, cause: unknown) {
    super('The run failed after a part of it had a result.', { cause })
    this.name = 'PartialResult'
    this.result = result
  }
}

/** Does the rest of a run that has a result already; what the rest throws becomes a PartialResult. */
export async function keeping<Value>(result: RunResult, rest: () => Promise<Value>): Promise<Value> {
  try {
    return await rest()
  } catch (error) {
    throw new PartialResult(result, error)
  }
}

/** What a failure to put back groups comes to where a bastion was put back besides. */
export function besideBastion(bastion: BastionResult, error: unknown): PartialResult {
  if (error instanceof PartialResult && error.result.kind === 'groups')
    return new PartialResult(restoredResult(bastion, error.result.groups), error.cause)
  return new PartialResult({ kind: 'bastion', bastion }, error)
}

/** The result of a run that puts back groups, shifts of traffic between them and, where it was asked to, a bastion. */
export function restoredResult(
  bastion: BastionResult | undefined,
  groups: readonly GroupResult[],
  traffic: readonly TrafficResult[] = [],
): RunResult {
  if (bastion !== undefined && groups.length === 0 && traffic.length === 0) return { kind: 'bastion', bastion }
  return { kind: 'groups', groups, bastion, ...(traffic.length > 0 && { traffic }) }
}
