import type { Catalogue, Freeze, Lock, Waiver } from '../../../src/domain/catalogue/catalogue.ts'
import type { ChangeRequest } from '../../../src/domain/catalogue/finding.ts'
import { overrunFindings, requestFindings } from '../../../src/domain/catalogue/request-checks.ts'
import {
  aCatalogue,
  anEnvironment,
  aPlacement,
  aRequest,
  aService,
  at,
  aWindow,
  SUBJECT,
  until,
  withRules,
} from './a-catalogue.ts'

interface Row {
  readonly name: string
  readonly catalogue: Catalogue
  readonly request?: Partial<ChangeRequest>
  /** `weight rule: what`, one for each finding. */
  readonly says: readonly string[]
}

const lock = (given: Partial<Lock> = {}): Lock => ({ reason: 'moves house', by: '@ann', until: undefined, ...given })
const freeze = (given: Partial<Freeze> = {}): Freeze => ({
  name: 'Christmas',
  from: at('2026-11-01T00:00Z'),
  until: until('2026-11-03'),
  environments: undefined,
  services: undefined,
  allows: [],
  ...given,
})
const waiver = (given: Partial<Waiver> = {}): Waiver => ({
  service: 'web',
  environment: undefined,
  rule: 'window',
  reason: 'the vault moves first',
  by: '@ann',
  until: until('2026-11-03'),
  ...given,
})
const closed = aWindow({ cron: '0 12 * * *' })
const CLOSED = 'no window of services.web.rules is open for web in production with `mode: respawn`: it opens at 2026-11-03 11:00 UTC' // prettier-ignore
const FROZEN = 'web in production is frozen until 2026-11-03 23:59 UTC: Christmas'
const LOCKED = 'web in production is locked by @ann until it is taken out of the catalogue: moves house'
const locked = (given?: Partial<Lock>) =>
  aCatalogue({ services: new Map([['web', aService({ in: new Map([['production', aPlacement({ lock: lock(given) })]]) })]]) }) // prettier-ignore
const reviewed = (githubEnvironment: string | undefined) =>
  aCatalogue({
    environments: new Map([['production', anEnvironment({ githubEnvironment, rules: { approval: 'plan' } })]]),
  })
const inWindows = (...windows: ReturnType<typeof aWindow>[]) => withRules({ service: { windows } })

const rows: readonly Row[] = [
  { name: 'nothing stands against a run that nothing is stated for', catalogue: aCatalogue(), says: [] },
  // Refs
  { name: 'another branch than the default one is refused', catalogue: aCatalogue(), request: { ref: 'refs/heads/x' }, says: ['refusal refs: web in production takes no change from refs/heads/x: without `refs` only refs/heads/main is allowed'] }, // prettier-ignore
  { name: 'a tag is no branch of the same name', catalogue: aCatalogue(), request: { ref: 'refs/tags/main' }, says: [expect.stringContaining('refs/tags/main') as never] }, // prettier-ignore
  { name: 'a ref that is not named is refused', catalogue: aCatalogue(), request: { ref: '' }, says: [expect.stringContaining('a ref that GitHub does not name') as never] }, // prettier-ignore
  { name: 'without a default branch refs must be stated', catalogue: aCatalogue(), request: { defaultBranch: undefined }, says: ['refusal refs: the event of this run names no default branch, and the catalogue states no `refs` for web in production'] }, // prettier-ignore
  { name: 'stated refs need no default branch', catalogue: withRules({ defaults: { refs: ['refs/heads/main'] } }), request: { defaultBranch: undefined }, says: [] }, // prettier-ignore
  { name: 'stated refs take the place of the default branch', catalogue: withRules({ service: { refs: ['refs/tags/v*'] } }), says: ['refusal refs: web in production takes no change from refs/heads/main: services.web.rules allows refs/tags/v*'] }, // prettier-ignore
  { name: 'refs of every level must allow it', catalogue: withRules({ environment: { refs: ['refs/heads/*'] }, service: { refs: ['refs/tags/*'] } }), says: ['refusal refs: web in production takes no change from refs/heads/main: services.web.rules allows refs/tags/*'] }, // prettier-ignore
  // Modes
  { name: 'a protected mode is refused, also with break-glass and in a dry run', catalogue: aCatalogue({ environments: new Map([['production', anEnvironment({ protected: ['respawn'] })]]) }), request: { breakGlass: 'fire', dryRun: true }, says: ['refusal protected: production is protected from `mode: respawn`'] }, // prettier-ignore
  { name: 'a mode that is not listed is refused', catalogue: withRules({ defaults: { modes: ['patch-image'] } }), says: ['refusal modes: `mode: respawn` is not allowed for web in production: defaults allows patch-image'] }, // prettier-ignore
  { name: 'an empty list allows no mode', catalogue: withRules({ service: { modes: [] } }), says: ['refusal modes: `mode: respawn` is not allowed for web in production: services.web.rules allows nothing'] }, // prettier-ignore
  { name: 'a service cannot widen the modes of its environment', catalogue: withRules({ environment: { modes: ['rollback'] }, service: { modes: ['respawn'] } }), says: ['refusal modes: `mode: respawn` is not allowed for web in production: environments.production.rules allows rollback'] }, // prettier-ignore
  { name: 'a release is allowed where the mode that waits is', catalogue: withRules({ service: { modes: ['patch-image'] } }), request: { mode: 'release' }, says: [] }, // prettier-ignore
  { name: 'a release is not allowed where nothing can wait', catalogue: withRules({ service: { modes: ['redeploy-bastion'] } }), request: { mode: 'release' }, says: ['refusal modes: `mode: release` is not allowed for web in production: services.web.rules allows redeploy-bastion'] }, // prettier-ignore
  ...['images', 'restore', 'catalogue'].map((mode) => ({
    name: `${mode} is always allowed`,
    catalogue: aCatalogue({
      environments: new Map([['production', anEnvironment({ protected: [mode], lock: lock(), rules: { modes: [], refs: [], actors: ['ann'], windows: [closed], approval: 'plan' } })]]), // prettier-ignore
      freezes: [freeze()],
    }),
    request: { mode, ref: 'refs/heads/x' },
    says: [],
  })),
  // Approval
  { name: 'what needs a plan is refused without one', catalogue: withRules({ environment: { approval: 'plan' }, service: { approval: 'none' } }), says: ['refusal approval: web in production is changed only by a plan that was approved: environments.production.rules states `approval: plan`'] }, // prettier-ignore
  { name: 'a shift of traffic, of which there is no plan, is refused where one is needed', catalogue: withRules({ environment: { approval: 'plan' } }), request: { mode: 'blue-green' }, says: ['refusal approval: web in production is changed only by a plan that was approved, as environments.production.rules states with `approval: plan`, and of `mode: blue-green` there is no plan'] }, // prettier-ignore
  { name: 'break-glass is no approval', catalogue: withRules({ environment: { approval: 'plan' } }), request: { breakGlass: 'fire' }, says: [expect.stringContaining('refusal approval') as never] }, // prettier-ignore
  { name: 'a plan is carried out in the environment of its reviewers', catalogue: reviewed('live'), request: { applied: { environment: 'live' } }, says: [] }, // prettier-ignore
  { name: 'a plan is not carried out in another environment', catalogue: reviewed('live'), request: { applied: { environment: 'test' } }, says: ["refusal approval: web in production is changed only by a job in the environment live of GitHub, whose reviewers approve the plan: the job's token says test"] }, // prettier-ignore
  { name: 'a plan is not carried out outside of an environment', catalogue: reviewed('live'), request: { applied: { environment: undefined } }, says: [expect.stringContaining("the job's token says none") as never] }, // prettier-ignore
  { name: 'a plan is not carried out where no token tells', catalogue: reviewed('live'), request: { applied: { environment: undefined, why: 'GitHub gave none' } }, says: [expect.stringContaining(': GitHub gave none') as never] }, // prettier-ignore
  { name: 'where no reviewers are known none have approved', catalogue: reviewed(undefined), request: { applied: { environment: undefined } }, says: [expect.stringContaining('refusal approval') as never] }, // prettier-ignore
  { name: 'a dry run needs no approval', catalogue: withRules({ environment: { approval: 'plan' } }), request: { dryRun: true }, says: [] }, // prettier-ignore
  // Locks
  { name: 'a lock is refused with its reason', catalogue: locked(), says: [`refusal lock: ${LOCKED}`] },
  { name: 'a lock of the service holds', catalogue: aCatalogue({ services: new Map([['web', aService({ lock: lock() })]]) }), says: ['refusal lock: web is locked by @ann until it is taken out of the catalogue: moves house'] }, // prettier-ignore
  { name: 'a lock of the environment holds', catalogue: aCatalogue({ environments: new Map([['production', anEnvironment({ lock: lock() })]]) }), says: ['refusal lock: production is locked by @ann until it is taken out of the catalogue: moves house'] }, // prettier-ignore
  { name: 'a lock holds on its last day', catalogue: locked({ until: until('2026-11-03') }), says: ['refusal lock: web in production is locked by @ann until 2026-11-03 23:59 UTC: moves house'] }, // prettier-ignore
  { name: 'a lock holds at its last moment', catalogue: locked({ until: at('2026-11-03T09:00Z') }), says: [expect.stringContaining('refusal lock') as never] }, // prettier-ignore
  { name: 'a lock that is over does not hold', catalogue: locked({ until: until('2026-11-02') }), says: [] },
  { name: 'break-glass lifts a lock', catalogue: locked(), request: { breakGlass: 'fire' }, says: [`lifted lock: ${LOCKED}`] }, // prettier-ignore
  { name: 'a dry run tells of a lock', catalogue: locked(), request: { dryRun: true }, says: [`told lock: ${LOCKED}`] },
  { name: 'a rollback is not exempt from locks', catalogue: locked(), request: { mode: 'rollback' }, says: [`refusal lock: ${LOCKED}`] }, // prettier-ignore
  // Freezes
  { name: 'a freeze is refused on its last day', catalogue: aCatalogue({ freezes: [freeze()] }), says: [`refusal freezes: ${FROZEN}`] }, // prettier-ignore
  { name: 'a freeze holds from its first moment', catalogue: aCatalogue({ freezes: [freeze({ from: at('2026-11-03T09:00Z') })] }), says: [`refusal freezes: ${FROZEN}`] }, // prettier-ignore
  { name: 'a freeze does not hold before that', catalogue: aCatalogue({ freezes: [freeze({ from: at('2026-11-03T09:00:01Z') })] }), says: [] }, // prettier-ignore
  { name: 'a freeze that is over does not hold', catalogue: aCatalogue({ freezes: [freeze({ until: until('2026-11-02') })] }), says: [] }, // prettier-ignore
  { name: 'a freeze of another environment does not hold', catalogue: aCatalogue({ freezes: [freeze({ environments: ['test'] })] }), says: [] }, // prettier-ignore
  { name: 'a freeze of another service does not hold', catalogue: aCatalogue({ freezes: [freeze({ services: ['api'] })] }), says: [] }, // prettier-ignore
  { name: 'a freeze of this service in this environment holds', catalogue: aCatalogue({ freezes: [freeze({ services: ['web'], environments: ['production'] })] }), says: [`refusal freezes: ${FROZEN}`] }, // prettier-ignore
  { name: 'a mode that a freeze allows is not frozen', catalogue: aCatalogue({ freezes: [freeze({ allows: ['respawn'] })] }), says: [] }, // prettier-ignore
  { name: 'a rollback is exempt from freezes', catalogue: aCatalogue({ freezes: [freeze()] }), request: { mode: 'rollback' }, says: [] }, // prettier-ignore
  { name: 'break-glass lifts a freeze', catalogue: aCatalogue({ freezes: [freeze()] }), request: { breakGlass: 'fire' }, says: [`lifted freezes: ${FROZEN}`] }, // prettier-ignore
  { name: 'a dry run tells of a freeze', catalogue: aCatalogue({ freezes: [freeze()] }), request: { dryRun: true }, says: [`told freezes: ${FROZEN}`] }, // prettier-ignore
  // Windows
  { name: 'an open window', catalogue: inWindows(aWindow()), says: [] },
  { name: 'a window that begins exactly now', catalogue: inWindows(aWindow({ cron: '0 10 * * *' })), says: [] },
  { name: 'a window that ends exactly now', catalogue: inWindows(aWindow({ cron: '0 9 * * *', minutes: 60 })), says: [expect.stringContaining('refusal windows') as never] }, // prettier-ignore
  { name: 'a closed window is refused', catalogue: inWindows(closed), says: [`refusal windows: ${CLOSED}`] },
  { name: 'one open window of several is enough', catalogue: inWindows(closed, aWindow()), says: [] },
  { name: 'windows of every level must be open', catalogue: withRules({ environment: { windows: [aWindow()] }, service: { windows: [closed] } }), says: [`refusal windows: ${CLOSED}`] }, // prettier-ignore
  { name: 'any is always open', catalogue: withRules({ defaults: { windows: [closed] }, environment: { windows: [] } }), says: [] }, // prettier-ignore
  { name: 'any cannot widen the windows of the environment', catalogue: withRules({ environment: { windows: [closed] }, service: { windows: [] } }), says: [expect.stringContaining('no window of environments.production.rules') as never] }, // prettier-ignore
  { name: 'an open window of another mode is none', catalogue: inWindows(aWindow({ modes: ['patch-docker'] })), says: ['refusal windows: no window of services.web.rules is open for web in production with `mode: respawn`: it opens no more'] }, // prettier-ignore
  { name: 'an open window of this mode', catalogue: inWindows(closed, aWindow({ modes: ['respawn'] })), says: [] },
  { name: 'a rollback is exempt from windows', catalogue: inWindows(closed), request: { mode: 'rollback' }, says: [] },
  { name: 'break-glass lifts windows', catalogue: inWindows(closed), request: { breakGlass: 'fire' }, says: [`lifted windows: ${CLOSED}`] }, // prettier-ignore
  { name: 'a dry run tells of windows', catalogue: inWindows(closed), request: { dryRun: true }, says: [`told windows: ${CLOSED}`] }, // prettier-ignore
  { name: 'a waiver lifts windows on its last day', catalogue: { ...inWindows(closed), waivers: [waiver()] }, says: [`waived windows: ${CLOSED}; the waiver of @ann until 2026-11-03: the vault moves first`] }, // prettier-ignore
  { name: 'a waiver of every rule lifts windows', catalogue: { ...inWindows(closed), waivers: [waiver({ rule: undefined, environment: 'production' })] }, says: [expect.stringContaining('waived windows') as never] }, // prettier-ignore
  { name: 'a waiver that is over lifts nothing', catalogue: { ...inWindows(closed), waivers: [waiver({ until: until('2026-11-02') })] }, says: [`refusal windows: ${CLOSED}`] }, // prettier-ignore
  { name: 'a waiver of another environment lifts nothing', catalogue: { ...inWindows(closed), waivers: [waiver({ environment: 'test' })] }, says: [`refusal windows: ${CLOSED}`] }, // prettier-ignore
  { name: 'a waiver of another service lifts nothing', catalogue: { ...inWindows(closed), waivers: [waiver({ service: 'api' })] }, says: [`refusal windows: ${CLOSED}`] }, // prettier-ignore
  { name: 'a waiver of another rule lifts nothing', catalogue: { ...inWindows(closed), waivers: [waiver({ rule: 'images' })] }, says: [`refusal windows: ${CLOSED}`] }, // prettier-ignore
  // Actors
  { name: 'an actor that is not listed is refused', catalogue: withRules({ service: { actors: ['ann', 'bob'] } }), says: ['refusal actors: octocat may not change web in production: services.web.rules allows ann, bob'] }, // prettier-ignore
  { name: 'logins have no case', catalogue: withRules({ service: { actors: ['OctoCat'] } }), says: [] },
  { name: 'an empty list allows any actor', catalogue: withRules({ defaults: { actors: ['ann'] }, service: { actors: [] } }), says: [] }, // prettier-ignore
  { name: 'an empty list cannot widen that of the environment', catalogue: withRules({ environment: { actors: ['ann'] }, service: { actors: [] } }), says: [expect.stringContaining('environments.production.rules allows ann') as never] }, // prettier-ignore
  { name: 'the one that started the run anew must be listed as well', catalogue: withRules({ service: { actors: ['octocat'] } }), request: { actors: ['octocat', 'eve'] }, says: [expect.stringContaining('eve may not change') as never] }, // prettier-ignore
  { name: 'an actor that is not named is refused', catalogue: withRules({ service: { actors: ['ann'] } }), request: { actors: [] }, says: [expect.stringContaining('an actor that GitHub does not name') as never] }, // prettier-ignore
  { name: 'break-glass does not lift actors', catalogue: withRules({ service: { actors: ['ann'] } }), request: { breakGlass: 'fire' }, says: [expect.stringContaining('refusal actors') as never] }, // prettier-ignore
  {
    name: 'everything is told, in the order of the checks',
    catalogue: aCatalogue({
      environments: new Map([['production', anEnvironment({ protected: ['respawn'], lock: lock(), rules: { refs: ['refs/tags/*'], modes: ['images'], actors: ['ann'], windows: [closed], approval: 'plan' } })]]), // prettier-ignore
      freezes: [freeze()],
    }),
    says: ['refs', 'protected', 'modes', 'approval', 'lock', 'freezes', 'windows', 'actors'].map(
      (rule) => expect.stringContaining(`refusal ${rule}: `) as never,
    ),
  },
]

test.each(rows)('$name', ({ catalogue, request, says }) => {
  const found = requestFindings(catalogue, SUBJECT, aRequest(request))
  expect(found.map(({ weight, rule, what }) => `${weight} ${rule}: ${what}`)).toEqual(says)
  const told = found.filter(({ rule }) => rule !== 'approval')
  expect(told.map(({ remedy }) => typeof remedy)).toEqual(told.map(({ weight }) => (weight === 'refusal' ? 'string' : 'undefined'))) // prettier-ignore
})

describe('an environment alone', () => {
  const alone = (catalogue: Catalogue, request?: Partial<ChangeRequest>) =>
    requestFindings(catalogue, { environment: 'production', service: undefined }, aRequest(request)).map(
      ({ rule }) => rule,
    )

  test('refuses what it refuses for each of its services', () => {
    const strict = anEnvironment({ protected: ['respawn'], lock: lock(), rules: { refs: ['refs/tags/*'], windows: [closed], actors: ['ann'], modes: [] } }) // prettier-ignore
    const catalogue = aCatalogue({ environments: new Map([['production', strict]]), freezes: [freeze()] })
    expect(alone(catalogue)).toEqual(['refs', 'protected', 'modes', 'lock', 'freezes', 'windows', 'actors'])
  })

  test('does not tell what a service may state otherwise', () => {
    const catalogue = { ...withRules({ defaults: { modes: [], refs: [], windows: [closed] } }), freezes: [freeze({ services: ['web'] })] } // prettier-ignore
    expect(alone(catalogue, { ref: 'refs/heads/x' })).toEqual([])
  })
})

describe('the expected end', () => {
  const long = { windows: [aWindow()] }
  const after = (levels: Parameters<typeof withRules>[0], seconds: number, request?: Partial<ChangeRequest>) =>
    overrunFindings(withRules(levels), SUBJECT, { request: aRequest(request), lastsSeconds: seconds }).map(({ weight, what }) => `${weight}: ${what}`) // prettier-ignore
  const SAYS = 'the change of web in production is expected to last until 2026-11-03 13:00 UTC, and its window ends at 2026-11-03 13:00 UTC' // prettier-ignore

  test.each([
    { name: 'before the end of the window is fine', levels: { service: long }, seconds: 4 * 3600, says: [] },
    { name: 'after it earns a warning', levels: { service: long }, seconds: 4 * 3600 + 1, says: [`warning: ${SAYS}`] },
    { name: 'after it is refused where that is stated', levels: { defaults: { runsOver: 'refuse' as const }, service: long }, seconds: 14_401, says: [`refusal: ${SAYS}`] }, // prettier-ignore
    { name: 'after it is lifted by break-glass', levels: { service: { ...long, runsOver: 'refuse' as const } }, seconds: 14_401, request: { breakGlass: 'fire' }, says: [`lifted: ${SAYS}`] }, // prettier-ignore
    { name: 'counts with the window that ends first', levels: { environment: long, service: { windows: [aWindow({ minutes: 900 })] } }, seconds: 14_401, says: [`warning: ${SAYS}`] }, // prettier-ignore
    { name: 'counts with the longest of one level', levels: { service: { windows: [aWindow(), aWindow({ minutes: 900 })] } }, seconds: 14_401, says: [] }, // prettier-ignore
    { name: 'is no matter without windows', levels: {}, seconds: 1e6, says: [] },
    { name: 'is no matter of a rollback', levels: { service: long }, seconds: 1e6, request: { mode: 'rollback' }, says: [] }, // prettier-ignore
  ])('$name', ({ levels, seconds, request, says }) => {
    expect(after(levels, seconds, request)).toEqual(says)
  })
})
