import { inFile } from './mutant.ts'

/** Mutants of the record of a run: when it is written and sent, and what a failure of that does. */
export const RECORD_MUTANTS = [
  ...inFile('src/aws/records/send-record.ts', [
    { name: 'a record that cannot be sent ends the run', find: 'await Promise.allSettled(sent.map(({ done }) => done))', replace: '(await Promise.all(sent.map(({ done }) => done))).map(() => ({ status: \'fulfilled\' }) as const as PromiseSettledResult<void>)' },
    { name: 'events that AWS did not take are not noticed', find: 'if (FailedEntryCount > 0)', replace: 'if (FailedEntryCount > 99)' },
    { name: 'a bus is sent all events in one call', find: 'const ENTRIES_OF_A_CALL = 10', replace: 'const ENTRIES_OF_A_CALL = 1000' },
    { name: 'the outcome of a run is not logged, since its stream is there', find: 'if (!isThereAlready(error)) throw error', replace: 'throw error' },
    { name: 'an object of a run over midnight has two names', find: 'new Date(begunAt * 1000)', replace: 'new Date(Date.UTC(2026, 0, 6))' },
  ]),
  ...inFile('src/main/change-trail.ts', [
    { name: 'a record does not say since when its run changes something', find: 'startedAt: context.startedAt ?? isoTime(now())', replace: 'startedAt: null' },
    { name: 'a record does not say in which account and region', find: 'account: scope.account, region: scope.region', replace: 'account: null, region: null' },
    { name: 'a record is sent at the end only', find: "if (isWanted()) await write(begun(", replace: "if (isWanted()) save(begun(" },
    { name: 'a record that a cancelled run could not send counts as sent', find: 'if (signal.aborted && unsent.length > 0) return record', replace: 'if (signal.aborted && unsent.length > 99) return record' },
  ]),
  ...inFile('src/platform/state-parts.ts', [
    { name: 'the record of many groups keeps the post step from its beginning', find: 'value.length <= LONGEST', replace: 'value.length >= 0' },
    { name: 'the post step reads the number of the parts', find: 'if (!text.startsWith(IN_PARTS)) return text', replace: 'if (text !== IN_PARTS) return text' },
  ]),
  ...inFile('src/main/saved-trail.ts', [
    { name: 'the post step sends the outcome nowhere', find: 'if (delivery === undefined || connection === undefined)', replace: 'if (delivery === undefined || connection !== undefined)' },
    { name: 'what the main step has said of its end is said anew by the post step', find: "saved.every((state) => state.result !== 'begun')", replace: "saved.every((state) => state.result === 'none')" },
  ]),
  ...inFile('src/main/post-trail.ts', [
    { name: 'the post step sends a record again that was sent', find: 'if (trail === undefined || trail.isDone) return', replace: 'if (trail === undefined) return' },
  ]),
  ...inFile('src/aws/client/assume-role-errors.ts', [
    { name: 'a job of the wrong workflow is not told which one the role wants', find: 'workflow === undefined || matchesGlob(workflow, from)', replace: 'workflow === undefined || !matchesGlob(workflow, from)' },
  ]),
  ...inFile('src/github/tracking-issues.ts', [
    { name: 'a marker of another author counts', find: 'issue.user?.login === author &&', replace: 'issue.user?.login !== undefined && author !== undefined &&' },
    { name: 'an issue of what was not looked at is closed', find: '.filter((key) => !isWanted.has(key))', replace: '.filter((key) => isWanted.has(key))' },
    { name: 'an issue is made anew where there is a closed one', find: 'if (kept === undefined)', replace: "if (kept?.state !== 'open')" },
    { name: 'each rewriting has a comment', find: "opens ? 'It is behind again.' : isWorse ?", replace: "opens ? 'It is behind again.' : !isWorse ?" },
  ]),
  ...inFile('src/github/repository.ts', [
    { name: 'a text is cut without its end', find: 'const room = MOST_CHARACTERS - end.length', replace: 'const room = MOST_CHARACTERS + end.length' },
  ]),
  ...inFile('src/github/plan-comment.ts', [
    { name: 'a comment of another author is rewritten', find: 'each.user?.login === author && ', replace: '' },
  ]),
  ...inFile('src/main/github-run.ts', [
    { name: 'a job with an environment gets a second deployment', find: 'dryRun || facts.jobEnvironment !== undefined) return []', replace: 'dryRun) return []' },
    { name: 'a run for a fork tries to write a comment', find: ' || pullRequest.isFork) return []', replace: ') return []' },
  ]),
  ...inFile('src/notify/notifier.ts', [
    { name: 'a run that has not begun tells its end', find: 'if (hasBegun || (tellsSuccess && why === undefined))', replace: 'if (!hasBegun || (tellsSuccess && why === undefined))' },
    { name: 'a group that fails is told of at the end only', find: 'send(failedNotification(run(), event.result))', replace: 'void event' },
  ]),
  ...inFile('src/main/notify-run.ts', [
    { name: 'the address of a webhook is shown', find: ".replaceAll(address, '***')", replace: '' },
  ]),
] // prettier-ignore
