/** Measures how many requests the simulator answers in a second: in process through the wire, and over HTTP on one connection. */
import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'
import { SimulatedAccount } from '../simulator/account.ts'
import { addGroup } from '../simulator/scenario.ts'
import { startServer } from '../simulator/server.ts'

const REQUESTS = 6000
const authorization = 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/eu-west-1/autoscaling/aws4_request'

/** What a roll asks most, and a change of each kind; all of them are accepted. */
const bodies = [
  'Action=DescribeAutoScalingGroups&Version=2011-01-01&AutoScalingGroupNames.member.1=web-1',
  'Action=DescribeScalingActivities&Version=2011-01-01&AutoScalingGroupName=web-1&MaxRecords=10',
  'Action=DescribeInstances&Version=2016-11-15&MaxResults=50',
  'Action=SetDesiredCapacity&Version=2011-01-01&AutoScalingGroupName=web-1&DesiredCapacity=5',
  'Action=UpdateAutoScalingGroup&Version=2011-01-01&AutoScalingGroupName=web-2&MinSize=0&MaxSize=9',
  'Action=CreateOrUpdateTags&Version=2011-01-01&Tags.member.1.ResourceId=web-3&Tags.member.1.ResourceType=auto-scaling-group&Tags.member.1.Key=k&Tags.member.1.Value=v&Tags.member.1.PropagateAtLaunch=false',
].map((body) => Buffer.from(body))

const account = new SimulatedAccount()
for (let number = 1; number <= 20; number += 1) addGroup(account, { name: `web-${number}`, size: 5 })

const server = await startServer(account, { time: { kind: 'virtual', latencySeconds: 0 } })
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

await measured('in process', inProcess)
await measured('over HTTP ', overHttp)
agent.destroy()
await server.close()

async function measured(name: string, send: (body: Buffer) => Promise<number>): Promise<void> {
  for (const body of bodies) {
    const status = await send(body)
    if (status !== 200) throw new Error(`${body.toString()} was answered with ${status}.`)
  }
  const begin = performance.now()
  for (let count = 0; count < REQUESTS; count += 1) await send(bodies[count % bodies.length] as Buffer)
  const seconds = (performance.now() - begin) / 1000
  console.log(`${name}: ${Math.round(REQUESTS / seconds)} requests a second`)
}

async function inProcess(body: Buffer): Promise<number> {
  const { status } = await account.gateway.handle({ method: 'POST', path: '/', headers: { authorization }, body })
  return status
}

function overHttp(body: Buffer): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const headers = { authorization, 'content-length': body.length }
  const sent = request(server.url, { method: 'POST', agent, headers }, (response) => {
    response.resume().on('end', () => resolve(response.statusCode ?? 0))
  })
  sent.on('error', reject).end(body)
  return promise
}
