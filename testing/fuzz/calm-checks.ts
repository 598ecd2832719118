/** What a roll owes that nothing disturbs, or one thing only: seeds that are about something are asked for it. */
import { scalingActivities } from '../oracles/scaling-activities.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'

/** As many instances are launched as are replaced, where nothing disturbs a roll; in groups without weights and warm pool. */
export function launchedTooMany({ account, begin, recorder, plan: { plan, failsProbes } }: Fixture): readonly string[] {
  // What never passes its probe is replaced as well.
  if (failsProbes) return []
  if (plan.weights !== undefined || plan.warmPool !== undefined || begin.units !== begin.desired) return []
  const launched = scalingActivities(account, FUZZ_GROUP).filter(
    ({ Description = '', StatusCode, StartTime }) =>
      Description.startsWith('Launching') &&
      StatusCode === 'Successful' &&
      (StartTime?.getTime() ?? 0) / 1000 >= begin.at,
  ).length
  const { inService } = recorder.snapshot().ids
  const replaced = begin.ids.inService.filter((id) => !inService.includes(id)).length
  return launched > replaced ? [`${launched} instances were launched to replace ${replaced}`] : []
}

/** So long all new instances of a dark launch must have been up before they are released, by the inputs of the seeds. */
const BAKE_SECONDS = 90

/** A dark launch registers the first new instance when the last one has been in service for as long as the bake. */
export function releasedTooSoon({ account, recorder, plan, begin }: Fixture): readonly string[] {
  const released = recorder.changes.find(({ operation }) => operation.startsWith('Register'))?.at
  if (!plan.dark || released === undefined) return []
  const launched = account.ledger.movements(FUZZ_GROUP).filter(({ kind, at }) => kind === 'launched' && at >= begin.at)
  const last = Math.max(...launched.filter(({ at }) => at < released).map(({ at }) => at))
  return released - last < BAKE_SECONDS
    ? [`new instances were released ${released - last} s after the last launch`]
    : []
}

/** A roll gives up a quarter of an hour after launches begin no more; hooks and other waits may come before. */
const GIVES_UP_SECONDS = 1800

/** A roll whose launches begin no more comes to an end by itself, long before its time is over. */
export function stalledFor({ account, begin }: Fixture): readonly string[] {
  const seconds = account.timeline.now - begin.at
  return seconds > GIVES_UP_SECONDS ? [`a roll without launches went on for ${Math.round(seconds / 60)} minutes`] : []
}
