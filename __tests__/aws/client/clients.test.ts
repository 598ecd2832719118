import { DescribeAutoScalingGroupsCommand, SetDesiredCapacityCommand } from '@aws-sdk/client-auto-scaling'
import { describe, expect, test } from '@jest/globals'
import type { NodeHttpHandler } from '@smithy/node-http-handler'

import { awsClock } from '../../../src/aws/client/aws-clock.ts'
import { awsClients } from '../../../src/aws/client/clients.ts'
import { canned, fault, keys, quickClock, success } from '../canned.ts'

const region = 'eu-west-1'

describe('the clients', () => {
  test('are made once each, on the handler that was given, without retries of their own', async () => {
    const { handler, sent } = canned([fault('Throttling')])
    const clients = awsClients({ region, credentials: keys, mutable: true, requestHandler: handler })
    const client = await clients.autoScaling()
    expect(await clients.autoScaling()).toBe(client)
    await expect(client.send(new DescribeAutoScalingGroupsCommand({}))).rejects.toThrow('Throttling')
    expect(sent).toHaveLength(1)
    expect(sent[0]?.hostname).toBe('autoscaling.eu-west-1.amazonaws.com')
  })

  test('are there for every service, in the region and with the same credentials', async () => {
    const clients = awsClients({ region, credentials: keys, mutable: true })
    for (const make of Object.values(clients) as (typeof clients)[keyof typeof clients][]) {
      const client = await make()
      expect(await client.config.region()).toBe(region)
      expect(await client.config.credentials()).toMatchObject(await keys())
      expect(await client.config.maxAttempts()).toBe(1)
    }
  })

  test('sign with the time of AWS from their first request on', async () => {
    const HOUR = 3_600_000
    const NOON = Date.parse('2026-03-01T12:00:00Z')
    const clock = awsClock(quickClock(NOON))
    const clients = awsClients({ region, credentials: keys, mutable: true, clock })
    expect((await clients.ec2()).config.systemClockOffset).toBe(0)
    clock.learn(new Date(NOON + HOUR).toUTCString(), NOON)
    expect((await clients.ssm()).config.systemClockOffset).toBe(HOUR)
  })

  test('share their connections, which have timeouts', async () => {
    const clients = awsClients({ region, credentials: keys, mutable: true })
    const [ec2, sts] = [await clients.ec2(), await clients.sts()]
    expect(ec2.config.requestHandler).toBe(sts.config.requestHandler)
    const handler = ec2.config.requestHandler as unknown as NodeHttpHandler
    // The handler resolves its settings with its first request; this request reaches no server.
    const nowhere = { protocol: 'http:', hostname: '127.0.0.1', port: 1, path: '/', method: 'GET', headers: {} }
    await expect(handler.handle(nowhere as never)).rejects.toThrow('ECONNREFUSED')
    expect(handler.httpHandlerConfigs()).toMatchObject({
      connectionTimeout: 5000,
      requestTimeout: 30_000,
      throwOnRequestTimeout: true,
    })
  })

  test('refuse every change in a dry run, also without a check before them', async () => {
    const { handler, sent } = canned([success('DescribeAutoScalingGroups')])
    const client = await awsClients({
      region,
      credentials: keys,
      mutable: false,
      requestHandler: handler,
    }).autoScaling()
    const change = new SetDesiredCapacityCommand({ AutoScalingGroupName: 'web', DesiredCapacity: 3 })
    await expect(client.send(change)).rejects.toThrow(
      'A dry run was about to send SetDesiredCapacity. Nothing was sent.',
    )
    expect(sent).toEqual([])
    await client.send(new DescribeAutoScalingGroupsCommand({}))
    expect(sent).toHaveLength(1)
  })
})
