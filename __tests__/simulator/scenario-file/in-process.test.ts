/** How docs/simulated-scripts.md tests a script in process: once a bad one and once a good one. */
import { readFileSync } from 'node:fs'
import { compileFunction } from 'node:vm'
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

// The page's own lines, with the script above in the place of `deploy`.
test('docs/simulated-scripts.md shows a test that a script fails which loses capacity', async () => {
  const page = readFileSync('docs/simulated-scripts.md', 'utf8')
  const [, code = ''] = /### In process[^]*?```ts\n([^]*?)```/.exec(page) ?? []
  expect(code).toContain('brokenPromises(account.ledger, keeps)')
  const given = {
    buildScenario,
    readScenario,
    readFileSync: () => readFileSync('simulator/scenarios/web.yml', 'utf8'),
    AutoScalingClient,
    brokenPromises,
    deploy: (client: AutoScalingClient, { sleep }: { readonly sleep: (seconds: number) => Promise<void> }) =>
      deploy(client, () => sleep(30)),
    expect: (broken: readonly unknown[]) => ({ toEqual: () => Promise.reject(new Error(`${broken.length} times`)) }),
  }
  const body = `return (async () => { ${code.replace('expect(broken', 'await expect(broken')} })()`
  const shown = compileFunction(body, Object.keys(given)) as (...values: readonly unknown[]) => Promise<void>
  await expect(shown(...Object.values(given))).rejects.toThrow('1 times')
})

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
