/** The history of a fleet, folded from the lines of audits and runs: how it is, how it became so, and what is open. */
import { byDaysBehind, isBehind } from '../audit/audit.ts'
import { STACK_TAG } from '../stack-reference.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { claimantsOf } from '../catalogue/claims.ts'
import { changesOf, isRoll, lastWords, openChanges } from './changes.ts'
import { type Hold, holdsOf, isAbout } from './holds.ts'
import { fleetState, type Subject } from './latest-rows.ts'
import type { AuditLine, AuditRowLine, ChangeLine, HistoryLine } from './records.ts'
import { runsOf, type RunEntry } from './runs.ts'
import { daysBehindOf, type TrendPoint, trends } from './trend.ts'

export interface FleetHistory {
  /** When it was folded. */
  readonly at: number
  /** The newest audit; undefined where there is none. */
  readonly auditedAt: number | undefined
  readonly trend: readonly TrendPoint[]
  readonly services: readonly ServiceEntry[]
  /** What is most behind first. */
  readonly groups: readonly GroupEntry[]
  /** Newest first. */
  readonly runs: readonly RunEntry[]
  /** Oldest first: what waits for the longest. */
  readonly open: readonly ChangeLine[]
  /** Undefined without a catalogue. */
  readonly holds: readonly Hold[] | undefined
}

/** A group, or an instance outside of any. */
export interface GroupEntry extends Subject {
  readonly service: string | undefined
  readonly environment: string | undefined
  readonly owner: string | undefined
  readonly lastRoll: ChangeLine | undefined
}

/** A service in an environment; undefined: what belongs to none. */
export interface ServiceEntry {
  readonly service: string | undefined
  readonly environment: string | undefined
  readonly owner: string | undefined
  readonly groups: number
  readonly behind: number
  /** Days behind of its worst group; undefined where none was audited. */
  readonly worst: number | undefined
  readonly trend: readonly TrendPoint[]
  readonly lastRoll: ChangeLine | undefined
  readonly holds: readonly Hold[]
}

export interface HistorySources {
  readonly lines: readonly HistoryLine[]
  readonly catalogue: Catalogue | undefined
  /** Seconds since the Unix epoch. */
  readonly now: number
}

export function foldHistory({ lines, catalogue, now }: HistorySources): FleetHistory {
  const audits = lines.filter((line): line is AuditLine | AuditRowLine => line.kind !== 'change')
  const words = lastWords(lines.filter((line) => line.kind === 'change'))
  const changes = changesOf(words)
  const state = fleetState()
  for (const [, ofMoment] of [...Map.groupBy(audits, ({ at }) => at)].toSorted(([one], [other]) => one - other))
    state.add(ofMoment)
  const claim = claimed(catalogue)
  const groups = state
    .subjects()
    .toSorted((one, other) => byDaysBehind(one.worst, other.worst))
    .map((subject): GroupEntry => {
      const { group, account, region } = subject.worst
      const owned = claim(subject.worst)
      const place = { account, region, environment: owned.environment }
      const lastRoll = group === undefined ? undefined : changes(group, place).findLast(isRoll)
      return { ...subject, ...owned, lastRoll }
    })
  const trend = trends(audits, ({ worst }) => keyOf(claim(worst)))
  const holds = catalogue && holdsOf(catalogue, now)
  return {
    at: now,
    auditedAt: audits.reduce<number | undefined>((last, { at }) => Math.max(last ?? at, at), undefined),
    trend: trend.all,
    services: servicesOf(groups, { catalogue, words, holds: holds ?? [], trendOf: (key) => trend.by.get(key) ?? [] }),
    groups,
    runs: runsOf(words),
    open: openChanges(words),
    holds,
  }
}

type Claim = Pick<GroupEntry, 'service' | 'environment' | 'owner'>

const keyOf = ({ service, environment }: Pick<Claim, 'service' | 'environment'>): string =>
  JSON.stringify([service, environment])

/** Whose a row is: as its audit has said, else as the catalogue says by names of groups and stacks, where that is clear. */
function claimed(catalogue: Catalogue | undefined): (row: AuditRowLine) => Claim {
  return ({ service, environment: told, owner, group, stack, account, region }) => {
    if (service !== undefined || catalogue === undefined) return { service, environment: told, owner }
    const [environment, ...others] =
      told === undefined
        ? [...catalogue.environments].flatMap(([name, each]) => (each.account === account && each.regions.includes(region) ? [name] : [])) // prettier-ignore
        : [told]
    if (environment === undefined || others.length > 0) return { service, environment: told, owner }
    const tags = stack === undefined ? {} : { [STACK_TAG]: stack }
    const [only, ...more] = group === undefined ? [] : claimantsOf(catalogue, environment, { name: group, tags })
    if (only === undefined || more.length > 0) return { service, environment, owner }
    return { service: only, environment, owner: catalogue.services.get(only)?.owner ?? owner }
  }
}

interface ServiceSources extends Pick<HistorySources, 'catalogue'> {
  readonly words: readonly ChangeLine[]
  readonly holds: readonly Hold[]
  readonly trendOf: (key: string) => readonly TrendPoint[]
}

/** What has groups, and what the catalogue declares; what is most behind first. */
function servicesOf(
  groups: readonly GroupEntry[],
  { catalogue, words, holds, trendOf }: ServiceSources,
): readonly ServiceEntry[] {
  const declared = [...(catalogue?.services ?? [])].flatMap(([service, { owner, in: places }]) =>
    [...places.keys()].map((environment) => ({ service, environment, owner })),
  )
  const own = Map.groupBy(groups, keyOf)
  const claims = new Map([...groups, ...declared].map((claim) => [keyOf(claim), claim as Claim]))
  return [...claims]
    .map(([key, { service, environment, owner }]): ServiceEntry => {
      const members = own.get(key) ?? []
      const ofService = words.filter((line) => isRoll(line) && service !== undefined && line.service === service && line.environment === environment) // prettier-ignore
      const rolls = [...members.flatMap(({ lastRoll }) => lastRoll ?? []), ...ofService]
      return {
        service,
        environment,
        owner,
        groups: members.length,
        behind: members.filter(({ worst }) => isBehind(worst)).length,
        worst: members.length === 0 ? undefined : Math.max(...members.map(daysBehindOf)),
        trend: trendOf(key),
        lastRoll: rolls.toSorted((one, other) => one.at - other.at).at(-1),
        holds: holds.filter((hold) => hold.state === 'holds' && isAbout(hold, { service, environment })),
      }
    })
    .toSorted((one, other) => (other.worst ?? -1) - (one.worst ?? -1) || other.behind - one.behind)
}
