import { askedAnew, type GroupRun } from '../../../src/controllers/rollout/group-run.ts'
import type { AskedAnew } from '../../../src/domain/rollout/freshness.ts'
import { fresh, NOW } from '../../domain/rollout/a-fleet.ts'
import { aRun } from './a-run.ts'

const { state, last } = aRun({})

/** A new instance that has been ready for so long, of a slow start of a minute. */
const slowly = (seconds: number): GroupRun['last'] => ({
  ...last,
  slowStartSeconds: 60,
  instances: fresh(1, { readySince: NOW - seconds, cameUp: true }),
})

test.each<{ readonly name: string; readonly run: Partial<GroupRun>; readonly expected: AskedAnew | undefined }>([
  { name: 'that waits may keep what an earlier one has shown', run: {}, expected: undefined },
  { name: 'before a change that needs what was kept may not', run: { needs: 'every part' }, expected: 'every part' },
  {
    name: 'before capacity is added may keep health',
    run: { needs: 'the launch source' },
    expected: 'the launch source',
  },
  {
    name: 'that adds capacity while what is new bakes may not',
    run: { needs: 'the launch source', state: { ...state, baking: { gate: 0, since: NOW } } },
    expected: 'every part',
  },
  {
    name: 'at a gate that bakes may not',
    run: { state: { ...state, baking: { gate: 0, since: NOW } } },
    expected: 'every part',
  },
  {
    name: 'of a dark launch that bakes may not',
    run: { state: { ...state, baking: { gate: 'dark', since: NOW } } },
    expected: 'every part',
  },
  {
    name: 'with a new instance that target groups start slowly may not',
    run: { last: slowly(59) },
    expected: 'every part',
  },
  { name: 'may again when that is over', run: { last: slowly(60) }, expected: undefined },
  {
    name: 'with one that serves since AWS has answered, after that look began, may where nothing starts slowly',
    run: { last: { ...slowly(-0.2), slowStartSeconds: 0 } },
    expected: undefined,
  },
  {
    name: 'that awaits the previous launch source may not',
    run: { rollback: { failed: last.source, since: NOW } },
    expected: 'every part',
  },
])('the look of a run $name', ({ run, expected }) => {
  expect(askedAnew(aRun(run))).toBe(expected)
})
