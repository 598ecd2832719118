/**
 * The saved state of a run as text, in three tags: the facts that never change during a run, its progress, which does, and
 * the lease, which is renewed without them. Each text begins with the version of its format; version 1, without a name for
 * it, is read and no longer written.
 *
 * | text     | field                                 | what it says                                                     |
 * | -------- | ------------------------------------- | ---------------------------------------------------------------- |
 * | facts    | `group`                               | the UUID in the ARN of the group, or `none`                      |
 * |          | `started`, `until`                    | seconds since the Unix epoch; `until` is `none` without `force`  |
 * |          | `min`, `desired`, `max`, `suspends`   | how the group was, and what the run suspends                     |
 * |          | `surge`, `source`                     | how far the run raises the desired capacity, and to what it rolls |
 * |          | `leaving`                             | how many instances may be terminating at once, where bounded     |
 * |          | `scaling`                             | `follow` where scaling policies stay alive                       |
 * | progress | `dark`, `released`                    | `yes` while new instances are in the dark, and once they are not |
 * |          | `gates`, `phase`, `checkpoints`       | gates passed; where the roll stands, and of how many checkpoints |
 * |          | `alarms`, `needs`                     | how many alarms watch it, and other inputs that a release needs  |
 * |          | `plan`                                | id of a plan                                                     |
 * |          | `scheduled`                           | up to when scheduled actions were carried out; seconds           |
 * |          | `scaled`                              | up to when growth by scaling policies was saved; seconds         |
 * |          | `handed`, `left`                      | when they ran again although the sizes were not put back, and the |
 * |          |                                       | desired capacity and maximum that were left then                 |
 * |          | `role`, `partner`                     | `source` or `target` of a traffic shift, and the other group     |
 * |          | `side`                                | which of its two sides the group is, `blue` or `green`           |
 * |          | `share`, `before`, `kept`             | percent that its step sets, that of the step before; until when  |
 * |          |                                       | the side without traffic is kept, in seconds                     |
 * | lease    | `run`, `heartbeat`, `url`             | whose it is, when it was last renewed, and where to look         |
 */
import type { Memo, RollProgress } from '../../domain/rollout/fleet.ts'
import { type FieldReader, type TextFormat, type VersionedText, numberField, versionedText } from './versioned-text.ts'

/** The run that holds the lease, and when it was last renewed. */
export type MemoLease = Pick<Memo, 'run' | 'heartbeatAt' | 'url'>

/** What changes while the group rolls. */
export type MemoProgress = Pick<
  Memo,
  'dark' | 'released' | 'scheduledUntil' | 'scaledUntil' | 'handedBackAt' | 'handedSizes' | 'progress'
>

/** How the group was before the run, and what the run was to do; in the first format its progress as well. */
export type MemoFacts = Omit<Memo, keyof MemoLease>

const NOTHING = 'none'

const firstFacts: TextFormat<MemoFacts> = {
  required: ['started', 'min', 'max', 'desired', 'suspends', 'surge', 'source', 'until'],
  optional: ['dark', 'released'],
  write: (facts) => ({
    ...factFields(facts),
    ...(facts.dark && { dark: 'yes' }),
    ...(facts.released && { released: 'yes' }),
  }),
  read: (fields) => ({
    ...factsIn(fields),
    ...(fields.has('dark') && { dark: true }),
    ...(fields.has('released') && { released: true }),
  }),
}

const secondFacts: TextFormat<MemoFacts> = {
  required: ['group', ...firstFacts.required],
  optional: ['leaving', 'scaling'],
  write: (facts) => ({
    group: facts.groupId ?? NOTHING,
    ...factFields(facts),
    ...(facts.maxLeaving !== undefined && { leaving: numberField(facts.maxLeaving) }),
    ...(facts.follows && { scaling: 'follow' }),
  }),
  read: (fields) => ({
    ...(fields.text('group') !== NOTHING && { groupId: fields.text('group') }),
    ...factsIn(fields),
    ...(fields.has('leaving') && { maxLeaving: fields.whole('leaving') }),
    ...(fields.oneOf('scaling', ['follow']) && { follows: true }),
  }),
}

const factFields = ({ startedAt, sizes, suspends, surge, source, replaceLaunchedUntil: until }: MemoFacts) => ({
  started: numberField(startedAt),
  min: numberField(sizes.min),
  max: numberField(sizes.max),
  desired: numberField(sizes.desired),
  suspends: listing(suspends),
  surge: numberField(surge),
  source,
  until: until === undefined ? NOTHING : numberField(until),
})

const factsIn = ({ text, number, whole }: FieldReader): MemoFacts => ({
  startedAt: number('started'),
  sizes: { min: whole('min'), max: whole('max'), desired: whole('desired') },
  suspends: text('suspends') === NOTHING ? [] : text('suspends').split('+'),
  surge: whole('surge'),
  source: text('source'),
  replaceLaunchedUntil: text('until') === NOTHING ? undefined : number('until'),
})

const secondProgress: TextFormat<MemoProgress> = {
  required: [],
  optional: [
    'dark',
    'released',
    'scheduled',
    'scaled',
    'handed',
    'left',
    'gates',
    'checkpoints',
    'alarms',
    'needs',
    'phase',
    'plan',
    'role',
    'partner',
    'side',
    'share',
    'before',
    'kept',
  ],
  write: ({
    dark,
    released,
    scheduledUntil,
    scaledUntil,
    handedBackAt,
    handedSizes,
    progress: {
      gatesPassed,
      checkpoints,
      alarms,
      needs = [],
      phase,
      plan,
      role,
      partner,
      side,
      share,
      shareBefore,
      keptUntil,
    } = {},
  }) => ({
    ...(dark && { dark: 'yes' }),
    ...(released && { released: 'yes' }),
    ...(scheduledUntil !== undefined && { scheduled: numberField(scheduledUntil) }),
    ...(scaledUntil !== undefined && { scaled: numberField(scaledUntil) }),
    ...(handedBackAt !== undefined && { handed: numberField(handedBackAt) }),
    ...(handedSizes !== undefined && { left: `${handedSizes.desired}+${handedSizes.max}` }),
    ...(gatesPassed !== undefined && { gates: numberField(gatesPassed) }),
    ...(checkpoints !== undefined && { checkpoints: numberField(checkpoints) }),
    ...(alarms !== undefined && { alarms: numberField(alarms) }),
    ...(needs.length > 0 && { needs: needs.join('+') }),
    ...(phase !== undefined && { phase }),
    ...(plan !== undefined && { plan }),
    ...(role !== undefined && { role }),
    ...(partner !== undefined && { partner }),
    ...(side !== undefined && { side }),
    ...(share !== undefined && { share: numberField(share) }),
    ...(shareBefore !== undefined && { before: numberField(shareBefore) }),
    ...(keptUntil !== undefined && { kept: numberField(keptUntil) }),
  }),
  read: (fields) => {
    const progress = progressIn(fields)
    return {
      ...(fields.oneOf('dark', ['yes']) && { dark: true }),
      ...(fields.oneOf('released', ['yes']) && { released: true }),
      ...(fields.has('scheduled') && { scheduledUntil: fields.number('scheduled') }),
      ...(fields.has('scaled') && { scaledUntil: fields.number('scaled') }),
      ...(fields.has('handed') && { handedBackAt: fields.number('handed') }),
      ...(fields.has('left') && { handedSizes: leftIn(fields) }),
      ...(Object.keys(progress).length > 0 && { progress }),
    }
  },
}

function leftIn({ text, refuse }: FieldReader): Memo['handedSizes'] {
  const [, desired, max] = /^(\d{1,9})\+(\d{1,9})$/.exec(text('left')) ?? refuse('left names no two sizes.')
  return { desired: Number(desired), max: Number(max) }
}

function progressIn({ has, text, whole, number, oneOf, refuse }: FieldReader): RollProgress {
  if (has('partner') && !/^[0-9a-f]{16}$/.test(text('partner'))) refuse('partner is not 16 hex digits.')
  const role = oneOf('role', ['source', 'target'])
  const side = oneOf('side', ['blue', 'green'])
  return {
    ...(has('gates') && { gatesPassed: whole('gates') }),
    ...(has('checkpoints') && { checkpoints: whole('checkpoints') }),
    ...(has('alarms') && { alarms: whole('alarms') }),
    ...(has('needs') && { needs: text('needs').split('+') }),
    ...(has('phase') && { phase: text('phase') }),
    ...(has('plan') && { plan: text('plan') }),
    ...(role && { role }),
    ...(has('partner') && { partner: text('partner') }),
    ...(side && { side }),
    ...(has('share') && { share: number('share') }),
    ...(has('before') && { shareBefore: number('before') }),
    ...(has('kept') && { keptUntil: number('kept') }),
  }
}

const leaseFormat: TextFormat<MemoLease> = {
  required: ['run', 'heartbeat'],
  optional: ['url'],
  write: ({ run, heartbeatAt, url }) => ({
    run,
    heartbeat: numberField(heartbeatAt),
    // The address is a comfort: better without it than without the tag.
    ...(url !== undefined && SAFE_ADDRESS.test(url) && { url }),
  }),
  read: ({ text, number }) => ({
    run: text('run'),
    heartbeatAt: number('heartbeat'),
    ...(text('url') !== '' && { url: text('url') }),
  }),
}

const SAFE_ADDRESS = /^https:\/\/[\w.:/-]{1,170}$/

function listing(processes: readonly string[]): string {
  if (processes.some((process) => !/^[A-Za-z]+$/.test(process) || process === NOTHING))
    throw new Error(`${processes.join(', ')} cannot be written into a memo.`)
  return processes.join('+') || NOTHING
}

/** The text of the facts; a version that is written no more stays for as long as a group may carry it. */
export const factsText: VersionedText<MemoFacts> = versionedText({
  formats: { 1: firstFacts, 2: secondFacts },
  written: 2,
})

/** The text of the progress, which the first format had among the facts. */
export const progressTagText: VersionedText<MemoProgress> = versionedText({
  formats: { 2: secondProgress },
  written: 2,
})

/** The text of the lease. */
export const leaseText: VersionedText<MemoLease> = versionedText({
  formats: { 1: leaseFormat, 2: leaseFormat },
  written: 2,
})
