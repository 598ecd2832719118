/** Who is told of whole runs, and what. */
import { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { runAction, type RunActionOptions } from '../../testing/run-action.ts'

beforeAll(takeShortcut)

const HOOK = 'https://hooks.example.org/services/T0/B0/s3cr3t'
const CATALOGUE = `version: 1
environments: { test: { account: '123456789012', regions: [eu-west-1], role: 'arn:aws:iam::123456789012:role/fleet-patch', github-environment: staging } }
services: { web: { owner: shop, in: { test: { groups: ['web-*'] } } } }
`

function fleet() {
  const account = new SimulatedAccount()
  const { newImageId } = addGroup(account, { name: 'web-1', size: 2, outdated: true, balancers: ['target-group'] })
  return { account, newImageId, topic: account.sns.addTopic('fleet') }
}

interface Post {
  readonly address: string
  readonly text: string
}

async function run(
  account: SimulatedAccount,
  inputs: Readonly<Record<string, string>> = {},
  options: Omit<RunActionOptions, 'inputs'> = {},
) {
  // prettier-ignore
  const posts: Post[] = []
  const postJson = async (address: string, body: string): Promise<number> => {
    posts.push({ address, text: (JSON.parse(body) as { readonly text: string }).text })
    return 200
  }
  const all = { mode: 'respawn', 'auto-scaling-groups': 'web-1', 'notify-webhook': HOOK, 'notify-sns': 'arn:aws:sns:eu-west-1:123456789012:fleet', ...inputs } // prettier-ignore
  const done = await runAction(account, { inputs: all, workspace: { '.github/fleet-patch.yml': CATALOGUE }, postJson, ...options }) // prettier-ignore
  return { ...done, posts, firstLines: posts.map(({ text }) => text.split('\n')[0]) }
}

const warnings = ({ annotations }: Awaited<ReturnType<typeof run>>) => annotations.filter(({ level }) => level === 'warning').map(({ message }) => message) // prettier-ignore

const ATTRIBUTES = {
  EnvironmentType: 'staging',
  Environment: 'test',
  OwningCluster: 'shop',
  User: 'octocat',
  Action: 'respawn',
  ID: 'web',
  EntityURL: 'https://github.example/octo/fleet/actions/runs/1000',
}

describe('a run is told of', () => {
  test('at its begin and its end, by a webhook and a topic, with the attributes of Environment Manager', async () => {
    const { account, topic } = fleet()
    const done = await run(account)
    expect([done.failed, warnings(done)]).toEqual([false, []])
    expect(done.firstLines).toEqual([
      ':arrow_forward: *Fleet Patch (web in test): respawn begins: web-1*',
      ':white_check_mark: *Fleet Patch (web in test): respawn succeeded: web-1*',
    ])
    expect(done.posts[1]?.text).toContain('1 group rolled: web-1')
    expect(account.sns.messages(topic).map(({ attributes }) => attributes)).toEqual([
      { ...ATTRIBUTES, Result: 'begun', Moment: 'begin' },
      { ...ATTRIBUTES, Result: 'succeeded', Moment: 'end' },
    ])
  })

  test('at a gate that is passed by hand', async () => {
    const { account } = fleet()
    const { firstLines } = await run(account, { checkpoints: '1', promote: 'by-hand' })
    expect(firstLines.map((line) => line?.split(' ')[0])).toEqual([':arrow_forward:', ':double_vertical_bar:', ':white_check_mark:']) // prettier-ignore
    expect(firstLines[1]).toContain('web-1 waits at a gate')
  })

  test('where new instances fail', async () => {
    const { account, newImageId, topic } = fleet()
    account.behaviour.sickImages.add(newImageId)
    const { firstLines, posts } = await run(account, { 'instance-timeout': '4' })
    expect(firstLines[1]).toMatch(/^:x: \*.*web-1 halted\*$/)
    expect(firstLines[2]).toMatch(/^:x: \*.*respawn failed/)
    expect(posts[1]?.text).toContain(ATTRIBUTES.EntityURL)
    expect(account.sns.messages(topic).map(({ attributes }) => [attributes['Moment'], attributes['Result']])).toEqual([['begin', 'begun'], ['failure', 'halted'], ['end', 'failed']]) // prettier-ignore
  })

  test('where it is refused, by a failure alone', async () => {
    const { account } = fleet()
    const { firstLines, posts } = await run(account, { service: 'web', 'auto-scaling-groups': 'rogue' })
    expect(firstLines).toEqual([expect.stringMatching(/^:x: .*respawn failed\*$/)])
    expect(posts[0]?.text).toContain('rogue')
  })

  test('with the reason of break-glass', async () => {
    const { posts } = await run(fleet().account, { 'break-glass': 'INC-1: <it> *burns*' })
    for (const { text } of posts) expect(text).toContain('break-glass: INC-1: &lt;it&gt; ∗burns∗')
  })

  test('that only looks, where it fails', async () => {
    const { account, topic } = fleet()
    expect((await run(account, { mode: 'images' })).posts).toEqual([])
    account.timeline.advance(40 * 86_400)
    const over = await run(account, { mode: 'images', 'max-days-behind': '1' })
    expect([over.failed, over.firstLines]).toEqual([true, [expect.stringMatching(/^:x: .*images failed/)]])
    expect(account.sns.messages(topic)).toHaveLength(1)
  })

  test('by its post step, where it was killed', async () => {
    const whole = fleet()
    await run(whole.account)
    const call = whole.account.ledger.entries.findIndex(({ operation }) => operation === 'SuspendProcesses') + 1
    const { account, topic } = fleet()
    const dead = await run(account, {}, { process: { crash: { when: 'after', call } } })
    expect(dead.died).toBe(true)
    const before = account.sns.messages(topic).length
    const post = await run(account, {}, { state: dead.state })
    expect(post.firstLines).toEqual([expect.stringMatching(/^:x: .*respawn failed: web-1\*$/)])
    expect(post.posts[0]?.text).toContain('The post step has put it back')
    expect(
      account.sns
        .messages(topic)
        .slice(before)
        .map(({ attributes }) => attributes['Moment']),
    ).toEqual(['failure'])
  })

  test('never in a dry run', async () => {
    const { account, topic } = fleet()
    const { posts } = await run(account, { 'dry-run': 'true' })
    expect([posts, account.sns.messages(topic)]).toEqual([[], []])
  })
})

describe('what cannot be told', () => {
  test.each([
    { name: 'a webhook that refuses', post: async () => 404, says: 'Not notified through the webhook: it answered with status 404.' },
    { name: 'a webhook that does not answer', post: async () => Promise.reject(new Error(`connect ECONNREFUSED ${HOOK}`)), says: 'Not notified through the webhook: no answer came: connect ECONNREFUSED ***.' },
  ])('is one warning for $name, and the roll goes on', async ({ post, says }) => {
    const { account } = fleet()
    const done = await run(account, { 'notify-sns': '' }, { postJson: post })
    expect([done.failed, warnings(done)]).toEqual([false, [says]])
    expect(account.ledger.launches('web-1')).toHaveLength(2)
  }) // prettier-ignore

  test('is one warning for a topic, with the permission', async () => {
    const { account } = fleet()
    account.faults.deny('sns:Publish')
    const done = await run(account)
    expect([done.failed, done.posts.length]).toEqual([false, 2])
    expect(warnings(done)).toEqual([expect.stringMatching(/^Not notified through arn:aws:sns:.*sns:Publish/)])
  })

  test('is refused before anything is asked of AWS where it is no address, which is never shown', async () => {
    const { account } = fleet()
    const done = await run(account, { 'notify-webhook': 'ftp://x/s3cr3t', 'notify-sns': 'fleet' })
    expect(account.ledger.entries).toEqual([])
    expect(done.annotations[0]?.message).toContain('`notify-webhook` must be addresses that begin with `https://`')
    expect(done.annotations[0]?.message).toContain('`notify-sns` is `fleet` but must be ARNs of SNS topics')
    expect(JSON.stringify([done.annotations, done.lines, done.summary])).not.toContain('s3cr3t')
  })

  test('is masked, every address by itself', async () => {
    const other = 'https://hooks.example.org/other'
    const done = await run(fleet().account, { 'notify-webhook': `${HOOK}\n${other}` })
    expect(done.secrets).toEqual(expect.arrayContaining([HOOK, other]))
    expect(done.posts).toHaveLength(4)
    expect(done.summary).not.toContain('hooks.example.org')
  })
})
