/** What is owed after a run that has died or was cancelled, where nothing else disturbs the group: seeds about that are asked for it. */
import { outdatedLeft } from './assertions.ts'
import type { CalmStep } from './calm-checks.ts'
import type { Fixture } from './fixture.ts'

/** The tags of a run begin with this. */
const OWN_TAGS = 'fleet-patch:'
const MEMO = 'fleet-patch:memo'

const SIZES = ['min', 'max', 'desired'] as const

/** Where only runs touch a group each state that they save tells the sizes with which it began, and what ran then. */
export function savedOtherwise({ begin, recorder }: Fixture): readonly string[] {
  const texts = recorder.changes.flatMap(({ operation, after }) => (operation === 'CreateOrUpdateTags' ? [after.tags[MEMO] ?? ''] : [])) // prettier-ignore
  return [...new Set(texts)].flatMap((text) => {
    const sizes = SIZES.filter((size) => text !== '' && Number(new RegExp(` ${size}=(\\d+) `).exec(text)?.[1]) !== begin[size])
    const [, processes = ''] = / suspends=(\S*)/.exec(text) ?? []
    const others = processes.split('+').filter((process) => begin.suspended.includes(process))
    return [
      ...sizes.map((size) => `it was saved that ${size} is not ${begin[size]}: ${text}`),
      ...others.map((process) => `it was saved that a run has suspended ${process}, which was suspended before`),
    ]
  })
} // prettier-ignore

/** So long after the last sign of life of a run no other may take its place, in seconds. */
const LEASE_SECONDS = 300

/** Steps of other runs than the first one, which only they may be whose lease has expired. */
const OF_OTHERS = ['the next run', 'a restore']

/** Another run changes nothing while the lease of the first one lasts. */
export function changedUnderLease(steps: readonly CalmStep[]): readonly string[] {
  const [first, ...later] = steps
  const alive = first?.changes.findLast(({ operation, after }) => operation === 'CreateOrUpdateTags' && MEMO in after.tags)
  // A post step puts the group back, and hands the lease back with it.
  if (first?.run.died !== true || alive === undefined || later.some(({ what }) => what === 'the post step')) return []
  return later
    .filter(({ what }) => OF_OTHERS.includes(what))
    .flatMap(({ what, changes: [change] }) =>
      change !== undefined && MEMO in change.before.tags && change.at - alive.at < LEASE_SECONDS
        ? [`${what} called ${change.operation} ${Math.round(change.at - alive.at)} s after the first run had said that it lives`]
        : [],
    )
} // prettier-ignore

/** What goes on in the place of a run that has died comes to the end that this one would have come to. */
export function notRecovered(fixture: Fixture, steps: readonly CalmStep[]): readonly string[] {
  const { sick, inputs } = fixture.plan
  const isRefused = sick || inputs['alarms'] !== undefined || Object.values(inputs).includes('fail')
  const last = steps.findLast(({ what }) => what === 'the next attempt' || what === 'the next run')
  const post = steps.findLast(({ what }) => what === 'the post step')
  return [
    ...(post?.run.failed === true ? ['the post step ended red, though nothing disturbed it'] : []),
    ...(last?.what === 'the next attempt' && last.run.failed && !isRefused
      ? [`the next attempt ended red, though nothing disturbed it: ${last.run.annotations.map(({ message }) => message).join(' ')}`]
      : []),
    ...(last !== undefined && !last.run.failed && !sick ? outdatedLeft(fixture) : []),
  ]
} // prettier-ignore

/** Where only runs touch a group none of them lets fewer be desired than at the beginning. */
export const desiredTooFew = ({ begin, recorder }: Fixture): readonly string[] =>
  recorder.changes
    .filter(({ before, after }) => after.desired < Math.min(begin.desired, before.desired))
    .map(({ operation, after }) => `${operation} left ${after.desired} desired, and ${begin.desired} were`)

/** When nothing is saved any more no instance of the group has a tag of a run either. */
export function tagsLeft({ account: { ec2 }, recorder }: Fixture): readonly string[] {
  const { ids, tags } = recorder.snapshot()
  if (Object.keys(tags).some((key) => key.startsWith(OWN_TAGS)) || ids.inService.length === 0) return []
  const { Reservations = [] } = ec2.operations.DescribeInstances({ InstanceIds: [...ids.inService] })
  return Reservations.flatMap(({ Instances = [] }) => Instances).flatMap(({ InstanceId, Tags = [] }) =>
    Tags.filter(({ Key }) => Key?.startsWith(OWN_TAGS) === true).map(({ Key }) => `${Key} is left on ${InstanceId}`),
  )
}
