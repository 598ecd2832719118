/** What a shift does next, by what was saved and by what the weights say. */
import type { TrafficPolicy, TrafficState, TrafficStep } from '../../../src/domain/traffic/traffic.ts'
import { nextTrafficStep } from '../../../src/domain/traffic/rules.ts'
import { HEARTBEAT_SECONDS } from '../../../src/domain/rollout/lease.ts'
import { aMemo, anInstance, old } from '../rollout/a-fleet.ts'
import {
  aNote,
  aRoute,
  aShiftPolicy,
  BEGUN,
  healthy,
  memosOf,
  nextOf,
  noRun,
  NOW,
  RUN,
  type ShiftOnItsWay,
  twoSides,
  withSides,
} from './a-shift.ts'

interface Row extends Omit<ShiftOnItsWay, 'progress' | 'routes'> {
  readonly name: string
  readonly progress?: ShiftOnItsWay['progress']
  readonly routes?: ShiftOnItsWay['routes']
  /** Fields of the step. */
  readonly next: Partial<TrafficStep> & { readonly kind: TrafficStep['kind'] }
  readonly says?: string
}

const unnamed = aRoute({ blue: 1, green: undefined })
const none = aRoute({ blue: 100, green: 0 })
const ten = aRoute({ blue: 90, green: 10 })
const all = aRoute({ blue: 0, green: 100 })
const resizes = { plan: 'blue-green' } as const
const baked = (share: number): Partial<TrafficState> => ({ baking: { share, since: NOW - 300 } })
const sick = healthy('green', 2, { balancers: [{ balancer: 'tg-green', state: 'unhealthy', reason: 'no' }] })

const check = ({ next, says = '', ...way }: Omit<Row, 'name'>): void => {
  const step = nextOf({ progress: {}, routes: [none], ...way })
  expect(step).toMatchObject(next)
  expect(step.reason).toContain(says)
}

describe('forward', () => {
  const rows: readonly Row[] = [
    { name: 'notes come first', routes: [aRoute({ blue: 1, green: undefined }, { previous: undefined })], next: { kind: 'note-shares', routes: ['rule'], previous: aNote({ startedAt: BEGUN }) } }, // prettier-ignore
    { name: 'a note of an earlier shift is written anew', routes: [aRoute({ blue: 100, green: 0 }, { previous: aNote({ startedAt: 5 }) })], next: { kind: 'note-shares' } }, // prettier-ignore
    {
      name: 'routes that say the same are noted in one call, others in another',
      routes: [
        aRoute({ blue: 1, green: undefined }, { id: 'one', previous: undefined }),
        aRoute({ blue: 100, green: 0 }, { id: 'two', previous: undefined }),
        aRoute({ blue: 1, green: undefined }, { id: 'three', previous: undefined }),
      ],
      next: { kind: 'note-shares', routes: ['one', 'three'] },
    },
    { name: 'a note that was removed in mid-shift halts it, and blames another hand', progress: { share: 10 }, routes: [aRoute({ blue: 90, green: 10 }, { previous: undefined })], next: { kind: 'halt', blames: 'other-hand' }, says: 'does not tell any more' }, // prettier-ignore
    { name: 'a note that this run remembers is written again', progress: { share: 10 }, routes: [aRoute({ blue: 90, green: 10 }, { previous: undefined })], state: { noted: { rule: aNote() } }, next: { kind: 'note-shares', previous: aNote() } }, // prettier-ignore
    { name: 'the idle side is patched before anything of it changes', progress: resizes, policy: { patches: true }, next: { kind: 'patch', side: 'green' } }, // prettier-ignore
    { name: 'what is patched is not patched again', progress: resizes, policy: { patches: true }, state: { patched: true }, next: { kind: 'save-state' } }, // prettier-ignore
    { name: 'what would change sizes rests', progress: resizes, memo: { suspends: ['AZRebalance'] }, next: { kind: 'suspend', side: 'blue', processes: ['AZRebalance'] } }, // prettier-ignore
    { name: 'what rests already is not suspended again', progress: resizes, memo: { suspends: ['AZRebalance'] }, sides: { blue: { suspended: ['AZRebalance'] }, green: { suspended: ['AZRebalance'] } }, next: { kind: 'save-state' } }, // prettier-ignore
    { name: 'a side that is in no rule is proven first', routes: [unnamed], next: { kind: 'save-state', memos: { green: { progress: { share: 0 } } } as never }, says: 'tested first' }, // prettier-ignore
    { name: 'one that is in all of them begins with the first step', next: { kind: 'save-state', memos: { green: { progress: { share: 10 } } } as never }, says: 'the first of 3 steps' }, // prettier-ignore
    { name: 'a shift from a share begins with the first step above it', routes: [aRoute({ blue: 80, green: 20 }, { previous: aNote({ weights: { blue: 80, green: 20 } }) })], next: { kind: 'save-state', memos: { green: { progress: { share: 50 } } } as never } }, // prettier-ignore
    { name: 'a blue/green deployment always proves first', progress: resizes, next: { kind: 'save-state', memos: { green: { progress: { share: 0 } } } as never } }, // prettier-ignore
    { name: 'an unnamed side is named with weight 0', progress: { share: 0 }, routes: [unnamed], next: { kind: 'set-shares', route: 'rule', weights: { blue: 100, green: 0 } }, says: 'is checked there before it gets traffic' }, // prettier-ignore
    { name: 'without traffic it is waited for', progress: { share: 0 }, sides: { green: { instances: sick } }, next: { kind: 'wait' }, says: 'tg-green says unhealthy, no' }, // prettier-ignore
    { name: 'one of two ready is not the whole side', progress: { share: 0 }, sides: { green: { instances: [...healthy('green', 1), ...sick.slice(1)] } }, next: { kind: 'wait' }, says: '1 of 2 ready' }, // prettier-ignore
    { name: 'what no rule uses was never checked', progress: { share: 0 }, sides: { green: { instances: healthy('green', 2, { balancers: [{ balancer: 'tg-green', state: 'unused', reason: '' }] }) } }, next: { kind: 'wait' }, says: '0 of 2 ready' }, // prettier-ignore
    { name: 'a side that is not named is named, also where the other has all already', progress: { share: 0 }, routes: [aRoute({ blue: 100, green: undefined })], next: { kind: 'set-shares', weights: { blue: 100, green: 0 } } }, // prettier-ignore
    { name: 'and once it is whole the first step follows', progress: { share: 0 }, next: { kind: 'save-state', memos: { green: { progress: { share: 10, shareBefore: 0 } } } as never } }, // prettier-ignore
    { name: 'a first step of 0 bakes', progress: { share: 0 }, policy: { steps: [0, 100] }, next: { kind: 'wait' }, says: 'green has 0 percent, and bakes' }, // prettier-ignore
    { name: 'a share is set on one rule after the other', progress: { share: 10, shareBefore: 0 }, routes: [{ ...ten, id: 'one' }, { ...none, id: 'two' }], next: { kind: 'set-shares', route: 'two', weights: { blue: 90, green: 10 } } }, // prettier-ignore
    { name: 'a rule that is ahead is brought to the step', progress: { share: 10, shareBefore: 0 }, routes: [aRoute({ blue: 0, green: 100 })], next: { kind: 'set-shares', weights: { blue: 90, green: 10 } } }, // prettier-ignore
    { name: 'no share goes to a side that is not whole', progress: { share: 10, shareBefore: 0 }, sides: { green: { instances: sick } }, next: { kind: 'wait' } }, // prettier-ignore
    { name: 'a weight that is none of the shift halts it', progress: { share: 10, shareBefore: 0 }, routes: [aRoute({ blue: 70, green: 30 })], next: { kind: 'halt', blames: 'other-hand' }, says: 'blue 70, green 30, which this shift has not set' }, // prettier-ignore
    { name: 'one such among many keeps all others as they are', progress: { share: 10, shareBefore: 0 }, routes: [{ ...none, id: 'one' }, aRoute({ blue: 70, green: 30 }, { id: 'two' })], next: { kind: 'halt' }, says: 'two has' }, // prettier-ignore
    { name: 'a step that has baked leads to the next', progress: { share: 10 }, routes: [ten], state: baked(10), next: { kind: 'save-state', memos: { green: { progress: { share: 50, shareBefore: 10 } } } as never } }, // prettier-ignore
    { name: 'a side that is not whole any more in its bake is waited for', progress: { share: 10 }, routes: [ten], state: baked(10), sides: { green: { instances: sick } }, next: { kind: 'wait' }, says: '0 of 2 ready' }, // prettier-ignore
    { name: 'and fails the shift once its time is over', progress: { share: 10 }, routes: [ten], state: { waiting: { side: 'green', since: NOW - 900 } }, sides: { green: { instances: sick } }, next: { kind: 'halt', blames: 'capacity' }, says: 'after 15 minutes' }, // prettier-ignore
    { name: 'but not before', progress: { share: 10 }, routes: [ten], state: { waiting: { side: 'green', since: NOW - 899 } }, sides: { green: { instances: sick } }, next: { kind: 'wait' } }, // prettier-ignore
    { name: 'instances are probed before they get traffic', progress: { share: 0 }, policy: { probes: true }, next: { kind: 'probe', instances: ['i-green0', 'i-green1'] } }, // prettier-ignore
    { name: 'one that has failed is probed again, not at once', progress: { share: 0 }, policy: { probes: true }, sides: { green: { instances: healthy('green', 1, { lastProbe: { id: 'i-green0', passed: false, at: NOW - 9, reason: 'refused' } }) } }, next: { kind: 'wait' }, says: 'its probe has not passed, refused' }, // prettier-ignore
    { name: 'one that has passed is whole', progress: { share: 0 }, policy: { probes: true }, sides: { green: { instances: healthy('green', 2, { lastProbe: { id: 'i-green0', passed: true, at: NOW, reason: '' } }) } }, next: { kind: 'save-state' } }, // prettier-ignore
    { name: 'outdated instances of the idle side leave first', progress: { share: 0, ...resizes }, sides: { green: { instances: old(2) } }, next: { kind: 'resize', side: 'green', sizes: { min: 0, desired: 0 } } }, // prettier-ignore
    { name: 'and are waited for', progress: { share: 0, ...resizes }, sides: { green: { instances: old(1), sizes: { min: 0, desired: 0, max: 4 } } }, next: { kind: 'wait' }, says: 'leave the idle side' }, // prettier-ignore
    { name: 'the idle side becomes as large as the active one', progress: { share: 0, ...resizes }, sides: { green: { instances: [], sizes: { min: 0, desired: 0, max: 1 } }, blue: { sizes: { min: 1, desired: 3, max: 4 } } }, next: { kind: 'resize', side: 'green', sizes: { min: 3, max: 3, desired: 3 } } }, // prettier-ignore
    { name: 'also where that has been scaled in since', progress: { share: 0, ...resizes }, sides: { green: { instances: [], sizes: { min: 0, desired: 0, max: 4 } }, blue: { sizes: { min: 0, desired: 1, max: 4 } } }, next: { kind: 'resize', sizes: { min: 2, desired: 2 } } }, // prettier-ignore
    { name: 'a shift of weights alone ends once all is moved', progress: { share: 100 }, routes: [all], state: baked(100), next: { kind: 'clear-state' } }, // prettier-ignore
    { name: 'a shift may end at any share', progress: { share: 10 }, routes: [ten], policy: { steps: [10] }, state: baked(10), next: { kind: 'clear-state' }, says: 'green has 10 percent' }, // prettier-ignore
  ]
  test.each(rows)('$name', check)
})

describe('the end of a blue/green deployment', () => {
  const at = { progress: { share: 100, ...resizes }, routes: [all], state: baked(100) } as const
  const rows: readonly Row[] = [
    { name: 'processes of the new side run again', ...at, memo: { suspends: ['AZRebalance'] }, sides: { blue: { suspended: ['AZRebalance'] }, green: { suspended: ['AZRebalance', 'Launch'] } }, next: { kind: 'resume', side: 'green', processes: ['AZRebalance'] } }, // prettier-ignore
    { name: 'the sizes of the old side hold for the new one', ...at, memo: { sizes: { min: 1, desired: 2, max: 8 } }, sides: { green: { sizes: { min: 2, desired: 2, max: 4 } } }, next: { kind: 'resize', side: 'green', sizes: { min: 1, max: 8 } } }, // prettier-ignore
    { name: 'a new side that has grown keeps its size', ...at, memo: { sizes: { min: 3, desired: 3, max: 4 } }, sides: { green: { sizes: { min: 2, desired: 2, max: 9 } } }, next: { kind: 'resize', side: 'green', sizes: { max: 4 } } }, // prettier-ignore
    { name: 'the old side is kept', ...at, policy: { keepSeconds: 600 }, next: { kind: 'save-state', memos: { blue: { progress: { phase: 'kept-zero', keptUntil: NOW + 600 }, heartbeatAt: 0 } } as never }, says: 'kept for 10 minutes' }, // prettier-ignore
    { name: 'as long as stickiness where that is longer', ...at, routes: [aRoute({ blue: 0, green: 100 }, { stickySeconds: 3600 })], policy: { keepSeconds: 600, afterwards: 'keep' }, next: { kind: 'save-state', memos: { blue: { progress: { phase: 'kept-keep', keptUntil: NOW + 3600 } } } as never }, says: 'stickiness may send clients there' }, // prettier-ignore
    { name: 'a run that shrinks waits for stickiness', ...at, routes: [aRoute({ blue: 0, green: 100 }, { stickySeconds: 400 })], state: { ...baked(100), drainedAt: NOW - 300 }, next: { kind: 'wait' }, says: 'stickiness may send clients to blue' }, // prettier-ignore
    { name: 'and no longer', ...at, routes: [aRoute({ blue: 0, green: 100 }, { stickySeconds: 300 })], state: { ...baked(100), drainedAt: NOW - 300 }, next: { kind: 'set-shares' } }, // prettier-ignore
    { name: 'the old side is taken out of the rules', ...at, next: { kind: 'set-shares', route: 'rule', weights: { blue: undefined, green: 100 } } }, // prettier-ignore
    { name: 'then it is shrunk, its maximum stays', ...at, routes: [aRoute({ blue: undefined, green: 100 })], next: { kind: 'resize', side: 'blue', sizes: { min: 0, desired: 0 } } }, // prettier-ignore
    { name: 'then its processes run again', ...at, routes: [aRoute({ blue: undefined, green: 100 })], memo: { suspends: ['AZRebalance'] }, sides: { blue: { sizes: { min: 0, desired: 0, max: 4 }, suspended: ['AZRebalance'] } }, next: { kind: 'resume', side: 'blue' } }, // prettier-ignore
    { name: 'then nothing is left', ...at, routes: [aRoute({ blue: undefined, green: 100 })], sides: { blue: { sizes: { min: 0, desired: 0, max: 4 } } }, next: { kind: 'clear-state' } }, // prettier-ignore
    { name: 'with `afterwards: keep` it stays in the rules and in size', ...at, policy: { afterwards: 'keep' }, next: { kind: 'clear-state' } }, // prettier-ignore
    { name: 'records name no empty target group', ...at, policy: { means: 'route53' }, routes: [aRoute({ blue: 0, green: 200 }, { previous: aNote({ weights: { blue: 200, green: 0 } }) })], next: { kind: 'resize', side: 'blue' } }, // prettier-ignore
  ]
  test.each(rows)('$name', check)
})

describe('a release', () => {
  const kept = { share: 100, phase: 'kept-zero', keptUntil: NOW, ...resizes } as const
  const release = { intent: 'release' } as const
  const rows: readonly Row[] = [
    { name: 'of what is not kept is refused', progress: { share: 100, ...resizes }, routes: [all], policy: release, next: { kind: 'refuse' }, says: 'no shift of these groups has ended' }, // prettier-ignore
    { name: 'before the time is over is refused', progress: { ...kept, keptUntil: NOW + 60 }, routes: [all], policy: release, next: { kind: 'refuse' }, says: 'kept for 1 minute more' }, // prettier-ignore
    { name: 'takes the old side out of the rules', progress: kept, routes: [all], policy: release, next: { kind: 'set-shares', weights: { blue: undefined, green: 100 } } }, // prettier-ignore
    { name: 'shrinks nothing that has traffic again', progress: kept, routes: [aRoute({ blue: 5, green: 95 })], policy: release, next: { kind: 'halt', blames: 'other-hand' } }, // prettier-ignore
    { name: 'leaves a side that stays as it is', progress: { ...kept, phase: 'kept-keep' }, routes: [all], policy: release, next: { kind: 'clear-state' } }, // prettier-ignore
    { name: 'of a shift that went back shrinks the new side', progress: { ...kept, phase: 'kept-back' }, routes: [aRoute({ blue: 1, green: undefined })], policy: release, sides: { green: { sizes: { min: 2, desired: 2, max: 4 } } }, next: { kind: 'resize', side: 'green', sizes: { min: 0 } } }, // prettier-ignore
    { name: 'of a shift that went back shrinks nothing with traffic', progress: { ...kept, phase: 'kept-back' }, routes: [ten], policy: release, next: { kind: 'halt', blames: 'other-hand' } }, // prettier-ignore
  ]
  test.each(rows)('$name', check)
})

describe('the way back', () => {
  const failed: Partial<TrafficState> = { failed: 'gate' }
  const rows: readonly Row[] = [
    { name: 'weights come first', progress: { share: 10 }, routes: [ten], state: failed, next: { kind: 'set-shares', route: 'rule', weights: { blue: 1, green: undefined } } }, // prettier-ignore
    { name: 'of each rule', progress: { share: 10 }, routes: [{ ...unnamed, id: 'one' }, { ...ten, id: 'two' }], state: failed, next: { kind: 'set-shares', route: 'two' } }, // prettier-ignore
    { name: 'a failed gate takes what the new side had before', progress: { share: 10 }, routes: [aRoute({ blue: 90, green: 10 }, { previous: aNote({ weights: { blue: 95, green: 5 } }) })], state: failed, next: { kind: 'set-shares', weights: { blue: 100, green: 0 } } }, // prettier-ignore
    { name: 'any other failure gives back what it had', progress: { share: 10 }, routes: [aRoute({ blue: 90, green: 10 }, { previous: aNote({ weights: { blue: 95, green: 5 } }) })], state: { failed: 'other' }, next: { kind: 'set-shares', weights: { blue: 95, green: 5 } } }, // prettier-ignore
    { name: 'a weight of another hand stays', progress: { share: 10 }, routes: [aRoute({ blue: 70, green: 30 })], state: failed, next: { kind: 'halt', blames: 'other-hand' } }, // prettier-ignore
    { name: 'an old side that was shrunk is sized first', progress: { share: 100, ...resizes }, routes: [aRoute({ blue: undefined, green: 100 })], policy: { intent: 'back' }, memo: { sizes: { min: 1, desired: 2, max: 4 } }, sides: { blue: { instances: [], sizes: { min: 0, desired: 0, max: 4 } } }, next: { kind: 'resize', side: 'blue', sizes: { min: 1, desired: 2 } } }, // prettier-ignore
    { name: 'then it is named in the rules', progress: { share: 100, ...resizes }, routes: [aRoute({ blue: undefined, green: 100 })], policy: { intent: 'back' }, sides: { blue: { instances: [] } }, next: { kind: 'set-shares', weights: { blue: 0, green: 100 } } }, // prettier-ignore
    { name: 'then it is waited for', progress: { share: 100, ...resizes }, routes: [all], policy: { intent: 'back' }, sides: { blue: { instances: healthy('blue', 1) } }, next: { kind: 'wait' }, says: '1 of 2 ready' }, // prettier-ignore
    { name: 'a shift of weights needs no more than stands there', progress: { share: 100 }, routes: [all], policy: { intent: 'back' }, sides: { blue: { instances: healthy('blue', 1), sizes: { min: 0, desired: 1, max: 4 } } }, next: { kind: 'set-shares' } }, // prettier-ignore
    { name: 'but something must', progress: { share: 100 }, routes: [all], policy: { intent: 'back' }, sides: { blue: { instances: [], sizes: { min: 0, desired: 0, max: 4 } } }, next: { kind: 'wait' } }, // prettier-ignore
    { name: 'sizes follow the weights', progress: { share: 10, ...resizes }, routes: [unnamed], state: failed, sides: { green: { sizes: { min: 2, desired: 2, max: 4 } } }, next: { kind: 'resize', side: 'green', sizes: { min: 0 } } }, // prettier-ignore
    { name: 'a size that another hand has set stays', progress: { share: 10, ...resizes }, routes: [unnamed], state: failed, sides: { green: { sizes: { min: 0, desired: 2, max: 7 } } }, next: { kind: 'remove-notes' } }, // prettier-ignore
    { name: 'processes follow', progress: { share: 10, ...resizes }, routes: [unnamed], state: failed, memo: { suspends: ['AZRebalance'] }, sides: { green: { suspended: ['AZRebalance'] } }, next: { kind: 'resume', side: 'green' } }, // prettier-ignore
    { name: 'notes go last but one', progress: { share: 10 }, routes: [unnamed], state: failed, next: { kind: 'remove-notes', routes: ['rule'] } }, // prettier-ignore
    { name: 'notes of another shift stay', progress: { share: 10 }, routes: [aRoute({ blue: 1, green: undefined }, { previous: aNote({ startedAt: 5 }) })], state: failed, next: { kind: 'clear-state' } }, // prettier-ignore
    { name: 'with `hold` a failed gate keeps the new side for inspection', progress: { share: 10, ...resizes }, routes: [unnamed], policy: { onFailure: 'hold' }, state: failed, next: { kind: 'save-state', memos: { green: { progress: { phase: 'held' }, heartbeatAt: 0 } } as never } }, // prettier-ignore
    { name: 'no other failure does', progress: { share: 10 }, routes: [unnamed], policy: { onFailure: 'hold' }, state: { failed: 'other' }, next: { kind: 'remove-notes' } }, // prettier-ignore
    { name: 'clients of the new side are waited for', progress: { share: 10, ...resizes }, routes: [{ ...unnamed, stickySeconds: 600 }], state: { failed: 'gate', drainedAt: NOW - 500 }, next: { kind: 'wait' }, says: 'clients to green' }, // prettier-ignore
    { name: 'for no longer than ten minutes: then a release does the rest', progress: { share: 10, ...resizes }, routes: [{ ...unnamed, stickySeconds: 601 }], state: failed, next: { kind: 'save-state', memos: { green: { progress: { phase: 'kept-back', keptUntil: NOW + 601 } } } as never } }, // prettier-ignore
    { name: 'a new side that never had traffic has no clients', progress: { share: 0, ...resizes }, routes: [{ ...unnamed, stickySeconds: 601 }], state: failed, next: { kind: 'remove-notes' } }, // prettier-ignore
  ]
  test.each(rows)('$name', check)
})

describe('runs that meet a shift', () => {
  const other = { run: '99/1/ffff', heartbeatAt: NOW - 10 }
  const meeting = (
    memo: object,
    progress: object,
    policy: Partial<TrafficPolicy> = {},
    routes = [ten],
  ): TrafficStep => {
    const memos = memosOf({ share: 10, ...progress }, memo)
    const seen = withSides(twoSides(routes), { blue: { memo: memos.blue }, green: { memo: memos.green } })
    return nextTrafficStep(seen, aShiftPolicy(policy), noRun)
  }
  const dead = { ...other, heartbeatAt: NOW - 400 }

  interface Met {
    readonly name: string
    readonly memo: object
    readonly progress?: object
    readonly policy?: Partial<TrafficPolicy>
    readonly next: TrafficStep['kind']
    readonly says: string
  }
  const rows: readonly Met[] = [
    { name: 'one that is alive is left alone', memo: other, next: 'refuse', says: 'holds the lease of the blue group and renewed it 10 s ago' }, // prettier-ignore
    { name: 'one that is dead is gone on with', memo: dead, next: 'save-state', says: 'ended before the shift did' },
    { name: 'a way back takes it over as well', memo: dead, policy: { intent: 'back' }, next: 'save-state', says: 'ended before' }, // prettier-ignore
    { name: 'one to the other side is not turned', memo: dead, policy: { to: 'blue' }, next: 'refuse', says: 'an unfinished shift goes to green' }, // prettier-ignore
    { name: 'one that waits for a person is not passed', memo: dead, progress: { phase: 'gated' }, next: 'refuse', says: 'waits at 10 percent to be passed by hand' }, // prettier-ignore
    { name: 'but by a release', memo: dead, progress: { phase: 'gated' }, policy: { passesGate: true }, next: 'save-state', says: 'ended before' }, // prettier-ignore
    { name: 'and by one that waits itself', memo: dead, progress: { phase: 'gated' }, policy: { promote: 'by-hand' }, next: 'save-state', says: 'ended before' }, // prettier-ignore
    { name: 'one that is kept is not begun anew', memo: dead, progress: { phase: 'kept-zero', keptUntil: NOW + 600 }, next: 'refuse', says: 'the other side is kept for 10 minutes more' }, // prettier-ignore
    { name: 'one that is held is taken back first', memo: dead, progress: { phase: 'held' }, next: 'refuse', says: 'is not taken back yet' }, // prettier-ignore
    { name: 'one that goes back is taken back first', memo: dead, progress: { phase: 'back' }, next: 'refuse', says: 'is not taken back yet' }, // prettier-ignore
    { name: 'one with another group is none of theirs', memo: dead, progress: { partner: 'hash-of-a-third' }, next: 'refuse', says: 'are not of one shift between the two' }, // prettier-ignore
  ]
  test.each(rows)('$name', ({ memo, progress = {}, policy = {}, next, says }) => {
    const step = meeting(memo, progress, policy)
    expect([step.kind, step.reason]).toEqual([next, expect.stringContaining(says)])
  })

  test('a roll that was left unfinished is put back first', () => {
    const seen = withSides(twoSides([none]), { green: { memo: aMemo(2, dead) } })
    expect(nextTrafficStep(seen, aShiftPolicy(), noRun)).toMatchObject({ kind: 'refuse', reason: expect.stringContaining('left a roll of the green group') }) // prettier-ignore
  })

  test('saved states of two shifts are none of one', () => {
    const memos = memosOf({ share: 10 }, dead)
    const blue = { ...memos.blue, startedAt: BEGUN - 1 }
    const seen = withSides(twoSides([ten]), { blue: { memo: blue }, green: { memo: memos.green } })
    expect(nextTrafficStep(seen, aShiftPolicy(), noRun)).toMatchObject({ kind: 'refuse' })
  })

  test('two groups that both get the traffic, or of which one names a third, are none of one', () => {
    const memos = memosOf({ share: 10 }, dead)
    const step = (blue: object): TrafficStep => {
      const changed = { ...memos.blue, progress: { ...memos.blue.progress, ...blue } }
      const seen = withSides(twoSides([ten]), { blue: { memo: changed }, green: { memo: memos.green } })
      return nextTrafficStep(seen, aShiftPolicy(), noRun)
    }
    for (const blue of [{ role: 'target' }, { partner: 'hash-of-a-third' }])
      expect(step(blue)).toMatchObject({ kind: 'refuse', reason: expect.stringContaining('not of one shift') })
    expect(step({})).toMatchObject({ kind: 'save-state' })
  })

  test('a state that one group lacks is written before anything changes, and in mid-shift is a halt', () => {
    const one = (progress: object): TrafficStep => {
      const { blue } = memosOf(progress, dead)
      return nextTrafficStep(withSides(twoSides([none]), { blue: { memo: blue } }), aShiftPolicy(), noRun)
    }
    expect(one({})).toMatchObject({ kind: 'save-state', memos: { green: { progress: { role: 'target', side: 'green', partner: 'hash-of-blue' } } } }) // prettier-ignore
    expect(one({ share: 10 })).toMatchObject({ kind: 'halt', blames: 'other-hand' })
  })

  test('another run that has taken over ends this one', () => {
    const memos = memosOf({ share: 10 }, dead)
    const seen = withSides(twoSides([ten]), { blue: { memo: memos.blue }, green: { memo: memos.green } })
    const step = nextTrafficStep(seen, aShiftPolicy(), { ...noRun, written: memosOf({ share: 10 }) })
    expect(step).toMatchObject({ kind: 'refuse', reason: expect.stringContaining('has taken over the blue group') })
  })

  test('tags that are gone are written again, and the lease is renewed in time', () => {
    const memos = memosOf({ share: 10 })
    const way = { progress: { share: 10 }, routes: [ten], state: baked(10) }
    expect(nextTrafficStep(twoSides([ten]), aShiftPolicy(), { ...noRun, written: memos })).toMatchObject({ kind: 'save-state', reason: expect.stringContaining('are gone') }) // prettier-ignore
    expect(nextOf({ ...way, memo: { heartbeatAt: NOW - HEARTBEAT_SECONDS } })).toMatchObject({ kind: 'renew-lease', memos: { blue: { run: RUN, heartbeatAt: NOW } } }) // prettier-ignore
    expect(nextOf({ ...way, memo: { heartbeatAt: NOW - HEARTBEAT_SECONDS + 1 } })).toMatchObject({ kind: 'save-state', reason: expect.stringContaining('has let the shift pass') }) // prettier-ignore
  })
})

describe('before any shift', () => {
  const first = (
    policy: Partial<TrafficPolicy>,
    routes = [aRoute({ blue: 1, green: undefined }, { previous: undefined })],
  ): TrafficStep =>
    // prettier-ignore
    nextTrafficStep(twoSides(routes), aShiftPolicy(policy), noRun)

  test('the state of both groups is saved, with what each is to the other', () => {
    expect(first({ resizes: true })).toMatchObject({
      kind: 'save-state',
      memos: {
        blue: { run: RUN, suspends: ['AZRebalance', 'ScheduledActions'], progress: { role: 'source', side: 'blue', partner: 'hash-of-green', plan: 'blue-green' } }, // prettier-ignore
        green: { groupId: 'id-of-green', sizes: { desired: 2 }, progress: { role: 'target', side: 'green', partner: 'hash-of-blue' } }, // prettier-ignore
      },
    })
    expect(first({})).toMatchObject({ memos: { blue: { suspends: [], progress: { plan: 'shift' } } } })
  })

  test('what rests already is not noted as suspended by the shift', () => {
    const seen = withSides(twoSides([none]), { green: { suspended: ['AZRebalance'] } })
    expect(nextTrafficStep(seen, aShiftPolicy({ resizes: true }), noRun)).toMatchObject({
      memos: { blue: { suspends: ['AZRebalance', 'ScheduledActions'] }, green: { suspends: ['ScheduledActions'] } },
    })
  })

  test('a side that has its share already leaves nothing to be done', () => {
    expect(first({ steps: [10] }, [aRoute({ blue: 90, green: 10 })])).toMatchObject({ kind: 'done', end: 'current' })
  })

  test('what is refused is told at once', () => {
    const step = first({ steps: [50] }, [aRoute({ blue: 0, green: 0 }, { foreign: ['third'] })])
    expect(step).toMatchObject({ kind: 'refuse' })
    expect(step.reason).toContain('sends traffic to third as well')
    expect(step.reason).toContain('sends nothing to either group')
  })

  test('a rollback goes by the notes, all of one shift', () => {
    const back = { intent: 'back' } as const
    expect(first(back, [all])).toMatchObject({ kind: 'save-state', memos: { green: { startedAt: BEGUN, progress: { role: 'target', phase: 'back', share: 100 } } } }) // prettier-ignore
    expect(first(back, [aRoute({ blue: 0, green: 100 }, { previous: undefined })])).toMatchObject({ kind: 'refuse', reason: 'no shift of these groups has noted the shares before' }) // prettier-ignore
    expect(first(back, [all, aRoute({ blue: 0, green: 100 }, { previous: aNote({ startedAt: 5 }) })])).toMatchObject({ kind: 'refuse', reason: 'what was noted on the rules is not of one shift' }) // prettier-ignore
  })

  test('a release has nothing to release', () => {
    expect(first({ intent: 'release' })).toMatchObject({ kind: 'refuse' })
  })

  test('an active side without a ready instance is refused', () => {
    const sickBlue = [anInstance('i-blue0', { balancers: [{ balancer: 'tg-blue', state: 'unhealthy', reason: '' }] })]
    const seen = withSides(twoSides([none]), { blue: { instances: sickBlue } })
    expect(nextTrafficStep(seen, aShiftPolicy({ resizes: true }), noRun).reason).toContain('has no ready instance')
  })
})
