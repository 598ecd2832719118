/** A catalogue for the rules, made of a file in which nothing is wrong. */
import type {
  Catalogue,
  ChangeWindow,
  Lock,
  PlacementSelectors,
  PlacementTraffic,
  Rules,
  Service,
} from '../../domain/catalogue/catalogue.ts'
import { type Boundary, momentOf } from '../../domain/catalogue/moment.ts'
import type { Amount } from '../../domain/rollout/amount.ts'
import { amount, stacks } from '../parse.ts'
import type { CatalogueFile, LockFile, RulesFile, ServiceFile, TrafficFile } from './file.ts'

export function toCatalogue(file: CatalogueFile): Catalogue {
  return {
    defaults: rulesOf(file.defaults),
    teams: mapOf(file.teams ?? {}, ({ github, slack, sns, email }) => ({ github, slack, sns, email })),
    environments: mapOf(file.environments, (each) => ({
      account: each.account,
      regions: each.regions,
      role: each.role,
      githubEnvironment: each['github-environment'],
      workflow: each.workflow,
      protected: each.protected ?? [],
      lock: lockOf(each.lock),
      owner: each.owner,
      rules: rulesOf(each.rules),
    })),
    services: mapOf(file.services, serviceOf),
    freezes: (file.freezes ?? []).map(({ name, from, until, environments, services, allows = [] }) => ({
      name,
      from: known(from, 'from'),
      until: known(until, 'until'),
      environments,
      services,
      allows,
    })),
    waivers: (file.waivers ?? []).map(({ service, environment, rule, reason, by, until }) => ({
      service,
      environment,
      rule,
      reason,
      by,
      until: known(until, 'until'),
    })),
  }
}

const mapOf = <From, To>(record: Readonly<Record<string, From>>, make: (value: From) => To): ReadonlyMap<string, To> =>
  new Map(Object.entries(record).map(([name, value]) => [name, make(value)]))

const serviceOf = ({ owner, lock, rules, in: places }: ServiceFile): Service => ({
  owner,
  lock: lockOf(lock),
  rules: rulesOf(rules),
  in: mapOf(places, (place) => ({
    selectors: {
      groups: [...(place.groups ?? []), ...coloursOf(place.traffic)],
      stacks: [...(place.stacks ?? []).flatMap(stacks), ...versionsOf(place.traffic)],
      tags: (place.tags ?? []).flatMap((text) => ownTag(text)),
    },
    bastion: place.bastion,
    after: place.after,
    lock: lockOf(place.lock),
    rules: rulesOf(place.rules),
    traffic: place.traffic && trafficOf(place.traffic),
  })),
})

/** What is a side of the traffic belongs to the service. */
const coloursOf = ({ blue, green }: TrafficFile = {}): readonly string[] =>
  [blue, green].filter((name) => name !== undefined)

const versionsOf = ({ stack, versions = ['', ''] }: TrafficFile = {}): PlacementSelectors['stacks'] =>
  stack === undefined ? [] : versions.map((version) => ({ name: stack, version }))

const trafficOf = (file: TrafficFile): PlacementTraffic => {
  const { stack, versions: [blue = '', green = ''] = [] } = file
  return {
    pair:
      stack === undefined
        ? { kind: 'groups', blue: file.blue ?? '', green: file.green ?? '' }
        : { kind: 'stack', stack, versions: { blue, green } },
    means: file.by,
    listenerRules: file['listener-rules'] ?? [],
    record: file.record,
    hostedZone: file['hosted-zone'],
    identifiers: { blue: file['blue-identifier'], green: file['green-identifier'] },
    steps: file.steps ?? [],
    keep: file.keep,
    afterwards: file.afterwards,
  }
}

/** One entry is one tag: a comma in it belongs to its value. */
function ownTag(text: string): PlacementSelectors['tags'] {
  const at = text.indexOf('=')
  return [{ key: text.slice(0, at).trim(), value: text.slice(at + 1).trim() }]
}

function known(text: string, boundary: Boundary): number {
  const moment = momentOf(text, boundary)
  if (moment === undefined) throw new Error(`${text} was to be checked before`)
  return moment
}

const lockOf = (lock: LockFile | undefined): Lock | undefined =>
  lock && { reason: lock.reason, by: lock.by, until: lock.until === undefined ? undefined : known(lock.until, 'until') }

function rulesOf(file: RulesFile = {}): Rules {
  const { images = {}, docker = {}, gates = {}, windows } = file
  return given({
    modes: file.modes,
    refs: file.refs,
    actors: file.actors,
    imageOwners: images.owners,
    imageNames: images.names,
    maxImageAgeDays: images['max-image-age-days'],
    requiredTags: images['required-tags'],
    dockerRepositories: docker.repositories,
    dockerTags: docker.tags,
    dockerDigest: docker.digest,
    windows: windows === 'any' ? [] : windows?.map(({ cron, zone, minutes, modes }): ChangeWindow => ({ cron, zone, minutes, modes })), // prettier-ignore
    maxDaysBehind: file['max-days-behind'],
    warnDaysBehind: file['warn-days-behind'],
    minSize: file['min-size'],
    maxSurge: amountOf(file['max-surge']),
    maxUnavailable: amountOf(file['max-unavailable']),
    checkpoints: gates.checkpoints?.map((text) => amount(100)(text)),
    alarms: gates.alarms,
    bake: gates.bake,
    bakeDays: file['bake-days'],
    runsOver: file['runs-over'],
    approval: file.approval,
  })
}

const amountOf = (value: number | string | undefined): Amount | undefined =>
  value === undefined ? undefined : amount(1000)(String(value))

/** Without what is not stated. */
const given = (rules: { readonly [Name in keyof Rules]: Rules[Name] | undefined }): Rules =>
  Object.fromEntries(Object.entries(rules).filter(([, value]) => value !== undefined))
