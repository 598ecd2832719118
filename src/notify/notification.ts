/** What teams are told of a run: at its begin, at gates, at failures and at its end. Pure. */
import type { GroupResult, RunResult } from '../report/events.ts'
import { janitorInWords } from '../report/log/janitor-words.ts'
import type { Explanation } from '../errors.ts'
import { count, firstOf, statusInWords } from '../report/words.ts'
import { clip, visible } from '../text/escape.ts'

export type NotifiedMoment = 'begin' | 'gate' | 'failure' | 'end'

/** One message. */
export interface Notification {
  readonly moment: NotifiedMoment
  /** One line. */
  readonly subject: string
  /** Further lines. */
  readonly lines: readonly string[]
  /** Texts by name; none is empty. Named as Environment Manager's topics have them, and `Moment`. */
  readonly attributes: Readonly<Record<string, string>>
}

/** What is the same in every message of a run; what is not known is empty. */
export interface NotifiedRun {
  /** The mode. */
  readonly action: string
  readonly environment: string
  /** The environment of GitHub, or else the same. */
  readonly environmentType: string
  /** The team that owns the service. */
  readonly owner: string
  readonly service: string
  readonly user: string
  /** Address of the run. */
  readonly url: string
  readonly breakGlass: string
  readonly region: string
}

/** Names that a message spells out. */
const MOST_NAMES = 10
const LINE_CHARACTERS = 500

export const begunNotification = (run: NotifiedRun, groups: readonly string[]): Notification =>
  message(run, { moment: 'begin', result: 'begun', id: idOf(run, groups), what: `${run.action} begins${forGroups(groups)}`, lines: [] }) // prettier-ignore

/** A group whose roll waits for somebody: at a gate, or for the release of a dark launch. Undefined for any other. */
export function gateNotification(run: NotifiedRun, { group, status }: GroupResult): Notification | undefined {
  if (status !== 'gated' && status !== 'dark') return undefined
  const waits = status === 'gated' ? 'waits at a gate' : 'has its new instances outside of the load balancers'
  return message(run, { moment: 'gate', result: status, id: group, what: `${group} ${waits}`, lines: ['`mode: release` lets it go on, `mode: rollback` or `mode: restore` takes it back.'] }) // prettier-ignore
}

/** A group that has failed. */
export const failedNotification = (run: NotifiedRun, result: GroupResult): Notification =>
  message(run, {
    moment: 'failure',
    result: result.status,
    id: result.group,
    what: `${result.group} ${statusInWords(result)}`,
    lines: reasonsOf(result.failure),
  })

/** How the run has ended; with `failure` where something ended it as a whole. */
export function endNotification(
  run: NotifiedRun,
  { result, failure, hasFailed }: { readonly result: RunResult; readonly failure: Explanation | undefined; readonly hasFailed: boolean }, // prettier-ignore
  moment: 'failure' | 'end',
): Notification {
  const groups = result.kind === 'groups' ? result.groups : []
  const shift = result.kind === 'traffic' ? result.traffic : undefined
  const names = shift === undefined ? groups.map(({ group }) => group) : Object.values(shift.groups)
  const verdict = failure !== undefined || hasFailed ? 'failed' : 'succeeded'
  const byStatus = [...Map.groupBy(groups, statusInWords)].map(
    ([status, some]) => `${count(some.length, 'group')} ${status}: ${firstOf(some.map(({ group }) => group), MOST_NAMES)}`, // prettier-ignore
  )
  return message(run, {
    moment,
    result: verdict,
    id: idOf(run, names),
    what: `${run.action} ${verdict}${forGroups(names)}`,
    lines: [
      ...byStatus,
      ...(result.kind === 'janitor' ? [janitorInWords(result.janitor)] : []),
      ...(shift === undefined ? [] : [`traffic ${shift.status}, to ${shift.groups[shift.to]}`]),
      ...reasonsOf(failure),
    ],
  })
}

const reasonsOf = (failure: Explanation | undefined): readonly string[] =>
  failure === undefined ? [] : [failure.what, failure.why, failure.remedy].filter((part) => part !== undefined)

const forGroups = (groups: readonly string[]): string => (groups.length === 0 ? '' : `: ${firstOf(groups, MOST_NAMES)}`)

const idOf = ({ service, action }: NotifiedRun, groups: readonly string[]): string => service || groups[0] || action

interface Told {
  readonly moment: NotifiedMoment
  readonly result: string
  readonly id: string
  readonly what: string
  readonly lines: readonly string[]
}

function message(run: NotifiedRun, { moment, result, id, what, lines }: Told): Notification {
  const { environment, environmentType, owner, service, user, url, action, breakGlass, region } = run
  const where = [service, environment || region].filter((text) => text !== '').join(' in ')
  const attributes = {
    EnvironmentType: environmentType,
    Environment: environment,
    OwningCluster: owner,
    User: user,
    Result: result,
    Action: action,
    ID: id,
    EntityURL: url,
    Moment: moment,
  }
  return {
    moment,
    subject: line(`Fleet Patch${where === '' ? '' : ` (${where})`}: ${what}`),
    lines: [
      ...lines.map(line),
      ...(breakGlass === '' ? [] : [line(`break-glass: ${breakGlass}`)]),
      ...(user === '' ? [] : [line(`by ${user}`)]),
      ...(url === '' ? [] : [url]),
    ],
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, text]) => [name, line(text)] as const).filter(([, text]) => text !== ''), // prettier-ignore
    ),
  }
}

const line = (text: string): string => clip(visible(text).trim(), LINE_CHARACTERS)

/** The message in the form of Slack's incoming webhooks: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
export const slackBody = ({ moment, subject, lines, attributes }: Notification): string =>
  JSON.stringify({ text: [`${SIGNS[signOf(moment, attributes)]} *${slackText(subject)}*`, ...lines.map(slackText)].join('\n') }) // prettier-ignore

const signOf = (moment: NotifiedMoment, { Result }: Notification['attributes']): keyof typeof SIGNS =>
  moment === 'end' && Result === 'failed' ? 'failure' : moment

const SIGNS = {
  begin: ':arrow_forward:',
  gate: ':double_vertical_bar:',
  failure: ':x:',
  end: ':white_check_mark:',
} as const

/** Slack reads these three as marks of its own; a `*` inside would end what is bold. */
const slackText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('*', '∗')

/** What SNS takes as a subject: ASCII, at most 100 characters, none of them a control. */
export const snsSubject = (subject: string): string => subject.replaceAll(/[^\x20-\x7E]/g, '?').slice(0, 100)
