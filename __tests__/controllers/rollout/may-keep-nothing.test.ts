import { type GroupRun, mayKeepNothing } from '../../../src/controllers/rollout/group-run.ts'
import { fresh, NOW } from '../../domain/rollout/a-fleet.ts'
import { aRun } from './a-run.ts'

const { state, last } = aRun({})

/** A new instance that has been ready for so long, of a slow start of a minute. */
const slowly = (seconds: number): GroupRun['last'] => ({
  ...last,
  slowStartSeconds: 60,
  instances: fresh(1, { readySince: NOW - seconds, cameUp: true }),
})

test.each<{ readonly name: string; readonly run: Partial<GroupRun>; readonly expected: boolean }>([
  { name: 'that waits may keep what an earlier one has shown', run: {}, expected: false },
  { name: 'before a change that needs what was kept may not', run: { needsEveryPart: true }, expected: true },
  {
    name: 'at a gate that bakes may not',
    run: { state: { ...state, baking: { gate: 0, since: NOW } } },
    expected: true,
  },
  {
    name: 'of a dark launch that bakes may not',
    run: { state: { ...state, baking: { gate: 'dark', since: NOW } } },
    expected: true,
  },
  {
    name: 'with a new instance that target groups start slowly may not',
    run: { last: slowly(59) },
    expected: true,
  },
  { name: 'may again when that is over', run: { last: slowly(60) }, expected: false },
  {
    name: 'with one that serves since AWS has answered, after that look began, may where nothing starts slowly',
    run: { last: { ...slowly(-0.2), slowStartSeconds: 0 } },
    expected: false,
  },
  {
    name: 'that awaits the previous launch source may not',
    run: { rollback: { failed: last.source, since: NOW } },
    expected: true,
  },
])('the look of a run $name', ({ run, expected }) => {
  expect(mayKeepNothing(aRun(run))).toBe(expected)
})
