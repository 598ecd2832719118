import { contradictions, inputUnderPlan, plannedInputs } from '../../../src/inputs/plan/planned-inputs.ts'

const digestOf = (text: string): string => `digest of ${text}`
const reading =
  (inputs: Readonly<Record<string, string>>) =>
  (name: string): string =>
    Object.hasOwn(inputs, name) ? (inputs[name] ?? '') : ''

const given = {
  mode: 'patch-docker',
  'auto-scaling-groups': 'web\napi',
  'docker-image': '2.0',
  'user-data': 'token: secret',
  force: 'True',
  rollout: 'none',
  'dry-run': 'true',
  'plan-file': 'plan.json',
  'plan-expires': '24',
  'break-glass': 'fire',
  'audit-path': 'audit.jsonl',
  'role-session-name': 'me',
  'github-token': 'ghs_secret',
  'notify-webhook': 'https://hooks.example.org/secret',
  deployment: 'true',
}

describe('the inputs of a plan', () => {
  test('are those that are given, but none of the run alone, and no secret', () => {
    expect(plannedInputs(reading(given), digestOf)).toEqual({
      inputs: { 'auto-scaling-groups': 'web\napi', 'docker-image': '2.0', force: 'True' },
      hashedInputs: { 'user-data': 'digest of token: secret' },
    })
  })

  test('stand in the run that carries it out, and its own beside them', () => {
    const { inputs } = plannedInputs(reading(given), digestOf)
    const own = reading({ apply: 'plan.json', surge: '2', 'user-data': 'token: secret', 'break-glass': 'flood' })
    const read = inputUnderPlan({ mode: 'patch-docker', inputs }, own)
    const names = ['mode', 'docker-image', 'surge', 'apply', 'user-data', 'break-glass', 'audit-path']
    expect(names.map(read)).toEqual(['patch-docker', '2.0', '', 'plan.json', 'token: secret', 'flood', ''])
  })
})

const rows = [
  { name: 'nothing', inputs: {}, says: [] },
  { name: 'the same', inputs: { mode: 'patch-docker', 'docker-image': '2.0', force: 'true' }, says: [] },
  { name: 'the same list between commas', inputs: { 'auto-scaling-groups': 'web, api' }, says: [] },
  { name: 'a default', inputs: { rollout: 'none', surge: '', timeout: '330' }, says: [] },
  { name: 'what belongs to the run', inputs: { apply: 'p', 'plan-digest': 'd', 'audit-path': 'a', 'github-token': 't', 'notify-sns': 'n', 'break-glass': 'b', 'role-session-name': 's' }, says: [] }, // prettier-ignore
  { name: 'another mode', inputs: { mode: 'respawn' }, says: ['`mode` is `respawn`, and the plan was made with `patch-docker`'] }, // prettier-ignore
  { name: 'another text', inputs: { 'docker-image': '3.0' }, says: ['`docker-image` is `3.0`, and the plan was made with `2.0`'] }, // prettier-ignore
  { name: 'another selector', inputs: { 'auto-scaling-groups': 'web' }, says: ['`auto-scaling-groups` is `web`, and the plan was made with `web⏎api`'] }, // prettier-ignore
  { name: 'an input that the plan does not have', inputs: { surge: '2' }, says: ['`surge` is `2`, and the plan was made without it'] }, // prettier-ignore
  { name: 'another than the default of the plan', inputs: { rollout: 'respawn' }, says: ['`rollout` is `respawn`, and the plan was made with `none`'] }, // prettier-ignore
  { name: 'another expiry', inputs: { 'plan-expires': '48' }, says: ['`plan-expires` is `48`, and the plan was made with `24`'] }, // prettier-ignore
  { name: 'other user data', inputs: { 'user-data': 'token: other' }, says: ['`user-data` is another one than the plan was made with'] }, // prettier-ignore
  { name: 'no user data', inputs: { 'user-data': '' }, says: ['`user-data` must be given again: the plan holds nothing of it but its digest'] }, // prettier-ignore
  { name: 'several', inputs: { surge: '2', stacks: 'web' }, says: ['`stacks` is `web`, and the plan was made without it', '`surge` is `2`, and the plan was made without it'] }, // prettier-ignore
]

test.each(rows)('an input contradicts a plan: $name', ({ inputs, says }) => {
  const plan = { mode: 'patch-docker', ...plannedInputs(reading(given), digestOf) }
  expect(contradictions(plan, reading({ 'user-data': 'token: secret', ...inputs }), digestOf)).toEqual(says)
})

test('user data that the plan was made without contradicts it', () => {
  const plan = { mode: 'patch-docker', inputs: {}, hashedInputs: {} }
  expect(contradictions(plan, reading({ 'user-data': 'a: 1' }), digestOf)).toEqual(['`user-data` is given, and the plan was made without it']) // prettier-ignore
})
