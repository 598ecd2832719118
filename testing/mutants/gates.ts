import { inFile } from './mutant.ts'

/** Mutants of the gates of a roll. */
export const GATE_MUTANTS = [
  ...inFile('src/domain/rollout/gates.ts', [
    {
      name: 'more is launched than a checkpoint takes',
      find: 'Math.max(0, gate.capacity - launchedOf(situation.fleet, situation.capacity))',
      replace: 'Infinity',
    },
    {
      name: 'a checkpoint takes more than a smaller group will have',
      find: 'capacity: Math.min(asked, most)',
      replace: 'capacity: asked',
    },
    {
      name: 'a checkpoint takes exempt instances for new ones to come',
      find: 'memo.sizes.desired - capacityOf(exempt)',
      replace: 'memo.sizes.desired',
    },
    {
      name: 'a roll that is taken back does not say that no checkpoint bounds it',
      find: 'gates === undefined ? memo : {',
      replace: 'true ? memo : {',
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
      find: '  if (left > 0) return waitBecause(`${name}',
      replace: '  if (left > 1e9) return waitBecause(`${name}',
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
      find: 'given === checkpoints && watching >= alarms',
      replace: 'given < Infinity && watching >= alarms',
    },
    {
      name: 'a release needs no alarms of its own',
      find: 'given === checkpoints && watching >= alarms',
      replace: 'given === checkpoints',
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
    {
      name: 'nothing holds a roll at a checkpoint',
      find: '  probeServing,\n  holdAtGate,\n',
      replace: '  probeServing,\n',
    },
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
  ...inFile('src/domain/rollout/alarms.ts', [
    { name: 'an alarm does not stop a roll', find: "is === 'ALARM' &&", replace: "is === ('' as Alarm['state']) &&" },
    {
      name: 'an alarm that is to be ignored counts',
      find: ' && !state.alarms?.ignored.includes(name)',
      replace: '',
    },
    {
      name: 'an alarm is ignored for good',
      find: ".filter((name) => stateOf.get(name) !== 'OK')",
      replace: '',
    },
    {
      name: 'what raised an alarm is watched while it is taken back',
      find: 'rollback === undefined ? gates?.alarms : undefined',
      replace: 'rollback === null ? undefined : gates?.alarms',
    },
    {
      name: 'a roll goes on while CloudWatch does not answer',
      find: 'watch === undefined || state.alarms?.blindSince === undefined',
      replace: 'watch === undefined || state.alarms?.blindSince !== null',
    },
    {
      name: 'CloudWatch may be silent for ever',
      find: 'fleet.at - blindSince < BLIND_SECONDS',
      replace: 'fleet.at - blindSince < Infinity',
    },
    {
      name: 'an alarm without data lets a roll pass that waits for it',
      find: "states.get(name) !== 'OK')\n    return unsure",
      replace: "states.get(name) === 'ALARM')\n    return unsure",
    },
    {
      name: 'an alarm without data fails no gate',
      find: "states.get(name) === 'INSUFFICIENT_DATA'",
      replace: 'states.get(name) === undefined',
    },
  ]),
]
