import { inFile } from './mutant.ts'

/** Mutants of the gates of a roll. */
export const GATE_MUTANTS = [
  ...inFile('src/domain/rollout/bakes-ahead.ts', [
    {
      name: 'the time left forgets the last bake',
      find: ' + gates.bakeAtEndSeconds - done',
      replace: ' - done',
    },
    {
      name: 'the time left counts a bake that is over',
      find: ': at - baking.since',
      replace: ': 0 * (at - baking.since)',
    },
  ]),
  ...inFile('src/domain/rollout/gates.ts', [
    {
      name: 'what a group grows by ends the bake at the end',
      find: ' || isGrowing(situation, gate)',
      replace: '',
    },
    {
      name: 'what has fallen at the end passes for what the group grows by',
      find: 'firstSeenAt >= baking.since',
      replace: 'firstSeenAt >= 0',
    },
    {
      name: 'a bake at the end begins while the group grows',
      find: 'if (baking?.gate !== index) return false',
      replace: 'if (baking === undefined) return true',
    },
    {
      name: 'more is launched than a checkpoint takes',
      find: 'Math.max(0, desiredAtGate(situation) - situation.fleet.sizes.desired)',
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
      find: '  if (left > 0)\n    return waitBecause(`${name}',
      replace: '  if (left > 1e9)\n    return waitBecause(`${name}',
    },
    {
      name: 'a fall does not begin the bake anew',
      find: ' || hasFallen(before, situation)',
      replace: '',
    },
    {
      name: 'an alarm that has become another does not begin the bake anew',
      find: ' || !areAlarmsSteady(before, situation)',
      replace: '',
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
  ]),
  ...inFile('src/domain/rollout/gates-by-hand.ts', [
    {
      name: 'a release needs no bake and no probe of its own',
      find: ' && missing.length === 0',
      replace: '',
    },
    {
      name: 'a run without gates overruns one that waits at a gate',
      find: 'if (memo === undefined || !isGated(memo)) return undefined',
      replace: 'if (memo !== undefined) return undefined',
    },
    {
      name: 'a release needs no gates of its own',
      find: 'given === checkpoints &&',
      replace: 'given < Infinity &&',
    },
    {
      name: 'a release needs no alarms of its own',
      find: 'given === checkpoints && watching >= alarms',
      replace: 'given === checkpoints && watching >= 0',
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
      name: 'a roll that is taken back does not say so',
      find: 'takenBack({ ...memo, source: fleet.source.fingerprint })',
      replace: '{ ...takenBack(memo), ...memo, source: fleet.source.fingerprint }',
    },
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
  ...inFile('src/domain/rollout/checkpoint-cost.ts', [
    {
      name: 'what a checkpoint costs is told of one that costs nothing',
      find: 'if (cost <= 0) return undefined',
      replace: 'if (cost < 0) return undefined',
    },
  ]),
  ...inFile('src/domain/rollout/taken-back.ts', [
    {
      name: 'a run that goes on does not know that a roll is taken back',
      find: 'rollback !== undefined || (memo !== undefined && isTakenBack(memo))',
      replace: 'rollback !== undefined',
    },
    {
      name: 'a roll is taken back though the group launches something else by now',
      find: ' && memo.source === source.fingerprint',
      replace: ' && source.fingerprint !== undefined',
    },
  ]),
  ...inFile('src/domain/rollout/capacity.ts', [
    {
      name: 'all that is old is replaced where a roll goes on being taken back',
      find: '  if (isBeingTakenBack(fleet)) return !current && isLaunchedByRoll(instance, fleet)\n',
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/previous-source.ts', [
    {
      name: 'a roll is taken back to what a dead run has launched',
      find: 'before.length > 0 ? before : notCurrent',
      replace: 'notCurrent',
    },
  ]),
  ...inFile('src/controllers/rollout/failure.ts', [
    {
      name: 'a held roll does not say what a decrement has left of a wish',
      find: 'left !== undefined && left.desired < sizes.desired ?',
      replace: 'left === undefined && sizes.desired < 0 ?',
    },
    {
      name: 'what goes on being taken back is taken back to what has failed',
      find: '|| isBack ||',
      replace: '|| rollback !== undefined ||',
    },
    {
      name: 'a failed gate leads to what other failures lead to',
      find: "action.blames === 'gate' ? (gates?.onFailure ?? usual) : usual",
      replace: 'usual',
    },
    {
      name: 'a failed gate puts back a group of which nothing tells what it launched before',
      find: "if (action.blames === 'gate' && previousSource(run) === undefined)",
      replace: "if (action.blames === 'gate' && previousSource(run)?.label === '')",
    },
  ]),
  ...inFile('src/controllers/rollout/group-run.ts', [
    {
      name: 'a run that goes on taking back ends green',
      find: "isBeingTakenBack(fleet) && policy.intent === 'roll' ? takenBackBefore(fleet) : undefined",
      replace: 'undefined',
    },
  ]),
  ...inFile('src/aws/preflight/alarms.ts', [
    {
      name: 'a run is refused for an alarm that an unfinished roll has raised',
      find: '  if (blamed !== undefined)\n',
      replace: "  if (blamed?.fleet.group === '')\n",
    },
    {
      name: 'an alarm in ALARM lets a run begin',
      find: "if (atStart === 'ignore-until-ok')",
      replace: "if (atStart !== ('' as AlarmPolicy['atStart']))",
    },
    {
      name: 'alarms that do not exist let a run begin',
      find: '...(missing.length > 0\n',
      replace: '...(missing.length > 1e9\n',
    },
    {
      name: 'an alarm of a scaling policy may watch a roll',
      find: 'if (owner === undefined) return []',
      replace: "if (owner !== '') return []",
    },
  ]),
  ...inFile('src/aws/observe/alarms.ts', [
    {
      name: 'all alarms are asked in one call',
      find: 'batches(names, MOST_NAMES)',
      replace: '[names]',
    },
    {
      name: 'alarms of metrics alone are asked',
      find: "['MetricAlarm', 'CompositeAlarm', 'LogAlarm']",
      replace: "['MetricAlarm']",
    },
  ]),
  ...inFile('src/domain/rollout/bake.ts', [
    {
      name: 'the bake of one gate counts for the next',
      find: 'seconds - (state.baking?.gate === gate ?',
      replace: 'seconds - (state.baking ?',
    },
  ]),
  ...inFile('src/domain/rollout/alarms.ts', [
    {
      name: 'a bake goes on while CloudWatch does not answer',
      find: '  if (state.alarms?.blindSince !== undefined) return false\n',
      replace: '',
    },
    {
      name: 'an alarm that was raised between two looks is not noticed',
      find: ' || now.since === then.since',
      replace: ' || then.name === now.name',
    },
    { name: 'an alarm does not stop a roll', find: "is === 'ALARM' &&", replace: "is === ('' as Alarm['state']) &&" },
    {
      name: 'an alarm that is to be ignored counts',
      find: ' && !state.alarms?.ignored.includes(name)',
      replace: '',
    },
    {
      name: 'what a dead run has launched may raise an alarm that is ignored',
      find: ' && !isRaisedByRoll(alarm, fleet)',
      replace: '',
    },
    {
      name: 'an alarm that was raised long before counts in a run that goes on',
      find: 'since > fleet.memo.startedAt',
      replace: 'since > 0',
    },
    {
      name: 'an alarm counts that another launch source has raised',
      find: 'memo.source === source?.fingerprint',
      replace: 'source !== undefined',
    },
    {
      name: 'an alarm that cannot be read is ignored by a run that goes on',
      find: 'return !goesOn(fleet)',
      replace: 'return true',
    },
    {
      name: 'an alarm is ignored for good',
      find: ".filter((name) => known.get(name)?.state !== 'OK')",
      replace: '',
    },
    {
      name: 'what raised an alarm is watched while it is taken back',
      find: 'isTakingBack(memo, { rollback }) ? undefined : gates?.alarms',
      replace: 'isTakingBack(memo, { rollback }) ? gates?.alarms : gates?.alarms',
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
  ...inFile('src/modes/roll.ts', [
    {
      name: 'a release has the surge of its own inputs',
      find: 'surge: memo?.surge ?? 0 }',
      replace: 'surge: 1 + 0 * (memo?.surge ?? 0) }',
    },
  ]),
  ...inFile('src/domain/rollout/amount.ts', [
    {
      name: 'checkpoints may fall in a group',
      find: 'value < (all[index - 1] ?? 0)',
      replace: 'value < 0 * index',
    },
    {
      name: 'a share of a small group may be no instance',
      find: "Math.max(unit, kind === 'count' ? value * unit : Math.ceil((desired * value) / 100))",
      replace: "kind === 'count' ? value * unit : Math.floor((desired * value) / 100)",
    },
  ]),
  ...inFile('src/inputs/gates.ts', [
    {
      name: 'nothing bakes at the end unless that is said',
      find: 'atEnd ?? bakeSeconds',
      replace: 'atEnd ?? 0 * bakeSeconds',
    },
    {
      name: 'a bake at the end may be longer than its job',
      find: "name: 'bake-at-end', seconds: atEnd ?? 0",
      replace: "name: 'bake-at-end', seconds: 0",
    },
    {
      name: 'a roll without a checkpoint may wait to be passed by hand',
      find: "proof.promote === 'auto' || checkpoints.length > 0",
      replace: 'checkpoints.length >= 0',
    },
    {
      name: 'checkpoints of one kind may fall',
      find: 'now?.kind === before.kind && now.value <= before.value',
      replace: 'now?.kind === before.kind && now === before',
    },
  ]),
  ...inFile('src/inputs/bakes.ts', [
    {
      name: 'a bake may be longer than its job',
      find: '() => seconds <= job * 60',
      replace: '() => seconds <= job * 6e9',
    },
    {
      name: 'a bake may be longer than its run',
      find: 'seconds <= timeoutSeconds ||',
      replace: 'seconds <= timeoutSeconds * 1e9 ||',
    },
    {
      name: 'a job of a runner of the user ends as one of GitHub does',
      find: 'isHosted ? 360 : 7200',
      replace: 'isHosted ? 360 : 360',
    },
  ]),
]
