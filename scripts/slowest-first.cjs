// Starts the slowest test files first, so that no worker is left alone with one at the end. jest itself knows how long
// a file takes only where it ran before; on a fresh clone it starts the largest first, and the crash walks are short.
const { join } = require('node:path')
const { default: Sequencer } = require('@jest/test-sequencer')

/** Test files that take 10 seconds and more, the slowest first. */
const slowest = [
  '__tests__/modes/scale-up/crash-walk.test.ts',
  '__tests__/controllers/rollout/crash-walk.test.ts',
  '__tests__/modes/patch-crash.test.ts',
  '__tests__/edges/service-faults.test.ts',
  '__tests__/controllers/bastion/crash-walk.test.ts',
  '__tests__/modes/scale-up/preflight.test.ts',
  '__tests__/modes/scale-up/dark.test.ts',
  '__tests__/modes/scale-up/rollback.test.ts',
  '__tests__/modes/respawn.test.ts',
  '__tests__/modes/scale-up/permissions.test.ts',
  '__tests__/process/cancelled.test.ts',
  '__tests__/process/refusals.test.ts',
  '__tests__/edges/injection.test.ts',
  '__tests__/domain/user-data/properties.test.ts',
]

const rank = new Map(slowest.map((path, index) => [join(__dirname, '..', path), index]))
const rankOf = ({ path }) => rank.get(path) ?? slowest.length

class SlowestFirst extends Sequencer {
  /** The slowest by the list, all others after them in jest's own order. */
  sort(tests) {
    return super.sort(tests).toSorted((one, other) => rankOf(one) - rankOf(other))
  }
}

module.exports = Object.assign(SlowestFirst, { slowest })
