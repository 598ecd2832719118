import { annotationText, clip, logText } from '../../text/escape.ts'
import { CHANGE_KINDS } from '../../domain/rollout/changes/changes.ts'
import type { Counts, Event, GroupResult, Report, RunResult, StepResult } from '../events.ts'
import type { TimeLeft } from '../results/remaining.ts'
import type { Columns } from './log-lines.ts'
import { countsInFigures, legend, line, observedText, progressText, stepText, verdictText } from './log-lines.ts'
import { clockTime } from '../../text/time.ts'
import { stepKinds } from '../results/step-kinds.ts'
import { count, describeChange, firstOf } from '../words.ts'

/** Where the log goes; the runner of the action is one. */
export interface LogSink {
  info(message: string): void
  /** For lines of progress, where each may take the place of the one before. */
  progress?(message: string): void
  startGroup(title: string): void
  endGroup(): void
  annotation(level: 'notice' | 'warning' | 'error', message: string, title: string): void
}

/** Seconds, of the events' own time, between two progress lines. */
const PROGRESS_EVERY = 15
/** Up to so many groups each have a progress line of their own; more share one. */
const OWN_LINES = 3
/** GitHub shows ten warnings of a step and drops the others; the last place is kept for the failure's sake. */
const MOST_ANNOTATIONS = 9

/** The last lines of the log. `finished` has the groups that ended, also where the run failed as a whole. */
export type LogEnding = (result: RunResult, finished: readonly GroupResult[]) => readonly string[]

interface GroupProgress {
  counts: Counts
  progress: number
  timeLeft: TimeLeft | undefined
  result: GroupResult | undefined
  /** When it last had a line. */
  lineAt: number
}

/** A report that writes the log of a run: a fold for each phase, a line for each step, the verdict below them all. */
export function consoleReport(sink: LogSink, logEnding: LogEnding): Report {
  const groups = new Map<string, GroupProgress>()
  let columns: Columns = { group: 5, counts: 7 }
  let open = false
  let explained = false
  let annotations = 0
  let combinedAt = -Infinity
  let waveBegun: number | undefined
  /** Steps of a dry run of many groups: each kind is told once, at the end. */
  const planned: StepResult[] = []

  // Every line passes here, so nothing can reach the log unescaped.
  const say = (text: string): void => sink.info(logText(text))

  /** A line that the next one of progress may take the place of. */
  const sayProgress = sink.progress ? (text: string): void => sink.progress?.(logText(text)) : say
  const progressEvery = sink.progress ? 1 : PROGRESS_EVERY

  const close = (): void => {
    if (open) sink.endGroup()
    open = false
  }

  const tell = (at: number, group: string, counts: Counts, text: string, as = say): void => {
    columns = {
      group: Math.min(40, Math.max(columns.group, group.length)),
      counts: Math.max(columns.counts, countsInFigures(counts).length),
    }
    if (!explained) say(legend(columns))
    explained = true
    as(line(at, group, counts, columns, text))
  }

  const progressOf = (group: string, counts: Counts): GroupProgress => {
    const known = groups.get(group) ?? {
      counts,
      progress: 0,
      timeLeft: undefined,
      result: undefined,
      lineAt: -Infinity,
    }
    known.counts = counts
    groups.set(group, known)
    return known
  }

  const wait = (event: Extract<Event, { kind: 'waiting' }>): void => {
    const known = progressOf(event.group, event.counts)
    known.progress = event.progress
    known.timeLeft = event.timeLeft
    if (groups.size > OWN_LINES) {
      if (event.at - combinedAt < progressEvery) return
      combinedAt = event.at
      sayProgress(`${clockTime(event.at)}  ${combined([...groups.values()])}`)
      return
    }
    if (event.at - known.lineAt < progressEvery) return
    known.lineAt = event.at
    const progress = progressText(event.progress, event.timeLeft)
    tell(event.at, event.group, event.counts, `${progress}  ${clip(event.reason, 400)}`, sayProgress)
  }

  const warn = (message: string, group: string | undefined): void => {
    annotations += 1
    if (annotations > MOST_ANNOTATIONS) say(`warning: ${group === undefined ? '' : `${group}: `}${clip(message, 2000)}`)
    else sink.annotation('warning', annotationText(message), titleFor(group))
  }

  /** Each wave has a fold of its own, where there are several. */
  const begin = ({ at, groups: names, wave, waves }: Extract<Event, { kind: 'begun' }>): void => {
    if (waves > 1 && wave !== waveBegun) {
      close()
      sink.startGroup(logText(`Wave ${wave} of ${waves}`))
      open = true
    }
    waveBegun = wave
    say(`${clockTime(at)}  ${waves > 1 ? `wave ${wave}: ` : ''}it is the turn of ${firstOf(names, 20)}`)
  }

  const plan = (): void => {
    for (const { text, groups: those, times, reason } of stepKinds(planned.splice(0))) {
      const often = times === those.length ? '' : `, ${times} times`
      say(`in ${count(those.length, 'group')}${often}: would ${clip(text, 400)}: ${clip(reason, 400)}`)
    }
  }

  const end = (result: RunResult): void => {
    plan()
    close()
    const finished = [...groups.values()].flatMap((each) => each.result ?? [])
    logEnding(result, finished).forEach(say)
  }

  return (event) => {
    switch (event.kind) {
      case 'phase':
        close()
        sink.startGroup(logText(event.title))
        open = true
        break
      case 'begun':
        begin(event)
        break
      case 'observed': {
        const { group, at } = event.fleet
        const first = !groups.has(group)
        progressOf(group, event.counts)
        if (first) tell(at, group, event.counts, observedText(event))
        break
      }
      case 'step':
        progressOf(event.group, event.counts)
        if (event.dryRun && groups.size > OWN_LINES) planned.push(stepOf(event))
        else tell(event.at, event.group, event.counts, stepText(event))
        break
      case 'waiting':
        wait(event)
        break
      case 'finished': {
        const { group } = event.result
        const known = groups.get(group)
        if (known === undefined) {
          progressOf(group, { old: 0, current: 0, ready: 0, desired: 0 }).result = event.result
          say(`${group}: ${verdictText(event.result)}`)
          break
        }
        known.result = event.result
        // Below all of them each group has its line.
        if (event.result.status === 'planned' && groups.size > OWN_LINES) break
        tell(event.at, group, known.counts, verdictText(event.result))
        break
      }
      case 'ended':
        end(event.result)
        break
      case 'warning':
        warn(event.message, event.group)
        break
      case 'info':
        say(`${event.at === undefined ? '' : `${clockTime(event.at)}  `}${event.group === undefined ? '' : `${event.group}: `}${clip(event.message, 2000)}`) // prettier-ignore
        break
      case 'notice':
      case 'noted':
        say(`${event.group === undefined ? '' : `${event.group}: `}${clip(event.message, 2000)}`)
        break
      default:
        event satisfies never
    }
  }
}

function stepOf({ group, at, change, reason }: Extract<Event, { kind: 'step' }>): StepResult {
  return { group, at, action: CHANGE_KINDS[change.kind].stepAction, detail: describeChange(change, Infinity), reason }
}

function titleFor(group: string | undefined): string {
  return group === undefined ? 'Fleet Patch' : `Fleet Patch: ${clip(logText(group), 80)}`
}

/** One line for many groups: how many are through, the instances of all together, and the slowest end. */
function combined(groups: readonly GroupProgress[]): string {
  const running = groups.filter(({ result }) => result === undefined)
  const share = groups.reduce((sum, { progress, result }) => sum + (result ? 1 : progress), 0) / groups.length
  // One end that cannot be estimated makes the end of all unknown.
  const left = running.reduce<TimeLeft | undefined>(
    (latest, { timeLeft }) =>
      latest === undefined || timeLeft === undefined
        ? undefined
        : { low: Math.max(latest.low, timeLeft.low), high: Math.max(latest.high, timeLeft.high) },
    { low: 0, high: 0 },
  )
  const total = { old: 0, current: 0, ready: 0, desired: 0 }
  for (const { counts } of running) {
    total.old += counts.old
    total.current += counts.current
    total.ready += counts.ready
    total.desired += counts.desired
  }
  const through = `${groups.length - running.length} of ${count(groups.length, 'group')} through`
  return `${progressText(share, left)}  ${through}, the others together ${countsInFigures(total)}`
}
