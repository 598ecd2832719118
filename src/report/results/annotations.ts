import { Cancelled, isUncertain, UserError } from '../../errors.ts'
import { annotationText, clip, logText } from '../../text/escape.ts'
import type { BastionResult, GroupResult, TrafficResult } from '../events.ts'
import { hasFailed, isNotBegun } from '../judgement.ts'
import { count, firstOf, statusInWords } from '../words.ts'

/** The one annotation of a run that failed: safe to be printed, lines parted by newlines. */
export interface Annotation {
  readonly title: string
  readonly message: string
}

/** How deep a chain of causes is followed; it may be a circle. */
const MOST_CAUSES = 8

/** The annotation of anything that was thrown: a failure that the user can act on, or a defect of ours. */
export function annotationOf(error: unknown): Annotation {
  if (error instanceof UserError) {
    return { title: 'Fleet Patch', message: explained(error.what, error.why, error.remedy) }
  }
  if (error instanceof Cancelled)
    return { title: 'Fleet Patch', message: explained(error.message, undefined, undefined) }
  if (isUncertain(error)) {
    return { title: 'Fleet Patch', message: explained(error.message, undefined, 'Start the step again.') }
  }
  const [first = 'nothing', ...causes] = causeChain(error)
  return {
    title: 'Fleet Patch: unexpected error',
    message: [
      annotationText(first),
      ...causes.map((cause) => `Caused by: ${annotationText(cause)}`),
      'What to do: this should not happen, so please report it with the log of this step. `mode: restore` puts back whatever a roll had changed.',
    ].join('\n'),
  }
}

/** The annotation of a bastion that could not be replaced; undefined when nothing failed. */
export function annotationOfBastion(result: BastionResult | undefined): Annotation | undefined {
  if (result?.failure === undefined) return undefined
  const { what, why, remedy } = result.failure
  const title = `Fleet Patch: ${clip(logText(result.name), 80)} ${result.status}`
  return { title, message: explained(what, why, remedy) }
}

/** The annotation of shifts of traffic of which one failed; undefined when none did. */
export function annotationOfTraffic(results: readonly TrafficResult[]): Annotation | undefined {
  const failed = results.find(({ failure }) => failure !== undefined)
  if (failed?.failure === undefined) return undefined
  const { what, why, remedy } = failed.failure
  const name = `${failed.groups.blue} and ${failed.groups.green}`
  return { title: `Fleet Patch: ${clip(logText(name), 80)} ${failed.status}`, message: explained(what, why, remedy) }
}

/** One annotation for all groups that failed; undefined when none did. */
export function annotationOfResults(results: readonly GroupResult[]): Annotation | undefined {
  const failed = results.filter(hasFailed)
  const begun = failed.filter((result) => !isNotBegun(result))
  const worst = begun.find(({ status }) => status === 'unfinished') ?? begun[0] ?? failed[0]
  if (worst === undefined) return undefined
  const { what, why, remedy } = worst.failure ?? { what: `The roll of ${worst.group} ended ${worst.status}.` }
  const namesOf = (some: readonly GroupResult[]): readonly string[] =>
    some.filter((result) => result !== worst).map(({ group }) => clip(group, 80))
  const others = namesOf(begun)
  const notBegun = namesOf(failed.filter(isNotBegun))
  return {
    title: `Fleet Patch: ${clip(logText(worst.group), 80)} ${statusInWords(worst)}`,
    message: [
      explained(what, why, remedy),
      ...(others.length === 0 ? [] : [`${count(others.length, 'more group')} failed: ${annotationText(firstOf(others, 5))}. The job summary has them all.`]), // prettier-ignore
      ...(notBegun.length === 0 ? [] : [`${count(notBegun.length, isNotBegun(worst) ? 'more group' : 'group')} did not begin: ${annotationText(firstOf(notBegun, 5))}.`]), // prettier-ignore
    ].join('\n'),
  }
}

/** Lines for the log of an unexpected error: the stacks of the whole chain. */
export function stackLines(error: unknown): string[] {
  if (error instanceof UserError && error.cause === undefined) return []
  return chain(error).flatMap((link) => {
    const text = link instanceof Error ? (link.stack ?? describe(link)) : describe(link)
    return text
      .split(/\r\n|[\n\r]/)
      .slice(0, 40)
      .map((row) => logText(clip(row, 1000)))
  })
}

function explained(what: string, why: string | undefined, remedy: string | undefined): string {
  // Several wrong inputs are a list, a line each.
  const lines = what
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => annotationText(line))
  if (why !== undefined) lines.push(`Why: ${annotationText(why)}`)
  if (remedy !== undefined) lines.push(`What to do: ${annotationText(remedy)}`)
  return lines.join('\n')
}

/** `TypeError: x is undefined`, and below it what caused it. */
function causeChain(error: unknown): string[] {
  return chain(error).map(describe)
}

function chain(error: unknown): unknown[] {
  const links: unknown[] = []
  let link = error
  while (link !== undefined && link !== null && !links.includes(link) && links.length < MOST_CAUSES) {
    links.push(link)
    link = link instanceof Error ? link.cause : undefined
  }
  return links
}

function describe(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') {
    return `${error.name}: ${firstOf(
      error.errors.map((part: unknown) => describe(part)),
      3,
    )}`
  }
  if (error instanceof Error) return error.message === '' ? error.name : `${error.name}: ${error.message}`
  try {
    return typeof error === 'string' ? error : (JSON.stringify(error) ?? String(error))
  } catch {
    return Object.prototype.toString.call(error)
  }
}
