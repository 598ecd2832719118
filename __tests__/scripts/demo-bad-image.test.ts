import { readFileSync } from 'node:fs'
import { badImage } from '../../scripts/demo/bad-image.ts'
import { capacityChart } from '../../simulator/capacity-chart.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { runAction } from '../../testing/run-action.ts'

beforeAll(takeShortcut)

/** The roll of the demo, in process, and its capacity over time as docs/gates.md shows it. */
async function picture() {
  const { account, name, size: floor, inputs, failures } = badImage()
  const from = account.timeline.now
  const { failed } = await runAction(account, { inputs })
  const samples = account.ledger.capacityOf(name)
  const chart = capacityChart({ title: `  ${name}`, samples, from, to: account.timeline.now, floor, width: 90 })
  return { failed, failures: failures(), chart: chart.join('\n') }
}

test('a bad image goes back by itself, and costs no old instance', async () => {
  const { failed, failures } = await picture()
  expect(failed).toBe(true)
  expect(failures).toEqual([])
})

/** A chart without its times: what follows what at each height, however long it takes. */
const shapeOf = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.includes('╵'))
    .map((line) => line.replaceAll(/(.)\1+/gu, '$1').trim())
    .join('\n')

// Where it has changed, what this test prints goes into the page.
test('docs/gates.md shows its capacity as the simulated AWS records it', async () => {
  const { chart } = await picture()
  expect(chart).toContain('11 ┤')
  expect(shapeOf(readFileSync('docs/gates.md', 'utf8'))).toContain(shapeOf(chart))
})
