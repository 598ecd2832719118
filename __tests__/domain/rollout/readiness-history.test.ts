import { type GroupHistory, nextHistory } from '../../../src/domain/rollout/readiness-history.ts'

const LIFECYCLES: Readonly<Record<string, string>> = { w: 'Warmed:Stopped', s: 'Standby' }

/**
 * The history of one instance after reads a minute apart; `.` is not listed, `-` not serving, `+` serving, `w` in the
 * warm pool, `s` in Standby.
 */
function after(looks: string) {
  let history: GroupHistory = new Map()
  for (const [index, look] of Array.from(looks).entries())
    history = nextHistory(
      history,
      look === '.' ? [] : [{ id: 'i-1', lifecycle: LIFECYCLES[look] ?? 'InService', serving: look === '+' }],
      index * 60,
    )
  return history.get('i-1')
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
    const first = nextHistory(new Map(), [{ id: 'i-1', lifecycle: 'InService', serving: true }], 0)
    const second = nextHistory(
      first,
      [
        { id: 'i-1', lifecycle: 'InService', serving: true },
        { id: 'i-2', lifecycle: 'InService', serving: true },
      ],
      60,
    )
    expect([...second].map(([id, { readySince }]) => [id, readySince])).toEqual([
      ['i-1', 0],
      ['i-2', 60],
    ])
  })

  test('leaves the former history as it was', () => {
    const first = nextHistory(new Map(), [{ id: 'i-1', lifecycle: 'InService', serving: true }], 0)
    nextHistory(first, [], 60)
    expect(first.has('i-1')).toBe(true)
  })
})
