import { inFile } from './mutant.ts'

/** Mutants of the janitor. */
export const JANITOR_MUTANTS = [
  ...inFile('src/domain/janitor/saved-state.ts', [
    {
      name: 'a group at which a run is at work is put back',
      find: 'if (seconds < DEAD_AFTER_SECONDS)',
      replace: 'if (seconds < 0)',
    },
    {
      name: 'a run that has died a moment ago is put back',
      find: 'if (seconds < limits.olderThanSeconds)',
      replace: 'if (seconds < 0)',
    },
    {
      name: 'what waits on purpose is put back',
      find: 'if (memo.heartbeatAt === 0)',
      replace: 'if (memo.heartbeatAt === 1)',
    },
    {
      name: 'a state that dark instances carry is not seen',
      find: 'const fleet = withCarriedMemo(seen)',
      replace: 'const fleet = withCarriedMemo({ ...seen, carriedMemo: undefined })',
    },
  ]),
  ...inFile('src/domain/janitor/suspended.ts', [
    {
      name: 'a janitor resumes what AWS has suspended',
      find: '!ofAws.includes(process) && !isKept',
      replace: '!isKept',
    },
    {
      name: 'a janitor resumes what is meant to stay suspended',
      find: '!isKept(tags, process) && ',
      replace: '',
    },
    {
      name: 'a tag that names some processes keeps all of them suspended',
      find: 'names.length === 0 || names.includes(process)',
      replace: 'names.length >= 0 || names.includes(process)',
    },
    {
      name: 'what is suspended anew is taken for what was marked',
      find: "`${process} ${fleet.suspensionReasons?.[process] ?? ''}`",
      replace: 'process',
    },
  ]),
  ...inFile('src/domain/janitor/capacity.ts', [
    {
      name: 'an instance returns from Standby beyond the maximum',
      find: 'sizes.desired + capacityOf(left) > sizes.max',
      replace: 'sizes.desired > sizes.max',
    },
    {
      name: 'an instance returns from Standby a moment after it was put there',
      find: "lifecycle === 'Standby' && isOld(sinceOf(id), at, limits)",
      replace: "lifecycle === 'Standby'",
    },
    {
      name: 'a group that an operator has doubled on one launch source counts as left behind',
      find: 'more.length > 0 || other.length === 0 || one.length !== other.length',
      replace: 'more.length > 0',
    },
    {
      name: 'protection that ECS manages counts as left behind',
      find: "protectsNew || Object.hasOwn(tags, 'AmazonECSManaged')",
      replace: 'protectsNew',
    },
  ]),
  ...inFile('src/domain/janitor/traffic.ts', [
    {
      name: 'a janitor registers instances while the group registers none',
      find: 'if (suspended.includes(REGISTERING)) return []',
      replace: 'if (suspended.length > 99) return []',
    },
  ]),
  ...inFile('src/domain/janitor/refreshes.ts', [
    {
      name: 'a refresh that waits at checkpoints is cancelled',
      find: '!refresh.waits && ',
      replace: '',
    },
    {
      name: 'a refresh is cancelled after an hour',
      find: 'seconds >= CANCELLED_AFTER_SECONDS',
      replace: 'seconds >= TOLD_AFTER_SECONDS',
    },
  ]),
  ...inFile('src/domain/janitor/sources.ts', [
    {
      name: 'a launch configuration in use is deleted',
      find: '!used.has(name) && createdAt',
      replace: 'createdAt',
    },
    {
      name: 'a version in use is deleted',
      find: ' && !used.has(versionKey(template, each.version))',
      replace: '',
    },
    {
      name: 'the default version is deleted',
      find: '!each.isDefault && ',
      replace: '',
    },
    {
      name: 'versions of others are deleted',
      find: 'all.filter(({ isOurs }) => isOurs)',
      replace: 'all',
    },
  ]),
  ...inFile('src/domain/janitor/rules.ts', [
    {
      name: 'beside saved state everything else is judged as well',
      find: 'findings: [saved.finding]',
      replace: 'findings: [saved.finding, ...RULES.flatMap((rule) => rule(state, limits))]',
    },
  ]),
  ...inFile('src/domain/janitor/verdict.ts', [
    {
      name: 'a janitor heals at first sight',
      find: "if (markedAt === undefined) return { kind: 'mark' }",
      replace: "if (markedAt === undefined) return { kind: 'heal', remedy }",
    },
    {
      name: 'a janitor heals what another has marked a moment ago',
      find: 'at - markedAt >= rests',
      replace: 'at - markedAt >= 0',
    },
    {
      name: 'a janitor heals without being asked to',
      find: "if (!policy.heal) return { kind: 'report', why: 'without `heal`' }",
      replace: '',
    },
    {
      name: 'a janitor heals what the catalogue forbids',
      find: "if (refusal !== undefined) return { kind: 'report', why: refusal }",
      replace: '',
    },
    {
      name: 'a janitor heals a state without a date an hour after its mark',
      find: 'since === undefined ? Math.max(MARK_RESTS_SECONDS, policy.olderThanSeconds) : MARK_RESTS_SECONDS',
      replace: 'MARK_RESTS_SECONDS',
    },
  ]),
  ...inFile('src/modes/janitor-heal.ts', [
    {
      name: 'a janitor marks in a dry run',
      find: 'inputs.heal && !inputs.dryRun ? places',
      replace: 'inputs.heal ? places',
    },
    {
      name: 'a janitor does not look once more before it heals',
      find: 'const now = await place.again()\n  if',
      replace: 'const now: Judged | LeftAlone = place.judged\n  if',
    },
    {
      name: 'a mark outlives what it stands for',
      find: "!== (marks.text ?? '')\n}",
      replace: '=== undefined\n}',
    },
    {
      name: 'what another janitor has healed a moment ago ends red',
      find: "if ('findings' in now && !now.findings.some((each) => isSame(each.finding, finding))) return GONE",
      replace: '',
    },
  ]),
  ...inFile('src/modes/janitor-governance.ts', [
    {
      name: 'processes are resumed where no catalogue is',
      find: "remedy.kind === 'resume' ? 'processes are resumed only in groups that a catalogue claims' : undefined",
      replace: 'undefined',
    },
    {
      name: 'processes are resumed in groups that no service claims',
      find: "if (claim === undefined || 'finding' in claim) return claim?.finding.what ?? UNKNOWN",
      replace: "if (claim === undefined || 'finding' in claim) return undefined",
    },
    {
      name: 'a freeze keeps what a dead run has left from being put back',
      find: '  if (isOwn(remedy)) return undefined\n',
      replace: '',
    },
  ]),
  ...inFile('src/main/connect-regions.ts', [
    {
      name: 'a janitor that only reports could change something',
      find: 'inputs.heal !== false && ',
      replace: '',
    },
  ]),
]
