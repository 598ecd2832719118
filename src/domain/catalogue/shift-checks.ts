/** What the catalogue says of a shift of traffic between two groups: whose they are, which of them, and by which shares. */
import { STACK_TAG } from '../stack-reference.ts'
import type { Side } from '../traffic/shares.ts'
import { SIDES } from '../traffic/situation.ts'
import type { Catalogue, PlacementTraffic } from './catalogue.ts'
import type { ClaimedGroup } from './claims.ts'
import { effectiveRules, largest } from './effective-rules.ts'
import { type CatalogueFinding, refusal, type Subject } from './finding.ts'

/** A shift as it is planned. */
export interface PlannedShift {
  readonly groups: Readonly<Record<Side, ClaimedGroup>>
  /** ARNs; empty where all that forward to either side are meant. */
  readonly listenerRules: readonly string[]
  /** Name of the records; undefined where none is named. */
  readonly record: string | undefined
  /** How the traffic moves; undefined where it goes back, or a side is shrunk. */
  readonly course: ShiftCourse | undefined
}

export interface ShiftCourse {
  /** Percent, ascending. */
  readonly steps: readonly number[]
  readonly bakeSeconds: number
  readonly bakeAtEndSeconds: number
  /** Names. */
  readonly alarms: readonly string[]
}

/** What stands against a shift of two groups that belong to these services; nothing of groups that belong to none. */
export function shiftFindings(
  catalogue: Catalogue,
  { environment, services }: { readonly environment: string; readonly services: Readonly<Record<Side, string>> },
  shift: PlannedShift,
): readonly CatalogueFinding[] {
  const { blue: service } = services
  if (service !== services.green)
    return [
      refusal(
        'services',
        `${shift.groups.blue.name} belongs to the service ${service} and ${shift.groups.green.name} to ${services.green}: traffic is shifted within one`,
        'Correct `blue` and `green`, or the catalogue.',
      ),
    ]
  const subject: Subject = { environment, service }
  const traffic = catalogue.services.get(service)?.in.get(environment)?.traffic
  const level = `services.${service}.in.${environment}.traffic`
  const { course } = shift
  return [
    ...(traffic === undefined ? [] : otherThanDeclared(traffic, level, shift)),
    ...(traffic === undefined || course === undefined ? [] : skippedSteps(traffic, level, course)),
    ...(course === undefined ? [] : missingProof(catalogue, subject, course)),
  ]
}

function otherThanDeclared(
  traffic: PlacementTraffic,
  level: string,
  { groups, listenerRules, record }: PlannedShift,
): readonly CatalogueFinding[] {
  const wrong = SIDES.filter((side) => !isColour(traffic, side, groups[side]))
  const isOther = (declared: readonly string[], given: readonly string[]): boolean =>
    declared.length > 0 && (declared.length !== given.length || declared.some((each) => !given.includes(each)))
  const name = (text: string): string => text.toLowerCase().replace(/\.$/, '')
  return [
    ...wrong.map((side) =>
      refusal(
        'traffic',
        `${level} declares ${colourInWords(traffic, side)} as ${side}, not ${groups[side].name}`,
        'Leave `blue` and `green` out and set `service`, or correct them.',
      ),
    ),
    ...(isOther(traffic.listenerRules, listenerRules)
      ? [refusal('traffic', `${level} declares the rules ${traffic.listenerRules.join(', ')}`, USE('listener-rules'))]
      : []),
    ...(isOther(traffic.record === undefined ? [] : [name(traffic.record)], record === undefined ? [] : [name(record)])
      ? [refusal('traffic', `${level} declares the record ${traffic.record}`, USE('record'))]
      : []),
  ]
}

const USE = (input: string): string =>
  `Set \`${input}\` to it, or \`service\`, with which it is taken from the catalogue.`

const isColour = ({ pair }: PlacementTraffic, side: Side, { name, tags }: ClaimedGroup): boolean =>
  pair.kind === 'groups' ? name === pair[side] : tags[STACK_TAG] === `${pair.stack}-${pair.versions[side]}`

const colourInWords = ({ pair }: PlacementTraffic, side: Side): string =>
  pair.kind === 'groups' ? pair[side] : `the stack ${pair.stack}-${pair.versions[side]}`

/** A declared share up to where the shift goes, at which it does not hold. */
function skippedSteps(
  { steps }: PlacementTraffic,
  level: string,
  course: Pick<ShiftCourse, 'steps'>,
): readonly CatalogueFinding[] {
  const last = course.steps.at(-1) ?? 100
  const skipped = steps.filter((share) => share < last && !course.steps.includes(share))
  return skipped.length === 0
    ? []
    : [refusal('traffic', `it does not hold at ${skipped.join(', ')} percent, as ${level} states`, USE('steps'))]
}

/** Alarms and bake of the gates, which hold for each step of a shift; checkpoints are amounts of a roll. */
function missingProof(
  catalogue: Catalogue,
  subject: Subject,
  { alarms, bakeSeconds, bakeAtEndSeconds }: ShiftCourse,
): readonly CatalogueFinding[] {
  const rules = effectiveRules(catalogue, subject)
  const bake = largest(rules.bake)
  const baked = Math.min(bakeSeconds, bakeAtEndSeconds) / 60
  return [
    ...rules.alarms.flatMap(({ level, value }) => {
      const missing = value.filter((name) => !alarms.includes(name))
      return missing.length === 0
        ? []
        : [refusal('gates', `its shift is not watched by ${missing.join(', ')}, as ${level} states`, USE('alarms'))]
    }),
    ...(bake === undefined || baked >= bake.value
      ? []
      : [refusal('gates', `its steps bake for ${baked} minutes, and ${bake.level} states ${bake.value}`, USE('bake'))]),
  ]
}
