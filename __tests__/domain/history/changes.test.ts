import { changesOf, hasHeld, isRoll, lastWords, openChanges, secondsOf } from '../../../src/domain/history/changes.ts'
import type { ChangeLine } from '../../../src/domain/history/records.ts'
import { runsOf } from '../../../src/domain/history/runs.ts'
import { aChange, day } from './some-lines.ts'

const begun = (over: Partial<ChangeLine> = {}) =>
  aChange({ result: 'begun', at: day('2026-03-02T00:00:00Z'), floor: undefined, ...over })
const next = (over: Partial<ChangeLine> = {}) => aChange({ run: '1001', at: day('2026-03-03'), ...over })

const said = (lines: readonly ChangeLine[]): readonly string[] =>
  lines.map(({ run, group, result }) => `${run.replace(/.*\//, '')} ${group ?? '-'} ${result}`)

describe('the last word of a run on a group', () => {
  test.each([
    { name: 'its outcome', lines: [begun(), aChange()], is: ['1000 web rolled'] },
    { name: 'its outcome, wherever that was read first', lines: [aChange(), begun()], is: ['1000 web rolled'] },
    { name: 'its outcome, also where the clocks differ', lines: [aChange(), begun({ at: day('2026-03-04') })], is: ['1000 web rolled'] }, // prettier-ignore
    { name: 'its intent, where there is no more', lines: [begun()], is: ['1000 web begun'] },
    {
      name: 'the newest of two outcomes, as the post step has one more',
      lines: [aChange({ result: 'restored', at: day('2026-03-02T01:00:00Z') }), aChange({ result: 'unfinished' })],
      is: ['1000 web restored'],
    },
    {
      name: 'of each group, and of each region',
      lines: [aChange(), aChange({ group: 'api' }), aChange({ region: 'us-east-1' })],
      is: ['1000 web rolled', '1000 api rolled', '1000 web rolled'],
    },
    {
      name: 'of the runs in the order of time',
      lines: [next(), aChange()],
      is: ['1000 web rolled', '1001 web rolled'],
    },
  ])('is $name', ({ lines, is }) => {
    expect(said(lastWords(lines))).toEqual(is)
  })
})

describe('what is open', () => {
  test.each([
    { name: 'a run that says nothing of its end', lines: [begun()], is: ['1000 web begun'] },
    { name: 'no run that has ended', lines: [begun(), aChange()], is: [] },
    ...['dark', 'gated', 'waiting', 'held', 'unfinished'].map((result) => ({ name: `a group that is ${result}`, lines: [aChange({ result })], is: [`1000 web ${result}`] })), // prettier-ignore
    ...['rolled', 'halted', 'restored', 'failed', 'refused', 'current', 'patched'].map((result) => ({ name: `no group that is ${result}`, lines: [aChange({ result })], is: [] })), // prettier-ignore
    { name: 'nothing that a later run has ended', lines: [begun(), next({ result: 'restored' })], is: [] },
    { name: 'what a later run was refused', lines: [begun(), next({ result: 'refused' })], is: ['1000 web begun'] },
    {
      name: 'what a later run has only planned',
      lines: [begun(), next({ result: 'planned' })],
      is: ['1000 web begun'],
    },
    { name: 'the newest of two', lines: [begun(), next({ result: 'gated' })], is: ['1001 web gated'] },
    { name: 'what another group does not end', lines: [begun(), next({ group: 'api' })], is: ['1000 web begun'] },
    { name: 'what a group of that name elsewhere does not end', lines: [begun(), next({ account: '210987654321' })], is: ['1000 web begun'] }, // prettier-ignore
    { name: 'nothing that ended where it is not said', lines: [begun(), next({ account: undefined, region: undefined, service: undefined })], is: [] }, // prettier-ignore
    { name: 'a bastion', lines: [begun({ group: undefined, mode: 'redeploy-bastion' }), next({ group: undefined })], is: ['1000 - begun'] }, // prettier-ignore
    { name: 'no bastion that was restored', lines: [begun({ group: undefined, mode: 'redeploy-bastion' }), next({ group: undefined, mode: 'restore' })], is: [] }, // prettier-ignore
    { name: 'a bastion of another service than that', lines: [begun({ group: undefined }), next({ group: undefined, service: 'api' })], is: ['1000 - begun'] }, // prettier-ignore
  ])('is $name', ({ lines, is }) => {
    expect(said(openChanges(lastWords(lines)))).toEqual(is)
  })
})

test('the changes of a group are those where nothing else is said of its place', () => {
  const old = aChange({ account: undefined, region: undefined })
  const of = changesOf([old, aChange({ group: 'api' }), aChange({ region: 'us-east-1' }), next()])
  const place = { account: '123456789012', region: 'eu-west-1', environment: undefined }
  expect(of('web', place)).toEqual([old, next()])
  expect(of('none', place)).toEqual([])
})

test.each([
  ['rolled', true],
  ['halted', true],
  ['begun', false],
  ['refused', false],
  ['current', false],
  ['patched', false],
])('%s is a roll: %s', (result, is) => {
  expect(isRoll(aChange({ result }))).toBe(is)
})

test.each([
  { name: 'from the first change to the last word', line: aChange(), seconds: 600 },
  { name: 'unknown where the first change is', line: aChange({ startedAt: undefined }), seconds: undefined },
  { name: 'unknown while it goes on', line: begun(), seconds: undefined },
  { name: 'never below zero', line: aChange({ startedAt: day('2026-03-05') }), seconds: 0 },
])('a run takes: $name', ({ line, seconds }) => {
  expect(secondsOf(line)).toBe(seconds)
})

test.each([
  [{ promised: 4, lowest: 4 }, true],
  [{ promised: 4, lowest: 3 }, false],
  [undefined, undefined],
])('the floor of %j was held: %s', (floor, held) => {
  expect(hasHeld(aChange({ floor }))).toBe(held)
})

describe('a run', () => {
  test('has what came of its groups, how long it took, and whether the floor was held', () => {
    const lines = [
      aChange({ group: 'web-1', result: 'halted', reason: 'The image is broken.', floor: { promised: 4, lowest: 3 } }),
      aChange({ group: 'web-2', startedAt: day('2026-03-02T00:05:00Z') }),
      aChange({ group: 'web-3', service: 'api', floor: undefined }),
    ]
    expect(runsOf(lastWords([next({ group: undefined, result: 'refused', floor: undefined, startedAt: undefined }), ...lines]))).toEqual([
      expect.objectContaining({ run: '1001', groups: 0, results: [['refused', 1]], seconds: undefined, floor: undefined }),
      expect.objectContaining({
        actor: 'octocat',
        services: ['shop', 'api'],
        groups: 3,
        results: [
          ['rolled', 2],
          ['halted', 1],
        ],
        seconds: 600,
        floor: { groups: 2, broken: [{ group: 'web-1', promised: 4, lowest: 3 }] },
        reason: 'The image is broken.',
      }),
    ]) // prettier-ignore
  })

  test('that is not over has no length', () => {
    expect(runsOf([aChange(), begun({ group: 'api' })])).toEqual([expect.objectContaining({ seconds: undefined })])
  })
})
