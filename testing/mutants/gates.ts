import { inFile } from './mutant.ts'

/** Mutants of the gates of a roll. */
export const GATE_MUTANTS = [
  ...inFile('src/domain/rollout/gates.ts', [
    {
      name: 'more is launched than a checkpoint takes',
      find: 'Math.max(0, gate.capacity - launchedOf(fleet, capacity))',
      replace: 'Infinity',
    },
    {
      name: 'what AWS is about to launch is not counted at a checkpoint',
      find: 'capacityOf(current) + Math.max(0, sizes.desired - total)',
      replace: 'capacityOf(current)',
    },
    {
      name: 'a checkpoint is reached by instances that are not ready',
      find: 'capacityOf(current.filter((instance) => ready.has(instance)))',
      replace: 'capacityOf(current)',
    },
    {
      name: 'a checkpoint does not bake',
      find: '  if (left > 0) return wait(`${name}',
      replace: '  if (left > 1e9) return wait(`${name}',
    },
    {
      name: 'a fall does not begin the bake anew',
      find: 'gate === undefined || hasFallen(before, situation)',
      replace: 'gate === undefined',
    },
    {
      name: 'the bake of one gate counts for the next',
      find: 'bakeSeconds - (state.baking?.gate === index ?',
      replace: 'bakeSeconds - (state.baking ?',
    },
    {
      name: 'a roll that waits to be passed by hand goes on by itself',
      find: "if (policy.gates?.promote === 'by-hand') return leaveAtGate(situation)",
      replace: '',
    },
    {
      name: 'the bake at the end is left out',
      find: "restoreStep(fleet, memo).kind !== 'clear-state') return undefined",
      replace: "restoreStep(fleet, memo).kind === 'clear-state') return undefined",
    },
    {
      name: 'what has passed a gate counts for another launch source',
      find: 'memo.source === source\n',
      replace: 'source !== undefined\n',
    },
    {
      name: 'a run without gates overruns one that waits at a gate',
      find: 'if (memo === undefined || !isGated(memo)) return undefined',
      replace: 'if (memo !== undefined) return undefined',
    },
    {
      name: 'a release needs no gates of its own',
      find: 'if (given === checkpoints) return undefined',
      replace: 'if (given < Infinity) return undefined',
    },
    {
      name: 'a release stays at the gate',
      find: '(heartbeatAt === 0 ? 1 : 0)',
      replace: '0',
    },
    {
      name: 'a release passes a gate that another run has had in hand',
      find: '(heartbeatAt === 0 ? 1 : 0)',
      replace: '1',
    },
  ]),
  ...inFile('src/domain/rollout/budget.ts', [
    {
      name: 'old instances leave beyond a checkpoint',
      find: '    if (!falls && launches <= 0) break\n',
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/rules.ts', [
    { name: 'nothing holds a roll at a checkpoint', find: '  holdAtGate,\n', replace: '' },
    {
      name: 'outdated instances in Standby leave before the gates',
      find: '  if (nextCheckpoint(situation) !== undefined) return undefined\n',
      replace: '',
    },
    {
      name: 'the processes are suspended again while new instances bake at the end',
      find: ' || isBakingAtEnd(situation)',
      replace: '',
    },
  ]),
]
