import { findingNames } from '../../src/domain/janitor/finding.ts'
import { readInputs } from '../../src/inputs/inputs.ts'
import { recordingRunner, testEnvironment } from '../../testing/recording-runner.ts'

const read = (given: Readonly<Record<string, string>>) =>
  readInputs(recordingRunner({ inputs: { mode: 'janitor', ...given } }), testEnvironment)

test('a janitor needs nothing but its name, and then it only reports', () => {
  expect(read({})).toMatchObject({
    heal: false,
    healStandby: false,
    healSources: false,
    olderThanSeconds: 86_400,
    failOn: [],
    warnings: [],
  })
})

test('it takes what it may heal, an age and findings that make it red', () => {
  const given = { heal: 'true', 'heal-standby': 'true', 'heal-sources': 'true', 'auto-scaling-groups': '*' }
  expect(read({ ...given, 'older-than': '1.5', 'fail-on': 'standby\nstale-state' })).toMatchObject({
    heal: true,
    healStandby: true,
    healSources: true,
    olderThanSeconds: 5400,
    failOn: ['standby', 'stale-state'],
    warnings: [],
  })
  expect(read({ 'fail-on': 'any' })).toMatchObject({ failOn: findingNames })
})

test('what needs `heal` is warned of without it', () => {
  expect(read({ 'heal-standby': 'true', 'heal-sources': 'true' })).toMatchObject({
    warnings: ['`heal-standby` has no effect without `heal`.', '`heal-sources` has no effect without `heal`.'],
  })
})

test.each([
  { given: { heal: 'true' }, says: '`mode: janitor` needs at least one of `auto-scaling-groups`, `stacks` and `tags`' },
  { given: { heal: 'yes' }, says: '`heal` is `yes` but must be `true` or `false`' },
  { given: { 'older-than': '0' }, says: '`older-than` is `0` but must be hours, more than 0 and at most 8760' },
  { given: { 'fail-on': 'standbye' }, says: '`standbye` is not; the nearest is `standby`' },
  { given: { 'aws-region': 'eu-west-1\nus-east-1' }, says: '`aws-region` must be one region with `mode: janitor`' },
])('$given is refused', ({ given, says }) => {
  expect(() => read(given)).toThrow(says)
})
