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
    { name: 'a record is sent at the end only', find: "if (isWanted()) await write(begun(", replace: "if (isWanted()) save(begun(" },
    { name: 'a record that a cancelled run could not send counts as sent', find: 'if (signal.aborted && unsent.length > 0) return record', replace: 'if (signal.aborted && unsent.length > 99) return record' },
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
] // prettier-ignore
