import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { startProxy } from '../../../simulator/proxy.ts'
import { startServer } from '../../../simulator/server.ts'
import { connections } from '../../../src/aws/client/connections.ts'
import { proxyAgents } from '../../../src/platform/proxy-agents.ts'
import { keys } from '../canned.ts'

test.each([
  { name: 'through the proxy', endpoint: () => 'http://aws.invalid', seen: ['POST aws.invalid', 'POST aws.invalid'] },
  { name: 'beside it where NO_PROXY says so', endpoint: (url: string) => url, seen: [] },
])('calls go $name', async ({ endpoint, seen }) => {
  const account = new SimulatedAccount()
  const server = await startServer(account, { time: { kind: 'virtual', latencySeconds: 0 } })
  const proxy = await startProxy({ routes: { 'aws.invalid': server.url } })
  const agentFor = await proxyAgents({ http: proxy.url, https: '', none: '127.0.0.1' })
  const requestHandler = connections(agentFor)
  const settings = { region: account.region, credentials: keys, requestHandler, maxAttempts: 1 }
  const client = new STSClient({ ...settings, endpoint: endpoint(server.url) })
  for (let number = 0; number < 2; number++) {
    expect((await client.send(new GetCallerIdentityCommand({}))).Account).toBe(account.account)
  }
  expect(proxy.requests).toEqual(seen)
  await Promise.all([proxy.close(), server.close()])
})
