/** The bundle tells of a run outside of it: a GitHub and a webhook on loopback, records and messages in AWS. */
import { createServer } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listenOnLoopback } from '../../simulator/loopback.ts'
import { addGroup } from '../../simulator/scenario.ts'
import type { SimulatedAccount } from '../../simulator/account.ts'
import { loopbackGitHub } from '../../testing/loopback-github.ts'
import { annotations, fixture } from './fixture.ts'

const scene = (account: SimulatedAccount): void => {
  addGroup(account, { name: 'web', size: 1, outdated: true })
  account.events.addBus('fleet')
  account.logs.addGroup('fleet')
  account.s3.addBucket('records')
  account.sns.addTopic('fleet')
}

describe('the bundle', () => {
  it('sends its record and its messages, and shows a deployment', async () => {
    const { account, job } = await fixture(scene)
    const github = await loopbackGitHub()
    const posts: string[] = []
    const hook = await listenOnLoopback(
      createServer((request, response) => {
        request.setEncoding('utf8').on('data', (text: string) => posts.push(text))
        request.on('end', () => response.end('ok'))
      }),
      0,
    )
    const inputs = {
      mode: 'respawn',
      'auto-scaling-groups': 'web',
      'audit-bus': 'fleet',
      'audit-log-group': 'fleet',
      'audit-bucket': 'records',
      'notify-sns': `arn:aws:sns:${account.region}:${account.account}:fleet`,
      'notify-webhook': `${hook.url}/services/s3cr3t`,
      'github-token': 'ghs_secret',
      deployment: 'true',
    }
    const done = await job.run({ inputs, environment: { GITHUB_API_URL: github.url, GITHUB_SHA: 'a'.repeat(40) } })
    await Promise.all([hook.close(), github.close()])
    expect([annotations(done.log), done.exitCode]).toEqual([[], 0])
    expect(github.deployments.map(({ statuses }) => statuses.map(({ state }) => state))).toEqual([['in_progress', 'success']]) // prettier-ignore
    expect(posts.map((text) => (JSON.parse(text) as { text: string }).text.split('\n')[0])).toEqual([
      expect.stringContaining('respawn begins: web'),
      expect.stringContaining('respawn succeeded: web'),
    ])
    expect(account.sns.messages(inputs['notify-sns'])).toHaveLength(2)
    expect(account.events.events('fleet')).toHaveLength(2)
    expect([...account.logs.streams('fleet').values()].flat()).toHaveLength(2)
    expect([...account.s3.objects('records').values()].flat()).toHaveLength(2)
    const printed = done.log.replaceAll(/^::add-mask::.*$/gm, '') + done.summary
    expect(printed).not.toMatch(/ghs_secret|s3cr3t/)
  })

  it('writes the plan to its pull request', async () => {
    const { job } = await fixture(scene)
    const github = await loopbackGitHub()
    github.addIssue({ number: 7, pull_request: {} })
    const folder = mkdtempSync(join(tmpdir(), 'event-'))
    const event = join(folder, 'event.json')
    const repository = { full_name: 'example/fleet', default_branch: 'main' }
    writeFileSync(event, JSON.stringify({ repository, pull_request: { number: 7, head: { repo: repository } } }))
    const inputs = { mode: 'respawn', 'auto-scaling-groups': 'web', 'dry-run': 'true', 'pull-request-comment': 'true', 'github-token': 'ghs_secret' } // prettier-ignore
    const done = await job.run({ inputs, environment: { GITHUB_API_URL: github.url, GITHUB_EVENT_PATH: event } })
    await github.close()
    rmSync(folder, { recursive: true })
    expect([annotations(done.log), done.exitCode]).toEqual([[], 0])
    expect(github.issues[0]?.comments.map(({ body }) => body)).toEqual([expect.stringContaining('### Plan')])
  })
})
