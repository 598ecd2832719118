/** The runner's clock is wrong, AWS refuses signatures of the wrong time, and every call takes its time. */
import { createServer } from 'node:http'
import { listenOnLoopback } from '../../simulator/loopback.ts'
import { addGroup } from '../../simulator/scenario.ts'
import type { SimulatedAccount } from '../../simulator/account.ts'
import { annotations, fixture, settings } from './fixture.ts'

const web = (account: SimulatedAccount) =>
  addGroup(account, { name: 'web', size: 2, balancers: ['target-group'], outdated: true })
const respawn = { mode: 'respawn', 'auto-scaling-groups': 'web' }

/** Two boots, one after the other, so long that a session of a quarter of an hour does not last to the end. */
const slowBoots = (account: SimulatedAccount) => {
  web(account)
  account.behaviour.bootSeconds = 600
}
/** Longer than a session: from the first call to the last. */
const lasted = ({ ledger: { entries } }: SimulatedAccount): number => (entries.at(-1)?.at ?? 0) - (entries[0]?.at ?? 0)

/** The endpoint at which a container finds the credentials of its role: sessions of a quarter of an hour. */
async function machineCredentials(account: SimulatedAccount) {
  const RoleArn = `arn:aws:iam::${account.account}:role/fleet-patch`
  let given = 0
  const server = createServer((_request, response) => {
    given++
    const { Credentials: made } = account.sts.operations.AssumeRole({
      RoleArn,
      RoleSessionName: 'machine',
      DurationSeconds: 900,
    })
    const { AccessKeyId, SecretAccessKey, SessionToken: Token, Expiration } = made ?? {}
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ RoleArn, AccessKeyId, SecretAccessKey, Token, Expiration }))
  })
  const { url, close } = await listenOnLoopback(server, 0)
  return { environment: { AWS_CONTAINER_CREDENTIALS_FULL_URI: `${url}/` }, given: () => given, close }
}

describe.each([
  { name: '20 minutes slow', seconds: -1200 },
  { name: '20 minutes fast', seconds: 1200 },
])('the bundle on a runner whose clock is $name', ({ seconds }) => {
  const environment = { SIMULATOR_CLOCK_OFFSET: String(seconds) }

  it('rolls a group, and no request is refused for its time', async () => {
    const { account, job } = await fixture(web)
    const rolled = await job.run({ inputs: respawn, environment })
    expect(annotations(rolled.log)).toEqual([])
    expect(rolled.exitCode).toBe(0)
    expect(account.ledger.entries.filter(({ outcome }) => outcome !== 'ok')).toEqual([])
  })

  it('names a missing permission after one refusal', async () => {
    const { account, job } = await fixture(web)
    const before = settings(account, 'web')
    account.faults.deny('autoscaling:SuspendProcesses')
    const refused = await job.run({ inputs: respawn, environment })
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log)).toHaveLength(1)
    expect(annotations(refused.log)[0]).toContain('Allow autoscaling:SuspendProcesses')
    expect(account.ledger.entries.filter(({ outcome }) => outcome !== 'ok')).toHaveLength(1)
    expect(settings(account, 'web')).toEqual(before)
  })

  it('renews what the machine gives in time for AWS', async () => {
    const { account, job } = await fixture(slowBoots)
    const machine = await machineCredentials(account)
    const inputs = { ...respawn, 'role-to-assume': '', 'instance-timeout': '60' }
    const rolled = await job.run({ inputs, environment: { ...environment, ...machine.environment } })
    await machine.close()
    expect(annotations(rolled.log).filter((line) => line.startsWith('::error'))).toEqual([])
    expect(rolled.exitCode).toBe(0)
    expect(lasted(account)).toBeGreaterThan(900)
    expect(machine.given()).toBeGreaterThan(1)
    // The very first request is signed by the clock of the runner.
    expect(account.ledger.entries.filter(({ outcome }) => outcome !== 'ok').length).toBeLessThanOrEqual(1)
  })

  it('renews its session in time for AWS, not for the runner', async () => {
    const { account, job } = await fixture(slowBoots)
    const inputs = { ...respawn, 'role-duration-seconds': '900', 'instance-timeout': '60' }
    const rolled = await job.run({ inputs, environment })
    expect(annotations(rolled.log)).toEqual([])
    expect(rolled.exitCode).toBe(0)
    expect(lasted(account)).toBeGreaterThan(900)
    expect(job.audiences.length).toBeGreaterThan(1)
    expect(account.ledger.entries.filter(({ outcome }) => outcome !== 'ok')).toEqual([])
  })
})
