import type { WorldKind } from '../fuzz/chosen-worlds.ts'

/** Which tests know the rules of a room from inside, and in which of its worlds the fuzzer reaches the room. */
export interface Room {
  /** The beginning of the paths of its files. */
  readonly path: string
  /** Patterns of the paths of its tests, for jest. */
  readonly suites: readonly string[]
  readonly seeds: readonly WorldKind[]
}

const tests = (folder: string, ...names: readonly string[]): readonly string[] =>
  names.map((name) => `__tests__/${folder}/${name}.test.ts`)

/** Worlds with groups that roll. */
const OF_GROUPS = ['groups', 'loads', 'waves'] as const

/** The rooms that mutants may be of. */
export const ROOMS: readonly Room[] = [
  { path: 'src/domain/rollout/', suites: ['__tests__/domain/rollout/'], seeds: OF_GROUPS },
  { path: 'src/controllers/concurrency', suites: ['__tests__/controllers/concurrency'], seeds: [] },
  {
    path: 'src/controllers/rollout/',
    suites: ['__tests__/controllers/rollout/(?!crash-walk|two-runs)'],
    seeds: OF_GROUPS,
  },
  { path: 'src/domain/waves/', suites: ['__tests__/domain/waves/'], seeds: [] },
  { path: 'src/domain/patch/', suites: ['__tests__/domain/patch/'], seeds: [] },
  { path: 'src/modes/janitor', suites: ['__tests__/modes/janitor/'], seeds: [] },
  { path: 'src/domain/janitor/', suites: ['__tests__/domain/janitor/'], seeds: [] },
  { path: 'src/main/connect-regions', suites: ['__tests__/modes/janitor/'], seeds: [] },
  { path: 'src/modes/shift', suites: ['__tests__/edges/traffic/'], seeds: [] },
  { path: 'src/modes/', suites: tests('edges', 'waves'), seeds: [] },
  { path: 'src/domain/image/', suites: ['__tests__/domain/image/', '__tests__/domain/audit/'], seeds: [] },
  { path: 'src/domain/audit/', suites: ['__tests__/domain/audit/', '__tests__/domain/image/'], seeds: [] },
  { path: 'src/domain/user-data/', suites: ['__tests__/domain/user-data/'], seeds: [] },
  { path: 'src/domain/catalogue/', suites: ['__tests__/domain/catalogue/'], seeds: [] },
  { path: 'src/domain/history/', suites: ['__tests__/domain/history/'], seeds: [] },
  { path: 'src/command/page/', suites: ['__tests__/command/page/'], seeds: [] },
  { path: 'src/domain/plan/', suites: ['__tests__/domain/plan/'], seeds: [] },
  { path: 'src/domain/yaml/', suites: ['__tests__/domain/user-data/'], seeds: [] },
  { path: 'src/aws/act/', suites: ['__tests__/aws/act/'], seeds: OF_GROUPS },
  { path: 'src/aws/observe/', suites: ['__tests__/aws/observe/'], seeds: OF_GROUPS },
  { path: 'src/aws/groups/', suites: ['__tests__/aws/groups/'], seeds: OF_GROUPS },
  {
    path: 'src/aws/preflight/',
    suites: ['__tests__/aws/preflight/', '__tests__/edges/alarms', ...tests('modes', 'look-ahead', 'launch-fit')],
    seeds: OF_GROUPS,
  },
  { path: 'src/report/', suites: ['__tests__/report/'], seeds: [] },
  { path: 'src/inputs/', suites: ['__tests__/inputs/'], seeds: [] },
  { path: 'src/text/', suites: ['__tests__/text/', '__tests__/inputs/'], seeds: [] },
  { path: 'src/aws/select/', suites: ['__tests__/aws/select/'], seeds: [] },
  { path: 'src/aws/images/', suites: ['__tests__/aws/images/', ...tests('modes', 'launch-fit')], seeds: [] },
  { path: 'src/aws/client/', suites: ['__tests__/aws/client/'], seeds: [] },
  { path: 'src/platform/', suites: ['__tests__/platform/'], seeds: [] },
  { path: 'src/aws/patch/', suites: ['__tests__/aws/patch/'], seeds: [] },
  {
    path: 'src/domain/bastion/',
    suites: ['__tests__/domain/bastion/', ...tests('controllers/bastion', 'failure', 'redeploy', 'disturbed')],
    seeds: ['bastions'],
  },
  {
    path: 'src/aws/bastion/',
    suites: [
      '__tests__/aws/bastion/',
      ...tests('controllers/bastion', 'strangers', 'unreadable', 'redeploy', 'crash-walk'),
    ],
    seeds: ['bastions'],
  },
  {
    path: 'src/controllers/bastion/',
    suites: tests('controllers/bastion', 'failure', 'redeploy', 'disturbed', 'unreadable'),
    seeds: ['bastions'],
  },
  {
    path: 'src/domain/traffic/',
    suites: ['__tests__/domain/traffic/', '__tests__/edges/traffic/'],
    seeds: [],
  },
  { path: 'src/aws/traffic/', suites: ['__tests__/aws/traffic/', '__tests__/edges/traffic/'], seeds: [] },
  {
    path: 'src/controllers/traffic/',
    suites: ['__tests__/controllers/traffic/', '__tests__/edges/traffic/'],
    seeds: [],
  },
  { path: 'src/command/', suites: ['__tests__/command/'], seeds: [] },
  { path: 'src/main/', suites: ['__tests__/main/'], seeds: [] },
  { path: 'src/github/', suites: ['__tests__/github/', '__tests__/main/github-run'], seeds: [] },
  { path: 'src/notify/', suites: ['__tests__/main/notify-run'], seeds: [] },
  { path: 'src/aws/records/', suites: ['__tests__/main/record-sinks'], seeds: [] },
  { path: 'src/modes/', suites: ['__tests__/main/governed'], seeds: [] },
]

/** Where the tests of a file have another name than the file. */
const OWN: Readonly<Record<string, string>> = {
  'src/report/results/change-record.ts': '__tests__/main/change-trail',
  'src/report/results/audit-lines.ts': '__tests__/report/results/audit-file',
  'src/modes/images.ts': '__tests__/main/governed',
  'src/main/govern.ts': '__tests__/main/governed',
  'src/main/saved-memos.ts': '__tests__/main/saved-run',
  'src/main/saved-trail.ts': '__tests__/main/record-sinks',
  'src/main/post-trail.ts': '__tests__/main/record-sinks',
  'src/aws/records/send-record.ts': '__tests__/main/record-sinks',
  'src/main/apply-plan.ts': '__tests__/main/plans',
  'src/main/write-plan.ts': '__tests__/main/plans',
  'src/main/principal.ts': '__tests__/main/(plans|principal)',
  'src/modes/planned.ts': '__tests__/main/plans',
  'src/modes/planned-bastion.ts': '__tests__/main/plans',
  'src/modes/redeploy-bastion.ts': '__tests__/controllers/bastion/unreadable',
  'src/modes/governed-groups.ts': '__tests__/main/governed',
  'src/aws/preflight/checks.ts': '__tests__/modes/look-ahead',
  'src/aws/preflight/launch-fit.ts': '__tests__/modes/launch-fit',
  'src/aws/preflight/launched-from.ts': '__tests__/modes/launch-fit',
  'src/aws/images/instance-types.ts': '__tests__/modes/launch-fit',
  'src/domain/rollout/rules.ts': '__tests__/domain/rollout/(rules|gates)',
  'src/domain/rollout/budget.ts': '__tests__/domain/rollout/(budget|terminable|gates)',
  'src/domain/rollout/amount.ts': '__tests__/domain/rollout/gates',
  'src/domain/rollout/raised-sizes.ts': '__tests__/domain/rollout/follow',
  'src/domain/rollout/alarms.ts': '__tests__/domain/rollout/(alarms|gates)',
  'src/domain/rollout/taken-back.ts': '__tests__/domain/rollout/(alarms|capacity)',
  'src/aws/preflight/evaluated-aliases.ts': '__tests__/edges/traffic/aliases',
  'src/aws/observe/alarms.ts': '__tests__/edges/alarms.test',
  'src/aws/preflight/alarms.ts': '__tests__/edges/alarms',
  'src/aws/traffic/listener-routing.ts': '__tests__/edges/traffic/means',
  'src/aws/traffic/listener-routes.ts': '__tests__/edges/traffic/(means|refusals)',
  'src/aws/traffic/record-routing.ts': '__tests__/edges/traffic/(means|records)',
  'src/aws/traffic/record-routes.ts': '__tests__/edges/traffic/records',
  'src/aws/traffic/classic-routing.ts': '__tests__/edges/traffic/classic',
  'src/aws/traffic/group-notes.ts': '__tests__/edges/traffic/records',
  'src/modes/shift.ts': '__tests__/edges/traffic/aliases',
  'src/modes/restore.ts': '__tests__/edges/traffic/failures',
  'src/modes/take-back.ts': '__tests__/edges/traffic/failures',
  'src/domain/rollout/bake.ts': '__tests__/domain/rollout/gates',
  'src/domain/rollout/gates.ts': '__tests__/domain/rollout/gates',
  'src/domain/rollout/gates-by-hand.ts': '__tests__/domain/rollout/gates',
  'src/domain/rollout/start.ts': '__tests__/domain/rollout/(start|take-over|rules)',
  'src/domain/rollout/acquire-lease.ts': '__tests__/domain/rollout/(rules|lease|saved-state)',
  'src/domain/rollout/lease.ts': '__tests__/domain/rollout/(rules|lease)',
  'src/aws/client/error-class.ts': '__tests__/aws/client/(error-class|garbled-answer)',
  'src/aws/client/clients.ts': '__tests__/aws/client/(clients|garbled-answer)',
  'src/aws/client/renewed-session.ts': '__tests__/aws/client/(renewed-session|credentials)',
  'src/aws/client/assume-role-errors.ts': '__tests__/aws/client/credentials',
  'src/aws/client/patience.ts': '__tests__/aws/client/connect.test',
  'src/aws/client/gathered.ts': '__tests__/aws/(act/|observe/shared-activities)',
  'src/aws/client/call.ts': '__tests__/aws/client/(call|garbled-answer)',
  'src/aws/select/suggestions.ts': '__tests__/aws/select/select',
  'src/inputs/gates.ts': '__tests__/inputs/inputs',
  'src/inputs/bakes.ts': '__tests__/inputs/inputs',
  'src/inputs/reader.ts': '__tests__/inputs/mistakes',
  'src/inputs/common.ts': '__tests__/inputs/(inputs|mistakes)',
  'src/inputs/list-form.ts': '__tests__/inputs/mistakes',
  'src/inputs/patch.ts': '__tests__/inputs/(patch|mistakes)',
  'src/controllers/rollout/transition.ts': '__tests__/controllers/rollout/transition',
  'src/controllers/rollout/after-look.ts': '__tests__/controllers/rollout/transition',
  'src/controllers/rollout/after-activities.ts': '__tests__/controllers/rollout/transition',
  'src/controllers/rollout/after-change.ts': '__tests__/controllers/rollout/transition',
  'src/controllers/rollout/without-doubt.ts': '__tests__/controllers/rollout/doubtful-looks',
  'src/controllers/rollout/take-turn.ts': '__tests__/edges/(waves|alarms-after-crash)',
  'src/controllers/rollout/controller.ts': '__tests__/(controllers/rollout/controller|edges/waves)',
  'src/modes/roll.ts': '__tests__/edges/(waves|gates)',
  'src/modes/patch-in-turns.ts': '__tests__/edges/waves',
  'src/controllers/rollout/failure.ts': '__tests__/controllers/rollout/step',
  'src/controllers/rollout/rollback.ts': '__tests__/controllers/rollout/step',
}

/** A pattern of the tests that notice most mutants of a file, which are tried before all tests of its room. */
export function ownSuites(file: string): string {
  if (file.startsWith('src/domain/rollout/changes/'))
    return '__tests__/domain/rollout/(changes|visible-changes|expectations)'
  if (file.startsWith('src/domain/janitor/')) return '__tests__/domain/janitor/'
  if (file.startsWith('src/modes/janitor') || file === 'src/main/connect-regions.ts')
    return '__tests__/modes/janitor/left-alone'
  if (file === 'src/domain/traffic/refusals.ts') return '__tests__/(domain/traffic/rules|edges/traffic/refusals)'
  if (file.startsWith('src/domain/traffic/')) return '__tests__/domain/traffic/'
  if (file.startsWith('src/controllers/traffic/'))
    return '__tests__/(controllers/traffic/|edges/traffic/(shift|failures|comparison))'
  if (file.startsWith('src/domain/bastion/')) return '__tests__/domain/bastion/'
  if (file.startsWith('src/domain/image/')) return '__tests__/domain/image/(succession|family|fit|launch-shape)'
  if (file.startsWith('src/domain/user-data/images/')) return '__tests__/domain/user-data/image-corpus.test.ts'
  if (file.startsWith('src/domain/user-data/') || file.startsWith('src/domain/yaml/'))
    return '__tests__/domain/user-data/(user-data|secrets|image-corpus)'
  return OWN[file] ?? file.replace(/^src/, '__tests__').replace(/ts$/, 'test.ts')
}

/** The room of a file; throws where it has none. */
export function roomOf(file: string): Room {
  const room = ROOMS.find(({ path }) => file.startsWith(path))
  if (room === undefined) throw new Error(`${file} is in no room of testing/mutants/suites.ts`)
  return room
}
