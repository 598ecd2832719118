import { UserError } from '../../../src/errors.ts'
import { annotationOf, annotationOfResults, stackLines } from '../../../src/report/results/annotations.ts'
import { halt, nothingToDo } from '../runs.ts'

test('a failure that the user can act on says what, why and what to do, a line each', () => {
  const error = new UserError({
    what: 'No group matches `web*`.',
    why: 'The region has 3 groups.',
    remedy: 'Look at aws-region.',
  })
  expect(annotationOf(error)).toEqual({
    title: 'Fleet Patch',
    message: 'No group matches `web*`.\nWhy: The region has 3 groups.\nWhat to do: Look at aws-region.',
  })
})

test('a failure without a reason has no empty lines', () => {
  expect(annotationOf(new UserError({ what: 'It failed.' })).message).toBe('It failed.')
})

test('an unexpected error keeps its whole chain of causes', () => {
  const error = new Error('could not look', { cause: new TypeError('x is undefined', { cause: 'a text' }) })
  expect(annotationOf(error).title).toBe('Fleet Patch: unexpected error')
  expect(annotationOf(error).message.split('\n').slice(0, 3)).toEqual([
    'Error: could not look',
    'Caused by: TypeError: x is undefined',
    'Caused by: a text',
  ])
  expect(stackLines(error).some((line) => line.includes('annotations.test'))).toBe(true)
})

test('a chain that bites its tail ends', () => {
  const error = new Error('a')
  error.cause = error
  expect(annotationOf(error).message).toMatch(/^Error: a\nWhat to do/)
})

test.each([
  { name: 'nothing', thrown: undefined, reported: 'nothing' },
  { name: 'an object', thrown: { code: 5 }, reported: '{"code":5}' },
  {
    name: 'several errors at once',
    thrown: new AggregateError([new Error('a'), new Error('b')]),
    reported: 'AggregateError: Error: a, Error: b',
  },
  { name: 'a command', thrown: '::error::x', reported: '\\::error::x' },
])('$name may be thrown as well', ({ thrown, reported }) => {
  expect(annotationOf(thrown).message.split('\n')[0]).toBe(reported)
})

describe('groups that failed share one annotation', () => {
  const [failed] = halt().results
  const [fine] = nothingToDo().results
  if (failed === undefined || fine === undefined) throw new Error('no results')

  test('none when all went well', () => expect(annotationOfResults([fine])).toBeUndefined())

  test('the one that needs a person most is told, the others are named', () => {
    const others = ['api', 'worker'].map((group) => ({ ...failed, group, status: 'halted' as const }))
    const reported = annotationOfResults([...others, fine, failed])
    expect(reported?.title).toBe('Fleet Patch: web unfinished')
    expect(reported?.message).toMatch(
      /^The roll of web was halted: .*\nWhy: .*\nWhat to do: .*\n2 more groups failed: api, worker\./,
    )
  })
})

test('several wrong inputs are told in a line each', () => {
  const error = new UserError({
    what: '2 inputs are wrong:\n- `mode` is missing.\n- `surge` is 0.',
    remedy: 'Correct them.',
  })
  expect(annotationOf(error).message.split('\n')).toEqual([
    '2 inputs are wrong:',
    '- `mode` is missing.',
    '- `surge` is 0.',
    'What to do: Correct them.',
  ])
})

test('an answer of AWS that never came is no defect of ours', () => {
  const error = Object.assign(new Error('AWS could not be reached.'), { name: 'UncertainOutcome' })
  expect(annotationOf(error)).toEqual({
    title: 'Fleet Patch',
    message: 'AWS could not be reached.\nWhat to do: Start the step again.',
  })
})
