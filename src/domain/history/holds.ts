/** What a catalogue holds back, or lets pass, at a moment: locks, freezes and waivers. */
import type { Catalogue, Lock } from '../catalogue/catalogue.ts'

/** One of them, as it stands in the catalogue. Undefined for `service` or `environment`: any. */
export interface Hold {
  readonly kind: 'lock' | 'freeze' | 'waiver'
  readonly service: string | undefined
  readonly environment: string | undefined
  /** Of a freeze its name; of a waiver after the rule that it excepts from, where it is one. */
  readonly reason: string
  readonly by: string | undefined
  /** Seconds since the Unix epoch. */
  readonly from: number | undefined
  readonly until: number | undefined
  readonly state: 'coming' | 'holds' | 'over'
}

/** All of the catalogue: what holds first, then what comes, then what is over. */
export function holdsOf({ environments, services, freezes, waivers }: Catalogue, now: number): readonly Hold[] {
  const locked = (lock: Lock | undefined, of: Pick<Hold, 'service' | 'environment'>): readonly Hold[] =>
    lock === undefined ? [] : [held({ kind: 'lock', ...of, ...lock, from: undefined }, now)]
  const found = [
    ...[...environments].flatMap(([environment, { lock }]) => locked(lock, { service: undefined, environment })),
    ...[...services].flatMap(([service, { lock, in: places }]) => [
      ...locked(lock, { service, environment: undefined }),
      ...[...places].flatMap(([environment, placement]) => locked(placement.lock, { service, environment })),
    ]),
    ...freezes.flatMap(({ name, from, until, environments: where = [undefined], services: whose = [undefined] }) =>
      where.flatMap((environment) =>
        whose.map((service) =>
          held({ kind: 'freeze', service, environment, reason: name, by: undefined, from, until }, now),
        ),
      ),
    ),
    ...waivers.map(
      ({ rule, reason, ...waiver }) =>
      held({ kind: 'waiver', ...waiver, reason: rule === undefined ? reason : `${rule}: ${reason}`, from: undefined }, now), // prettier-ignore
    ),
  ]
  const order: readonly Hold['state'][] = ['holds', 'coming', 'over']
  return found.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state))
}

const held = (hold: Omit<Hold, 'state'>, now: number): Hold => ({
  ...hold,
  state:
    hold.until !== undefined && hold.until < now
      ? 'over'
      : hold.from !== undefined && hold.from > now
        ? 'coming'
        : 'holds',
})

/** Whether it is about this service in this environment. */
export const isAbout = (
  hold: Hold,
  { service, environment }: { readonly service: string | undefined; readonly environment: string | undefined },
): boolean =>
  (hold.service === undefined || hold.service === service) &&
  (hold.environment === undefined || hold.environment === environment)
