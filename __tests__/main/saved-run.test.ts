import { clearPostState, type RunScope, savePostState, scopeOf } from '../../src/main/post-state.ts'
import { saveMemos } from '../../src/main/saved-memos.ts'
import { hasSavedRun, readSavedRun, whatMayBeLeft } from '../../src/main/saved-run.ts'
import { recordingRunner } from '../../testing/recording-runner.ts'
import { aMemo } from '../domain/rollout/a-fleet.ts'

const ROLE = 'arn:aws:iam::123456789012:role/fleet-patch'

/** The state of a main step that was about to change groups and a bastion. */
function saved() {
  const main = recordingRunner({
    inputs: { mode: 'respawn', 'aws-region': 'us-east-1', 'role-to-assume': ROLE, surge: '2', timeout: '60' },
  })
  const scope = scopeOf(main, { mode: 'respawn', account: '123456789012', region: 'eu-central-1' })
  const { touching, touchingBastion } = savePostState(main, { id: '1/1/0000', scope })
  touching(['web', 'api'])
  touchingBastion({ old: 'i-1', allocation: 'eipalloc-1', name: 'odd' })
  return main
}

test('the post step finds the run, what it has touched, and where; and no run once that is cleared', () => {
  const main = saved()
  const post = recordingRunner({
    state: main.recorded.state,
    inputs: { mode: 'images', 'dry-run': 'true', 'aws-region': 'eu-west-1' },
    environment: { awsRegion: 'eu-west-1' },
  })
  expect(hasSavedRun(post)).toBe(true)
  const run = readSavedRun(post)
  expect(run).toMatchObject({
    id: '1/1/0000',
    account: '123456789012',
    region: 'eu-central-1',
    groups: ['web', 'api'],
    bastion: { old: 'i-1', allocation: 'eipalloc-1', name: 'odd' },
    inputs: {
      mode: 'respawn',
      dryRun: false,
      regions: ['eu-central-1'],
      timeoutSeconds: 3600,
      credentials: { role: { arn: ROLE } },
    },
  })
  expect(run.given).not.toHaveProperty('surge')
  expect(whatMayBeLeft(run)).toBe(
    'The run may have left the groups web, api and the bastion odd (i-1) in eu-central-1 of the account 123456789012 changed.',
  )
  clearPostState(main)
  expect(hasSavedRun(recordingRunner({ state: main.recorded.state }))).toBe(false)
})

test('the post step finds the memo of each group that has one, and none of the others', () => {
  const main = saved()
  const { savingMemo } = saveMemos(main, (save) => save())
  savingMemo('gone', undefined)
  savingMemo('api', aMemo(3))
  savingMemo('web', aMemo(4))
  savingMemo('web', aMemo(5))
  savingMemo('api', undefined)
  savingMemo('of another part of the run', aMemo(1))
  savingMemo('of another part of the run', undefined)
  const memos = () => [...readSavedRun(recordingRunner({ state: main.recorded.state })).memos]
  expect(memos()).toEqual([['web', aMemo(5)]])
  savingMemo('api', aMemo(6))
  expect(new Map(memos())).toEqual(
    new Map([
      ['web', aMemo(5)],
      ['api', aMemo(6)],
    ]),
  )
  expect(main.recorded.state['memos']).toBe('2')
})

test('no value is longer than a variable of the environment of a process on Linux, however many groups a run changes', () => {
  const main = saved()
  const { savingMemo } = saveMemos(main, (save) => save())
  const groups = Array.from({ length: 1000 }, (_, index) => `group-${index}`)
  savePostState(main, { id: '1/1/0000', scope: JSON.parse(main.recorded.state['scope'] ?? '') as RunScope }).touching(
    groups,
  )
  for (const group of groups) savingMemo(group, aMemo(3))
  const { state } = main.recorded
  expect(Math.max(...Object.values(state).map(({ length }) => length))).toBeLessThan(100_000)
  expect(readSavedRun(recordingRunner({ state })).memos.size).toBe(1000)
})

interface Row {
  readonly name: string
  readonly state: Readonly<Record<string, string>>
  readonly says: RegExp
}

const scope = (more: object): string =>
  JSON.stringify({ account: '123456789012', region: 'eu-central-1', inputs: { mode: 'respawn' }, ...more })

test.each<Row>([
  { name: 'a run that is none', state: { run: 'garbage' }, says: /`run` is "garbage"/ },
  { name: 'groups whose JSON is broken', state: { groups: '["web"' }, says: /`groups` is "\["web""/ },
  { name: 'groups that are no list of names', state: { groups: '{"web":1}' }, says: /`groups` is/ },
  { name: 'a bastion without its address', state: { bastion: '{"old":"i-1"}' }, says: /`bastion` is/ },
  { name: 'neither groups nor a bastion', state: { groups: '[]', bastion: '' }, says: /`groups` is missing/ },
  { name: 'no scope', state: { scope: '' }, says: /`scope` is missing/ },
  { name: 'a scope without an account', state: { scope: scope({ account: '1' }) }, says: /`scope` is/ },
  { name: 'a scope of no region', state: { scope: scope({ region: 'here' }) }, says: /`scope` is/ },
  {
    name: 'a scope of a mode that changes nothing',
    state: { scope: scope({ inputs: { mode: 'images' } }) },
    says: /`scope` is/,
  },
  {
    name: 'a scope of a dry run, which saves nothing',
    state: { scope: scope({ inputs: { mode: 'respawn', 'dry-run': 'true' } }) },
    says: /`scope` is/,
  },
])('$name cannot be read, and the error says so', ({ state, says }) => {
  const runner = recordingRunner({ state: { ...saved().recorded.state, ...state } })
  expect(() => readSavedRun(runner)).toThrow(says)
  expect(() => readSavedRun(runner)).toThrow('`mode: restore`')
})
