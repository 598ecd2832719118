import { inFile } from './mutant.ts'

const rollout = (name: string): string => `src/controllers/rollout/${name}.ts`

/** Mutants of the loop of a rollout and of what it learns. */
export const CONTROLLER_MUTANTS = [
  ...inFile('src/controllers/rollout/step.ts', [
    {
      name: 'tags that AWS does not let a run write pass for changed by others',
      find: 'let run = asRemembered(observed)',
      replace: 'let run = observed',
    },
    {
      name: 'a run that remembers what it may not write takes the lease of another for its own',
      find: '{ ...memo, run: holder, url, heartbeatAt }',
      replace: 'memo',
    },
  ]),
  ...inFile('src/controllers/rollout/memo-left.ts', [
    {
      name: 'the post step is not told which sizes a run has left that may write no tags',
      find: "handBack?.kind === 'save-state' ? handBack.memo : undefined",
      replace: 'handBack && undefined',
    },
    {
      name: 'the post step is told which sizes a run has left whose tags say so',
      find: " || !refused.includes('save-state')",
      replace: '',
    },
    {
      name: 'the post step is told of sizes that a run has put back',
      find: " || outcome?.status !== 'unfinished'",
      replace: '',
    },
  ]),
  ...inFile('src/controllers/rollout/lost-instances.ts', [
    {
      name: 'a lost answer tells why an instance was lost',
      find: 'if (isUncertain(error)) return undefined',
      replace: '',
    },
    {
      name: 'it is not asked why an instance was lost',
      find: 'state.lost.every(({ words }) => words !== undefined)',
      replace: 'true',
    },
  ]),
  ...inFile('src/controllers/rollout/launch-outlook.ts', [
    {
      name: 'a refusal to tell why no launch begins is no answer',
      find: 'if (!isFailure(error)) throw error',
      replace: 'throw error',
    },
    {
      name: 'it is asked why no launch begins while a group is put back',
      find: "policyNow(run).intent !== 'roll' || ",
      replace: '',
    },
  ]),
  ...inFile('src/controllers/rollout/without-doubt.ts', [
    {
      name: 'one answer that leaves a group out ends its roll',
      find: 'now - (missing.get(group) ?? now) >= GONE_AFTER_SECONDS',
      replace: 'now - (missing.get(group) ?? now) >= 0',
    },
    {
      name: 'what a group launched before its patch passes for what it launches',
      find: 'looked.fleets.some((fleet) => isShownAsBefore(request, loop, fleet))',
      replace: 'false',
    },
    {
      name: 'a run begins before it is known which groups exist',
      find: 'gone.length < looked.gone.length || ',
      replace: '',
    },
  ]),
  ...inFile('src/controllers/rollout/controller.ts', [
    {
      name: 'a group that cannot be read any more while it rolls is given up',
      find: 'if (run.restoringSince === undefined) return halt(run, failure)',
      replace: '',
    },
    {
      name: 'every look that AWS does not answer is told',
      find: 'if (toldAt !== undefined && now - toldAt < TELL_AGAIN_SECONDS) return',
      replace: '',
    },
    {
      name: 'every minute without an answer is a warning',
      find: "toldAt === undefined ? 'warning' : 'info'",
      replace: "toldAt === undefined ? 'warning' : 'warning'",
    },
  ]),
  ...inFile(rollout('outcome'), [
    {
      name: 'what a roll has launched is told as old once its saved state is removed',
      find: '{ ...last, memo: last.memo ?? run.memo }',
      replace: 'last',
    },
  ]),
  ...inFile(rollout('after-look'), [
    {
      name: 'the run does not learn that the processes are suspended',
      find: 'state.suspended || isHeld(memo, suspended)',
      replace: 'state.suspended',
    },
    {
      name: 'the memo of any run is remembered as the run’s own',
      find: 'isOurs && state.leaseClaimed ? memo : run.memo',
      replace: 'memo',
    },
    {
      name: 'a memo that suspends nothing shows that all is suspended',
      find: 'suspends.length > 0 && suspends.every',
      replace: 'suspends.every',
    },
    {
      name: 'instances are compared with the first look',
      find: 'withHistory(run.last, seen)',
      replace: 'withHistory(run.first, seen)',
    },
  ]),
  ...inFile(rollout('after-change'), [
    {
      name: 'after an uncertain answer the run’s desired capacity is known',
      find: '{ desired: undefined, min: undefined, max: undefined }),',
      replace: '{ min: undefined, max: undefined }),',
    },
    {
      name: 'an uncertain answer leaves earlier changes expected',
      find: 'withoutSuperseded(run.pendingWrites, change)',
      replace: 'run.pendingWrites',
    },
    {
      name: 'after an uncertain claim it is unknown whose roll goes on',
      find: 'claims ? { ...state, predecessor: change.after } : state',
      replace: 'state',
    },
    {
      name: 'processes that the run resumes are resumed by others',
      find: 'new Set([...run.resumed, ...change.processes])',
      replace: 'run.resumed',
    },
    {
      name: 'the desired capacity of the run is not learnt',
      find: 'return { ...state, desired: knownDesired(state, change, { memo, desired }), min, max, decrement }',
      replace: 'return { ...state, min, max, decrement }',
    },
    {
      name: 'an accepted change is not expected to show',
      find: 'withChange(run.pendingWrites, change, { ...last, at })',
      replace: 'run.pendingWrites',
    },
    {
      name: 'what a raise has overwritten is not asked for',
      find: 'raise: raiseOf(last, change) ?? state.raise',
      replace: 'raise: state.raise',
    },
    {
      name: 'a wish that was overwritten is made up for once more',
      find: '        overwritten: memo !== undefined && !isOtherWish ? state.overwritten : undefined,\n',
      replace: '',
    },
    {
      name: 'what the runner knows of a lease that is claimed is not remembered',
      find: 'hasSameFacts(change.memo, savedMemo) ? change.memo : memo',
      replace: 'false ? change.memo : memo',
    },
    {
      name: 'a lease that is claimed is remembered with whatever the tags say',
      find: 'isClaim && savedMemo !== undefined && hasSameFacts(change.memo, savedMemo)',
      replace: 'isClaim',
    },
    {
      name: 'a desired capacity of others is the run’s own once its tags are written again',
      find: '...(isOtherWish && {',
      replace: '...({',
    },
    {
      name: 'a take-over is made again and again',
      find: '        predecessor: undefined,\n',
      replace: '',
    },
    {
      name: 'an adopted size is taken for an operator’s once more',
      find: 'desired: state.desired === undefined ? undefined : desired',
      replace: 'desired: state.desired',
    },
    {
      name: 'a call whose answer was lost has changed nothing',
      find: 'changed: true,\n    unanswered:',
      replace: 'unanswered:',
    },
  ]),
  ...inFile(rollout('transition'), [
    {
      name: 'what stops a rollback hides why the roll was stopped',
      find: 'failure: run.failure ?? failure,\n  restoringSince',
      replace: 'failure,\n  restoringSince',
    },
    {
      name: 'a rollback does not suspend again what the roll resumed',
      find: 'hasResumed ? { ...run.state, suspended: false } : run.state',
      replace: 'run.state',
    },
  ]),
  ...inFile(rollout('group-run'), [
    { name: 'a halted roll goes on', find: 'restoringSince !== undefined && {', replace: 'false && {' },
    { name: 'what AWS refused is tried again', find: 'refused.length > 0 && {', replace: 'false && {' },
    { name: 'a rollback rolls on', find: 'rollback !== undefined && {', replace: 'false && {' },
  ]),
  ...inFile(rollout('controller'), [
    {
      name: 'a post step knows nothing but the tags',
      find: '(runs.get(group)?.memo ?? request.policyFor(untagged).savedMemo)',
      replace: 'runs.get(group)?.memo',
    },
  ]),
  ...inFile(rollout('step'), [
    {
      name: 'a step is made on a look that does not show the last change',
      find: "if (freshness !== 'timely')",
      replace: "if (freshness === 'behind')",
    },
    {
      name: 'a step is made on a look that has fallen behind',
      find: "if (freshness !== 'timely')",
      replace: "if (freshness === 'awaited')",
    },
    {
      name: 'saved state that is gone from the group is not noticed',
      find: 'if (loss !== undefined) {',
      replace: 'if (run.losses < 0) {',
    },
    { name: 'a roll does not end at its deadline', find: 'at > request.deadline', replace: 'false' },
    {
      name: 'a group is put back without end',
      find: 'at > run.restoringSince + RESTORE_SECONDS',
      replace: 'false',
    },
    {
      name: 'a change is accepted when the group was looked at',
      find: 'Math.max(run.last.at, request.clock.now() / 1000)',
      replace: 'run.last.at',
    },
  ]),
  ...inFile(rollout('look-again'), [
    {
      name: 'instances leave by an old look',
      find: 'clock.now() / 1000 - last.at > OLD_SECONDS',
      replace: 'false',
    },
    {
      name: 'a look is made anew without end',
      find: '&& freshLooks < FRESH_LOOKS',
      replace: '',
    },
  ]),
  ...inFile(rollout('controller'), [
    {
      name: 'one look without an answer ends a roll',
      find: 'const hopeless = !isUncertain(error) ||',
      replace: 'const hopeless = true ||',
    },
    {
      name: 'groups that were changed are left when nothing can be seen',
      find: 'if (hopeless && !isBegun) throw',
      replace: 'if (hopeless) throw',
    },
    {
      name: 'a group that is gone in the middle is forgotten where groups may be unknown',
      find: "request.onUnknownGroup === 'tell' && !runs.has(group)",
      replace: "request.onUnknownGroup === 'tell'",
    },
  ]),
  ...inFile(rollout('failure'), [
    {
      name: 'a refusal in a roll is passed over',
      find: 'if (run.restoringSince === undefined) return halt(run, failure)',
      replace: '',
    },
    { name: 'a lost answer halts a roll', find: 'if (isUncertain(error))', replace: 'if (false)' },
    {
      name: 'a group held for inspection keeps its lease',
      find: 'heartbeatAt: 0',
      replace: 'heartbeatAt: memo.heartbeatAt',
    },
    {
      name: 'a group held for inspection is left without its saved state where others have removed it',
      find: "{ kind: 'save-state', memo: { ...memo, heartbeatAt: 0, ...owedSizes(run, memo) } }",
      replace: "{ kind: 'renew-lease', memo: { ...memo, heartbeatAt: 0 } }",
    },
    {
      name: 'a failure that is not the new instances’ rolls back',
      find: 'action.blames === undefined ||',
      replace: '',
    },
  ]),
  ...inFile(rollout('rollback'), [
    {
      name: 'the previous source is read from the last look',
      find: 'previousSourceOf(first) ?? previousSourceOf(last)',
      replace: 'previousSourceOf(last)',
    },
    {
      name: 'a group that shares the template does not join a rollback',
      find: 'other.rollback?.failed.fingerprint === source',
      replace: "other.group === ''",
    },
    {
      name: 'a group whose policy is another joins a rollback',
      find: '!takesBack || rollback',
      replace: 'rollback',
    },
    {
      name: 'a rollback that AWS refused has changed nothing',
      find: "note, changed: 'perhaps'",
      replace: "note, changed: 'no'",
    },
  ]),
  ...inFile(rollout('blind-restore'), [
    {
      name: 'a change of this run is not looked for before a group is handed back without sight',
      find: 'if (!blind.changed) return ended(unseen(blind, lastKnown(request, blind)))',
      replace: '',
    },
    {
      name: 'what was changed last is not known without sight',
      find: '...caughtUp(last, pendingWrites),',
      replace: '...last,',
    },
    {
      name: 'the saved state does not say that the processes run again without sight',
      find: 'const HAND_BACK_STEPS = 2',
      replace: 'const HAND_BACK_STEPS = 1',
    },
    {
      name: 'the sizes that are left without sight are not written down',
      find: '...(unanswered.some(({ change }) => setsSizes(change)) && { unknown',
      replace: '...(true && { unknown',
    },
    {
      name: 'sizes of a change without an answer are written down as left without sight',
      find: '...(unanswered.some(({ change }) => setsSizes(change)) && { unknown',
      replace: '...(false && { unknown',
    },
    { name: 'nothing is put back without sight', find: 'step < HAND_BACK_STEPS', replace: 'step < 0' },
    {
      name: 'tags that were removed are not written before the processes run again unseen',
      find: 'const again = loss && saveAgain(request, current, loss)',
      replace: 'const again = undefined',
    },
    {
      name: 'the processes run again unseen though it is not known whether tags say so',
      find: "if (saved.answer === 'lost') return ended(saved.run)",
      replace: '',
    },
    {
      name: 'a look that lags behind tells unseen what is there',
      find: "seen !== undefined && freshnessOf(seen, run.pendingWrites) === 'timely'",
      replace: 'seen !== undefined',
    },
    {
      name: 'tags that a look which lags behind does not show are taken for there',
      find: 'return run.memo === undefined || tags',
      replace: 'return run.memo !== undefined || tags',
    },
  ]),
  ...inFile('src/controllers/rollout/admit.ts', [
    {
      name: 'the time for putting a group back is over before it is worked on',
      find: 'if (runs.has(group)) beginning.set(group, now)',
      replace: '',
    },
    {
      name: 'more groups roll at once than there is room for',
      find: 'Math.max(0, Math.min(free, most))',
      replace: 'most',
    },
    {
      name: 'all groups that there is room for begin at one look',
      find: 'runs.size === 0 ? Infinity : LET_IN',
      replace: 'Infinity',
    },
    { name: 'the last few groups wait for room', find: 'waiting.length <= width * LAST_PART', replace: 'false' },
    { name: 'a group that is let in stands behind all others', find: 'nextLookAt.set(group, now)', replace: '' },
  ]),
  ...inFile('src/controllers/rollout/pace.ts', [
    {
      name: 'a group whose look was too old stands behind all others',
      find: 'Math.min(now, since ?? now)',
      replace: 'now',
    },
    {
      name: 'a look takes more and more groups while little is asked of them',
      find: 'Math.min(MOST_SHARE, Math.ceil(share * 1.5))',
      replace: 'Math.ceil(share * 1.5)',
    },
    {
      name: 'of many groups that are due the last ones are looked at',
      find: '(due.get(a) ?? now) - (due.get(b) ?? now)',
      replace: '(due.get(b) ?? now) - (due.get(a) ?? now)',
    },
    {
      name: 'a look takes as many groups however long they wait to be worked on',
      find: 'if (seconds > YOUNG_SECONDS)',
      replace: 'if (seconds < 0)',
    },
  ]),
  ...inFile('src/controllers/rollout/renew-together.ts', [
    {
      name: 'leases are renewed with those of others while a group is put back',
      find: '!isDue || run.restoringSince !== undefined',
      replace: '!isDue',
    },
    {
      name: 'a lease that is taken from another process is taken with those of others',
      find: "action.kind === 'renew-lease' && action.after === undefined",
      replace: "action.kind === 'renew-lease'",
    },
    {
      name: 'leases are renewed together on a look that does not show the last change',
      find: "freshnessOf(last, run.pendingWrites) !== 'timely' || ",
      replace: '',
    },
    {
      name: 'a group whose renewal was not accepted goes on as if it were',
      find: '    : { run, stepped: failed }',
      replace: '    : { run }',
    },
  ]),
  ...inFile('src/controllers/concurrency.ts', [
    {
      name: 'more groups are let in while calls wait',
      find: 'now > last ?',
      replace: 'now < last ?',
    },
  ]),
]
