import { stepKinds } from '../../../src/report/results/step-kinds.ts'

const step = (
  group: string,
  action: 'resize' | 'terminate' | 'update-template',
  detail: string,
  reason = 'a reason',
) => ({
  group,
  action: action as never,
  detail,
  reason,
})

test('what all groups do in the same words is one kind of step, in the order of the first', () => {
  const steps = ['web', 'api'].flatMap((group, index) => [
    step(group, 'resize', 'set desired capacity to 4'),
    step(group, 'terminate', `terminate i-0123456789abcdef${index}`),
  ])
  expect(stepKinds(steps)).toMatchObject([
    { text: 'set desired capacity to 4', groups: ['web', 'api'], times: 2 },
    { text: 'terminate instances', groups: ['web', 'api'], times: 2 },
  ])
})

test('ids and numbers that differ are left open', () => {
  const kinds = stepKinds([
    step('web', 'terminate', 'terminate i-0123456789abcdef0, i-0123456789abcdef1', '4 ready, floor 3'),
    step('web', 'terminate', 'terminate i-0123456789abcdef2 and lower desired capacity with it'),
    step('api', 'terminate', 'terminate new-1, new-2 and 7 more', '40 ready, floor 30'),
    step('api', 'resize', 'set desired capacity to 4'),
    step('web', 'resize', 'set desired capacity to 40'),
  ])
  expect(kinds).toEqual([
    { text: 'terminate instances', reason: '… ready, floor …', groups: ['web', 'api'], times: 2 },
    { text: expect.stringContaining('and lower desired capacity'), reason: 'a reason', groups: ['web'], times: 1 },
    { text: 'set desired capacity to …', reason: 'a reason', groups: ['api', 'web'], times: 2 },
  ])
})

test('where more than that differs one of them is an example', () => {
  const kinds = stepKinds([
    step('web', 'update-template', 'make a version of the template web'),
    step('api', 'update-template', 'make a version of the template api'),
  ])
  expect(kinds).toMatchObject([{ text: 'as with one of them: make a version of the template web', times: 2 }])
})
