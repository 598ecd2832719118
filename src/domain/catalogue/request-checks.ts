/**
 * What the catalogue says of a run before anything is known of AWS: refs, modes, locks, freezes, windows and actors, in this
 * order. All of it is told, not the first alone.
 */
import { matchesPattern } from './pattern.ts'
import type { Catalogue, Freeze, Lock } from './catalogue.ts'
import { effectiveRules, type EffectiveRules, statedAs } from './effective-rules.ts'
import {
  type CatalogueFinding,
  type ChangeRequest,
  liftable,
  refusal,
  type Subject,
  subjectInWords,
  untilInWords,
  waiverFor,
  waiverInWords,
} from './finding.ts'
import { isAlwaysAllowed, isExemptFromTimes, meansMode } from './modes.ts'
import { momentInWords } from './moment.ts'
import { windowAt } from './windows.ts'

/**
 * Everything that stands against the run, in the order of the checks. Of an environment alone only what holds for each of its
 * services is told: of the default branch nothing, since a service may state `refs`.
 */
export function requestFindings(
  catalogue: Catalogue,
  subject: Subject,
  request: ChangeRequest,
): readonly CatalogueFinding[] {
  if (isAlwaysAllowed(request.mode)) return []
  const question = { catalogue, subject, request, rules: effectiveRules(catalogue, subject) }
  return CHECKS.flatMap((check) => check(question))
}

interface Question {
  readonly catalogue: Catalogue
  readonly subject: Subject
  readonly request: ChangeRequest
  readonly rules: EffectiveRules
}

type Check = (question: Question) => readonly CatalogueFinding[]

const CHECKS: readonly Check[] = [refs, protectedModes, modes, approval, locks, freezes, windows, actors]

const listed = (values: readonly string[]): string => (values.length === 0 ? 'nothing' : values.join(', '))

function refs({ subject, request, rules }: Question): readonly CatalogueFinding[] {
  const { ref, defaultBranch } = request
  const isOf = (globs: readonly string[]): boolean => globs.some((glob) => matchesPattern(glob, ref))
  const shown = ref === '' ? 'a ref that GitHub does not name' : ref
  const remedy = 'Start the run from a ref that the catalogue allows.'
  if (rules.refs.length > 0)
    return rules.refs
      .filter(({ value }) => !isOf(value))
      .map(({ level, value }) =>
        refusal(
          'refs',
          `${subjectInWords(subject)} takes no change from ${shown}: ${level} allows ${listed(value)}`,
          remedy,
        ),
      )
  if (subject.service === undefined) return []
  if (defaultBranch === undefined)
    return [
      refusal(
        'refs',
        `the event of this run names no default branch, and the catalogue states no \`refs\` for ${subjectInWords(subject)}`,
        'State `refs` in the catalogue.',
      ),
    ]
  const usual = `refs/heads/${defaultBranch}`
  return ref === usual
    ? []
    : [
        refusal(
          'refs',
          `${subjectInWords(subject)} takes no change from ${shown}: without \`refs\` only ${usual} is allowed`,
          remedy,
        ),
      ]
}

function protectedModes({ catalogue, subject, request: { mode } }: Question): readonly CatalogueFinding[] {
  const { environment } = subject
  if (catalogue.environments.get(environment)?.protected.includes(mode) !== true) return []
  return [
    refusal('protected', `${environment} is protected from \`mode: ${mode}\``, 'Nothing lifts that; use another mode.'),
  ]
}

function modes({ subject, request: { mode }, rules }: Question): readonly CatalogueFinding[] {
  return rules.modes
    .filter(({ value }) => !meansMode(value, mode))
    .map(({ level, value }) =>
      refusal(
        'modes',
        `\`mode: ${mode}\` is not allowed for ${subjectInWords(subject)}: ${level} allows ${listed(value)}`,
        'Use a mode that the catalogue allows.',
      ),
    )
}

/** A plan is approved where the reviewers of an environment of GitHub let its job run: the token of the job says so. */
function approval({ catalogue, subject, request, rules }: Question): readonly CatalogueFinding[] {
  const stated = statedAs(rules.approval, 'plan')
  if (stated === undefined || request.dryRun) return []
  const { applied, mode } = request
  if (mode === 'shift' || mode === 'blue-green')
    return [
      refusal(
        'approval',
        `${subjectInWords(subject)} is changed only by a plan that was approved, as ${stated.level} states with \`approval: plan\`, and of \`mode: ${mode}\` there is no plan`,
        'State `approval: plan` where no traffic is shifted alone; the reviewers of an environment of GitHub can approve the job, and each step with `promote: by-hand`.',
      ),
    ]
  const wanted = catalogue.environments.get(subject.environment)?.githubEnvironment
  if (applied === undefined)
    return [
      refusal(
        'approval',
        `${subjectInWords(subject)} is changed only by a plan that was approved: ${stated.level} states \`approval: plan\``,
        'Make a plan with `dry-run: true` and `plan-file`, and carry it out with `apply`.',
      ),
    ]
  if (wanted !== undefined && applied.environment === wanted) return []
  const found = applied.environment ?? 'none'
  return [
    refusal(
      'approval',
      `${subjectInWords(subject)} is changed only by a job in the environment ${wanted ?? ''} of GitHub, whose reviewers approve the plan: ${applied.why ?? `the job's token says ${found}`}`,
      `Set \`environment: ${wanted ?? ''}\` on the job, with \`permissions: { id-token: write }\`.`,
    ),
  ]
}

function locks({ catalogue, subject, request }: Question): readonly CatalogueFinding[] {
  const { environment, service } = subject
  const placed = service === undefined ? undefined : catalogue.services.get(service)
  const all: readonly (readonly [string, Lock | undefined])[] = [
    [environment, catalogue.environments.get(environment)?.lock],
    [service ?? '', placed?.lock],
    [subjectInWords(subject), placed?.in.get(environment)?.lock],
  ]
  return all.flatMap(([name, lock]) =>
    lock === undefined || isOver(lock.until, request.now)
      ? []
      : [
          liftable(
            request,
            'lock',
            `${name} is locked by ${lock.by} ${untilInWords(lock.until)}: ${lock.reason}`,
            'Ask for the lock to be taken away, or set `break-glass` to a reason.',
          ),
        ],
  )
}

const isOver = (until: number | undefined, now: number): boolean => until !== undefined && now > until

function freezes({ catalogue, subject, request }: Question): readonly CatalogueFinding[] {
  if (isExemptFromTimes(request.mode)) return []
  return catalogue.freezes
    .filter((freeze) => freezesNow(freeze, subject, request))
    .map(({ name, until }) =>
      liftable(
        request,
        'freezes',
        `${subjectInWords(subject)} is frozen ${untilInWords(until)}: ${name}`,
        'Wait for its end, or set `break-glass` to a reason.',
      ),
    )
}

function freezesNow(
  { from, until, environments, services, allows }: Freeze,
  { environment, service }: Subject,
  { now, mode }: ChangeRequest,
): boolean {
  const isMeant = environments === undefined || environments.includes(environment)
  const isOfService = services === undefined || (service !== undefined && services.includes(service))
  return now >= from && now <= until && isMeant && isOfService && !meansMode(allows, mode)
}

function windows({ catalogue, subject, request, rules }: Question): readonly CatalogueFinding[] {
  if (isExemptFromTimes(request.mode)) return []
  const closed = rules.windows.flatMap(({ level, value }) => {
    const { isOpen, opensAt } = openingOf(value, request)
    return isOpen ? [] : [{ level, opensAt }]
  })
  const waiver = waiverFor(catalogue, subject, { rule: 'window', now: request.now })
  return closed.map(({ level, opensAt }) => {
    const opens = opensAt === undefined ? 'it opens no more' : `it opens at ${momentInWords(opensAt)}`
    const what = `no window of ${level} is open for ${subjectInWords(subject)} with \`mode: ${request.mode}\`: ${opens}`
    if (waiver !== undefined) return { weight: 'waived', rule: 'windows', what: `${what}; ${waiverInWords(waiver)}` }
    return liftable(request, 'windows', what, 'Wait for it, or set `break-glass` to a reason.')
  })
}

interface Opening {
  readonly isOpen: boolean
  /** The last moment of the window that is open for the longest; undefined where none is, or where none is needed. */
  readonly until: number | undefined
  /** When the first of them opens, where none is open. */
  readonly opensAt: number | undefined
}

function openingOf(list: EffectiveRules['windows'][number]['value'], { mode, now }: ChangeRequest): Opening {
  if (list.length === 0) return { isOpen: true, until: undefined, opensAt: undefined }
  const states = list
    .filter((each) => each.modes === undefined || meansMode(each.modes, mode))
    .map((each) => windowAt(each, now))
  const ends = states.flatMap((each) => (each.state === 'open' ? each.until : []))
  const openings = states.flatMap((each) => (each.state === 'closed' ? (each.opensAt ?? []) : []))
  return {
    isOpen: ends.length > 0,
    until: ends.length === 0 ? undefined : Math.max(...ends),
    opensAt: openings.length === 0 ? undefined : Math.min(...openings),
  }
}

/**
 * What there is to say of a run that is expected to last so many seconds, where its window ends before that. A roll that is
 * under way is never stopped by it.
 */
export function overrunFindings(
  catalogue: Catalogue,
  subject: Subject,
  { request, lastsSeconds }: { readonly request: ChangeRequest; readonly lastsSeconds: number },
): readonly (CatalogueFinding | { readonly weight: 'warning'; readonly what: string })[] {
  if (isExemptFromTimes(request.mode)) return []
  const rules = effectiveRules(catalogue, subject)
  const ends = rules.windows.flatMap(({ value }) => openingOf(value, request).until ?? [])
  const end = Math.min(...ends)
  if (ends.length === 0 || request.now + lastsSeconds <= end) return []
  const what = `the change of ${subjectInWords(subject)} is expected to last until ${momentInWords(request.now + lastsSeconds)}, and its window ends at ${momentInWords(end)}`
  if (statedAs(rules.runsOver, 'refuse') === undefined) return [{ weight: 'warning', what }]
  return [liftable(request, 'runs-over', what, 'Start earlier in the window, or set `break-glass` to a reason.')]
}

function actors({ subject, request, rules }: Question): readonly CatalogueFinding[] {
  return rules.actors.flatMap(({ level, value }) => {
    const allowed = new Set(value.map((login) => login.toLowerCase()))
    const strangers = request.actors.filter((login) => !allowed.has(login.toLowerCase()))
    if (value.length === 0 || (strangers.length === 0 && request.actors.length > 0)) return []
    const named = strangers.length === 0 ? 'an actor that GitHub does not name' : strangers.join(' and ')
    return [
      refusal(
        'actors',
        `${named} may not change ${subjectInWords(subject)}: ${level} allows ${listed(value)}`,
        'Let one of them start the run.',
      ),
    ]
  })
}
