import type { GroupRun } from '../../../src/controllers/rollout/group-run.ts'
import { memoLeft } from '../../../src/controllers/rollout/memo-left.ts'
import { unfinished } from '../../../src/controllers/rollout/outcome.ts'
import type { Memo } from '../../../src/domain/rollout/fleet.ts'
import { NOW } from '../../domain/rollout/a-fleet.ts'
import { aRun, MEMO, ROLLING } from './a-run.ts'

/** A run whose tags others have changed, and which AWS lets write no others: it has let the processes run, and its sizes stay. */
const left = aRun({
  last: { ...ROLLING, suspended: [] },
  restoringSince: NOW - 600,
  refused: ['save-state'],
})
const ended = (run: GroupRun): GroupRun => ({ ...run, outcome: unfinished(run, { what: 'AWS refuses it.' }) })

const rows: readonly {
  readonly name: string
  readonly run: GroupRun
  readonly memo: Memo | undefined
}[] = [
  {
    name: 'the sizes that it leaves',
    run: ended(left),
    memo: { ...MEMO, suspends: [], handedBackAt: NOW, handedSizes: { desired: 4, max: ROLLING.sizes.max } },
  },
  { name: 'nothing where the tags can say so', run: ended({ ...left, refused: [] }), memo: undefined },
  { name: 'nothing while its processes are suspended', run: ended({ ...left, last: ROLLING }), memo: undefined },
  { name: 'nothing that it has put back', run: { ...ended(left), memo: undefined }, memo: undefined },
  { name: 'nothing before it has ended', run: left, memo: undefined },
]

test.each(rows)('a run that AWS does not let write its saved state leaves to its post step $name', ({ run, memo }) => {
  expect(memoLeft(run)).toEqual(memo)
})
