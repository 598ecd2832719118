import { MEMO_TAG, orphanedRun, RUN_TAG, runTag } from '../../../src/aws/groups/memo-tag.ts'
import { tagged } from '../groups.ts'

describe('a lease without saved state', () => {
  const lease = tagged(RUN_TAG, 'run=1/1/a heartbeat=5')
  test.each([
    { name: 'is none without its tag', tags: [tagged('Name', 'web')], expected: undefined },
    { name: 'is none beside the saved state', tags: [tagged(MEMO_TAG, 'any'), lease], expected: undefined },
    { name: 'names its run', tags: [lease], expected: '1/1/a' },
    { name: 'names no run where it cannot be read', tags: [tagged(RUN_TAG, 'words')], expected: 'unknown' },
  ])('$name', ({ tags, expected }) => {
    expect(orphanedRun(tags)).toBe(expected)
  })
})

describe('the address of a run in its lease', () => {
  const written = (url: string | undefined): string | undefined =>
    runTag('web', { run: '1/1/a', heartbeatAt: 5, url }).Value
  test.each([
    { name: 'is written', url: 'https://github.com/o/r/actions/runs/1', expected: /url=https:\/\/github.com/ },
    { name: 'is left out where there is none', url: undefined, expected: /^v=2 run=1\/1\/a heartbeat=5$/ },
    { name: 'is left out where it is no secure one', url: 'http://x', expected: /^v=2 run=1\/1\/a heartbeat=5$/ },
    {
      name: 'is left out where a tag does not take it',
      url: 'https://x/?a=b&c',
      expected: /^v=2 run=1\/1\/a heartbeat=5$/,
    },
    {
      name: 'is left out where it is too long for the tag',
      url: `https://${'x'.repeat(300)}`,
      expected: /^v=2 run=1\/1\/a heartbeat=5$/,
    },
  ])('$name', ({ url, expected }) => {
    expect(written(url)).toMatch(expected)
  })
})
