import { inFile, type Mutant } from './mutant.ts'

/** Mutants of what a look keeps from an earlier one, and of what must be asked for again. */
export const LOOK_MUTANTS: readonly Mutant[] = [
  ...inFile('src/controllers/rollout/look-again.ts', [
    {
      name: 'an instance leaves by the health of an earlier look',
      find: 'staleFor(action.kind, run.last).length > 0',
      replace: 'run.outcome !== undefined',
    },
  ]),
  ...inFile('src/controllers/rollout/refresh-look.ts', [
    {
      name: 'a refresh is asked for where the group is looked at again first',
      find: ' && lookAgain(request, run, action) === undefined',
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/changes/renew-lease.ts', [
    { name: 'a renewed lease has a look of its own', find: "followedBy: 'anything'", replace: 'followedBy: []' },
  ]),
  ...inFile('src/domain/rollout/changes/save-state.ts', [
    {
      name: 'processes are suspended before it is seen whose the saved state is',
      find: 'followedBy: []',
      replace: "followedBy: ['suspend']",
    },
  ]),
  ...inFile('src/domain/rollout/changes/terminate.ts', [
    { name: 'a hundred leave in one step', find: "['terminate', 'wait', 'resume']", replace: "['wait', 'resume']" },
    {
      name: 'a maximum is lowered before it is seen what others have set at the moment of a decrement',
      find: "['terminate', 'wait', 'resume']",
      replace: "['terminate', 'wait', 'resume', 'resize']",
    },
    {
      name: 'after the last departure what was suspended runs again one look later',
      find: "['terminate', 'wait', 'resume']",
      replace: "['terminate', 'wait']",
    },
  ]),
  ...inFile('src/domain/rollout/changes/resize.ts', [
    {
      name: 'once sizes are put back what was suspended runs again one look later',
      find: "['wait', 'resume']",
      replace: "['wait']",
    },
  ]),
  ...inFile('src/controllers/rollout/after-change.ts', [
    {
      name: 'new instances that the run itself has ended are no failures',
      find: 'state: { ...run.state, lost, missing, completeAt:',
      replace: 'state: { ...run.state, missing, completeAt:',
    },
  ]),
  ...inFile('src/controllers/rollout/transition.ts', [
    {
      name: 'the next change is decided on the group as it was before this one',
      find: 'return followed(run, event.change)',
      replace: 'return run',
    },
    {
      name: 'a run that waits goes on asking for everything',
      find: 'return run.freshLooks > 0 || run.needs !== undefined ? { ...run, freshLooks: 0, needs: undefined } : run',
      replace: 'return run',
    },
  ]),
  ...inFile('src/aws/observe/slow-starts.ts', [
    {
      name: 'of many target groups each is asked about before anything begins',
      find: 'const ASKED_AHEAD = 50',
      replace: 'const ASKED_AHEAD = Infinity',
    },
    {
      name: 'a target group that was not asked about starts nothing slowly',
      find: 'return told.includes(undefined) ? undefined : Math.max',
      replace: 'return Math.max',
    },
  ]),
  ...inFile('src/domain/rollout/freshness.ts', [
    {
      name: 'an instance leaves once what is launched was asked anew alone',
      find: "return 'every part'",
      replace: "return 'the launch source'",
    },
    {
      name: 'before capacity is added the health of all is asked anew',
      find: "readOf('targetHealth').freshFor?.includes(kind) === true ? 'the health' : 'the launch source'",
      replace: "readOf('targetHealth').freshFor?.includes(kind) === true ? 'the health' : 'the health'",
    },
    {
      name: 'a run begins on what was kept of the health',
      find: "readOf('targetHealth').freshFor?.includes(kind) === true ? 'the health' : 'the launch source'",
      replace: "readOf('targetHealth').freshFor?.includes(kind) === true ? 'the launch source' : 'the launch source'",
    },
    {
      name: 'an instance that has come into service is not asked for',
      find: 'if (told.get(id) !== health) return false',
      replace: 'if (told.get(id) !== health && members.size === 0) return false',
    },
    { name: 'an instance that does not serve is not asked for again', find: '  told.allServe &&\n', replace: '' },
    {
      name: 'a load balancer that is attached in a roll is not asked',
      find: '  told.attachments === attachments &&\n',
      replace: '',
    },
    {
      name: 'what was told once is kept without end',
      find: 'now - from < (readOf(part).keptSeconds ?? 0)',
      replace: 'now >= from',
    },
    {
      name: 'what the look lacks is not asked for again before a departure',
      find: 'readOf(part).freshFor?.includes(kind)',
      replace: 'readOf(part).freshFor === undefined && kind.length > 0',
    },
  ]),
  ...inFile('src/aws/observe/activities.ts', [
    {
      name: 'a short page of activities is the last',
      find: 'if (activities.length >= MOST) break',
      replace: 'break',
    },
  ]),
  ...inFile('src/aws/observe/fleets.ts', [
    {
      name: 'what is to be fresh is kept all the same',
      find: "need === 'every part' && !asksForHealth(fresh.get(nameOf(group)))",
      replace: "need === 'every part' && group !== undefined",
    },
    {
      name: 'a look does not say what it has kept',
      find: '...(kept === undefined ? [] : HEALTH),',
      replace: '',
    },
    {
      name: 'failed launches are asked for before AWS can have launched',
      find: '< LAUNCH_SECONDS) return fleet',
      replace: '< 0) return fleet',
    },
    {
      name: 'launches count that failed in an earlier run',
      find: 'Math.max(fleet.memo?.startedAt ?? 0, watchedSince.get(fleet.group) ?? fleet.at)',
      replace: 'fleet.memo?.startedAt ?? watchedSince.get(fleet.group) ?? fleet.at',
    },
    {
      name: 'launches count that failed before the roll began',
      find: 'Math.max(fleet.memo?.startedAt ?? 0, watchedSince.get(fleet.group) ?? fleet.at)',
      replace: 'watchedSince.get(fleet.group) ?? fleet.at',
    },
  ]),
  ...inFile('src/aws/observe/scheduled-actions.ts', [
    {
      name: 'a recurrence that cannot be read is told at each look',
      find: "recurrence === 'unreadable' && !isKnown(action)",
      replace: "recurrence === 'unreadable'",
    },
    {
      name: 'a recurrence that cannot be read ends the run',
      find: "return 'unreadable'",
      replace: 'throw new Error(expression)',
    },
  ]),
  ...inFile('src/aws/observe/recurrence.ts', [
    {
      name: 'a step that is larger than its field goes to the parser',
      find: 'Number(step) > last - first',
      replace: 'Number(step) > 999',
    },
    {
      name: 'steps from a value on begin at the first one of the field',
      find: '`${range}-${last}/${step}`',
      replace: '`*/${step}`',
    },
    {
      name: 'runs of a span are kept for one that begins earlier',
      find: 'if (from < this.#from) {',
      replace: 'if (this.#from === Infinity) {',
    },
    {
      name: 'runs before a span fill the number that is looked for',
      find: 'if (run > from) missing--',
      replace: 'missing--',
    },
  ]),
  ...inFile('src/aws/observe/launch-sources.ts', [
    {
      name: 'the launch source that a departure needs is kept',
      find: '(young.has(nameOf(group)) ? isYoung : mayBeKept)',
      replace: 'mayBeKept',
    },
  ]),
  ...inFile('src/controllers/rollout/group-run.ts', [
    {
      name: 'a bake goes by the health of an earlier look',
      find: 'state.baking !== undefined ||',
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/estimate.ts', [
    {
      name: 'one start is believed to be like all others',
      find: 'sharp.length >= ENOUGH',
      replace: 'sharp.length > 0',
    },
    {
      name: 'what was seen from afar is believed to be exact',
      find: 'samples.filter(({ atLeast, atMost }) => atMost - atLeast <= 2 * jitter)',
      replace: 'samples.filter(({ atLeast, atMost }) => atMost >= atLeast)',
    },
    {
      name: 'the least that was seen is the least that there is',
      find: 'Math.min(...middles, below(middles, RARE_DEVIATIONS))',
      replace: 'Math.min(...middles)',
    },
    {
      name: 'one in ten takes no longer than the quickest of all',
      find: 'Math.max(earliest, below(middles, EARLY_DEVIATIONS))',
      replace: 'earliest',
    },
  ]),
  ...inFile('src/domain/rollout/boot-record.ts', [
    {
      name: 'one start is counted at each look that shows it ready',
      find: '!readyBefore.has(id))',
      replace: 'true)',
    },
    {
      name: 'the activities are asked at every look',
      find: '!isAsked && ',
      replace: '',
    },
  ]),
  ...inFile('src/controllers/rollout/pace.ts', [
    {
      name: 'groups that fall due one after the other have a look each',
      find: 'Math.ceil(first / SHARED_SECONDS) * SHARED_SECONDS',
      replace: 'first',
    },
    {
      name: 'every look is at every group',
      find: '(due.get(group) ?? now) <= until',
      replace: 'until >= now || group.length > 0',
    },
  ]),
  ...inFile('src/domain/rollout/changes/terminate.ts', [
    {
      name: 'after a departure the run looks at once, though nothing can have come',
      find: "['terminate', 'wait', 'resume']",
      replace: "['terminate', 'resume']",
    },
  ]),
  ...inFile('src/controllers/rollout/pace.ts', [
    {
      name: 'while a group is put back a launch decides what may leave',
      find: ' || restoringSince !== undefined) return false',
      replace: ') return false',
    },
    {
      name: 'of several groups each is looked at shortly after a change',
      find: "next === 'shortly' && groups === 1 ?",
      replace: "next === 'shortly' ?",
    },
  ]),
  ...inFile('src/controllers/rollout/step.ts', [
    {
      name: 'the saved state is looked at shortly after it was written',
      find: "CHANGE_KINDS[made.kind].subject === 'memo' ? acted(run) : ",
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/termination-order.ts', [
    { name: 'a launch is never awaited', find: '    isHeld = true\n', replace: '' },
  ]),
  ...inFile('src/domain/rollout/boot-record.ts', [
    {
      name: 'of launches that began together those count that AWS tells of first',
      find: ' || begunAt > (oldest?.begunAt ?? 0) - TOGETHER_SECONDS',
      replace: '',
    },
  ]),
  ...inFile('src/aws/observe/past-launches.ts', [
    {
      name: 'of past launches those count that have ended last: of a group that was launched at once the slowest',
      find: 'right.begunAt - left.begunAt',
      replace: 'right.endedAt - left.endedAt',
    },
  ]),
  ...inFile('src/domain/rollout/readiness-history.ts', [
    {
      name: 'an instance that serves since AWS has answered starts slowly without a slow start',
      find: 'slowStartSeconds > 0 && ',
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/boot-estimate.ts', [
    {
      name: 'of many that start together the first is waited for as if it were alone',
      find: 'between(1, starting / FEW, 5)',
      replace: 'between(1, starting / FEW, 1)',
    },
    {
      name: 'the first of many that start together is as slow as one alone',
      find: 'boot.agrees ? 0.9 : 1 - (haste - 1) / 16',
      replace: 'boot.agrees ? 0.9 : 1',
    },
    {
      name: 'many that are late by much are looked at as closely as those that are due',
      find: 'between(Math.max(1, usual / haste), (at - due) / 5, usual)',
      replace: 'Math.max(1, usual / haste)',
    },
    {
      name: 'many that warm up for long are looked at as closely as those that have begun to',
      find: 'between(Math.max(1, 4 / haste), (at - atMost) / 4 / haste, 7)',
      replace: 'Math.max(1, 4 / haste)',
    },
    {
      name: 'a launch that decides what may leave is looked for as any other',
      find: 'awaited.launchDecides?.() === true ?',
      replace: 'since < 0 ?',
    },
    {
      name: 'a launch is looked for at once, however long a start takes',
      find: '(total?.earliest ?? start) >= LONG_SECONDS',
      replace: 'since < 0',
    },
    {
      name: 'a launch is looked for before its instance may be ready, where starts vary',
      find: 'start < SHORT_SECONDS || !isTold ? 0 : start\n',
      replace: '0\n',
    },
    {
      name: 'a short start that varies is seen at its end alone',
      find: 'start < SHORT_SECONDS || ',
      replace: '',
    },
    {
      name: 'a start is seen at its end alone where no activity tells when it came into service',
      find: ' || !isTold ? 0',
      replace: ' ? 0',
    },
    {
      name: 'a start of which the length is known well is seen at its end alone',
      find: 'isAlike ? start - LEFT_SECONDS :',
      replace: 'isAlike ? start :',
    },
    {
      name: 'a start of which the length is known well is seen so soon that another look falls in it',
      find: 'isAlike && total !== undefined ? total.earliest : ',
      replace: '',
    },
    {
      name: 'where the activities alone tell how long starts take, the group is seen every minute',
      find: '(known.total ?? known.boot)?.earliest',
      replace: 'known.total?.earliest',
    },
    {
      name: 'the quickest of starts that vary are looked for as closely as all others',
      find: 'at < launched + boot.early ? boot.earliest / 10 : ',
      replace: '',
    },
    {
      name: 'looks for what comes into service are no further apart than its warm-up',
      find: 'between(0, boot.earliest / 40, LATE_SECONDS)',
      replace: '0',
    },
    {
      name: 'an instance that serves since AWS has answered is waited for once more',
      find: 'awaited.warmupSeconds > 0 && warmAt > at',
      replace: 'warmAt > at',
    },
    {
      name: 'a warm-up that is counted is looked at closely',
      find: 'due.push(Math.min(warmAt, at +',
      replace: 'due.push(Math.min(at, at +',
    },
  ]),
]
