import type { Fleet, Memo, Sizes } from '../../../src/domain/rollout/fleet.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'
import { adoptSinceHandBack, beforeSizesChange } from '../../../src/domain/rollout/handed-back.ts'
import { handBackProcesses } from '../../../src/domain/rollout/restore.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import { aFleet, aMemo, aPolicy, fresh, JUST_BEGUN, NOW, old } from './a-fleet.ts'
import { aSituation } from './a-situation.ts'

/** Four are wanted of at most four; a run has left eight of at most eight, and its processes run again. */
const LEFT: Partial<Memo> = {
  sizes: { min: 0, desired: 4, max: 4 },
  suspends: [],
  surge: 4,
  handedBackAt: NOW - 100,
  handedSizes: { desired: 8, max: 8 },
}

const left = (sizes: Partial<Sizes> = {}, memo: Partial<Memo> = {}): Fleet =>
  aFleet([...old(4), ...fresh(4)], {
    sizes: { min: 0, desired: 8, max: 8, ...sizes },
    memo: aMemo(4, { ...LEFT, ...memo }),
  })

describe('sizes that were set since the processes run again are put back', () => {
  const rows: { name: string; fleet: Fleet; sizes: Sizes; notes: readonly string[] }[] = [
    {
      name: 'a maximum within the surge, below which AWS has brought the desired capacity',
      fleet: left({ desired: 6, max: 6 }),
      sizes: { min: 0, desired: 4, max: 6 },
      notes: ['MaxSize was changed from 4 to 6 from outside this run: kept.'],
    },
    {
      name: 'a maximum below what was wanted',
      fleet: left({ desired: 3, max: 3 }),
      sizes: { min: 0, desired: 3, max: 3 },
      notes: [
        'The desired capacity was changed from 4 to 3 from outside this run: kept.',
        'MaxSize was changed from 4 to 3 from outside this run: kept.',
      ],
    },
    {
      name: 'a desired capacity within the surge',
      fleet: left({ desired: 6 }),
      sizes: { min: 0, desired: 6, max: 6 },
      notes: ['The desired capacity was changed from 4 to 6 from outside this run: kept.'],
    },
    {
      name: 'both',
      fleet: left({ desired: 5, max: 7 }),
      sizes: { min: 0, desired: 5, max: 7 },
      notes: [
        'The desired capacity was changed from 4 to 5 from outside this run: kept.',
        'MaxSize was changed from 4 to 7 from outside this run: kept.',
      ],
    },
  ]
  test.each(rows)('$name', ({ fleet, sizes, notes }) => {
    for (const intent of ['roll', 'restore'] as const)
      expect(nextAction(fleet, aPolicy({ intent, surge: 4 }), JUST_BEGUN)).toMatchObject({
        kind: 'save-state',
        memo: { sizes, handedSizes: { desired: fleet.sizes.desired, max: fleet.sizes.max } },
        notes,
      })
  })

  const none: { name: string; fleet: Fleet; policy?: Partial<Policy> }[] = [
    { name: 'as they were left', fleet: left() },
    { name: 'as they are to be put back', fleet: left({ desired: 4, max: 4 }) },
    { name: 'where it is not known what was left', fleet: left({ max: 6 }, { handedSizes: undefined }) },
    { name: 'where AWS refuses to have it written', fleet: left({ max: 7 }), policy: { refused: ['save-state'] } },
  ]
  test.each(none)('nothing is, $name', ({ fleet, policy }) => {
    expect(adoptSinceHandBack(aSituation(fleet, policy))).toBeUndefined()
  })
})

describe('a run that changes sizes again writes first that they are its own', () => {
  test('before a resize, and before a decrement', () => {
    const restoring = nextAction(left({ desired: 4 }, { handedSizes: { desired: 4, max: 8 } }), aPolicy({ intent: 'restore' }), JUST_BEGUN) // prettier-ignore
    expect(restoring).toMatchObject({ kind: 'save-state', memo: { handedBackAt: NOW - 100, handedSizes: undefined } })
    const removing = nextAction(left(), aPolicy({ intent: 'restore' }), JUST_BEGUN)
    expect(removing).toMatchObject({ kind: 'save-state', memo: { handedSizes: undefined } })
  })

  const resize = { kind: 'resize', sizes: { max: 4 }, reason: '' } as const
  const terminate = { kind: 'terminate', instances: ['i-old0'], decrement: false, reason: '' } as const
  test.each([
    { name: 'not before what changes none', action: terminate, fleet: left() },
    { name: 'not where it is written already', action: resize, fleet: left({}, { handedSizes: undefined }) },
    { name: 'not where AWS refuses it', action: resize, fleet: left(), refused: ['save-state'] as const },
  ])('$name', ({ action, fleet, refused }) => {
    expect(beforeSizesChange(action, aSituation(fleet, { ...(refused && { refused }) }))).toBe(action)
  })
})

describe('what a run leaves where it lets the processes run again', () => {
  const saved = aMemo(4, { surge: 4 })
  const group = aFleet([...old(4), ...fresh(4)], { sizes: { min: 0, desired: 8, max: 20 } })
  test('is written down: when, and which sizes', () => {
    expect(handBackProcesses({ ...group, at: NOW + 0.4 }, saved, [])).toMatchObject({
      memo: { suspends: [], handedBackAt: NOW + 1, handedSizes: { desired: 8, max: 20 } },
    })
  })

  test('are no sizes where the group was not seen, and no moment where others had suspended scheduled actions', () => {
    const unseen = { suspends: [], handedBackAt: NOW }
    expect(handBackProcesses({ ...group, unknown: ['group'] }, saved, [])).toMatchObject({ memo: unseen })
    expect(handBackProcesses({ ...group, unknown: ['group'] }, saved, [])).not.toHaveProperty('memo.handedSizes')
    const others = handBackProcesses(group, aMemo(4, { suspends: ['AZRebalance'] }), [])
    expect(others).toMatchObject({ memo: { handedSizes: { desired: 8 } } })
    expect(others).not.toHaveProperty('memo.handedBackAt')
  })

  test('is written once more by a run that has changed them since, and ends so itself', () => {
    const again = aMemo(4, { ...LEFT, handedSizes: undefined })
    expect(handBackProcesses(group, again, [])).toMatchObject({ memo: { handedBackAt: NOW - 100, handedSizes: { desired: 8 } } }) // prettier-ignore
    expect(handBackProcesses({ ...group, unknown: ['group'] }, again, [])).toBeUndefined()
    expect(handBackProcesses(group, aMemo(4, LEFT), [])).toBeUndefined()
  })
})

describe('a size below what is wished that AWS did not let a run set', () => {
  const short = left({ desired: 4 }, { sizes: { min: 0, desired: 6, max: 8 }, handedSizes: { desired: 4, max: 8 } })
  const restore = aPolicy({ intent: 'restore' })

  test('is no wish: the next run sets what is', () => {
    expect(nextAction(short, restore, JUST_BEGUN)).toMatchObject({ kind: 'resize', sizes: { desired: 6 } })
  })

  test('keeps the saved state as long as AWS refuses that', () => {
    const refused = aPolicy({ intent: 'restore', refused: ['resize'] })
    expect(nextAction(short, refused, JUST_BEGUN)).toMatchObject({ kind: 'done' })
  })
})
