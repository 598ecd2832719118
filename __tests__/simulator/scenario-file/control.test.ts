import { applyChanges } from '../../../simulator/scenario-file/apply.ts'
import { buildScenario, type BuiltScenario } from '../../../simulator/scenario-file/build.ts'
import { readScenario } from '../../../simulator/scenario-file/read.ts'
import { startServer } from '../../../simulator/server.ts'

const TEXT = `
time: { virtual: true, latency: 1 }
behaviour: { reaction: 5 }
alarms: { errors: { state: OK } }
groups:
  web: { size: 2, max: 6 }`

describe('the control API of a scenario', () => {
  let scenario: BuiltScenario
  let server: Awaited<ReturnType<typeof startServer>>

  beforeEach(async () => {
    scenario = buildScenario(readScenario(TEXT), 0)
    const { account, time, keeps } = scenario
    server = await startServer(account, { time, keeps, change: (changes) => applyChanges(account, changes) })
  })
  afterEach(() => server.close())

  const ask = async (method: string, path: string, body?: unknown) => {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    const answer = await fetch(`${server.url}/_simulator/${path}`, { method, ...sent })
    const text = await answer.text()
    return { status: answer.status, text, json: () => JSON.parse(text) as unknown }
  }

  test('changes behaviour, load and alarms, begins a zonal shift, and takes instances away', async () => {
    const { account } = scenario
    expect((await ask('POST', 'behaviour', { boot: [7, 9], 'stale-answers': 3 })).status).toBe(200)
    expect(account.behaviour).toMatchObject({ bootSeconds: [7, 9], staleSeconds: 3 })
    await ask('POST', 'alarms', { errors: 'ALARM' })
    expect(account.cloudWatch.stateOf('errors')).toBe('ALARM')
    await ask('POST', 'load', { web: { rate: 5, 'per-instance': 10 } })
    await ask('POST', 'zonal-shift', { zone: 'c', to: 'away' })
    await ask('POST', 'interruption', { group: 'web', instances: 1 })
    await ask('POST', 'advance?seconds=60')
    expect((await ask('GET', 'broken')).json()).toMatchObject([{ group: 'web', keeps: 'ready', wanted: 2 }])
    expect((await ask('GET', 'picture?group=web')).text).toMatch(/^web\n[^]*█ ready/)
  })

  test('makes calls fail, and ends that', async () => {
    const { account } = scenario
    await ask('POST', 'faults', [{ action: 'autoscaling:*', answer: 'throttled' }])
    const call = async (): Promise<number> =>
      (await fetch(server.url, { method: 'POST', body: 'Action=DescribeAutoScalingGroups&Version=2011-01-01' })).status
    expect(await call()).toBe(400)
    expect(account.ledger.entries.at(-1)?.outcome).toBe('Throttling')
    await ask('DELETE', 'faults')
    expect(await call()).toBe(200)
  })

  test.each([
    { name: 'a field that is none', path: 'behaviour', body: { bot: 3 }, status: 400, says: 'bot is no field here; there are `boot`' },
    { name: 'a value of another kind', path: 'behaviour', body: { boot: 'slow' }, status: 400, says: 'boot is `slow` and must be from launch to InService' },
    { name: 'a body that is no object', path: 'behaviour', body: [], status: 400, says: 'the body is a list and must be keys with values' },
    { name: 'no JSON', path: 'behaviour', body: '{', status: 400, says: 'the body is no JSON' },
    { name: 'a group that is not there', path: 'load', body: { shop: null }, status: 400, says: 'There is no group shop.' },
    { name: 'a group without instances to take', path: 'interruption', body: { group: 'shop', instances: 1 }, status: 400, says: 'There is no group shop.' },
    { name: 'an alarm that is not there', path: 'alarms', body: { gone: 'OK' }, status: 400, says: 'There is no alarm gone.' },
    { name: 'a control that is none', path: 'weather', body: {}, status: 404, says: 'There is no such control; there are behaviour, faults, load' },
  ])('refuses $name', async ({ path, body, status, says }) => {
    const answer = await ask('POST', path, body)
    expect(answer.status).toBe(status)
    expect((answer.json() as { message: string }).message).toContain(says)
  }) // prettier-ignore

  test.each([
    { path: 'capacity', status: 400, says: '`group` must name a group' },
    { path: 'picture?group=gone', status: 404, says: 'There is no group gone.' },
    { path: 'nothing', status: 404, says: 'There is no such control.' },
  ])('refuses to show $path', async ({ path, status, says }) => {
    const answer = await ask('GET', path)
    expect([answer.status, answer.json()]).toEqual([status, { message: says }])
  })

  test.each(['soon', '-1'])('refuses to advance by %j seconds', async (seconds) => {
    const answer = await ask('POST', `advance?seconds=${seconds}`)
    expect(answer.status).toBe(400)
  })
})
