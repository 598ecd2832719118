/** How docs/simulated-scripts.md tests a script in process: its file as it stands there, once with a bad script and once with a good one. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'in-process-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Replaces the instances one after the other, and waits so many seconds in between. */
const deploy = (seconds: number): string => `
import { DescribeAutoScalingGroupsCommand, TerminateInstanceInAutoScalingGroupCommand } from '@aws-sdk/client-auto-scaling'
export async function deploy(client, sleep) {
  const { AutoScalingGroups } = await client.send(new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: ['web'] }))
  for (const { InstanceId } of AutoScalingGroups[0].Instances) {
    await client.send(new TerminateInstanceInAutoScalingGroupCommand({ InstanceId, ShouldDecrementDesiredCapacity: false }))
    await sleep(${seconds})
  }
}
`

test.each([
  { name: 'fails with a script that loses capacity', seconds: 30, fails: 1 },
  { name: 'passes with one that waits for each new instance', seconds: 600, fails: 0 },
])('the test that the page shows $name', ({ seconds, fails }) => {
  const [, shown = ''] = /### In process[^]*?```js\n([^]*?)```/.exec(readFileSync('docs/simulated-scripts.md', 'utf8')) ?? [] // prettier-ignore
  const at = (name: string): string => join(folder, name)
  for (const name of ['.simulator', 'node_modules']) rmSync(at(name), { force: true })
  symlinkSync(process.cwd(), at('.simulator'))
  symlinkSync(join(process.cwd(), 'node_modules'), at('node_modules'))
  writeFileSync(at('deploy.test.mjs'), shown)
  writeFileSync(at('deploy.mjs'), deploy(seconds))
  // One of three may be missed at a time.
  writeFileSync(at('fleet.yml'), readFileSync('simulator/scenarios/web.yml', 'utf8').replace('ready: 3', 'ready: 2'))
  const { NODE_TEST_CONTEXT: _own, NODE_OPTIONS: _options, ...env } = process.env
  const ran = spawnSync(process.execPath, ['--test'], { cwd: folder, encoding: 'utf8', env })
  const counted = (what: string): number => Number(new RegExp(`^. ${what} (\\d)$`, 'm').exec(ran.stdout)?.[1])
  expect([ran.status, counted('fail'), counted('pass')]).toEqual([fails, fails, 1 - fails])
  expect(ran.stdout.includes("group: 'web'")).toBe(fails > 0)
})
