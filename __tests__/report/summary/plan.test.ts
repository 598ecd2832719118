import { SimulatedAccount } from '../../../simulator/account.ts'
import { addGroup } from '../../../simulator/scenario.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'
import { runAction } from '../../../testing/run-action.ts'

beforeAll(takeShortcut)

async function planned(groups: number) {
  const account = new SimulatedAccount()
  for (let number = 0; number < groups; number++)
    addGroup(account, { name: `web-${number}`, size: 3, balancers: ['target-group'], outdated: true })
  return await runAction(account, { inputs: { mode: 'respawn', 'auto-scaling-groups': 'web-*', 'dry-run': 'true' } })
}

const KINDS = [
  'suspend AZRebalance, AlarmNotification, ScheduledActions',
  'set desired capacity to 4',
  'terminate instances',
  'terminate instances and lower desired capacity with it',
  'resume AZRebalance, AlarmNotification, ScheduledActions',
]

test('a dry run of 40 groups says each kind of step once, in the log and above the fold of the summary', async () => {
  const { lines, summary, outputs } = await planned(40)
  const [shown = '', folded = ''] = summary.split('<details><summary>All 320 steps</summary>')
  for (const kind of KINDS) {
    expect(shown.match(new RegExp(`^\\| ${kind} \\| all 40 \\| (40|80) \\| `, 'gm'))).toHaveLength(1)
    expect(lines.filter((line) => line.includes(`would ${kind}: `))).toHaveLength(1)
  }
  expect(lines.filter((line) => line.includes('would '))).toHaveLength(7)
  expect(lines.length).toBeLessThan(100)
  expect(folded.match(/^\| \d+ \| `web-/gm)).toHaveLength(320)
  expect(JSON.parse(outputs['plan'] ?? '')).toHaveLength(320)
})

test('a dry run of three groups has a row and a line for each step', async () => {
  const { lines, summary } = await planned(3)
  expect(summary).not.toContain('<details><summary>All ')
  expect(summary.match(/^\| \d+ \| `web-/gm)).toHaveLength(24)
  expect(lines.filter((line) => line.includes('would '))).toHaveLength(24)
})
