/** Rolls a small matrix and holds its figures against those that were committed. */
import { setTimeout } from 'node:timers/promises'
import { measure } from './measure.ts'
import { committed, differences, RESULTS_FILE } from './results.ts'
import { checked, nameOf } from './scenarios.ts'
import { committedShifts, measureShift, shiftDifferences, shiftScenarios, SHIFTS_FILE } from './shifts.ts'

const results = committed()
const changed: string[] = []
for (const scenario of checked) {
  const { figures } = await measure(scenario)
  changed.push(...differences(nameOf(scenario), results[nameOf(scenario)], figures))
  await setTimeout(0)
}
const shifts = committedShifts()
const heldShifts = shiftScenarios.filter((scenario) => scenario.checked)
for (const scenario of heldShifts)
  changed.push(...shiftDifferences(scenario.name, shifts[scenario.name], await measureShift(scenario)))
for (const line of changed) console.error(line)
if (changed.length === 0)
  console.log(
    `${checked.length} rolls took what ${RESULTS_FILE} says, and ${heldShifts.length} shifts what ${SHIFTS_FILE} says.`,
  )
else {
  console.error(
    `\nWhere that is meant: \`npm run bench -- --write-checked\`, of shifts \`npm run bench -- --shifts\`, and the commit says why.`,
  )
  process.exitCode = 1
}
