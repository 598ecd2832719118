/** Records of a fleet as audits and runs write them, for tests and checks of the fleet page. */

export interface HistorySample {
  readonly groups: number
  /** Audits, one a week, the last on 2026-11-23. */
  readonly weeks: number
}

/** Names that would do harm where one is not escaped. */
export const hostileNames = [
  '<img src=x onerror=alert(1)>',
  '"><script>document.title="owned"</script>',
  "' onmouseover='alert(1)",
  '</script><h1>out</h1>',
  '&lt;b&gt;',
  'a\u202Ereversed',
] as const

const DAY = 86_400
const LAST = Date.UTC(2026, 10, 23, 6, 23) / 1000
const SERVICES = ['shop', 'checkout', 'search', 'accounts', 'mail', 'reports', 'images', 'gateway']
const ENVIRONMENTS = [
  { name: 'production', account: '123456789012' },
  { name: 'staging', account: '210987654321' },
] as const
const ACTORS = ['octocat', 'hubot', 'github-actions[bot]']

const iso = (at: number): string => new Date(at * 1000).toISOString().replace('.000Z', 'Z')

interface Group {
  readonly index: number
  readonly name: string
  readonly service: string | null
  readonly environment: string
  readonly account: string
}

function groupAt(index: number): Group {
  const { name: environment, account } = ENVIRONMENTS[index % 5 === 0 ? 1 : 0]
  const service = SERVICES[index % SERVICES.length] ?? 'shop'
  const mark = index % 40 === 7 ? hostileNames[Math.floor(index / 40) % hostileNames.length] : undefined
  const hostile = mark && `${mark}${index < 40 * hostileNames.length ? '' : index}`
  return {
    index,
    name: hostile ?? `${service}-${environment}-AutoScalingGroup-${String(index).padStart(4, '0')}X7Q2${index * 7919}`,
    service: index % 17 === 16 ? null : (hostile ?? service),
    environment,
    account,
  }
}

/** The lines of the audits, oldest first, and then those of the runs. */
export function historyLines({ groups: number, weeks }: HistorySample): readonly string[] {
  const groups = Array.from({ length: number }, (_, index) => groupAt(index))
  const moments = Array.from({ length: weeks }, (_, index) => LAST - (weeks - 1 - index) * 7 * DAY)
  const audits = moments.flatMap((at) =>
    ENVIRONMENTS.flatMap(({ name, account }) => {
      const own = groups.filter(({ environment }) => environment === name)
      const head = { kind: 'audit', at: iso(at), environment: name, account, regions: ['eu-west-1'], whole: true, groupCount: own.length, rowCount: own.length } // prettier-ignore
      return own.length === 0 ? [] : [head, ...own.map((group) => auditRow(group, at))]
    }),
  )
  const runs = groups.filter(({ index }) => index % 3 !== 2).map(changeOf)
  return [...audits, ...runs].map((line) => JSON.stringify(line))
}

/** A group is rolled to a new image each five weeks, in a week of its own. */
const releasedDays = (at: number, index: number): number => Math.floor(at / DAY + index * 11) % 35

function auditRow({ index, name, service, environment, account }: Group, at: number): object {
  const days = index % 4 === 3 ? 0 : releasedDays(at, index)
  const unknown = index % 23 === 22
  return {
    kind: 'audit-row',
    at: iso(at),
    environment,
    service,
    owner: service === null ? null : `team-${service}`,
    region: 'eu-west-1',
    group: name,
    instanceId: null,
    instanceName: null,
    stack: null,
    imageId: `ami-${String(index).padStart(17, '0')}`,
    imageName: `${service ?? 'base'}-al2023-x86_64-2026${String(1 + (index % 9)).padStart(2, '0')}14`,
    imageOwner: account,
    imageCreatedAt: null,
    instances: 1 + (index % 12),
    newestImageId: 'ami-00000000000000001',
    newestImageName: `${service ?? 'base'}-al2023-x86_64-20261114`,
    newestImageCreatedAt: null,
    daysBehind: unknown ? null : days,
    state: 'available',
    verdict: unknown ? 'unknown' : days === 0 ? 'current' : index % 7 === 6 ? 'unrolled' : 'stale',
    reason: unknown ? 'The image name shows nothing of its successors, so nothing can be said of it.' : null,
    account,
    launchedAt: null,
    imageAgeDays: 10 + days * 3,
    ownerTag: null,
  }
}

const RESULTS = [
  'rolled',
  'rolled',
  'rolled',
  'rolled',
  'halted',
  'rolled',
  'begun',
  'rolled',
  'gated',
  'rolled',
  'held',
]

function changeOf({ index, name, service, environment, account }: Group): object {
  const at = LAST - (index % 30) * DAY
  const result = RESULTS[index % RESULTS.length] ?? 'rolled'
  const seconds = 300 + (index % 20) * 47
  return {
    actor: ACTORS[index % ACTORS.length],
    triggeringActor: 'octocat',
    repository: 'octo/fleet',
    sha: '0123456789abcdef0123456789abcdef01234567',
    ref: 'refs/heads/main',
    run:
      index % 50 === 7
        ? `javascript:alert(${index})`
        : `https://github.example/octo/fleet/actions/runs/${1000 + Math.floor(index / 2)}`,
    workflow: 'octo/fleet/.github/workflows/monthly.yml@refs/heads/main',
    session: 'fleet-patch-1000',
    account,
    region: 'eu-west-1',
    startedAt: iso(at - seconds),
    mode: index % 6 === 5 ? 'patch-image' : 'respawn',
    environment,
    breakGlass: index % 29 === 28 ? 'INC-7: the certificate ends tonight' : null,
    plan: null,
    inputs: {},
    verdicts: [],
    at: iso(at),
    service,
    owner: service === null ? null : `team-${service}`,
    group: name,
    before: { image: null },
    after: { image: null },
    result,
    reason:
      result === 'halted'
        ? `${name}: 2 new instances were not ready in 15 m; the last one failed its health check.`
        : null,
    ...(result !== 'begun' && { floor: { promised: 2, lowest: index % 13 === 12 ? 1 : 2 } }),
  }
}

/** A catalogue for them, with a lock, a freeze and a waiver. */
export const sampleCatalogue = `version: 1
environments:
  production: { account: '123456789012', regions: [eu-west-1], owner: platform }
  staging: { account: '210987654321', regions: [eu-west-1], owner: platform }
services:
  shop: { owner: sellers, in: { production: { groups: ['shop-*'] }, staging: { groups: ['shop-*'] } } }
  checkout:
    owner: payers
    in:
      production:
        groups: ['checkout-*']
        lock: { reason: 'The payment provider moves <b>tonight</b>', by: '@ann', until: '2026-12-31' }
  legacy: { owner: sellers, in: { production: { groups: ['legacy-*'] } } }
freezes: [{ name: Holidays, from: '2026-12-20', until: '2027-01-03' }]
waivers:
  - { service: shop, rule: max-days-behind, reason: no traffic before the launch, by: '@bob', until: '2026-12-15' }
`
