import { isSettled } from '../../src/main/post-state.ts'
import type { BastionResult, GroupResult, RunResult } from '../../src/report/events.ts'

const group = (status: GroupResult['status']): GroupResult => ({ status }) as GroupResult
const bastion = (status: BastionResult['status']): BastionResult => ({ status }) as BastionResult

interface Row {
  readonly name: string
  readonly result: RunResult
  readonly settled: boolean
}

test.each<Row>([
  { name: 'no group', result: { kind: 'groups', groups: [] }, settled: true },
  {
    name: 'groups that were rolled or halted',
    result: { kind: 'groups', groups: [group('rolled'), group('halted')] },
    settled: true,
  },
  {
    name: 'groups of which one is unfinished',
    result: { kind: 'groups', groups: [group('rolled'), group('unfinished')] },
    settled: false,
  },
  {
    name: 'restored groups and an unfinished bastion',
    result: { kind: 'groups', groups: [group('restored')], bastion: bastion('unfinished') },
    settled: false,
  },
  { name: 'a replaced bastion', result: { kind: 'bastion', bastion: bastion('replaced') }, settled: true },
  { name: 'an unfinished bastion', result: { kind: 'bastion', bastion: bastion('unfinished') }, settled: false },
  {
    name: 'an audit',
    result: { kind: 'audit', audit: { at: 0, regions: [], groups: [], rows: [] } },
    settled: true,
  },
])('a run with $name has left nothing: $settled', ({ result, settled }) => {
  expect(isSettled(result)).toBe(settled)
})
