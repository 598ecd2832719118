import { instanceProber } from '../../../src/aws/probe/prober.ts'
import type { Probe, ProbeOutcome } from '../../../src/domain/rollout/probe.ts'
import type { Prober } from '../../../src/controllers/rollout/ports.ts'
import type { Network } from '../../../src/platform/network.ts'
import { addGroup, instanceIds } from '../../../simulator/scenario.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { simulatedConnection } from '../../simulated-connection.ts'

const unresponsive: Network = {
  httpStatus: () => Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') })),
  connect: () => Promise.reject(new Error('no answer within 5 seconds')),
}

function scene(network: Partial<Network> = {}, size = 2) {
  const account = new SimulatedAccount()
  const { instanceIds } = addGroup(account, { name: 'web', size })
  account.ledger.clear()
  const { signal } = new AbortController()
  const prober = (what: Probe): Prober =>
    instanceProber(
      {
        connection: simulatedConnection(account),
        clock: account.clock,
        signal,
        network: { ...unresponsive, ...network },
      },
      what,
    )
  const probe = (what: Probe, ids = instanceIds): Promise<readonly ProbeOutcome[]> => prober(what)(ids)
  return { account, ids: instanceIds, probe, prober }
}

const http = { kind: 'http', url: 'http://{private-ip}:8080/{instance-id}' } as const
const tcp = { kind: 'tcp', host: '{private-ip}', port: 22 } as const
const ssm = { kind: 'ssm', command: 'systemctl is-active web' } as const

describe('a probe over HTTP', () => {
  const rows = [
    { status: 200, passed: true },
    { status: 302, passed: true },
    { status: 404, passed: false },
    { status: 503, passed: false },
  ]
  test.each(rows)('of $status: passed is $passed', async ({ status, passed }) => {
    const requests: string[] = []
    const { ids, probe } = scene({ httpStatus: async (url) => (requests.push(url), status) })
    const found = await probe(http)
    expect(found.map((each) => [each.id, each.passed])).toEqual(ids.map((id) => [id, passed]))
    expect(requests.every((url, index) => new RegExp(`^http://172\\.31\\.[\\d.]+:8080/${ids[index]}$`).test(url))).toBe(
      true,
    )
    expect(found[0]?.reason).toBe(`${requests[0]} answered ${status}`)
  })

  test('without an answer has not passed, and reports the innermost cause', async () => {
    const [one] = await scene().probe(http)
    expect(one).toMatchObject({
      passed: false,
      reason: expect.stringMatching(/did not answer: connect ECONNREFUSED$/) as string,
    })
  })

  test('reaches an instance of an IPv6-native subnet at its IPv6 address', async () => {
    const requests: string[] = []
    const { account, ids, prober } = scene({
      httpStatus: async (url) => (requests.push(new URL(url).host), 200),
      connect: async (host) => void requests.push(host),
    })
    const SubnetId = account.ec2.seedSubnet({ zone: `${account.region}a`, ipv6Cidr: '2600:1f14:1:2::/64' })
    account.autoScaling.operations.UpdateAutoScalingGroup({ AutoScalingGroupName: 'web', VPCZoneIdentifier: SubnetId, DesiredCapacity: 3, MaxSize: 3 }) // prettier-ignore
    account.timeline.advance(600)
    const native = instanceIds(account, 'web')
      .filter((id) => !ids.includes(id))
      .slice(0, 1)
    expect((await prober(http)(native)).map(({ passed }) => passed)).toEqual([true])
    expect((await prober(tcp)(native)).map(({ passed }) => passed)).toEqual([true])
    expect(requests).toEqual([
      expect.stringMatching(/^\[2600:1f14:1:2:[\da-f:]+\]:8080$/),
      expect.stringMatching(/^2600:1f14:1:2:[\da-f:]+$/),
    ])
  })

  test('of an instance that EC2 does not know has not passed', async () => {
    const [one] = await scene().probe(http, ['i-00000000000000000'])
    expect(one).toMatchObject({ passed: false, reason: 'EC2 does not know it' })
  })
})

describe('a probe by connection', () => {
  test('passes where a connection is made', async () => {
    const requests: string[] = []
    const { probe } = scene({ connect: async (host, port) => void requests.push(`${host}:${port}`) })
    expect((await probe(tcp)).map(({ passed }) => passed)).toEqual([true, true])
    expect(requests[0]).toMatch(/^172\.31\.[\d.]+:22$/)
  })

  test('has not passed where none is made', async () => {
    expect((await scene().probe(tcp))[0]?.reason).toMatch(
      /^172\.31\.[\d.]+:22 did not answer: no answer within 5 seconds$/,
    )
  })
})

describe('a probe by command', () => {
  test('passes where it ends with 0, on all instances in one call', async () => {
    const { account, probe } = scene()
    expect((await probe(ssm)).map(({ passed, reason }) => [passed, reason])).toEqual([
      [true, 'the command ended Success with 0'],
      [true, 'the command ended Success with 0'],
    ])
    const sent = account.ledger.entries.filter(({ operation }) => operation === 'SendCommand')
    expect(sent.map(({ input }) => input)).toMatchObject([
      { DocumentName: 'AWS-RunShellScript', Parameters: { commands: ['systemctl is-active web'] } },
    ])
  })

  test('is sent to fifty at a time', async () => {
    const { account, probe } = scene({}, 60)
    expect((await probe(ssm)).filter(({ passed }) => passed)).toHaveLength(60)
    expect(account.ledger.entries.filter(({ operation }) => operation === 'SendCommand')).toHaveLength(2)
  })

  test('reports the code and the first line of the error', async () => {
    const { account, probe } = scene()
    account.ssm.commands.behaviour.answer = () => ({ code: 3, error: 'inactive\nmore' })
    expect((await probe(ssm))[0]).toMatchObject({ passed: false, reason: 'the command ended Failed with 3: inactive' })
  })

  test('one instance that Systems Manager does not know does not fail the others', async () => {
    const { account, ids, probe } = scene({}, 3)
    account.ssm.commands.behaviour.managed = (id) => id !== ids[1]
    const found = await probe(ssm)
    expect(found.map(({ passed }) => passed)).toEqual([true, false, true])
    expect(found[1]?.reason).toBe('Systems Manager does not know it: its agent has not reported yet')
  })

  test('that takes long is waited for over several attempts, and sent once', async () => {
    const { account, ids, prober } = scene()
    account.ssm.commands.behaviour.runSeconds = 25
    const probe = prober(ssm)
    const begun = account.timeline.now
    expect(await probe(ids)).toMatchObject([
      { passed: false, reason: 'the command has not ended yet' },
      { passed: false, reason: 'the command has not ended yet' },
    ])
    expect(account.timeline.now - begun).toBeLessThan(15)
    await probe(ids)
    expect((await probe(ids)).map(({ passed }) => passed)).toEqual([true, true])
    expect(account.ledger.entries.filter(({ operation }) => operation === 'SendCommand')).toHaveLength(1)
    // What has ended is sent anew.
    await probe(ids)
    expect(account.ledger.entries.filter(({ operation }) => operation === 'SendCommand')).toHaveLength(2)
  })

  test('that does not end in time is given up', async () => {
    const { account, ids, prober } = scene({}, 1)
    account.ssm.commands.behaviour.runSeconds = 1000
    const probe = prober(ssm)
    const reasons: string[] = []
    while (reasons.length < 12 && reasons.at(-1) !== 'the command did not end in time')
      for (const { reason } of await probe(ids)) reasons.push(reason)
    expect(reasons.at(-1)).toBe('the command did not end in time')
    expect(account.ledger.entries.filter(({ operation }) => operation === 'SendCommand')).toHaveLength(1)
  })

  test('that no agent takes up ends by itself', async () => {
    const { account, ids, prober } = scene({}, 1)
    account.ssm.commands.behaviour.answer = () => undefined
    const probe = prober(ssm)
    for (const _ of [1, 2]) await probe(ids)
    expect(await probe(ids)).toMatchObject([{ passed: false, reason: 'the command ended DeliveryTimedOut' }])
  })

  test('that the role may not send is an error', async () => {
    const { account, probe } = scene()
    account.faults.deny('ssm:SendCommand')
    await expect(probe(ssm)).rejects.toThrow('ssm:SendCommand')
  })

  test('may be sent again after a lost answer', async () => {
    const { account, probe } = scene()
    account.faults.inject({ action: 'ssm:SendCommand', fault: { kind: 'reset' }, effect: 'done', times: 1 })
    expect((await probe(ssm))[0]?.passed).toBe(false)
    expect((await probe(ssm))[0]?.passed).toBe(true)
  })
})
