/** What no schema can say of a catalogue: names that must exist, days that do not, windows that never open. */
import { momentOf } from '../../domain/catalogue/moment.ts'
import { cronProblem, isZone } from '../../domain/catalogue/windows.ts'
import { unwritableShare } from '../../domain/traffic/shares.ts'
import { hint, quoted } from '../parse.ts'
import { optionalRole, partitionOf } from '../role.ts'
import { type CatalogueFile, locksIn, rulesIn, type PlacementFile } from './file.ts'
import type { FileProblem, LocatedYaml, Path } from './located.ts'
import { nameOf } from './schema-problems.ts'

/** Says that the value at the path, or the key that leads to it, is wrong. */
type Say = (path: Path, what: string, part?: 'value' | 'key') => void

/** Everything in a file that fits its schema and still cannot be meant. `now`: seconds since the Unix epoch. */
export function meaningProblems(
  file: CatalogueFile,
  { problemAt }: Pick<LocatedYaml, 'problemAt'>,
  now: number,
): readonly FileProblem[] {
  const problems: FileProblem[] = []
  const say: Say = (path, what, part) => problems.push(problemAt(path, `${nameOf(path)} ${what}`, part))
  names(file, say)
  accounts(file, say)
  succession(file, say)
  doubleClaims(file, say)
  moments(file, say)
  windows(file, say, now)
  gates(file, say)
  traffic(file, say)
  approvals(file, say)
  return problems
}

function names(file: CatalogueFile, say: Say): void {
  const known = {
    team: file.teams === undefined ? undefined : Object.keys(file.teams),
    environment: Object.keys(file.environments),
    service: Object.keys(file.services),
  }
  const check = (kind: keyof typeof known, name: string | undefined, path: Path, part?: 'key'): void => {
    const list = known[kind]
    if (name === undefined || list === undefined || list.includes(name)) return
    say(path, `names the ${kind} ${quoted([name])}, which the catalogue does not have${hint(name, list)}`, part)
  }
  for (const [name, { owner }] of Object.entries(file.environments))
    check('team', owner, ['environments', name, 'owner'])
  for (const [name, service] of Object.entries(file.services)) {
    check('team', service.owner, ['services', name, 'owner'])
    for (const where of Object.keys(service.in)) check('environment', where, ['services', name, 'in', where], 'key')
  }
  for (const [index, { environments = [], services = [] }] of (file.freezes ?? []).entries()) {
    for (const [at, name] of environments.entries()) check('environment', name, ['freezes', index, 'environments', at])
    for (const [at, name] of services.entries()) check('service', name, ['freezes', index, 'services', at])
  }
  for (const [index, { service, environment }] of (file.waivers ?? []).entries()) {
    check('service', service, ['waivers', index, 'service'])
    check('environment', environment, ['waivers', index, 'environment'])
    const places = Object.hasOwn(file.services, service) ? file.services[service]?.in : undefined
    const isKnown = environment !== undefined && known.environment.includes(environment)
    if (places !== undefined && isKnown && !Object.hasOwn(places, environment))
      say(['waivers', index, 'environment'], `is ${quoted([environment])}, where the service ${service} is not`)
  }
}

function accounts({ environments }: CatalogueFile, say: Say): void {
  for (const [name, { account, role, regions }] of Object.entries(environments)) {
    const parsed = role === undefined ? undefined : optionalRole(role)
    if (parsed === undefined) continue
    const path = ['environments', name, 'role']
    if (parsed.account !== account) say(path, `is a role of the account ${parsed.account}, not of ${account}`)
    const elsewhere = regions.filter((region) => parsed.partition !== (partitionOf(region) ?? parsed.partition))
    if (elsewhere.length > 0) say(path, `is a role of the partition ${quoted([parsed.partition])}, to which ${quoted(elsewhere)} does not belong`) // prettier-ignore
  }
}

/** `after` leads to another environment of the service, and never back. */
function succession({ services }: CatalogueFile, say: Say): void {
  for (const [name, { in: places }] of Object.entries(services)) {
    for (const [where, { after }] of Object.entries(places)) {
      if (after === undefined) continue
      const path = ['services', name, 'in', where, 'after']
      if (!Object.hasOwn(places, after))
        say(path, `names ${quoted([after])}, where the service is not${hint(after, Object.keys(places))}`) // prettier-ignore
      else if (leadsBack(places, where)) say(path, 'leads back to its own environment')
    }
  }
}

function leadsBack(places: Readonly<Record<string, PlacementFile>>, from: string): boolean {
  const passed = new Set<string>()
  for (let at = places[from]?.after; at !== undefined && !passed.has(at); at = places[at]?.after) {
    if (at === from) return true
    passed.add(at)
  }
  return false
}

/** The same entry in two services of an environment claims whatever it means twice; what globs overlap in only AWS can tell. */
function doubleClaims({ services }: CatalogueFile, say: Say): void {
  const first = new Map<string, string>()
  for (const [name, { in: places }] of Object.entries(services)) {
    for (const [where, place] of Object.entries(places)) {
      const claim = (kind: string, text: string, path: Path): void => {
        const key = JSON.stringify([where, kind, text])
        const other = first.get(key)
        if (other !== undefined && other !== name) say(path, `is ${quoted([text])}, which the service ${other} claims in ${where} already`) // prettier-ignore
        first.set(key, other ?? name)
      }
      for (const kind of ['groups', 'stacks'] as const)
        for (const [at, text] of (place[kind] ?? []).entries())
          claim(kind, text, ['services', name, 'in', where, kind, at])
      for (const side of ['blue', 'green'] as const) {
        const group = place.traffic?.[side]
        if (group !== undefined) claim('groups', group, ['services', name, 'in', where, 'traffic', side])
      }
      if (place.bastion !== undefined) claim('bastion', place.bastion, ['services', name, 'in', where, 'bastion'])
    }
  }
}

function moments(file: CatalogueFile, say: Say): void {
  const check = (path: Path, text: string | undefined): void => {
    if (text !== undefined && momentOf(text, 'until') === undefined) say(path, `is ${quoted([text])}, which is no day or time that exists`) // prettier-ignore
  }
  for (const { path, lock } of locksIn(file)) check([...path, 'until'], lock.until)
  for (const [index, { until }] of (file.waivers ?? []).entries()) check(['waivers', index, 'until'], until)
  for (const [index, { from, until }] of (file.freezes ?? []).entries()) {
    check(['freezes', index, 'from'], from)
    check(['freezes', index, 'until'], until)
    const [begins, ends] = [momentOf(from, 'from'), momentOf(until, 'until')]
    if (begins !== undefined && ends !== undefined && begins > ends) say(['freezes', index, 'until'], `is ${quoted([until])}, before it begins`) // prettier-ignore
  }
}

function windows(file: CatalogueFile, say: Say, now: number): void {
  for (const { path, rules } of rulesIn(file)) {
    for (const [index, { cron, zone }] of (rules.windows === 'any' ? [] : (rules.windows ?? [])).entries()) {
      const problem = cronProblem(cron, now)
      if (problem !== undefined) say([...path, 'windows', index, 'cron'], `is ${quoted([cron])}, which ${problem}`)
      if (!isZone(zone)) say([...path, 'windows', index, 'zone'], `is ${quoted([zone])}, which is no time zone`)
    }
  }
}

function gates(file: CatalogueFile, say: Say): void {
  for (const { path, rules } of rulesIn(file)) {
    const amounts = (rules.gates?.checkpoints ?? []).map((text) => ({ isPercent: text.endsWith('%'), value: Number.parseInt(text, 10) })) // prettier-ignore
    for (const [index, { isPercent, value }] of amounts.entries()) {
      const at = [...path, 'gates', 'checkpoints', index]
      if (value === 0) say(at, 'is nothing: it must be more than 0')
      if (isPercent && value > 100) say(at, 'is more than `100%`')
      const before = amounts.slice(0, index).filter((each) => each.isPercent === isPercent)
      if (before.some((each) => each.value >= value)) say(at, 'must be more than the one before it')
    }
  }
}

/** Two groups are named once, and their shares are such that the means takes them. */
function traffic({ services }: CatalogueFile, say: Say): void {
  for (const [name, { in: places }] of Object.entries(services)) {
    for (const [where, place] of Object.entries(places)) {
      if (place.traffic === undefined) continue
      const { blue, green, stack, by, steps = [], record, ...more } = place.traffic
      const at = (...keys: Path): Path => ['services', name, 'in', where, 'traffic', ...keys]
      const isOfRecords = ['hosted-zone', 'blue-identifier', 'green-identifier'].some((key) => Object.hasOwn(more, key))
      if (stack !== undefined && (blue !== undefined || green !== undefined)) say(at('stack'), 'names the groups a second time, besides `blue` and `green`', 'key') // prettier-ignore
      if (blue !== undefined && blue === green) say(at('green'), `is ${quoted([blue])}, as \`blue\` is`)
      if (more['listener-rules'] !== undefined && (record !== undefined || isOfRecords || (by !== undefined && by !== 'alb' && by !== 'nlb'))) say(at('listener-rules'), 'are of load balancers, and the traffic is divided by something else', 'key') // prettier-ignore
      if ((record !== undefined || isOfRecords) && by !== undefined && by !== 'route53') say(at('by'), `is ${quoted([by])}, which has no records`) // prettier-ignore
      for (const [index, share] of steps.entries()) {
        const why = by === undefined ? undefined : unwritableShare(by, share)
        if (why !== undefined) say(at('steps', index), `is \`${share}\`, but ${why}`)
        if (share <= (steps[index - 1] ?? -1)) say(at('steps', index), 'must be more than the one before it')
      }
    }
  }
}

/** A plan is approved by the reviewers of an environment of GitHub: without one there is no approval. */
function approvals({ environments, services, defaults }: CatalogueFile, say: Say): void {
  for (const [name, environment] of Object.entries(environments)) {
    if (environment['github-environment'] !== undefined) continue
    const stated = Object.values(services).flatMap(({ rules, in: places }) => {
      const own = [rules?.approval, places[name]?.rules?.approval].filter((each) => each !== undefined)
      return !Object.hasOwn(places, name)
        ? []
        : own.length === 0
          ? [environment.rules?.approval ?? defaults?.approval]
          : own
    })
    if (environment.rules?.approval === 'plan' || stated.includes('plan'))
      say(['environments', name], 'lacks `github-environment`, which `approval: plan` needs', 'key')
  }
}
