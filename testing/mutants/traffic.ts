/** Broken rules of shifts of traffic. */
import { inFile, type Mutant } from './mutant.ts'

export const TRAFFIC_MUTANTS: readonly Mutant[] = [
  ...inFile('src/domain/traffic/shares.ts', [
    {
      name: 'the rest is shared in equal parts',
      find: '((weights[index] ?? 0) * left) / sum',
      replace: 'left / (sum > 0 ? free.length : 1)',
    },
    { name: 'the wish pays for the floors of the others', find: 'amount - floored.size', replace: 'amount - 0' },
    {
      name: 'a record without weight gets some',
      find: 'weight > 0 && !floored.has(index)',
      replace: '!floored.has(index)',
    },
    {
      name: 'a side that is not named counts as one of weight 0',
      find: 'one.blue === other.blue && one.green === other.green',
      replace: '(one.blue ?? 0) === (other.blue ?? 0) && (one.green ?? 0) === (other.green ?? 0)',
    },
  ]),
  ...inFile('src/domain/traffic/forward.ts', [
    {
      name: 'a weight of another hand is written over',
      find: 'if (foreign.length > 0) return foreignWeights(foreign)',
      replace: 'if (foreign.length > 99) return foreignWeights(foreign)',
    },
    {
      name: 'notes of an earlier shift are taken for those of this one',
      find: 'route.previous?.startedAt !== memos.blue.startedAt',
      replace: 'route.previous === undefined',
    },
    {
      name: 'a note that is gone in mid-shift is written from what the weights are now',
      find: 'if (progress.share !== undefined && known',
      replace: 'if (progress.share === -1 && known',
    },
    { name: 'a step follows itself', find: 'step > share', replace: 'step >= share' },
    {
      name: 'the idle side gets what the active one has now, not what it had',
      find: 'Math.max(memos[from].sizes.desired, seen.groups[from].sizes.desired)',
      replace: 'seen.groups[from].sizes.desired',
    },
    { name: 'outdated instances of the idle side stay', find: 'if (outdated.length > 0) {', replace: 'if (outdated.length > 99) {' }, // prettier-ignore
    {
      name: 'a side that is in no rule gets its first share at once',
      find: 'doesResize(situation) || isUnnamed(situation) ? 0',
      replace: 'doesResize(situation) ? 0',
    },
    { name: 'an idle side without instances gets traffic', find: '    awaitReady(situation, to) ??\n', replace: '' },
  ]),
  ...inFile('src/domain/traffic/back.ts', [
    {
      name: 'a failed gate leaves the new side what it had',
      find: "situation.state.failed === 'gate' &&",
      replace: "situation.state.failed === 'other' &&",
    },
  ]),
  ...inFile('src/domain/traffic/back.ts', [
    { name: 'an old side that was shrunk gets its traffic back at once', find: 'sizes.desired < need', replace: 'sizes.desired < 0' }, // prettier-ignore
    { name: 'an old side that is in no rule is waited for without being checked', find: 'if (unnamed !== undefined)', replace: 'if (unnamed !== undefined && need < 0)' }, // prettier-ignore
    { name: 'traffic goes back to a side that is not ready', find: 'readyCapacity(situation, from) < need ||', replace: '' }, // prettier-ignore
    { name: 'a weight of another hand is written over on the way back', find: 'if (foreign.length > 0) return foreignWeights(foreign)', replace: 'if (foreign.length > 99) return foreignWeights(foreign)' }, // prettier-ignore
    { name: 'any failure keeps the new side for inspection', find: "if (state.failed === 'gate' && policy.onFailure === 'hold')", replace: "if (state.failed !== undefined && policy.onFailure === 'hold')" }, // prettier-ignore
    { name: 'clients of the new side lose it at once on the way back', find: 'if (doesResize(situation) && hadTraffic(situation)) {', replace: 'if (policy.run === "" && hadTraffic(situation)) {' }, // prettier-ignore
    { name: 'a side that never had traffic has clients', find: '(progress.share ?? 0) > 0', replace: '(progress.share ?? 0) >= 0' }, // prettier-ignore
    { name: 'a run waits for stickiness of any length', find: 'stickySeconds(seen) > LONGEST_STICKY_WAIT_SECONDS', replace: 'stickySeconds(seen) > Infinity' }, // prettier-ignore
  ]),
  ...inFile('src/domain/traffic/readiness.ts', [
    { name: 'a part of a side is all of it', find: 'ready >= situation.seen.groups[side].sizes.desired', replace: 'ready >= 1' }, // prettier-ignore
    { name: 'a probe that has failed is made again at once', find: 'seen.at - last.at >= PROBE_PAUSE_SECONDS', replace: 'seen.at - last.at >= 0' }, // prettier-ignore
    { name: 'a side may be late for ever', find: 'if (seen.at - since < policy.instanceTimeoutSeconds)', replace: 'if (seen.at - since < Infinity)' }, // prettier-ignore
  ]),
  ...inFile('src/domain/traffic/situation.ts', [
    { name: 'what was never probed gets traffic', find: 'instance.lastProbe?.passed === true', replace: 'instance.lastProbe?.passed !== false' }, // prettier-ignore
    {
      name: 'target groups are not asked',
      find: "balancer === name && state === 'healthy'",
      replace: 'balancer === name',
    },
    { name: 'a side that is in no rule is one of weight 0', find: 'return share === 0 ? isSameWeights', replace: 'return share === -1 ? isSameWeights' }, // prettier-ignore
    { name: 'two groups that both get the traffic are a shift', find: "memos[otherSide(side)]?.progress?.role === 'target' ? undefined : side", replace: 'side' }, // prettier-ignore
  ]),
  ...inFile('src/domain/traffic/rules.ts', [
    { name: 'a run that is alive is taken over', find: 'if (isLeaseLive(memo, run, at))', replace: 'if (isLeaseLive(memo, run, at + 9999))' }, // prettier-ignore
    { name: 'a roll that was left unfinished is shifted over', find: 'if (!isOfShift(memo))', replace: 'if (memo === undefined)' }, // prettier-ignore
    {
      name: 'a shift with another group is gone on with',
      find: 'blue.progress.partner === partners.blue &&',
      replace: '',
    },
    { name: 'saved states of two shifts are of one', find: 'blue.startedAt === green.startedAt &&', replace: '' },
    { name: 'a shift is turned to the other side', find: 'if (to !== policy.to)', replace: 'if (to === undefined)' },
    { name: 'what waits for a person is gone on with', find: 'progress.phase === PHASES.gated && policy.promote', replace: 'progress.phase === PHASES.held && policy.promote' }, // prettier-ignore
    { name: 'what has failed is gone on with', find: 'progress.phase === PHASES.back || progress.phase === PHASES.held', replace: 'progress.phase === PHASES.back' }, // prettier-ignore
    { name: 'a run works on after another has taken over', find: 'if (state.written !== undefined)\n      return {', replace: 'if (state.written === null)\n      return {' }, // prettier-ignore
  ]),
  ...inFile('src/domain/traffic/start.ts', [
    { name: 'a shift of weights alone suspends processes', find: 'policy.resizes ? SUSPENDED_WHILE_SHIFTING.filter((process) => !suspended.includes(process)) : []', replace: 'SUSPENDED_WHILE_SHIFTING.filter((process) => !suspended.includes(process))' }, // prettier-ignore
    { name: 'what rested before is resumed at the end', find: '(process) => !suspended.includes(process)', replace: '() => true' }, // prettier-ignore
    { name: 'notes of two shifts are one rollback', find: 'notes.some((note) => note?.startedAt !== first.startedAt)', replace: 'notes.length === 0' }, // prettier-ignore
  ]),
  ...inFile('src/controllers/traffic/run.ts', [
    { name: 'a bake goes on while the side is not whole', find: 'isWholeNow && isSteady', replace: 'isSteady' },
    { name: 'a bake goes on while a rule lags behind', find: 'isSteady && isAtShare(seen, run, share)', replace: 'isSteady' }, // prettier-ignore
  ]),
  ...inFile('src/controllers/traffic/shift.ts', [
    { name: 'another hand on a weight makes the shift go back', find: "if (step.blames === 'other-hand' || isBack)", replace: 'if (isBack)' }, // prettier-ignore
    { name: 'a bake is looked at no more often than every five minutes', find: 'const LONGEST_PAUSE_SECONDS = 20', replace: 'const LONGEST_PAUSE_SECONDS = 300' }, // prettier-ignore
  ]),
  ...inFile('src/controllers/traffic/outcome.ts', [
    { name: 'a shift that has failed and gone back has ended well', find: "status === 'restored' && run.failure !== undefined ? 'halted' : status", replace: 'status' }, // prettier-ignore
  ]),
  ...inFile('src/aws/traffic/listener-routing.ts', [
    { name: 'the secret of an authentication is asked for', find: 'UseExistingClientSecret: true', replace: 'UseExistingClientSecret: false' }, // prettier-ignore
    { name: 'the stickiness of a rule is lost', find: 'ForwardConfig: { ...action.ForwardConfig, TargetGroups }', replace: 'ForwardConfig: { TargetGroups }' }, // prettier-ignore
  ]),
  ...inFile('src/domain/traffic/forecast.ts', [
    { name: 'a group that was just attached is healthy at once', find: '      ? [route]\n', replace: '      ? []\n' },
  ]),
  ...inFile('src/aws/traffic/listener-routes.ts', [
    { name: 'a rule is paired with a target group of another port', find: 'Port === like?.Port && Protocol === like?.Protocol', replace: 'Protocol === like?.Protocol' }, // prettier-ignore
    { name: 'rules that are not named are changed', find: 'ofPair.filter(({ id }) => wanted.includes(id))', replace: 'ofPair' }, // prettier-ignore
    { name: 'another path of the checks is passed over', find: '[HealthCheckProtocol, HealthCheckPort, HealthCheckPath]', replace: '[HealthCheckProtocol, HealthCheckPort]' }, // prettier-ignore
    { name: 'another port of the checks is passed over', find: '[HealthCheckProtocol, HealthCheckPort, HealthCheckPath]', replace: '[HealthCheckProtocol, HealthCheckPath]' }, // prettier-ignore
  ]),
  ...inFile('src/aws/traffic/record-routes.ts', [
    {
      name: 'a zone is known by its name alone',
      find: 'if (id !== undefined) return [id]',
      replace: '',
    },
    {
      name: 'identifiers that are given are passed over',
      find: 'wish.identifiers.blue ?? stackOf',
      replace: 'stackOf',
    },
  ]),
  ...inFile('src/aws/traffic/group-notes.ts', [
    { name: 'what a rollback needs stands on one group', find: 'const Tags = [names.blue, names.green].map((group)', replace: 'const Tags = [names.blue].map((group)' }, // prettier-ignore
  ]),
  ...inFile('src/inputs/traffic.ts', [
    { name: 'a shift may begin with 0', find: "() => steps[0] !== 0 || mode !== 'shift',", replace: '() => true,' },
    { name: 'a blue/green deployment may stop half-way', find: "() => mode !== 'blue-green' || steps.at(-1) === 100,", replace: '() => true,' }, // prettier-ignore
    { name: 'any share can be written', find: '() => why === undefined,', replace: '() => true,' },
    { name: 'steps may descend', find: '(shares[index] ?? 0) <= (shares[index - 1] ?? 0)', replace: '(shares[index] ?? 0) < 0' }, // prettier-ignore
    { name: 'blue may be green', find: '() => blue === undefined || blue !== green,', replace: '() => true,' },
  ]),
  ...inFile('src/aws/traffic/record-routing.ts', [
    { name: 'name servers answer at once with what Route 53 shows', find: 'PROPAGATION_SECONDS + ttl', replace: 'ttl' },
    { name: 'records of a side may say different things', find: 'if (known !== undefined && known !== Weight)', replace: 'if (known === Infinity)' }, // prettier-ignore
    { name: 'a busy zone ends the shift', find: '{ attempts: ATTEMPTS },', replace: '{ attempts: 1 },' },
    { name: 'records of other weights are sent one by one', find: 'wanted.get(SetIdentifier) !== Weight)', replace: 'wanted.get(SetIdentifier) !== Weight).slice(0, 1)' }, // prettier-ignore
  ]),
  ...inFile('src/domain/traffic/finish.ts', [
    { name: 'stickiness does not lengthen what is kept', find: 'Math.max(policy.keepSeconds, stickySeconds(seen))', replace: 'policy.keepSeconds' }, // prettier-ignore
    { name: 'an empty target group stays in the rules', find: 'if (named !== undefined && (policy.means', replace: 'if (named !== undefined && seen.at < 0 && (policy.means' }, // prettier-ignore
    {
      name: 'a side with traffic is shrunk',
      find: 'if (busy.length > 0) return',
      replace: 'if (busy.length > 99) return',
    },
    { name: 'what another hand has suspended is resumed', find: 'memos[side].suspends.filter((process) => seen.groups[side].suspended.includes(process))', replace: 'seen.groups[side].suspended' }, // prettier-ignore
    { name: 'a maximum of another hand is put back', find: '...(maxIsOurs && {', replace: '...(now.max !== before.max && {' }, // prettier-ignore
    { name: 'notes of another shift are removed', find: 'route.previous?.startedAt === situation.memos.blue.startedAt', replace: 'route.previous !== undefined' }, // prettier-ignore
    {
      name: 'what is kept is released at once',
      find: 'if (seen.at >= keptUntil) return undefined',
      replace: 'if (seen.at >= 0) return undefined',
    },
  ]),
  ...inFile('src/domain/traffic/gate.ts', [
    {
      name: 'a step by hand is passed without a release',
      find: "const mayPass = policy.promote === 'auto' ||",
      replace: "const mayPass = policy.promote !== 'auto' ||",
    },
    {
      name: 'errors are compared by their number',
      find: '(requests === 0 ? 0 : errors / requests)',
      replace: '(requests === 0 ? 0 : errors)',
    },
    {
      name: 'few requests of the new side are a verdict',
      find: 'mine.requests < comparison.minRequests || ',
      replace: '',
    },
    {
      name: 'few requests of the other side are a verdict',
      find: ' || other.requests < comparison.minRequests',
      replace: '',
    },
    {
      name: 'a single error is a verdict',
      find: 'Math.max(errorShare(other), 1 / other.requests)',
      replace: 'errorShare(other)',
    },
    { name: 'a step is passed without requests', find: 'if (unsure !== undefined) return unsure', replace: '' },
    {
      name: 'the last step is not compared and never passed',
      find: 'share === 0 || share === 100',
      replace: 'share === 0',
    },
    {
      name: 'a bake begins with the shift',
      find: '(state.baking?.share === share ? seen.at - state.baking.since : 0)',
      replace: '(state.baking === undefined ? 0 : seen.at - state.baking.since)',
    },
  ]),
  ...inFile('src/aws/preflight/evaluated-aliases.ts', [
    { name: 'an alias is looked for by one of its names', find: ".replace(/^dualstack\\./, '')", replace: '' },
    {
      name: 'an alias that evaluates nothing stands against a shift',
      find: 'AliasTarget?.EvaluateTargetHealth === true &&',
      replace: 'AliasTarget !== undefined &&',
    },
    {
      name: 'a name without another record is refused',
      find: 'if (others.length === 0)',
      replace: 'if (others.length > 9)',
    },
  ]),
  ...inFile('src/modes/restore.ts', [
    {
      name: 'a group whose shift cannot be taken back passes for put back',
      find: 'if (shifts.alone.length > 0)',
      replace: 'if (shifts.alone.length < 0)',
    },
  ]),
  ...inFile('src/modes/take-back.ts', [
    {
      name: 'what a shift has suspended before its first step stays so where the tags of its groups are gone',
      find: ' || (isBefore && isStanding)',
      replace: '',
    },
  ]),
  ...inFile('src/modes/shift.ts', [
    {
      name: 'aliases are not asked of what is in the rules',
      find: '(!isNamed || isEmptied)',
      replace: '!isNamed',
    },
  ]),
  ...inFile('src/aws/traffic/error-counts.ts', [
    {
      name: 'a minute that began before the step is counted',
      find: 'Math.ceil(since / PERIOD_SECONDS)',
      replace: 'Math.floor(since / PERIOD_SECONDS)',
    },
    {
      name: 'every look asks for metrics',
      find: 'if (last?.start === start && last.end === end)',
      replace: 'if (false)',
    },
  ]),
  ...inFile('src/domain/traffic/refusals.ts', [
    {
      name: 'rules without traffic are shifted',
      find: '(weights[side] ?? 0) === 0)',
      replace: '(weights[side] ?? 0) < 0)',
    },
    { name: 'a side with more than the last step loses traffic', find: '...(share > last', replace: '...(share > 100' },
    {
      name: 'a side that serves is patched',
      find: 'resizes && share > 0 && share < 100',
      replace: 'resizes && share > 100',
    },
    { name: 'traffic goes to a group without instances', find: 'seen.groups[to].instances.length === 0', replace: 'seen.groups[to].instances.length < 0' }, // prettier-ignore
    { name: 'an active side that serves nothing is deployed from', find: 'readyOf({ seen, policy }, from).length === 0', replace: 'readyOf({ seen, policy }, from).length < 0' }, // prettier-ignore
    {
      name: 'rules that do not agree are shifted',
      find: 'if (shares.size <= 1) return found',
      replace: 'if (shares.size <= 9) return found',
    },
    { name: 'a third target group is passed over', find: '...(foreign.length > 0', replace: '...(foreign.length > 9' },
  ]),
]
