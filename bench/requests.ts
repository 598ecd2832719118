/**
 * Measures the simulator: how many requests it answers in a second, in process through the wire and over HTTP on one connection,
 * and how much processor time an hour of a group of a hundred takes, at rest and while all of it is replaced.
 */
import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'
import { SimulatedAccount } from '../simulator/account.ts'
import { addGroup, instanceIds } from '../simulator/scenario.ts'
import { startServer } from '../simulator/server.ts'

const REQUESTS = 6000
const HOURS = 10
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
for (const what of ['at rest', 'replaced'] as const)
  console.log(`an hour of a group of 100, ${what}: ${cpuOfHour(what).toFixed(1)} ms of CPU`)

async function measured(name: string, send: (body: Buffer) => Promise<number>): Promise<void> {
  for (const body of bodies) {
    const status = await send(body)
    if (status !== 200) throw new Error(`${body.toString()} was answered with ${status}.`)
  }
  const begin = performance.now()
  const used = process.cpuUsage()
  for (let count = 0; count < REQUESTS; count += 1) await send(bodies[count % bodies.length] as Buffer)
  const seconds = (performance.now() - begin) / 1000
  const each = (millisecondsSince(used) * 1000) / REQUESTS
  console.log(`${name}: ${Math.round(REQUESTS / seconds)} requests a second, ${Math.round(each)} µs of CPU each`)
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

/** Milliseconds of CPU that a virtual hour takes: a hundred instances behind a target group that decides about their health. */
function cpuOfHour(what: 'at rest' | 'replaced'): number {
  const large = new SimulatedAccount()
  const settings = { HealthCheckType: 'ELB' }
  addGroup(large, { name: 'web', size: 100, balancers: ['target-group'], settings })
  const used = process.cpuUsage()
  for (let minute = 0; minute < 60 * HOURS; minute += 1) {
    for (const InstanceId of what === 'replaced' ? instanceIds(large, 'web').slice(0, 2) : [])
      large.autoScaling.operations.TerminateInstanceInAutoScalingGroup({
        InstanceId,
        ShouldDecrementDesiredCapacity: false,
      })
    large.timeline.advance(60)
    large.autoScaling.capacity('web')
  }
  return millisecondsSince(used) / HOURS
}

function millisecondsSince(used: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(used)
  return (user + system) / 1000
}
