import { AutoScalingClient, SetDesiredCapacityCommand } from '@aws-sdk/client-auto-scaling'
import { readToken } from '../../simulator/sts/token.ts'
import { startOidc } from '../../simulator/oidc.ts'
import { TimeDriver } from '../../simulator/time-driver.ts'
import { startServer } from '../../simulator/server.ts'
import { Timeline } from '../../simulator/timeline.ts'
import { capacityOf, noon, scripted, smallAccount } from './small-account.ts'

const command = new SetDesiredCapacityCommand({ AutoScalingGroupName: 'web', DesiredCapacity: 2 })
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' }

describe('the loopback server', () => {
  const account = smallAccount(scripted('Auto Scaling', { SetDesiredCapacity: () => ({}) }))
  let server: Awaited<ReturnType<typeof startServer>>
  let client: AutoScalingClient
  const ask = async (method: string, path: string) =>
    (await fetch(`${server.url}/_simulator/${path}`, { method })).json()

  beforeAll(async () => {
    server = await startServer(account, { time: { kind: 'virtual', latencySeconds: 0.5 } })
    client = new AutoScalingClient({ endpoint: server.url, region: 'eu-west-1', maxAttempts: 1, credentials })
  })
  afterAll(async () => {
    client.destroy()
    await server.close()
  })

  it('serves the SDK over HTTP, each call taking its latency', async () => {
    const before = account.timeline.now
    await client.send(command)
    expect(account.timeline.now).toBe(before + 0.5)
    expect(account.ledger.entries.at(-1)).toMatchObject({ operation: 'SetDesiredCapacity', outcome: 'ok' })
  })

  it('gives the virtual time in every answer', async () => {
    const answer = await fetch(server.url, { method: 'POST', body: 'Action=GetCallerIdentity&Version=2011-06-15' })
    expect(answer.headers.get('x-simulator-now')).toBe(String(account.timeline.now))
    expect(answer.headers.get('date')).toBe(new Date(Math.floor(account.timeline.now) * 1000).toUTCString())
    expect(await answer.text()).toContain('<Account>123456789012</Account>')
  })

  it('advances time on request', async () => {
    const before = account.timeline.now
    await expect(ask('POST', 'advance?seconds=90')).resolves.toEqual({ now: before + 90 })
    await expect(ask('GET', 'now')).resolves.toEqual({ now: before + 90 })
  })

  it('shows ledger and capacity', async () => {
    account.groups.set('web', capacityOf(['i-1']))
    account.ledger.clear()
    await client.send(command)
    await expect(ask('GET', 'ledger')).resolves.toMatchObject([{ action: 'autoscaling:SetDesiredCapacity' }])
    await expect(ask('GET', 'capacity?group=web')).resolves.toMatchObject([{ ready: 1 }])
  })

  it('drops the connection for a reset', async () => {
    account.faults.inject({ action: '*', fault: { kind: 'reset' }, times: 1 })
    await expect(client.send(command)).rejects.toThrow('socket hang up')
  })

  it('answers unknown controls with an error', async () => {
    await expect(fetch(server.url, { method: 'POST', body: 'hello' })).resolves.toMatchObject({ status: 404 })
    await expect(fetch(`${server.url}/_simulator/nothing`)).resolves.toMatchObject({ status: 404 })
  })
})

describe('the time driver', () => {
  it('lets virtual time run at its speed, also after an advance', () => {
    let real = 1000
    const timeline = new Timeline(noon)
    const driver = new TimeDriver(timeline, { kind: 'real', speed: 20 }, () => real)
    real += 500
    driver.tick()
    expect(timeline.now).toBe(noon + 10)
    driver.leap(100)
    real += 1000
    driver.tick()
    expect(timeline.now).toBe(noon + 130)
  })
})

describe('the runner’s token endpoint', () => {
  it('issues a job’s token for the requested audience, and only with the bearer', async () => {
    const oidc = await startOidc({ timeline: new Timeline(noon), claims: { repository: 'example/other' } })
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: token = '' } = oidc.environment
    try {
      const refused = await fetch(`${url}&audience=x`)
      expect(refused.status).toBe(401)
      const answer = await fetch(`${url}&audience=sts.amazonaws.com`, { headers: { authorization: `Bearer ${token}` } })
      const { value } = (await answer.json()) as { value: string }
      expect(readToken(value)).toMatchObject({
        iss: 'https://token.actions.githubusercontent.com',
        aud: 'sts.amazonaws.com',
        repository: 'example/other',
        exp: noon + 300,
      })
      expect(oidc.audiences).toEqual(['sts.amazonaws.com'])
    } finally {
      await oidc.close()
    }
  })
})
