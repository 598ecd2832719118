/**
 * The rules that hold for a service in an environment. `defaults` hold for a rule that no other level states. What the
 * environment, the service, and the service in the environment state holds all together: no level can widen what another says.
 */
import type { Catalogue, Rules } from './catalogue.ts'

/** What one level says, and its path in the catalogue: `environments.production.rules`. */
export interface Stated<Value> {
  readonly level: string
  readonly value: Value
}

/** What each level says of each rule; where several do, all of it holds. */
export type EffectiveRules = {
  readonly [Name in keyof Rules]-?: readonly Stated<NonNullable<Rules[Name]>>[]
}

interface Level {
  readonly level: string
  readonly rules: Rules
}

/** A service of an environment, or the environment alone, in which defaults are left out: a service may replace them. */
export interface RulesQuestion {
  readonly environment: string
  readonly service: string | undefined
}

/** The effective rules; of names that the catalogue does not hold, nothing. */
export function effectiveRules(catalogue: Catalogue, question: RulesQuestion): EffectiveRules {
  const levels = levelsOf(catalogue, question)
  const defaults = question.service === undefined ? [] : [{ level: 'defaults', rules: catalogue.defaults }]
  const stated = <Name extends keyof Rules>(name: Name): readonly Stated<NonNullable<Rules[Name]>>[] => {
    const at = (each: Level): readonly Stated<NonNullable<Rules[Name]>>[] => {
      const value = each.rules[name]
      return value === undefined ? [] : [{ level: each.level, value }]
    }
    const found = levels.flatMap(at)
    return found.length > 0 ? found : defaults.flatMap(at)
  }
  return {
    modes: stated('modes'),
    refs: stated('refs'),
    actors: stated('actors'),
    imageOwners: stated('imageOwners'),
    imageNames: stated('imageNames'),
    maxImageAgeDays: stated('maxImageAgeDays'),
    requiredTags: stated('requiredTags'),
    dockerRepositories: stated('dockerRepositories'),
    dockerTags: stated('dockerTags'),
    dockerDigest: stated('dockerDigest'),
    windows: stated('windows'),
    maxDaysBehind: stated('maxDaysBehind'),
    warnDaysBehind: stated('warnDaysBehind'),
    minSize: stated('minSize'),
    maxSurge: stated('maxSurge'),
    maxUnavailable: stated('maxUnavailable'),
    checkpoints: stated('checkpoints'),
    alarms: stated('alarms'),
    bake: stated('bake'),
    bakeDays: stated('bakeDays'),
    runsOver: stated('runsOver'),
    approval: stated('approval'),
  }
}

function levelsOf(catalogue: Catalogue, { environment, service: name }: RulesQuestion): readonly Level[] {
  const rules = catalogue.environments.get(environment)?.rules
  const service = name === undefined ? undefined : catalogue.services.get(name)
  const placement = service?.in.get(environment)
  return [
    ...(rules === undefined ? [] : [{ level: `environments.${environment}.rules`, rules }]),
    ...(service === undefined ? [] : [{ level: `services.${name}.rules`, rules: service.rules }]),
    ...(placement === undefined ? [] : [{ level: `services.${name}.in.${environment}.rules`, rules: placement.rules }]),
  ]
}

/** The smallest number that a level states; undefined where none does. */
export const smallest = (stated: readonly Stated<number>[]): Stated<number> | undefined =>
  stated.reduce<Stated<number> | undefined>(
    (best, each) => (best === undefined || each.value < best.value ? each : best),
    undefined,
  )

/** The largest number that a level states; undefined where none does. */
export const largest = (stated: readonly Stated<number>[]): Stated<number> | undefined =>
  stated.reduce<Stated<number> | undefined>(
    (best, each) => (best === undefined || each.value > best.value ? each : best),
    undefined,
  )

/** The first level that states this word; undefined where none does. */
export const statedAs = <Word>(stated: readonly Stated<Word>[], word: Word): Stated<Word> | undefined =>
  stated.find(({ value }) => value === word)

/** Whether any level of the catalogue wants changes to be approved plans. */
export const wantsApproval = ({ defaults, environments, services }: Catalogue): boolean =>
  [
    defaults,
    ...[...environments.values()].map(({ rules }) => rules),
    ...[...services.values()].flatMap(({ rules, in: places }) => [
      rules,
      ...[...places.values()].map((place) => place.rules),
    ]),
  ].some(({ approval }) => approval === 'plan')
