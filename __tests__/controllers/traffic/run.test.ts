/** What a look makes of a shift that is on its way: since when a step bakes, since when a side is waited for, and how it ended. */
import { endedWell } from '../../../src/controllers/traffic/outcome.ts'
import { newTrafficRun, transition, type TrafficRun } from '../../../src/controllers/traffic/run.ts'
import type { Route, TrafficObservation } from '../../../src/domain/traffic/traffic.ts'
import { aRoute, aShiftPolicy, healthy, memosOf, NOW, twoSides, withSides } from '../../domain/traffic/a-shift.ts'

const TEN = { blue: 90, green: 10 }
const sick = healthy('green', 2, { balancers: [{ balancer: 'tg-green', state: 'unhealthy', reason: 'no' }] })

/** A shift at its first step, of which nothing was seen yet. */
const begun = (change: Parameters<typeof aShiftPolicy>[0] = {}): TrafficRun =>
  newTrafficRun(aShiftPolicy(change), NOW - 600, memosOf({ share: 10 }))

const seeing = (run: TrafficRun, ...looks: readonly TrafficObservation[]): TrafficRun =>
  looks.reduce((now, seen) => transition(now, { kind: 'seen', seen }), run)

const at = (seconds: number, routes: readonly Route[] = [aRoute(TEN)]): TrafficObservation =>
  twoSides(routes, { at: NOW + seconds })
const sickAt = (seconds: number): TrafficObservation => withSides(at(seconds), { green: { instances: sick } })

describe('the bake of a step', () => {
  test('begins with the first look at which the side is whole and every rule has the share, and lasts', () => {
    expect(seeing(begun(), at(0), at(20)).state.baking).toEqual({ share: 10, since: NOW })
  })

  test('begins anew once a side that was not whole is whole again', () => {
    const broken = seeing(begun(), at(0), sickAt(20))
    expect(broken.state).toMatchObject({ baking: undefined, waiting: { side: 'green', since: NOW + 20 } })
    expect(seeing(broken, sickAt(40)).state.waiting?.since).toBe(NOW + 20)
    expect(seeing(broken, at(60)).state).toMatchObject({ baking: { share: 10, since: NOW + 60 }, waiting: undefined })
  })

  test('is none while one rule lags behind', () => {
    const lagging = [aRoute(TEN), aRoute({ blue: 100, green: 0 }, { id: 'other' })]
    expect(seeing(begun(), at(0, lagging)).state.baking).toBeUndefined()
    expect(seeing(begun(), at(0), at(20, lagging), at(40)).state.baking?.since).toBe(NOW + 40)
  })

  test('is none on the way back', () => {
    const back = transition(begun(), { kind: 'failed', at: NOW, because: 'gate', failure: { what: 'An alarm.' } })
    expect(seeing(back, sickAt(20)).state).toMatchObject({ failed: 'gate', baking: undefined, waiting: undefined })
  })
})

test('what was shifted is known by its least share, each change of it once', () => {
  const moved = seeing(begun(), at(0), at(20), at(40, [aRoute(TEN), aRoute({ blue: 50, green: 50 })]), at(60, [aRoute({ blue: 50, green: 50 })])) // prettier-ignore
  expect(moved.curve).toEqual([
    { at: NOW, share: 10 },
    { at: NOW + 60, share: 50 },
  ])
})

describe('a shift that ends where it began', () => {
  const failed = transition(seeing(begun(), at(0)), { kind: 'failed', at: NOW, because: 'gate', failure: { what: 'An alarm.' } }) // prettier-ignore

  test('was halted where something had failed, and restored where that was asked for', () => {
    expect(endedWell(failed, 'restored')).toMatchObject({ status: 'halted', failure: { what: 'An alarm.' } })
    expect(endedWell(seeing(begun({ intent: 'back' }), at(0)), 'restored')).toMatchObject({ status: 'restored', failure: undefined }) // prettier-ignore
  })

  test('keeps the first failure, and tells which share its gate has cost', () => {
    const again = transition(failed, { kind: 'failed', at: NOW, because: 'other', failure: { what: 'A refusal.' } })
    const gone = seeing(again, at(20, [aRoute({ blue: 100, green: 0 })]))
    expect(endedWell(gone, 'restored')).toMatchObject({
      failure: { what: 'An alarm.' },
      left: ['rule gave green 10 percent before; it gets none since its gate has failed.'],
    })
  })
})
