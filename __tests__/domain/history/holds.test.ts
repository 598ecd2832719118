import { holdsOf, isAbout } from '../../../src/domain/history/holds.ts'
import { aCatalogue, anEnvironment, aPlacement, aService, at, until } from '../catalogue/a-catalogue.ts'

const lock = (reason: string, end?: string) => ({ reason, by: '@ann', until: end === undefined ? undefined : until(end) }) // prettier-ignore

const catalogue = aCatalogue({
  environments: new Map([['production', anEnvironment({ lock: lock('of the environment') })]]),
  services: new Map([
    ['web', aService({ lock: lock('of the service', '2026-03-10'), in: new Map([['production', aPlacement({ lock: lock('of both', '2026-03-09') })]]) })], // prettier-ignore
  ]),
  freezes: [
    { name: 'Easter', from: at('2026-04-01'), until: until('2026-04-07'), environments: undefined, services: ['web', 'api'], allows: [] }, // prettier-ignore
    { name: 'March', from: at('2026-03-10T12:00:00Z'), until: until('2026-03-31'), environments: ['production'], services: undefined, allows: [] }, // prettier-ignore
  ],
  waivers: [
    { service: 'web', environment: undefined, rule: 'window', reason: 'no traffic', by: '@bob', until: until('2026-03-10') }, // prettier-ignore
    { service: 'web', environment: 'production', rule: undefined, reason: 'old', by: '@bob', until: until('2026-03-09') }, // prettier-ignore
  ],
})

test('what holds comes first, then what comes, then what is over: each to the end of its last day', () => {
  const found = holdsOf(catalogue, at('2026-03-10T12:00:00Z'))
  expect(found.map(({ state, kind, service = '*', environment = '*', reason, by = '-' }) => `${state} ${kind} ${service} ${environment} ${reason} ${by}`)).toEqual([
    'holds lock * production of the environment @ann',
    'holds lock web * of the service @ann',
    'holds freeze * production March -',
    'holds waiver web * window: no traffic @bob',
    'coming freeze web * Easter -',
    'coming freeze api * Easter -',
    'over lock web production of both @ann',
    'over waiver web production old @bob',
  ]) // prettier-ignore
})

test.each([
  { hold: {}, is: true },
  { hold: { service: 'web' }, is: true },
  { hold: { environment: 'production' }, is: true },
  { hold: { service: 'api' }, is: false },
  { hold: { service: 'web', environment: 'test' }, is: false },
])('$hold is about web in production: $is', ({ hold, is }) => {
  const [any] = holdsOf(catalogue, 0)
  if (any === undefined) throw new Error('the catalogue has none')
  const place = { service: 'web', environment: 'production' }
  expect(isAbout({ ...any, service: undefined, environment: undefined, ...hold }, place)).toBe(is)
})
