import type {
  Catalogue,
  CatalogueEnvironment,
  ChangeWindow,
  Placement,
  Rules,
  Service,
} from '../../../src/domain/catalogue/catalogue.ts'
import type { ChangeRequest } from '../../../src/domain/catalogue/finding.ts'
import { momentOf } from '../../../src/domain/catalogue/moment.ts'

/** Seconds since the Unix epoch of `2026-11-03T09:00Z`. */
export const at = (text: string): number => Date.parse(text) / 1000

/** A day as a catalogue writes it: its last moment. */
export const until = (text: string): number => momentOf(text, 'until') ?? Number.NaN

export const anEnvironment = (given: Partial<CatalogueEnvironment> = {}): CatalogueEnvironment => ({
  account: '123456789012',
  regions: ['eu-central-1'],
  role: undefined,
  githubEnvironment: undefined,
  protected: [],
  lock: undefined,
  owner: undefined,
  rules: {},
  ...given,
})

export const aPlacement = (given: Partial<Placement> = {}): Placement => ({
  selectors: { groups: ['web-*'], stacks: [], tags: [] },
  bastion: undefined,
  after: undefined,
  lock: undefined,
  rules: {},
  ...given,
})

export const aService = (given: Partial<Service> = {}): Service => ({
  owner: 'shop',
  lock: undefined,
  rules: {},
  in: new Map([['production', aPlacement()]]),
  ...given,
})

/** One service `web` in the environment `production`. */
export const aCatalogue = (given: Partial<Catalogue> = {}): Catalogue => ({
  defaults: {},
  teams: new Map(),
  environments: new Map([['production', anEnvironment()]]),
  services: new Map([['web', aService()]]),
  freezes: [],
  waivers: [],
  ...given,
})

/** The same with rules on each level. */
export const withRules = (levels: {
  readonly defaults?: Rules
  readonly environment?: Rules
  readonly service?: Rules
  readonly placement?: Rules
}): Catalogue =>
  aCatalogue({
    defaults: levels.defaults ?? {},
    environments: new Map([['production', anEnvironment({ rules: levels.environment ?? {} })]]),
    services: new Map([
      [
        'web',
        aService({
          rules: levels.service ?? {},
          in: new Map([['production', aPlacement({ rules: levels.placement ?? {} })]]),
        }),
      ],
    ]),
  })

export const SUBJECT = { environment: 'production', service: 'web' } as const

/** Tuesday 2026-11-03 09:00 UTC, 10:00 in Berlin. */
export const NOW = at('2026-11-03T09:00Z')

export const aRequest = (given: Partial<ChangeRequest> = {}): ChangeRequest => ({
  mode: 'respawn',
  now: NOW,
  ref: 'refs/heads/main',
  defaultBranch: 'main',
  actors: ['octocat'],
  dryRun: false,
  breakGlass: undefined,
  applied: undefined,
  ...given,
})

export const aWindow = (given: Partial<ChangeWindow> = {}): ChangeWindow => ({
  cron: '0 8 * * 2-4',
  zone: 'Europe/Berlin',
  minutes: 360,
  modes: undefined,
  ...given,
})
