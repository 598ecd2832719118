/**
 * Random catalogues and requests against a reference model that is slow and simple: it goes through the levels one by one, and
 * says only which rules refuse.
 */
import fc from 'fast-check'
import type { Catalogue, Lock, Placement, Rules } from '../../../src/domain/catalogue/catalogue.ts'
import { claimantsOf } from '../../../src/domain/catalogue/claims.ts'
import type { ChangeRequest } from '../../../src/domain/catalogue/finding.ts'
import { requestFindings } from '../../../src/domain/catalogue/request-checks.ts'
import { aCatalogue, anEnvironment, aPlacement, aRequest, aService, NOW } from './a-catalogue.ts'

const MODES = ['images', 'respawn', 'patch-image', 'release', 'rollback', 'restore', 'redeploy-bastion']
const REFS = ['refs/heads/main', 'refs/heads/x', 'refs/tags/v1']
const LOGINS = ['ann', 'Bob', 'eve']
const DAY = 86_400

const some = <Value>(values: readonly Value[]) => fc.subarray([...values])
const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined, freq: 2 })
const moment = fc.integer({ min: -3, max: 3 }).map((days) => NOW + days * DAY)
/** Open for a time, at an hour of every day in UTC. */
const window = fc.record({
  cron: fc.integer({ min: 0, max: 23 }).map((hour) => `0 ${hour} * * *`),
  zone: fc.constant('UTC'),
  minutes: fc.constantFrom(60, 300, 1440),
  modes: maybe(some(MODES).filter(({ length }) => length > 0)),
})
const rules: fc.Arbitrary<Rules> = fc
  .record({
    modes: maybe(some(MODES)),
    refs: maybe(fc.constantFrom(['refs/heads/main'], ['refs/heads/*'], ['refs/tags/v?', 'refs/heads/x'])),
    actors: maybe(some(LOGINS)),
    windows: maybe(fc.array(window, { maxLength: 2 })),
    approval: maybe(fc.constantFrom('none' as const, 'plan' as const)),
  })
  .map((stated) => Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)))
const lock: fc.Arbitrary<Lock | undefined> = maybe(fc.record({ reason: fc.constant('moves'), by: fc.constant('ann'), until: maybe(moment) })) // prettier-ignore
const freeze = fc.record({
  name: fc.constant('Christmas'),
  from: moment,
  until: moment,
  environments: maybe(some(['production', 'test']).filter(({ length }) => length > 0)),
  services: maybe(some(['web', 'api']).filter(({ length }) => length > 0)),
  allows: some(MODES),
})
const waiver = fc.record({
  service: fc.constantFrom('web', 'api'),
  environment: maybe(fc.constantFrom('production', 'test')),
  rule: maybe(fc.constantFrom('window' as const, 'images' as const)),
  reason: fc.constant('the vault moves first'),
  by: fc.constant('ann'),
  until: moment,
})
const catalogues: fc.Arbitrary<Catalogue> = fc
  .record({
    defaults: rules,
    environment: rules,
    service: rules,
    placement: rules,
    locks: fc.tuple(lock, lock, lock),
    prohibited: some(MODES),
    freezes: fc.array(freeze, { maxLength: 2 }),
    waivers: fc.array(waiver, { maxLength: 2 }),
  }) // prettier-ignore
  .map(({ defaults, environment, service, placement, locks, prohibited, freezes, waivers }) => {
    const [ofEnvironment, ofService, ofPlacement] = locks
    const places = new Map([['production', aPlacement({ rules: placement, lock: ofPlacement })]])
    return aCatalogue({
      defaults,
      environments: new Map([['production', anEnvironment({ githubEnvironment: 'live', rules: environment, lock: ofEnvironment, protected: prohibited })]]), // prettier-ignore
      services: new Map([['web', aService({ rules: service, lock: ofService, in: places })]]),
      freezes,
      waivers,
    })
  })
const requests: fc.Arbitrary<ChangeRequest> = fc
  .record({
    mode: fc.constantFrom(...MODES),
    now: fc.integer({ min: -2 * DAY, max: 2 * DAY }).map((seconds) => NOW + seconds),
    ref: fc.constantFrom(...REFS),
    defaultBranch: maybe(fc.constant('main')),
    actors: some(LOGINS),
    dryRun: fc.boolean(),
    breakGlass: maybe(fc.constant('fire')),
    applied: maybe(fc.record({ environment: maybe(fc.constantFrom('live', 'test')) })),
  })
  .map((request) => aRequest(request))

/** The rules that refuse, by the reference model. */
function refusing(catalogue: Catalogue, request: ChangeRequest): ReadonlySet<string> {
  const { mode, now, ref, dryRun, breakGlass } = request
  const refused = new Set<string>()
  if (mode === 'images' || mode === 'restore') return refused
  const environment = catalogue.environments.get('production')
  const service = catalogue.services.get('web')
  const placement: Placement | undefined = service?.in.get('production')
  const places = [environment?.rules ?? {}, service?.rules ?? {}, placement?.rules ?? {}]
  const levels = <Name extends keyof Rules>(name: Name) => {
    const stated = places.filter((each) => name in each).map((each) => each[name])
    return (stated.length > 0 ? stated : name in catalogue.defaults ? [catalogue.defaults[name]] : []) as NonNullable<Rules[Name]>[] // prettier-ignore
  }
  const means = (list: readonly string[]) =>
    list.includes(mode) || (mode === 'release' && ['respawn', 'patch-image', 'rollback'].some((each) => list.includes(each))) // prettier-ignore
  const isLifted = dryRun || breakGlass !== undefined

  if (levels('refs').length === 0) {
    if (request.defaultBranch === undefined || ref !== `refs/heads/${request.defaultBranch}`) refused.add('refs')
  } else
    for (const globs of levels('refs'))
      if (!globs.some((glob) => new RegExp(`^${glob.replaceAll('?', '.').replaceAll('*', '.*')}$`).test(ref))) refused.add('refs') // prettier-ignore
  if (environment?.protected.includes(mode) === true) refused.add('protected')
  for (const list of levels('modes')) if (!means(list)) refused.add('modes')
  for (const word of levels('approval'))
    if (word === 'plan' && !dryRun && request.applied?.environment !== 'live') refused.add('approval')
  for (const each of [environment?.lock, service?.lock, placement?.lock])
    if (each !== undefined && (each.until === undefined || each.until >= now) && !isLifted) refused.add('lock')
  for (const each of catalogue.freezes) {
    const isHere =
      (each.environments ?? ['production']).includes('production') && (each.services ?? ['web']).includes('web')
    if (isHere && each.from <= now && now <= each.until && !means(each.allows) && mode !== 'rollback' && !isLifted) refused.add('freezes') // prettier-ignore
  }
  const isWaived = catalogue.waivers.some(
    (each) =>
      each.service === 'web' &&
      (each.environment ?? 'production') === 'production' &&
      (each.rule ?? 'window') === 'window' &&
      now <= each.until,
  )
  for (const list of levels('windows')) {
    const isOpen = list.some(({ cron, minutes, modes }) => {
      const begins = Number(cron.split(' ')[1]) * 3600
      return (modes === undefined || means(modes)) && (((now - begins) % DAY) + DAY) % DAY < minutes * 60
    })
    if (list.length > 0 && !isOpen && !isWaived && mode !== 'rollback' && !isLifted) refused.add('windows')
  }
  for (const logins of levels('actors')) {
    const mayAll = request.actors.every((actor) => logins.map((login) => login.toLowerCase()).includes(actor.toLowerCase())) // prettier-ignore
    if (logins.length > 0 && (request.actors.length === 0 || !mayAll)) refused.add('actors')
  }
  return refused
}

test('a request is refused by exactly the rules by which the reference model refuses it', () => {
  fc.assert(
    fc.property(catalogues, requests, (catalogue, request) => {
      const found = requestFindings(catalogue, { environment: 'production', service: 'web' }, request)
      const rulesOf = found.flatMap(({ weight, rule }) => (weight === 'refusal' ? rule : []))
      expect([...new Set(rulesOf)].toSorted()).toEqual([...refusing(catalogue, request)].toSorted())
    }),
    { numRuns: 1500 },
  )
})

const name = fc.string({ unit: fc.constantFrom('a', 'b', '-'), minLength: 1, maxLength: 4 })
const glob = fc.string({ unit: fc.constantFrom('a', 'b', '-', '*', '?'), minLength: 1, maxLength: 4 })
const tag = fc.record({ key: fc.constantFrom('k', 'l'), value: fc.constantFrom('1', '2') })
const selectors = fc.record({
  groups: fc.array(glob, { maxLength: 2 }),
  stacks: fc.array(fc.record({ name: fc.constantFrom('a', 'b'), version: maybe(fc.constantFrom('1', '2')) }), { maxLength: 2 }), // prettier-ignore
  tags: fc.uniqueArray(tag, { maxLength: 2, selector: ({ key }) => key }),
})

test('a group is claimed by the services that the reference model finds', () => {
  const tags = fc.dictionary(fc.constantFrom('k', 'l'), fc.constantFrom('1', '2'))
  const stack = maybe(fc.constantFrom('a-1', 'b-2', 'a-b-1', 'a', 'b-'))
  fc.assert(
    fc.property(fc.array(selectors, { maxLength: 3 }), name, tags, stack, (all, group, own, stackName) => {
      const services = new Map(
        all.map((each, index) => [`s${index}`, aService({ in: new Map([['production', aPlacement({ selectors: each })]]) })]), // prettier-ignore
      )
      const found = all.flatMap((each, index) => {
        const byName = each.groups.some((text) => new RegExp(`^${text.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(group)) // prettier-ignore
        const byStack = each.stacks.some(({ name: wanted, version }) =>
          version === undefined
            ? new RegExp(`^${wanted}-[^-]+$`).test(stackName ?? '')
            : stackName === `${wanted}-${version}`,
        )
        const byTags = each.tags.length > 0 && each.tags.every(({ key, value }) => own[key] === value)
        return byName || byStack || byTags ? [`s${index}`] : []
      })
      const claimed = { name: group, tags: { ...own, ...(stackName !== undefined && { 'aws:cloudformation:stack-name': stackName }) } } // prettier-ignore
      expect(claimantsOf(aCatalogue({ services }), 'production', claimed)).toEqual(found)
    }),
    { numRuns: 1500 },
  )
})
