import { describe, expect, test } from '@jest/globals'

import { recordingRunner } from '../../testing/recording-runner.ts'

describe('the recording runner', () => {
  const nonsense: { name: string; act: (runner: ReturnType<typeof recordingRunner>) => void; says: string }[] = [
    { name: 'an unknown output', act: (runner) => runner.setOutput('colour', 'red'), says: 'no output colour' },
    {
      name: 'an output set twice',
      act: (runner) => {
        runner.setOutput('changed', 'true')
        runner.setOutput('changed', 'false')
      },
      says: 'was set before',
    },
    {
      name: 'a group in a group',
      act: (runner) => {
        runner.startGroup('a')
        runner.startGroup('b')
      },
      says: 'GitHub does not nest',
    },
    { name: 'the end of no group', act: (runner) => runner.endGroup(), says: 'no group is open' },
    { name: 'an empty annotation', act: (runner) => runner.annotation('notice', '', 'x'), says: 'empty' },
    {
      name: 'a secret in the log',
      act: (runner) => {
        runner.mask('s3cret')
        runner.info('the key is s3cret!')
      },
      says: 'a masked secret would be shown',
    },
  ]
  test.each(nonsense)('refuses $name', ({ act, says }) => {
    expect(() => act(recordingRunner())).toThrow(says)
  })
})
