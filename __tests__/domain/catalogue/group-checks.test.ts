import type { Rules, Waiver } from '../../../src/domain/catalogue/catalogue.ts'
import { expectedSeconds } from '../../../src/domain/catalogue/expected-end.ts'
import { bastionClaimOf, claimOf, rollFindings } from '../../../src/domain/catalogue/group-checks.ts'
import type { GatePolicy, Policy } from '../../../src/domain/rollout/policy.ts'
import { aFleet, aMemo, aPolicy, fresh, old } from '../rollout/a-fleet.ts'
import { aCatalogue, aPlacement, aService, NOW, SUBJECT, until, withRules } from './a-catalogue.ts'

describe('a claim', () => {
  const catalogue = aCatalogue({
    services: new Map([
      ['web', aService({ in: new Map([['production', aPlacement({ bastion: 'Odd' })]]) })],
      ['api', aService({ in: new Map([['production', aPlacement({ selectors: { groups: ['web-2', 'api'], stacks: [], tags: [] } })]]) })], // prettier-ignore
    ]),
  })
  const of = (name: string, service?: string) =>
    claimOf(catalogue, { environment: 'production', service }, { name, tags: {} })

  test('of one service is its', () => {
    expect([of('web-1'), of('web-1', 'web'), of('api', 'api')]).toEqual([{ service: 'web' }, { service: 'web' }, { service: 'api' }]) // prettier-ignore
  })

  test.each([
    ['rogue', undefined, 'no service of the catalogue claims it in production'],
    ['rogue', 'web', 'no service of the catalogue claims it in production'],
    ['web-2', undefined, 'the services web and api both claim it in production'],
    ['web-2', 'web', 'the services web and api both claim it in production'],
    ['web-1', 'api', 'it belongs to the service web, not to api'],
  ])('of %s by a run of %s is refused', (name, service, what) => {
    expect(of(name, service)).toMatchObject({ finding: { weight: 'refusal', rule: 'services', what } })
  })

  test('of a bastion is judged as that of a group', () => {
    const ask = (name: string) => bastionClaimOf(catalogue, { environment: 'production', service: undefined }, { id: 'i-1', name }) // prettier-ignore
    expect(ask('Odd')).toEqual({ service: 'web' })
    expect(ask('Even')).toMatchObject({ finding: { what: 'no service of the catalogue claims it in production' } })
  })
})

const gates = (given: Partial<GatePolicy> = {}): GatePolicy => ({
  checkpoints: [1, 2],
  bakeSeconds: 600,
  bakeAtEndSeconds: 600,
  promote: 'auto',
  alarms: { names: ['web-5xx', 'other'], atStart: 'refuse', withoutData: 'neutral' },
  onFailure: 'rollback',
  ...given,
})
const STATED: Rules = { checkpoints: [{ kind: 'count', value: 1 }, { kind: 'percent', value: 50 }], alarms: ['web-5xx'], bake: 10 } // prettier-ignore
const waiver: Waiver = { service: 'web', environment: undefined, rule: 'min-size', reason: 'a test system', by: '@ann', until: until('2026-11-03') } // prettier-ignore

interface Row {
  readonly name: string
  readonly rules: Rules
  readonly environment?: Rules
  readonly policy?: Partial<Policy>
  readonly mode?: string
  readonly waivers?: readonly Waiver[]
  readonly says: readonly string[]
}

/** Each of a group of four that is rolled with a surge of 1. */
const rows: readonly Row[] = [
  { name: 'a roll where nothing is stated', rules: {}, says: [] },
  { name: 'a group of the least size', rules: { minSize: 4 }, says: [] },
  { name: 'a group that is too small', rules: { minSize: 5 }, says: ['refusal: its desired capacity is 4, and services.web.rules states `min-size: 5`'] }, // prettier-ignore
  { name: 'a group that is too small for the tighter level', rules: { minSize: 1 }, environment: { minSize: 6 }, says: ['refusal: its desired capacity is 4, and environments.production.rules states `min-size: 6`'] }, // prettier-ignore
  { name: 'a group that is too small, with a waiver', rules: { minSize: 5 }, waivers: [waiver], says: ['waived: its desired capacity is 4, and services.web.rules states `min-size: 5`; the waiver of @ann until 2026-11-03: a test system'] }, // prettier-ignore
  { name: 'a surge within the limit', rules: { maxSurge: { kind: 'count', value: 1 } }, says: [] },
  { name: 'a surge within a percentage, which is one instance at least', rules: { maxSurge: { kind: 'percent', value: 10 } }, says: [] }, // prettier-ignore
  { name: 'a surge over a percentage', rules: { maxSurge: { kind: 'percent', value: 25 } }, policy: { surge: 2 }, says: ['refusal: its surge is 2, and services.web.rules states `max-surge: 25%`, which is 1 here'] }, // prettier-ignore
  { name: 'a surge over the limit of the environment', rules: { maxSurge: { kind: 'count', value: 4 } }, environment: { maxSurge: { kind: 'count', value: 2 } }, policy: { surge: 3 }, says: ['refusal: its surge is 3, and environments.production.rules states `max-surge: 2`, which is 2 here'] }, // prettier-ignore
  { name: 'any surge of a release, which has that of the run before it', rules: { maxSurge: { kind: 'count', value: 1 } }, policy: { surge: 4 }, mode: 'release', says: [] }, // prettier-ignore
  { name: 'an unavailable instance over none', rules: { maxUnavailable: { kind: 'count', value: 0 } }, policy: { maxUnavailable: 1 }, says: ['refusal: its max-unavailable is 1, and services.web.rules states `max-unavailable: 0`, which is 0 here'] }, // prettier-ignore
  { name: 'an unavailable instance within a percentage', rules: { maxUnavailable: { kind: 'percent', value: 25 } }, policy: { maxUnavailable: 1 }, says: [] }, // prettier-ignore
  { name: 'the gates that are stated', rules: STATED, policy: { gates: gates() }, says: [] },
  { name: 'more gates than are stated', rules: STATED, policy: { gates: gates({ checkpoints: [1, 2, 3], bakeSeconds: 900, bakeAtEndSeconds: 601 }) }, says: [] }, // prettier-ignore
  { name: 'no gates where they are stated', rules: STATED, says: ['refusal: its roll holds at no checkpoint of 1, 2, as services.web.rules states', 'refusal: its roll is not watched by web-5xx, as services.web.rules states', 'refusal: its roll bakes for 0 minutes, and services.web.rules states 10'] }, // prettier-ignore
  { name: 'a checkpoint that is missing', rules: STATED, policy: { gates: gates({ checkpoints: [1] }) }, says: ['refusal: its roll holds at no checkpoint of 2, as services.web.rules states'] }, // prettier-ignore
  { name: 'an alarm that is missing', rules: STATED, policy: { gates: gates({ alarms: undefined }) }, says: ['refusal: its roll is not watched by web-5xx, as services.web.rules states'] }, // prettier-ignore
  { name: 'a bake that is too short', rules: STATED, policy: { gates: gates({ bakeSeconds: 599 }) }, says: [expect.stringContaining('its roll bakes for 9.98') as never] }, // prettier-ignore
  { name: 'a bake at the end that is too short', rules: STATED, policy: { gates: gates({ bakeAtEndSeconds: 60 }) }, says: ['refusal: its roll bakes for 1 minutes, and services.web.rules states 10'] }, // prettier-ignore
  { name: 'a rollback without gates', rules: STATED, mode: 'rollback', says: [] },
]

test.each(rows)('$name', ({ rules, environment = {}, policy, mode = 'respawn', waivers = [], says }) => {
  const catalogue = { ...withRules({ service: rules, environment }), waivers }
  const planned = { fleet: aFleet(old(4)), policy: { ...aPolicy(), surge: 1, maxUnavailable: 0, ...policy }, mode, now: NOW } // prettier-ignore
  expect(rollFindings(catalogue, SUBJECT, planned).map(({ weight, what }) => `${weight}: ${what}`)).toEqual(says)
})

test('a run that goes on counts with the size that its group had', () => {
  const catalogue = withRules({ service: { minSize: 5 } })
  const fleet = aFleet(old(4), { memo: aMemo(5) })
  expect(rollFindings(catalogue, SUBJECT, { fleet, policy: aPolicy(), mode: 'respawn', now: NOW })).toEqual([])
})

test.each([
  { name: 'nothing is outdated', instances: fresh(4), policy: {}, seconds: 0 },
  { name: 'one by one', instances: old(4), policy: {}, seconds: 4 * 180 },
  { name: 'two by two', instances: old(3), policy: { surge: 2 }, seconds: 2 * 180 },
  { name: 'with room that is given up', instances: old(4), policy: { maxUnavailable: 1 }, seconds: 2 * 180 },
  { name: 'with a warm-up', instances: old(1), policy: { warmupSeconds: 60 }, seconds: 240 },
  { name: 'with gates', instances: old(1), policy: { gates: gates() }, seconds: 180 + 3 * 600 },
])('a roll is expected to last so long where $name', ({ instances, policy, seconds }) => {
  expect(expectedSeconds({ fleet: aFleet(instances), policy: { ...aPolicy(), surge: 1, maxUnavailable: 0, warmupSeconds: 0, ...policy } })).toBe(seconds) // prettier-ignore
})
