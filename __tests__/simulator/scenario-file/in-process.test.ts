/** How docs/simulated-scripts.md tests a script in process: once a bad one and once a good one. */
import { readFileSync } from 'node:fs'
import {
  AutoScalingClient,
  DescribeAutoScalingGroupsCommand,
  TerminateInstanceInAutoScalingGroupCommand,
} from '@aws-sdk/client-auto-scaling'
import { brokenPromises } from '../../../simulator/scenario-file/broken.ts'
import { buildScenario } from '../../../simulator/scenario-file/build.ts'
import { readScenario } from '../../../simulator/scenario-file/read.ts'

const group = { AutoScalingGroupNames: ['web'] }

/** Replaces the instances one after the other, and waits so many seconds in between. */
async function deploy(client: AutoScalingClient, pause: () => Promise<void>): Promise<void> {
  const { AutoScalingGroups = [] } = await client.send(new DescribeAutoScalingGroupsCommand(group))
  for (const { InstanceId } of AutoScalingGroups[0]?.Instances ?? []) {
    await client.send(
      new TerminateInstanceInAutoScalingGroupCommand({ InstanceId, ShouldDecrementDesiredCapacity: false }),
    )
    await pause()
  }
}

test.each([
  { seconds: 30, lowest: 0 },
  { seconds: 600, lowest: 2 },
])('a script that waits $seconds s leaves $lowest of three ready at the worst', async ({ seconds, lowest }) => {
  const { account, keeps } = buildScenario(readScenario(readFileSync('simulator/scenarios/web.yml', 'utf8')), 0)
  const client = new AutoScalingClient(account.clientConfig())
  await deploy(client, () => account.clock.sleep(seconds * 1000))
  account.timeline.advance(600)
  const broken = brokenPromises(account.ledger, keeps)
  expect(Math.min(...broken.map(({ was }) => was))).toBe(lowest)
  expect(account.autoScaling.capacity('web').ready).toBe(3)
})
