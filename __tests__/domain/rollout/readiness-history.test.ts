import type { Fleet } from '../../../src/domain/rollout/fleet.ts'
import { isStartingSlowly, withHistory } from '../../../src/domain/rollout/readiness-history.ts'
import { aFleet, anInstance } from './a-fleet.ts'

const LIFECYCLES: Readonly<Record<string, string>> = {
  w: 'Warmed:Stopped',
  s: 'Standby',
  r: 'ReplacingRootVolume',
}

/** A look at these instances, each with what `+`, `-`, `w`, `s` or `r` says of it; `.` is not listed. */
const lookAt = (instances: Readonly<Record<string, string>>, at: number): Fleet => ({
  ...aFleet(
    Object.entries(instances).flatMap(([id, look]) =>
      look === '.'
        ? []
        : [anInstance(id, { lifecycle: LIFECYCLES[look] ?? 'InService', healthy: look === '+', firstSeenAt: at })],
    ),
  ),
  at,
})

const nothing = lookAt({}, 0)

const recordOf = (fleet: Fleet, id: string) => {
  const found = fleet.instances.find((instance) => instance.id === id)
  if (found === undefined) return undefined
  const { firstSeenAt, readySince, unreadySince } = found
  return { firstSeenAt, readySince, ...(unreadySince !== undefined && { unreadySince }) }
}

/**
 * The history of one instance after reads a minute apart; `.` is not listed, `-` not serving, `+` serving, `w` in the
 * warm pool, `s` in Standby, `r` has its root volume replaced.
 */
function after(looks: string) {
  const last = Array.from(looks).reduce(
    (before, look, index) => withHistory(before, lookAt({ 'i-1': look }, index * 60)),
    nothing,
  )
  return recordOf(last, 'i-1')
}

describe('the history of an instance', () => {
  test.each([
    { name: 'never listed', looks: '...', sighting: undefined },
    { name: 'serving at the first look', looks: '+', sighting: { firstSeenAt: 0, readySince: 0 } },
    { name: 'serving ever since', looks: '.+++', sighting: { firstSeenAt: 60, readySince: 60 } },
    {
      name: 'not serving yet',
      looks: '.--',
      sighting: { firstSeenAt: 60, readySince: undefined, unreadySince: 60 },
    },
    { name: 'turned to serving', looks: '--++', sighting: { firstSeenAt: 0, readySince: 120 } },
    {
      name: 'fallen back',
      looks: '++--',
      sighting: { firstSeenAt: 0, readySince: undefined, unreadySince: 120 },
    },
    { name: 'serving again, counted from there', looks: '++-+', sighting: { firstSeenAt: 0, readySince: 180 } },
    {
      name: 'back with a new root volume after an hour',
      looks: `+${'r'.repeat(60)}-`,
      sighting: { firstSeenAt: 0, readySince: undefined, unreadySince: 60 * 60 },
    },
    {
      name: 'out of the warm pool after an hour',
      looks: `${'w'.repeat(60)}-`,
      sighting: { firstSeenAt: 59 * 60, readySince: undefined, unreadySince: 59 * 60 },
    },
    {
      name: 'back from Standby',
      looks: '+sss-',
      sighting: { firstSeenAt: 0, readySince: undefined, unreadySince: 180 },
    },
    { name: 'gone', looks: '++.', sighting: undefined },
    { name: 'back in the list as if new', looks: '++.+', sighting: { firstSeenAt: 180, readySince: 180 } },
  ])('$name ($looks)', ({ looks, sighting }) => {
    expect(after(looks)).toEqual(sighting)
  })

  test('is kept for each instance alone', () => {
    const first = withHistory(nothing, lookAt({ 'i-1': '+' }, 0))
    const second = withHistory(first, lookAt({ 'i-1': '+', 'i-2': '+' }, 60))
    expect(recordOf(second, 'i-1')).toEqual({ firstSeenAt: 0, readySince: 0 })
    expect(recordOf(second, 'i-2')).toEqual({ firstSeenAt: 60, readySince: 60 })
  })

  test('leaves the former observation as it was', () => {
    const first = withHistory(nothing, lookAt({ 'i-1': '+' }, 0))
    withHistory(first, lookAt({}, 60))
    expect(recordOf(first, 'i-1')).toEqual({ firstSeenAt: 0, readySince: 0 })
  })
})

describe('where AWS answers late which instances serve', () => {
  const late = (look: string, at: number, answeredAt: number): Fleet => ({ ...lookAt({ 'i-1': look }, at), answeredAt })

  test('an instance is known to serve since the answer, and not since the look began', () => {
    const seen = withHistory(withHistory(nothing, lookAt({ 'i-1': '-' }, 0)), late('+', 60, 92))
    expect(recordOf(seen, 'i-1')).toEqual({ firstSeenAt: 0, readySince: 92 })
    expect(recordOf(withHistory(seen, late('+', 120, 150)), 'i-1')).toEqual({ firstSeenAt: 0, readySince: 92 })
  })

  test('one that was never seen otherwise was there before all the same', () => {
    const [first] = withHistory(nothing, late('+', 60, 92)).instances
    expect(first).toMatchObject({ firstSeenAt: 60, readySince: 92 })
    expect(first?.cameUp).toBeUndefined()
  })

  test.each(['-', 'w', 's', 'r'])('one that was seen as %s has come up since', (look) => {
    const seen = withHistory(withHistory(nothing, lookAt({ 'i-1': look }, 0)), lookAt({ 'i-1': '+' }, 60))
    expect(seen.instances[0]).toMatchObject({ cameUp: true, readySince: 60 })
    expect(withHistory(seen, lookAt({ 'i-1': '+' }, 120)).instances[0]).toMatchObject({ cameUp: true })
  })
})

test.each([
  { name: 'without a slow start none does', slowStartSeconds: 0, readySince: 100, expected: false },
  { name: 'nor one of which AWS has told after the look began', slowStartSeconds: 0, readySince: 105, expected: false },
  { name: 'one that serves for less does', slowStartSeconds: 30, readySince: 71, expected: true },
  { name: 'one that serves for so long does not', slowStartSeconds: 30, readySince: 70, expected: false },
])('an instance starts slowly: $name', ({ slowStartSeconds, readySince, expected }) => {
  expect(isStartingSlowly({ readySince, cameUp: true }, { at: 100, slowStartSeconds })).toBe(expected)
})
