import { inFile } from './mutant.ts'

/** Mutants of saved state and lease: how they are begun, acquired, read, restored and written. */
export const STATE_MUTANTS = [
  ...inFile('src/domain/rollout/acquire-lease.ts', [
    {
      name: 'a restore is green though it could not read what the instances carry',
      find: "lookFor?.whose === 'any' && isUnread(fleet)",
      replace: 'false',
    },
    {
      name: 'a restore is red for instances of another group that could not be read',
      find: ' && instances.some(({ launchedAt }) => launchedAt === undefined)',
      replace: '',
    },
    {
      name: 'a restore does not wait for an answer of EC2',
      find: 'lookFor.until + UNREAD_SECONDS',
      replace: 'lookFor.until',
    },
    {
      name: 'what new instances carry is not looked for',
      find: 'if (fleet.carriedMemo !== undefined) return',
      replace: 'if (false) return',
    },
    {
      name: 'a roll begins over a half that waits in the dark, where the tags of the group are gone',
      find: 'darkRefusal(memo, policy) ?? gateRefusal(memo, policy) ?? takeOver',
      replace: 'gateRefusal(memo, policy) ?? takeOver',
    },
    {
      name: 'a run that has left a group passes for one that holds its lease',
      find: "return unfinishedBy(memo, 'which has taken this group over, has left it')",
      replace: 'return heldByOther(memo, fleet.at)',
    },
    {
      name: 'a post step removes what its own run has left in the dark',
      find: "return action.kind === 'done' ? PAUSED : action",
      replace: "if (action.kind !== 'done') return action",
    },
    {
      name: 'a post step of a release leaves what it has changed where the tags of the group are gone',
      find: 'policy.savedMemo === undefined ? PAUSED : nothingToRestore(fleet, policy)',
      replace: 'PAUSED',
    },
    {
      name: 'tags that cannot be read are left on a group that is as it was',
      find: 'fleet.unreadableTags === true || restoreStep',
      replace: 'restoreStep',
    },
    {
      name: 'a post step leaves tags that no run has written where all is as it was',
      find: 'isOfGroup(fleet, savedMemo, policy.run) && isForeign',
      replace: 'isStanding(fleet, savedMemo, policy.run) && isForeign',
    },
    {
      name: 'a post step leaves the group by tags of a roll that never was, where these say the same sizes',
      find: 'JSON.stringify([memo.startedAt, memo.sizes, memo.suspends])',
      replace: 'JSON.stringify([saved.startedAt, memo.sizes, memo.suspends])',
    },
    {
      name: 'a post step puts back by tags that were changed, and not by what its runner knows',
      find: 'if (hasSameFacts(memo, savedMemo)) return undefined',
      replace: 'if (memo.run === savedMemo.run) return undefined',
    },
  ]),
  ...inFile('src/main/saved-memos.ts', [
    {
      name: 'what the runner keeps of one group is written over what it keeps of another',
      find: 'save(POST_STATE.memos, ++count)',
      replace: 'save(POST_STATE.memos, count + 1)',
    },
    {
      name: 'the variables of the post step are as many as groups were changed, and not as groups were at once',
      find: 'else if (places.delete(group)) free.push(place)',
      replace: 'else places.delete(group)',
    },
    {
      name: 'what the runner keeps is not found',
      find: 'if (place === count) save(',
      replace: 'if (place < 0) save(',
    },
  ]),
  ...inFile('src/domain/rollout/changes/clear-state.ts', [
    {
      name: 'tags are left on the instances',
      find: 'carriers.length > 0 && { carriers }',
      replace: 'false && { carriers }',
    },
  ]),
  ...inFile('src/domain/rollout/overwritten-wish.ts', [
    {
      name: 'a wish that the run has overwritten is not found',
      find: 'own.from === raise.before',
      replace: 'own.to === raise.to',
    },
    {
      name: 'a wish that the run has overwritten is saved before it is set again',
      find: 'if (wish > desired)',
      replace: 'if (false)',
    },
    {
      name: 'an activity from before a raise tells of it',
      find: 'to === raise.to && at >= from',
      replace: 'to === raise.to',
    },
    {
      name: 'of what an operator has set and the run overwritten the part beyond the maximum that was is lost',
      find: "setter?.by === 'policy' && fleet.memo",
      replace: 'fleet.memo',
    },
    {
      name: 'a policy that the run has overwritten may have the room of the roll as well',
      find: "setter?.by === 'policy' && fleet.memo",
      replace: 'false && fleet.memo',
    },
    {
      name: 'a raise that no activity tells yet is asked for at every look',
      find: '{ ...raise, known: idsOf(fleet) }',
      replace: 'raise',
    },
    {
      name: 'a size that was set since is overwritten once more',
      find: ' || fleet.sizes.desired !== desired) return undefined',
      replace: ') return undefined',
    },
  ]),
  ...inFile('src/domain/rollout/inherited-wish.ts', [
    {
      name: 'a decrement that the lost run has seen itself crosses a wish once more',
      find: 'if (heartbeatAt > at + CROSSING_SECONDS) return undefined',
      replace: '',
    },
    {
      name: 'a wish that a lost run has crossed is taken as what its decrement left',
      find: 'if (first === undefined) return overwrittenWish(sizes.desired, changes, lost)',
      replace: 'return undefined',
    },
    {
      name: 'a size that the lost run had set itself is a wish',
      find: '(isRoomFrom(setter.from) || isOfEarlierWish || goesOnFromRoom(setter, { earlier, memo, min }))',
      replace: 'false',
    },
    {
      name: 'the room that the lost run has made for a scheduled action is a wish',
      find: 'scheduledUntil !== undefined && setter.at >= scheduledUntil',
      replace: 'false',
    },
    {
      name: 'the room that the lost run had made before a scheduled action is a wish',
      find: 'if (scheduledUntil !== undefined && setter.at < scheduledUntil) return true',
      replace: '',
    },
    {
      name: 'whatever was set after a scheduled action is the lost run’s own',
      find: 'each === setter || each.at <= scheduledUntil',
      replace: 'true',
    },
    {
      name: 'a size that was set after the last decrement is what that has left',
      find: "each.by !== 'group' && each.at > (call[0]?.at ?? at)",
      replace: 'each.at > Infinity',
    },
    {
      name: 'room that the lost run has made upon room is a wish',
      find: "last?.by === 'update' && last.to === setter.from",
      replace: 'false',
    },
    {
      name: 'the room that the lost run has made since it was taken back is a wish',
      find: ' || isTakenBack(memo)',
      replace: '',
    },
    {
      name: 'the room that the lost run has made for a higher minimum is a wish',
      find: 'min > memo.sizes.desired || memo.progress',
      replace: 'memo.progress',
    },
    {
      name: 'a decrement that came after the death of a run is the run’s own',
      find: 'at <= heartbeatAt + LAST_CHANGE_SECONDS',
      replace: 'at <= Infinity',
    },
    {
      name: 'a wish that the lost run had seen long before its decrement is found once more',
      find: ' || at - setter.at > CROSSING_SECONDS',
      replace: '',
    },
    {
      name: 'what the first of several terminations left is the end of their call',
      find: 'recent.some((each) => each.from === left)',
      replace: 'false',
    },
    {
      name: 'an operator’s termination right after a run has begun is given back',
      find: 'setter.at < memo.startedAt && before === memo.sizes.desired',
      replace: 'false',
    },
    {
      name: 'the minimum that a run holds is a wish that its room is made from',
      find: 'minWithoutRoll({ sizes }, memo)',
      replace: 'sizes.min',
    },
  ]),
  ...inFile('src/domain/rollout/crossed-wish.ts', [
    {
      name: 'the larger is kept though the calls tell what was set between them',
      find: 'if (decrement.resumedFrom !== undefined) return decrement.resumedFrom',
      replace: '',
    },
    {
      name: 'calls of which one is not told tell what was set between them',
      find: 'if (step === undefined) return false',
      replace: 'if (step === undefined) break',
    },
    {
      name: 'calls that go on from each other tell that something was set between them',
      find: ' && seen + taken !== left',
      replace: '',
    },
    {
      name: 'the run’s own raise hides the wish that it has crossed where the answer was lost',
      find: 'from === before ? Math.ceil(tookSeconds) : 0',
      replace: 'Math.ceil(tookSeconds)',
    },
    {
      name: 'calls on one look are several decrements',
      find: 'if (earlier === undefined || earlier.at',
      replace: 'if (true || earlier === undefined || earlier.at',
    },
    {
      name: 'a replacement on the same look closes a decrement',
      find: 'return earlier?.at === fleet.at ? earlier : undefined',
      replace: 'return undefined',
    },
    {
      name: 'a wish lies before all calls of a decrement, or after',
      find: 'return [0, ...last, by]',
      replace: 'return [0, by]',
    },
    {
      name: 'what a decrement was made from is not asked',
      find: 'if (decrement.loweredFrom === before) return sizes.desired',
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/remembered-state.ts', [
    {
      name: 'tags that others have changed pass for those of the run',
      find: 'isHeldByOther || hasSameFacts(memo, remembered)',
      replace: 'isHeldByOther || memo !== remembered',
    },
    {
      name: 'tags in the name of a run that is not alive are that run’s',
      find: 'memo.run !== run && isLeaseLive(memo, run, at)',
      replace: 'memo.run !== run',
    },
    {
      name: 'the lease of another run is taken away from it',
      find: 'memo.run !== run && isLeaseLive(memo, run, at)',
      replace: 'false',
    },
    {
      name: 'what a look reads of a group follows tags that others have changed',
      find: '    ? remembered\n    : fleet.memo',
      replace: '    ? fleet.memo\n    : fleet.memo',
    },
    {
      name: 'what a look reads of a group follows what the run remembers, whoever works on it',
      find: 'stateLoss(fleet, { remembered, run: remembered.run }) !== undefined',
      replace: 'remembered.run !== undefined',
    },
  ]),
  ...inFile('src/domain/rollout/start.ts', [
    {
      name: 'a roll that goes on leaves the processes running that the run before has resumed',
      find: '...suspendedAgain(fleet, memo, policy), ',
      replace: '',
    },
    {
      name: 'a group with nothing outdated but the warm pool is current',
      find: 'outdated.length + idle.length > 0',
      replace: 'outdated.length > 0',
    },
    {
      name: 'processes that were suspended before are saved as the run’s own',
      find: '!fleet.suspended.includes(process) && !(follows',
      replace: '!(follows',
    },
    {
      name: 'a forced roll begins before EC2 says when instances were launched',
      find: 'policy.force &&',
      replace: 'false &&',
    },
    {
      name: 'protected instances do not stop a roll that must not touch them',
      find: "policy.protectedInstances === 'fail' &&",
      replace: 'false &&',
    },
    {
      name: 'instances in Standby do not stop a roll that must not leave them',
      find: "policy.standbyInstances === 'fail' &&",
      replace: 'false &&',
    },
    {
      name: 'a take-over has a smaller surge',
      find: 'surge: Math.max(memo.surge, Math.min(policy.surge,',
      replace: 'surge: Math.max(0, Math.min(policy.surge,',
    },
    {
      name: 'a take-over keeps the surge of the run before',
      find: 'surge: Math.max(memo.surge, Math.min(policy.surge,',
      replace: 'surge: Math.max(memo.surge, Math.min(0,',
    },
    {
      name: 'a take-over saves the sizes as they are now',
      find: '      ...carryingOut(withGatesOf(memo, fleet.source.fingerprint), policy),\n      ...ours,',
      replace:
        '      ...carryingOut(withGatesOf(memo, fleet.source.fingerprint), policy),\n      ...ours,\n      sizes: fleet.sizes,',
    },
    {
      name: 'a take-over forgets which processes are suspended',
      find: '...new Set([...memo.suspends, ...suspendedAgain(fleet, memo, policy), ...darkness.suspends])',
      replace: '...darkness.suspends',
    },
    {
      name: 'a forced take-over replaces what the run before has launched',
      find: 'memo.replaceLaunchedUntil ?? replacedUntil',
      replace: 'replacedUntil',
    },
    {
      name: 'a take-over rolls to the launch source of the run before',
      find: 'source: fleet.source.fingerprint,\n      replaceLaunchedUntil: policy.force ? (memo',
      replace: 'replaceLaunchedUntil: policy.force ? (memo',
    },
  ]),
  ...inFile('src/domain/rollout/lease.ts', [
    {
      name: 'what was left on purpose is told as unfinished',
      find: 'memo.heartbeatAt > 0 && !isLeaseLive(memo, run, at)',
      replace: '!isLeaseLive(memo, run, at)',
    },
    {
      name: 'a live lease is acquired',
      find: 'return at - memo.heartbeatAt < DEAD_AFTER_SECONDS',
      replace: 'return false',
    },
    {
      name: 'a lease never expires',
      find: 'return at - memo.heartbeatAt < DEAD_AFTER_SECONDS',
      replace: 'return true',
    },
    {
      name: 'another attempt of a run waits for its lease',
      find: 'isOtherAttempt(memo.run, run) || isFromFuture',
      replace: 'isFromFuture',
    },
    {
      name: 'the first read after a crash is trusted',
      find: "(isLate && intent === 'roll')",
      replace: "run !== ''",
    },
    {
      name: 'a claim on a lease may look as the lease did before',
      find: 'Math.max(Math.floor(at), memo.heartbeatAt + 1)',
      replace: 'Math.floor(at)',
    },
  ]),
  ...inFile('src/domain/rollout/acquire-lease.ts', [
    {
      name: 'every lease is the run’s own',
      find: 'const isOurs = memo.run === policy.run',
      replace: "const isOurs = memo.run !== ''",
    },
    { name: 'the saved state of a dead run is looked for once', find: 'at < lookFor.until &&', replace: 'false &&' },
    {
      name: 'a run goes on with a group that it left for inspection',
      find: 'if (isOurs && isPaused(memo)) return PAUSED',
      replace: '',
    },
    {
      name: 'the post step puts back what another run has left',
      find: "policy.lookFor?.whose === 'own'",
      replace: 'false',
    },
    {
      name: 'the post step takes tags that no run has written for those of another run',
      find: 'memo.heartbeatAt < saved.heartbeatAt',
      replace: 'false',
    },
    {
      name: 'the post step takes the tags of a later run for ones that no run has written',
      find: 'memo.heartbeatAt < saved.heartbeatAt',
      replace: 'memo.heartbeatAt <= saved.heartbeatAt',
    },
    {
      name: 'a run whose lease was claimed by another goes on to put back',
      find: '!isOurs && state.leaseClaimed && !isRoll',
      replace: 'false',
    },
    { name: 'a lease without saved state stays', find: 'fleet.orphanedLease !== undefined ?', replace: 'false ?' },
    {
      name: 'a run does not know whose roll it has claimed',
      find: 'isOurs ? state.predecessor : memo',
      replace: 'isOurs ? undefined : memo',
    },
  ]),
  ...inFile('src/domain/rollout/restore.ts', [
    {
      name: 'the state is cleared before the processes are resumed',
      find: 'if (ours.length > 0)',
      replace: 'if (ours.length > 9)',
    },
    {
      name: 'the state is cleared before the sizes are restored',
      find: 'if (Object.keys(sizes).length > 0)',
      replace: 'if (Object.keys(sizes).length > 9)',
    },
    {
      name: 'every suspended process is resumed',
      find: 'const ours = memo.suspends.filter((process) => fleet.suspended.includes(process))',
      replace: 'const ours = fleet.suspended',
    },
    {
      name: 'the desired capacity is restored below a raised MinSize',
      find: 'Math.max(memo.sizes.desired, min)',
      replace: 'memo.sizes.desired',
    },
    {
      name: 'the desired capacity is raised while a group is put back',
      find: 'desired < fleet.sizes.desired &&',
      replace: 'desired !== fleet.sizes.desired &&',
    },
  ]),
  ...inFile('src/aws/groups/memo-tag.ts', [
    {
      name: 'the tag of the lease is not removed',
      find: '[MEMO_TAG, RUN_TAG, PROGRESS_TAG].map',
      replace: '[MEMO_TAG, PROGRESS_TAG].map',
    },
    {
      name: 'new instances inherit the tags of the saved state',
      find: 'PropagateAtLaunch: false',
      replace: 'PropagateAtLaunch: true',
    },
    {
      name: 'a lease beside its saved state is without saved state',
      find: 'if (valueOf(tags, MEMO_TAG) !== undefined) return undefined',
      replace: '',
    },
  ]),
  ...inFile('src/aws/groups/memo-text.ts', [
    {
      name: 'only the last suspended process is saved',
      find: "processes.join('+') ||",
      replace: 'processes.at(-1) ||',
    },
    { name: 'the dark is not saved', find: "...(dark && { dark: 'yes' }),", replace: '' },
    {
      name: 'the release is not read back',
      find: "...(fields.oneOf('released', ['yes']) && { released: true }),",
      replace: '',
    },
    { name: 'an unsafe address of the run is written', find: '&& SAFE_ADDRESS.test(url)', replace: '' },
  ]),
  ...inFile('src/aws/groups/versioned-text.ts', [
    { name: 'a saved state with a field missing is read', find: 'missing.length > 0', replace: 'false' },
    { name: 'a saved state with an unknown field is read', find: 'foreign.length > 0', replace: 'false' },
    {
      name: 'a number of a saved state that is no number is read',
      find: 'return NUMBER.test(text) ? Number(text)',
      replace: "return text !== '?' ? Number(text)",
    },
  ]),
  ...inFile('src/aws/groups/tag-format.ts', [
    { name: 'a text longer than a tag is written', find: 'text.length > LONGEST', replace: 'false' },
    { name: 'a letter that tags do not take is written', find: 'if (!WORD.test(value))', replace: 'if (false)' },
  ]),
]
