import { inFile } from './mutant.ts'

const changes = (name: string): string => `src/domain/rollout/changes/${name}.ts`

/** Mutants of what is expected of AWS's answers, and of each kind of change. */
export const CHANGE_MUTANTS = [
  ...inFile('src/domain/rollout/expectations.ts', [
    {
      name: 'a decision is made on a look that does not show the last change',
      find: "if (missing.length === 0) return 'timely'",
      replace: "return 'timely'",
    },
    { name: 'an accepted change is expected for one second', find: 'LAG_SECONDS = 60', replace: 'LAG_SECONDS = 1' },
    {
      name: 'the desired capacity that a termination leaves is not expected',
      find: "change.kind !== 'terminate' || !change.decrement",
      replace: 'true',
    },
    {
      name: 'processes that a later change does not name are not expected',
      find: 'return processes.length > 0 ? { ...earlier, processes } : undefined',
      replace: 'return undefined',
    },
    {
      name: 'a desired capacity that a later change does not set is not expected',
      find: 'desired === undefined || later.sizes.desired !== undefined ?',
      replace: 'desired !== 0 ?',
    },
    {
      name: 'whom the run comes after is forgotten with its second lease',
      find: 'after === undefined ? change : { ...change, after }',
      replace: 'change',
    },
  ]),
  ...inFile(changes('changes'), [
    {
      name: 'a later size makes a termination out of date',
      find: "if (earlier.kind === 'terminate' || (later.kind === 'terminate' && !later.decrement)) return false",
      replace: '',
    },
  ]),
  ...inFile(changes('terminate'), [
    {
      name: 'a termination that no look shows is visible',
      find: '!fleet.instances.some((each) => leaving.has(each.id) && isThere(each))',
      replace: 'true',
    },
    { name: 'a termination is sent again without a look', find: 'attempts: 1', replace: 'attempts: undefined' },
    {
      name: 'a termination leaves the desired capacity in the forecast',
      find: 'fleet.sizes.desired - capacityOf(named(fleet, instances))',
      replace: 'fleet.sizes.desired',
    },
  ]),
  ...inFile(changes('resize'), [
    {
      name: 'a desired capacity that no look shows is visible',
      find: '(written.desired === undefined || written.desired === sizes.desired)',
      replace: 'true',
    },
    { name: 'a size is written as often as any call', find: 'attempts: 2', replace: 'attempts: undefined' },
  ]),
  ...inFile(changes('save-state'), [
    {
      name: 'the memo of the run before is news',
      find: 'memo.run === after?.run || isEarlier(memo, written)',
      replace: 'isEarlier(memo, written)',
    },
    {
      name: 'the memo of a run that has ended since is news',
      find: 'memo.run === after?.run || isEarlier(memo, written)',
      replace: 'memo.run === after?.run',
    },
    {
      name: 'the memo of a roll before is news where its last sign of life is of the same second',
      find: 'memo.startedAt < written.startedAt || ',
      replace: '',
    },
    {
      name: 'an earlier lease of the run is the last one',
      find: "memo.heartbeatAt === written.heartbeatAt ? 'ours' : 'not yet'",
      replace: "'ours'",
    },
    { name: 'an earlier saved state of the run is the last one', find: '&& hasSameFacts(memo, written)', replace: '' },
  ]),
  ...inFile(changes('changes'), [
    {
      name: 'a lost answer to a replacement makes unknown which sizes a run has left',
      find: "(change.kind === 'terminate' && change.decrement)",
      replace: "change.kind === 'terminate'",
    },
    {
      name: 'a lost answer to a decrement leaves the size known that was there before',
      find: " || (change.kind === 'terminate' && change.decrement)",
      replace: '',
    },
  ]),
  ...inFile(changes('renew-lease'), [
    {
      name: 'a lease that no look shows is visible',
      find: "showsLease(memo, written, after) !== 'not yet'",
      replace: 'true',
    },
  ]),
  ...inFile(changes('suspend'), [
    {
      name: 'a suspension that no look shows is visible',
      find: 'processes.every((process) => suspended.includes(process))',
      replace: 'true',
    },
    {
      name: 'a suspension resumes all other processes in the forecast',
      find: '[...new Set([...fleet.suspended, ...processes])]',
      replace: '[...processes]',
    },
  ]),
  ...inFile(changes('resume'), [
    {
      name: 'a resumption that no look shows is visible',
      find: 'processes.every((process) => !suspended.includes(process))',
      replace: 'true',
    },
  ]),
  ...inFile(changes('register'), [
    {
      name: 'a registration is visible that no look shows',
      find: "health.state === 'unregistered'",
      replace: 'false',
    },
  ]),
  ...inFile(changes('terminate-warm'), [
    {
      name: 'a warmed instance is terminated again without a look',
      find: 'attempts: 1',
      replace: 'attempts: undefined',
    },
  ]),
]
