import type { BastionResult, GroupResult, RunResult, TrafficResult } from './events.ts'

export interface ResultParts {
  readonly groups: readonly GroupResult[]
  readonly bastion: BastionResult | undefined
  readonly traffic: readonly TrafficResult[]
}

const NONE: ResultParts = { groups: [], bastion: undefined, traffic: [] }

/** What a result holds that a roll, a bastion or a shift has come to, also where a janitor has put it back. */
export function partsOf(result: RunResult): ResultParts {
  switch (result.kind) {
    case 'groups':
      return { groups: result.groups, bastion: result.bastion, traffic: result.traffic ?? [] }
    case 'bastion':
      return { ...NONE, bastion: result.bastion }
    case 'traffic':
      return { ...NONE, traffic: [result.traffic] }
    case 'janitor':
      return { ...NONE, ...result.restored }
    case 'audit':
    case 'catalogue':
      return NONE
    default:
      return result satisfies never
  }
}
