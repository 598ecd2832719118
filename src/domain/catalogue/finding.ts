/** What the catalogue says of a run, and the words that every check of it uses. */
import { momentInWords, dayInWords } from './moment.ts'
import type { Catalogue, WaivableRule, Waiver } from './catalogue.ts'

/** One thing that the catalogue says. */
export interface CatalogueFinding {
  /**
   * `refusal`: nothing may be changed. `lifted`: it would be one, but for `break-glass`. `told`: it would be one, but for a dry
   * run. `waived`: it would be one, but for a waiver.
   */
  readonly weight: 'refusal' | 'lifted' | 'told' | 'waived'
  /** The rule by its name in the catalogue. */
  readonly rule: string
  /** A clause without its full stop. */
  readonly what: string
  /** What to do about a refusal; a sentence. */
  readonly remedy?: string | undefined
}

/** What a run asks of the catalogue, whatever it is about. */
export interface ChangeRequest {
  readonly mode: string
  /** Seconds since the Unix epoch. */
  readonly now: number
  /** `refs/heads/main`; empty where it is not known. */
  readonly ref: string
  /** The default branch of the repository by its name; undefined where GitHub does not say. */
  readonly defaultBranch: string | undefined
  /** The logins of those that have started the run, first or anew. */
  readonly actors: readonly string[]
  readonly dryRun: boolean
  /** The reason that was given; undefined: windows, freezes, locks and the age of images hold. */
  readonly breakGlass: string | undefined
  /** The run carries a plan out, and in which environment of GitHub; undefined of any other run. */
  readonly applied: AppliedIn | undefined
}

/** What the job's OIDC token says of its environment. */
export interface AppliedIn {
  /** Undefined where the job has none, or the token is not known. */
  readonly environment: string | undefined
  /** Why the token is not known; a clause. */
  readonly why?: string | undefined
}

/** A service of an environment, or the environment alone, of which only what holds for each of its services is asked. */
export interface Subject {
  readonly environment: string
  readonly service: string | undefined
}

/** `mystack in production`, or `production`. */
export const subjectInWords = ({ environment, service }: Subject): string =>
  service === undefined ? environment : `${service} in ${environment}`

/** A refusal that nothing lifts. */
export const refusal = (rule: string, what: string, remedy?: string): CatalogueFinding => ({
  weight: 'refusal',
  rule,
  what,
  remedy,
})

/** A refusal that `break-glass` lifts and a dry run only tells. */
export const liftable = (
  { breakGlass, dryRun }: ChangeRequest,
  rule: string,
  what: string,
  remedy: string,
): CatalogueFinding => {
  if (breakGlass !== undefined) return { weight: 'lifted', rule, what }
  return dryRun ? { weight: 'told', rule, what } : refusal(rule, what, remedy)
}

/** The waiver that excepts the subject from a rule now; undefined where none does. */
export function waiverFor(
  { waivers }: Pick<Catalogue, 'waivers'>,
  { environment, service }: Subject,
  { rule, now }: { readonly rule: WaivableRule; readonly now: number },
): Waiver | undefined {
  return waivers.find(
    (waiver) =>
      waiver.service === service &&
      (waiver.environment === undefined || waiver.environment === environment) &&
      (waiver.rule === undefined || waiver.rule === rule) &&
      now <= waiver.until,
  )
}

/** `the waiver of @acme/platform until 2026-12-31: host keys move first` */
export const waiverInWords = ({ by, until, reason }: Waiver): string =>
  `the waiver of ${by} until ${dayInWords(until)}: ${reason}`

/** `until 2026-12-18 09:30 UTC`, or that there is no end. */
export const untilInWords = (until: number | undefined): string =>
  until === undefined ? 'until it is taken out of the catalogue' : `until ${momentInWords(until)}`
