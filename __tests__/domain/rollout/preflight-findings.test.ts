import {
  type PreflightFinding,
  findingInWords,
  refusalOf,
  refusalText,
} from '../../../src/domain/rollout/preflight-findings.ts'

const notice: PreflightFinding = { group: 'web', weight: 'notice', what: 'its scaling rests' }

test('nothing is refused where nothing was found, or only what is worth knowing', () => {
  expect(refusalText([])).toBeUndefined()
  expect(refusalText([notice, { ...notice, weight: 'warning' }, { ...notice, weight: 'info' }])).toBeUndefined()
})

test('a refusal of one group is told with what to do', () => {
  expect(refusalText([notice, refusalOf('web', 'it is being deleted', 'Leave it out.')])).toEqual({
    what: 'This run cannot begin: web: it is being deleted.',
    remedy: 'Nothing was changed. Leave it out.',
  })
})

test('every refusal of every group is told, and the same remedy once', () => {
  const refused = refusalText([
    refusalOf('web', 'it is being deleted', 'Leave it out.'),
    refusalOf('api', 'its launch template is gone', 'Give it another.'),
    refusalOf('api', 'it is being deleted', 'Leave it out.'),
    refusalOf(undefined, 'AWS refused ec2:DescribeImages', 'Allow it.'),
  ])
  expect(refused?.what).toBe('This run cannot begin, for 4 reasons.')
  expect(refused?.why?.trim().split('\n')).toEqual([
    '- web: it is being deleted',
    '- api: its launch template is gone',
    '- api: it is being deleted',
    '- AWS refused ec2:DescribeImages',
  ])
  expect(refused?.remedy).toBe('Nothing was changed. Leave it out. Give it another. Allow it.')
})

test('what two checks find alike is one thing', () => {
  const refused = refusalText([refusalOf('web', 'it does not exist'), refusalOf('web', 'it does not exist')])
  expect(refused?.what).toBe('This run cannot begin: web: it does not exist.')
  expect(refused?.remedy).toBe('Nothing was changed.')
})

test('a finding names its group, and one of the whole run none', () => {
  expect(findingInWords(notice)).toBe('web: its scaling rests')
  expect(findingInWords({ group: undefined, what: 'AWS refused it' })).toBe('AWS refused it')
})
