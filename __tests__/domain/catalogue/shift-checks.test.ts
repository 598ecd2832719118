import type { PlacementTraffic, Rules } from '../../../src/domain/catalogue/catalogue.ts'
import { type PlannedShift, type ShiftCourse, shiftFindings } from '../../../src/domain/catalogue/shift-checks.ts'
import { aCatalogue, aPlacement, aService } from './a-catalogue.ts'

const RULE = 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener-rule/app/web/1/2/3'

const traffic = (given: Partial<PlacementTraffic> = {}): PlacementTraffic => ({
  pair: { kind: 'groups', blue: 'web-blue', green: 'web-green' },
  means: undefined,
  listenerRules: [],
  record: undefined,
  hostedZone: undefined,
  identifiers: { blue: undefined, green: undefined },
  steps: [],
  keep: undefined,
  afterwards: undefined,
  ...given,
})

const course = (given: Partial<ShiftCourse> = {}): ShiftCourse => ({
  steps: [10, 50, 100],
  bakeSeconds: 600,
  bakeAtEndSeconds: 600,
  alarms: ['web-5xx'],
  ...given,
})

const shift = (given: Partial<PlannedShift> = {}, names = ['web-blue', 'web-green']): PlannedShift => ({
  groups: { blue: { name: names[0] ?? '', tags: {} }, green: { name: names[1] ?? '', tags: {} } },
  listenerRules: [],
  record: undefined,
  course: course(),
  ...given,
})

const stack = (name: string) => ({ name: `group-of-${name}`, tags: { 'aws:cloudformation:stack-name': name } })
const senza = traffic({ pair: { kind: 'stack', stack: 'web', versions: { blue: 'v1', green: 'v2' } } })

interface Row {
  readonly name: string
  readonly traffic?: PlacementTraffic
  readonly rules?: Rules
  readonly shift?: PlannedShift
  readonly services?: { readonly blue: string; readonly green: string }
  readonly says: readonly string[]
}

const AT = 'services.web.in.production.traffic'

const rows: readonly Row[] = [
  { name: 'the two groups that are declared', traffic: traffic(), says: [] },
  { name: 'any two groups of a service that declares none', says: [] },
  {
    name: 'groups of two services',
    services: { blue: 'web', green: 'api' },
    says: ['services: web-blue belongs to the service web and web-green to api: traffic is shifted within one'],
  },
  {
    name: 'the colours the other way round',
    traffic: traffic(),
    shift: shift({}, ['web-green', 'web-blue']),
    says: [`traffic: ${AT} declares web-blue as blue, not web-green`, `traffic: ${AT} declares web-green as green, not web-blue`], // prettier-ignore
  },
  { name: 'the versions of a stack that are declared', traffic: senza, shift: shift({ groups: { blue: stack('web-v1'), green: stack('web-v2') } }), says: [] }, // prettier-ignore
  {
    name: 'another version of the stack',
    traffic: senza,
    shift: shift({ groups: { blue: stack('web-v1'), green: stack('web-v3') } }),
    says: [`traffic: ${AT} declares the stack web-v2 as green, not group-of-web-v3`],
  },
  { name: 'the rules that are declared', traffic: traffic({ listenerRules: [RULE] }), shift: shift({ listenerRules: [RULE] }), says: [] }, // prettier-ignore
  { name: 'other rules', traffic: traffic({ listenerRules: [RULE] }), says: [`traffic: ${AT} declares the rules ${RULE}`] }, // prettier-ignore
  { name: 'a rule more than is declared', traffic: traffic({ listenerRules: [RULE] }), shift: shift({ listenerRules: [RULE, `${RULE}4`] }), says: [`traffic: ${AT} declares the rules ${RULE}`] }, // prettier-ignore
  { name: 'the record that is declared, however it is written', traffic: traffic({ record: 'Web.example.org' }), shift: shift({ record: 'web.example.org.' }), says: [] }, // prettier-ignore
  { name: 'another record', traffic: traffic({ record: 'web.example.org' }), shift: shift({ record: 'api.example.org' }), says: [`traffic: ${AT} declares the record web.example.org`] }, // prettier-ignore
  { name: 'more steps than are declared', traffic: traffic({ steps: [10, 100] }), says: [] },
  { name: 'a step that is skipped', traffic: traffic({ steps: [0, 10, 25, 100] }), says: [`traffic: it does not hold at 0, 25 percent, as ${AT} states`] }, // prettier-ignore
  { name: 'steps beyond the last of the shift', traffic: traffic({ steps: [10, 50, 75] }), shift: shift({ course: course({ steps: [10, 50] }) }), says: [] }, // prettier-ignore
  { name: 'a way back, which has no steps, alarms and bakes', traffic: traffic({ steps: [5] }), rules: { alarms: ['other'], bake: 60 }, shift: shift({ course: undefined }), says: [] }, // prettier-ignore
  { name: 'an alarm that is missing', rules: { alarms: ['web-5xx', 'web-latency'] }, says: ['gates: its shift is not watched by web-latency, as services.web.rules states'] }, // prettier-ignore
  { name: 'a bake that is too short', rules: { bake: 11 }, says: ['gates: its steps bake for 10 minutes, and services.web.rules states 11'] }, // prettier-ignore
  { name: 'a bake at the end that is too short', rules: { bake: 10 }, shift: shift({ course: course({ bakeAtEndSeconds: 60 }) }), says: ['gates: its steps bake for 1 minutes, and services.web.rules states 10'] }, // prettier-ignore
  { name: 'checkpoints, which are of rolls', rules: { checkpoints: [{ kind: 'count', value: 1 }] }, says: [] },
]

test.each(rows)('$name', ({ traffic: declared, rules = {}, shift: planned = shift(), services, says }) => {
  const place = aPlacement({ traffic: declared })
  const catalogue = aCatalogue({ services: new Map([['web', aService({ rules, in: new Map([['production', place]]) })]]) }) // prettier-ignore
  const question = { environment: 'production', services: services ?? { blue: 'web', green: 'web' } }
  expect(shiftFindings(catalogue, question, planned).map(({ rule, what }) => `${rule}: ${what}`)).toEqual(says)
})
