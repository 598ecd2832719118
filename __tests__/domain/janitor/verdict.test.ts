import type { Remedy } from '../../../src/domain/janitor/finding.ts'
import { verdictOf, type HealPolicy } from '../../../src/domain/janitor/verdict.ts'
import { DAY, HOUR, NOW } from './a-state.ts'

const HEALS: HealPolicy = { heal: true, healStandby: true, healSources: true, olderThanSeconds: DAY }
const resume: Remedy = { kind: 'resume', processes: ['Launch'] }
const context = { at: NOW, markedAt: undefined, refusal: undefined }
const since = NOW - 2 * DAY

test.each([
  { name: 'only a person can heal', finding: { remedy: undefined, since }, policy: HEALS },
  { name: 'is found without `heal`', finding: { remedy: resume, since }, policy: { ...HEALS, heal: false } },
  { name: 'is in Standby, without `heal-standby`', finding: { remedy: { kind: 'exit-standby', instances: ['i-1'] }, since }, policy: { ...HEALS, healStandby: false } },
  { name: 'is a configuration, without `heal-sources`', finding: { remedy: { kind: 'delete-configuration', name: 'web-1' }, since }, policy: { ...HEALS, healSources: false } },
  { name: 'is a version, without `heal-sources`', finding: { remedy: { kind: 'delete-versions', template: 'lt-1', versions: [1] }, since }, policy: { ...HEALS, healSources: false } },
] as const)('what $name is reported, also where it is marked', ({ finding, policy }) => {
  for (const markedAt of [undefined, NOW - 9 * DAY])
    expect(verdictOf(finding, policy, { ...context, markedAt })).toMatchObject({ kind: 'report' })
}) // prettier-ignore

test('what the catalogue forbids is reported with its reason', () => {
  const verdict = verdictOf({ remedy: resume, since }, HEALS, { ...context, markedAt: since, refusal: 'it is frozen' })
  expect(verdict).toEqual({ kind: 'report', why: 'it is frozen' })
})

test('what is seen for the first time is marked, however old it is', () => {
  expect(verdictOf({ remedy: resume, since: NOW - 900 * DAY }, HEALS, context)).toEqual({ kind: 'mark' })
})

test.each([
  { name: 'has a date, and an hour after its mark', finding: { remedy: resume, since }, rests: HOUR },
  { name: 'has none, and `older-than` after its mark', finding: { remedy: resume, since: undefined }, rests: DAY },
])('what $name, is healed', ({ finding, rests }) => {
  const after = (seconds: number) => verdictOf(finding, HEALS, { ...context, markedAt: NOW - seconds })
  expect(after(rests - 1)).toMatchObject({ kind: 'wait' })
  expect(after(rests)).toEqual({ kind: 'heal', remedy: resume })
})

test('an hour must pass also where nothing needs to be old', () => {
  const policy = { ...HEALS, olderThanSeconds: 1 }
  const verdict = verdictOf({ remedy: resume, since: undefined }, policy, { ...context, markedAt: NOW - HOUR + 1 })
  expect(verdict).toMatchObject({ kind: 'wait' })
})
