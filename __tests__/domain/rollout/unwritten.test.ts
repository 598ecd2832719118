import type { Situation } from '../../../src/domain/rollout/budget.ts'
import type { Fleet, Memo, Sizes } from '../../../src/domain/rollout/fleet.ts'
import type { RunState } from '../../../src/domain/rollout/run-state.ts'
import { unwritten } from '../../../src/domain/rollout/unwritten.ts'
import { aFleet, aMemo, fresh, NOW, old } from './a-fleet.ts'
import { aSituation } from './a-situation.ts'

/** Four are wanted of at most four, and a run has raised that to eight of at most eight. */
const SIZES: Sizes = { min: 0, desired: 4, max: 4 }
const LEFT: Partial<Memo> = { suspends: [], handedBackAt: NOW - 100, handedSizes: { desired: 8, max: 8 } }

const raised = (sizes: Partial<Sizes>, memo: Partial<Memo> = {}, change: Partial<Fleet> = {}): Fleet =>
  aFleet([...old(4), ...fresh(4)], {
    sizes: { min: 0, desired: 8, max: 8, ...sizes },
    memo: aMemo(4, { sizes: SIZES, surge: 4, ...memo }),
    ...change,
  })

const refusing = (fleet: Fleet, state: Partial<RunState> = {}): Situation =>
  aSituation(fleet, { surge: 4, refused: ['save-state'] }, state)

const due = (sizes: Partial<Sizes>) => [{ name: 'morning', at: NOW - 5, sizes }]

describe('where AWS refuses to have it written a run is to remember', () => {
  const rows: { name: string; situation: Situation; memo: object }[] = [
    {
      name: 'sizes that were set since the processes run again',
      situation: refusing(raised({ desired: 6 }, LEFT)),
      memo: { sizes: { min: 0, desired: 6, max: 6 }, handedSizes: { desired: 6, max: 8 } },
    },
    {
      name: 'what AWS has carried out itself',
      situation: refusing(raised({ max: 9 }, {}, { dueActions: due({ max: 9 }) }), { desired: 8 }),
      memo: { sizes: { min: 0, desired: 4, max: 9 }, scheduledUntil: NOW - 5 },
    },
    {
      name: 'a bound that others have set',
      situation: refusing(raised({ desired: 7, max: 7 }), { desired: 8, max: 8 }),
      memo: { sizes: { min: 0, desired: 4, max: 7 } },
    },
    {
      name: 'sizes that were set, and what AWS has carried out before that',
      situation: refusing(raised({ desired: 6 }, LEFT, { dueActions: due({ min: 3, max: 8 }), sizes: { min: 3, desired: 6, max: 8 } })), // prettier-ignore
      memo: { sizes: { min: 3, desired: 6, max: 8 } },
    },
  ]
  test.each(rows)('$name', ({ situation, memo }) => {
    expect(unwritten(situation)).toMatchObject({ memo })
  })

  const none: { name: string; situation: Situation }[] = [
    { name: 'nothing where the sizes are as it has left them', situation: refusing(raised({}, LEFT)) },
    { name: 'no size that it has changed itself since', situation: refusing(raised({ desired: 6 }, LEFT), { desired: 6, max: 8 }) }, // prettier-ignore
    { name: 'nothing that can be written', situation: aSituation(raised({ desired: 6 }, LEFT), { surge: 4 }) },
  ]
  test.each(none)('$name', ({ situation }) => {
    expect(unwritten(situation)).toBeUndefined()
  })
})
