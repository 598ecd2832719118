import type { Rules } from '../../../src/domain/catalogue/catalogue.ts'
import { effectiveRules, largest, smallest } from '../../../src/domain/catalogue/effective-rules.ts'
import { aWindow, SUBJECT, withRules } from './a-catalogue.ts'

const ENVIRONMENT = 'environments.production.rules'
const SERVICE = 'services.web.rules'
const PLACEMENT = 'services.web.in.production.rules'
/** Two values of every rule. */
const values: { readonly [Name in keyof Rules]-?: readonly [NonNullable<Rules[Name]>, NonNullable<Rules[Name]>] } = {
  modes: [['respawn'], ['patch-image']],
  refs: [['refs/heads/main'], ['refs/tags/*']],
  actors: [['ann'], []],
  imageOwners: [['self'], ['amazon']],
  imageNames: [['a*'], ['b*']],
  maxImageAgeDays: [30, 10],
  requiredTags: [{ tested: 'yes' }, { stage: 'live' }],
  dockerRepositories: [['a/*'], ['b/*']],
  dockerTags: [['1.*'], ['2.*']],
  dockerDigest: [true, false],
  windows: [[aWindow()], []],
  maxDaysBehind: [30, 10],
  warnDaysBehind: [21, 7],
  minSize: [2, 3],
  maxSurge: [
    { kind: 'count', value: 2 },
    { kind: 'percent', value: 25 },
  ],
  maxUnavailable: [
    { kind: 'count', value: 1 },
    { kind: 'percent', value: 10 },
  ],
  checkpoints: [[{ kind: 'count', value: 1 }], [{ kind: 'percent', value: 50 }]],
  alarms: [['web-5xx'], ['web-latency']],
  bake: [10, 20],
  bakeDays: [1, 2],
  runsOver: ['warn', 'refuse'],
  approval: ['none', 'plan'],
}
const names = Object.keys(values) as (keyof Rules)[]

describe.each(names)('the rule %s', (name) => {
  const [one, other] = values[name]
  const stated = (levels: Parameters<typeof withRules>[0]) => effectiveRules(withRules(levels), SUBJECT)[name]

  test('of the defaults holds where no other level states it', () => {
    expect(stated({ defaults: { [name]: one } })).toEqual([{ level: 'defaults', value: one }])
  })

  test.each([
    ['environment', ENVIRONMENT],
    ['service', SERVICE],
    ['placement', PLACEMENT],
  ])('of the %s replaces the one of the defaults, and is not merged with it', (level, path) => {
    expect(stated({ defaults: { [name]: one }, [level]: { [name]: other } })).toEqual([{ level: path, value: other }])
  })

  test('of an environment holds with those of its services, in their order', () => {
    expect(stated({ environment: { [name]: one }, service: { [name]: other }, placement: { [name]: one } })).toEqual([
      { level: ENVIRONMENT, value: one },
      { level: SERVICE, value: other },
      { level: PLACEMENT, value: one },
    ])
  })

  test('that only the environment states is all that holds for the environment alone', () => {
    const catalogue = withRules({ defaults: { [name]: one }, environment: {}, service: { [name]: other } })
    expect(effectiveRules(catalogue, { environment: 'production', service: undefined })[name]).toEqual([])
  })
})

test('of numbers the tighter one is taken, with its level', () => {
  const stated = [
    { level: 'a', value: 3 },
    { level: 'b', value: 1 },
    { level: 'c', value: 5 },
  ]
  expect([smallest(stated), largest(stated), smallest([]), largest([])]).toEqual([
    stated[1],
    stated[2],
    undefined,
    undefined,
  ])
})

test('of names that the catalogue does not have nothing is stated', () => {
  const rules = effectiveRules(withRules({}), { environment: 'nowhere', service: 'constructor' })
  expect(Object.values(rules).every((stated) => stated.length === 0)).toBe(true)
})
