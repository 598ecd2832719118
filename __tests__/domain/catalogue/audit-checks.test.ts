import { behindFindings, waiverFindings } from '../../../src/domain/catalogue/audit-checks.ts'
import type { Rules, Waiver } from '../../../src/domain/catalogue/catalogue.ts'
import { row } from '../../report/an-audit.ts'
import { NOW, SUBJECT, until, withRules } from './a-catalogue.ts'

const waiver = (given: Partial<Waiver> = {}): Waiver => ({
  service: 'web',
  environment: 'production',
  rule: 'max-days-behind',
  reason: 'the vault moves first',
  by: '@ann',
  until: until('2026-11-30'),
  ...given,
})

const MOST: Rules = { maxDaysBehind: 30, warnDaysBehind: 21 }
const rows = [
  { name: 'nothing where nothing is stated', rules: {}, days: 400, says: [] },
  { name: 'nothing on the last day of the warning', rules: MOST, days: 21, says: [] },
  { name: 'a warning', rules: MOST, days: 22, says: ['warning: web of web in production is 22 days behind, and services.web.rules states `warn-days-behind: 21`'] }, // prettier-ignore
  { name: 'a warning on the last day', rules: MOST, days: 30, says: [expect.stringContaining('warning: ') as never] },
  { name: 'a failure', rules: MOST, days: 31, says: ['failure: web of web in production is 31 days behind, and services.web.rules states `max-days-behind: 30`'] }, // prettier-ignore
  { name: 'a failure by the tighter level', rules: MOST, environment: { maxDaysBehind: 10 }, days: 11, says: [expect.stringContaining('failure: web of web in production is 11 days behind, and environments.production.rules') as never] }, // prettier-ignore
  { name: 'a waiver of it', rules: MOST, days: 31, waivers: [waiver()], says: [expect.stringMatching(/^waived: .*; the waiver of @ann until 2026-11-30: the vault moves first$/) as never] }, // prettier-ignore
  { name: 'a failure where the waiver is over', rules: MOST, days: 31, waivers: [waiver({ until: until('2026-11-02') })], says: [expect.stringContaining('failure: ') as never] }, // prettier-ignore
]

test.each(rows)('$name', ({ rules, environment = {}, days, waivers = [], says }) => {
  const catalogue = { ...withRules({ service: rules, environment }), waivers }
  const found = behindFindings(catalogue, SUBJECT, { rows: [row({ group: 'web', daysBehind: days })], now: NOW })
  expect(found.map(({ weight, what }) => `${weight}: ${what}`)).toEqual(says)
})

test('what is not behind is within every limit', () => {
  const catalogue = withRules({ service: { maxDaysBehind: 0 } })
  const current = row({ group: 'web', verdict: 'current', daysBehind: 0 })
  expect(behindFindings(catalogue, SUBJECT, { rows: [current], now: NOW })).toEqual([])
})

test.each([
  { name: 'far from its end', given: {}, says: [] },
  { name: 'eight days before its end', given: { until: until('2026-11-10') }, says: [] },
  { name: 'seven days before its end', given: { until: until('2026-11-09') }, says: ['warning: the waiver of `max-days-behind` for web in production by @ann ends on 2026-11-09'] }, // prettier-ignore
  { name: 'on its last day', given: { until: until('2026-11-03'), rule: undefined, environment: undefined }, says: ['warning: the waiver of every rule for web by @ann ends on 2026-11-03'] }, // prettier-ignore
  { name: 'that is over', given: { until: until('2026-11-02') }, says: ['failure: the waiver of `max-days-behind` for web in production by @ann has ended on 2026-11-02: take it out of the catalogue'] }, // prettier-ignore
  { name: 'of another environment', given: { until: until('2026-11-02'), environment: 'test' }, says: [] },
])('a waiver $name', ({ given, says }) => {
  const found = waiverFindings({ waivers: [waiver(given)] }, { environment: 'production', now: NOW })
  expect(found.map(({ weight, what }) => `${weight}: ${what}`)).toEqual(says)
})

test('without an environment the waivers of all are told', () => {
  const waivers = [waiver({ until: until('2026-11-02'), environment: 'test' })]
  expect(waiverFindings({ waivers }, { environment: undefined, now: NOW })).toHaveLength(1)
})
