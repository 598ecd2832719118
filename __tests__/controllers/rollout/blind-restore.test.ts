import { explanationOf, UserError } from '../../../src/errors.ts'
import { restoreUnobserved } from '../../../src/controllers/rollout/blind-restore.ts'
import type { GroupRun } from '../../../src/controllers/rollout/group-run.ts'
import type { Change } from '../../../src/domain/rollout/changes/changes.ts'
import { aRollingFleet, booting, fresh, NOW, old } from '../../domain/rollout/a-fleet.ts'
import { aRequest } from './a-request.ts'
import { aRun, MEMO } from './a-run.ts'

const UNSEEN = new UserError({ what: 'AWS does not show the group any more.' })
const RESUME = { kind: 'resume', processes: MEMO.suspends }

describe('a group that AWS does not show any more', () => {
  const rows: readonly {
    readonly name: string
    readonly run: Partial<GroupRun>
    readonly refuses?: Change['kind']
    readonly sent: readonly object[]
  }[] = [
    {
      name: 'loses its surplus and gets its processes back; its sizes and its saved state stay',
      run: { last: aRollingFleet([...old(3), ...booting(1)], 4, MEMO) },
      sent: [{ kind: 'terminate', instances: ['i-boot0'], decrement: true }, RESUME],
    },
    {
      name: 'keeps a raised size for which no instance was seen: AWS would choose what leaves',
      run: { last: aRollingFleet(old(3), 4, MEMO) },
      sent: [RESUME],
    },
    {
      name: 'is taken for what the last change has left, which no look has shown',
      run: {
        last: aRollingFleet([...old(3), ...fresh(1)], 4, MEMO),
        pendingWrites: [
          { change: { kind: 'terminate', instances: ['i-new0'], decrement: true }, at: NOW - 1, seen: false },
        ],
      },
      sent: [RESUME],
    },
    {
      name: 'gets its processes back where AWS refuses to terminate',
      run: { last: aRollingFleet([...old(3), ...booting(1)], 4, MEMO) },
      refuses: 'terminate',
      sent: [{ kind: 'terminate', instances: ['i-boot0'], decrement: true }, RESUME],
    },
    {
      name: 'keeps its saved state where nothing else is left',
      run: { last: aRollingFleet(old(3), 3, MEMO, { suspended: [] }) },
      sent: [],
    },
  ]
  test.each(rows)('$name', async ({ run: change, refuses, sent: expected }) => {
    const { request, sent } = aRequest({}, ({ kind }) => {
      if (kind === refuses) throw new UserError({ what: 'refused' })
    })
    const run = await restoreUnobserved(request, aRun(change), explanationOf(UNSEEN))
    expect(sent.map(({ reason: _, ...each }: Change & { reason?: string }) => each)).toEqual(expected)
    expect(run.outcome).toMatchObject({ status: 'unfinished', failure: { what: UNSEEN.what } })
  })
})
