/** A dark launch that is left for a release by hand, and what becomes of the tags in which it is written. */
import type { SimulatedAccount } from '../../simulator/account.ts'
import { Random } from '../../simulator/random.ts'
import type { ActionRun } from '../run-action.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'
import { isDrawn } from './focus.ts'

/** A random source of its own: it leaves what else a seed draws as it was. */
const APART = 0xca221ed

/** One seed of so many leaves a dark launch at its end. */
const ONE_OF = 4

const KEYS = ['fleet-patch:memo', 'fleet-patch:run', 'fleet-patch:progress']

type Step = (
  what: string,
  options: { readonly runId: string; readonly mode: string; readonly inputs: Readonly<Record<string, string>> },
) => Promise<ActionRun>

function stripGroupTags({ account }: Fixture): void {
  const tagged = KEYS.map((Key) => ({ ResourceId: FUZZ_GROUP, ResourceType: 'auto-scaling-group', Key }))
  account.autoScaling.operations.DeleteTags({ Tags: tagged })
}

/** Instances of the group on which a tag of ours stands. */
const carriers = ({ account, recorder }: Fixture): readonly string[] => {
  const { inService, pending, standby } = recorder.snapshot().ids
  return [...inService, ...pending, ...standby].filter((id) => keysOf(account, id).some((key) => KEYS.includes(key)))
}

/** The keys of all tags of an instance: pages may come short. */
function keysOf(account: SimulatedAccount, id: string, NextToken?: string): readonly string[] {
  const Filters = [{ Name: 'resource-id', Values: [id] }]
  const page = account.ec2.operations.DescribeTags({ Filters, NextToken })
  const keys = (page.Tags ?? []).map(({ Key = '' }) => Key)
  return page.NextToken ? [...keys, ...keysOf(account, id, page.NextToken)] : keys
}

/** Launches everything anew in the dark, takes the tags of the group away or not, and releases or removes it. */
export async function leaveInTheDark(fixture: Fixture, seed: number, step: Step): Promise<readonly string[]> {
  const random = new Random(seed ^ APART)
  const { plan, account, recorder } = fixture
  if (
    !isDrawn(random, { share: 1 / ONE_OF, source: 'a dark launch left', seed }) ||
    plan.sick ||
    plan.silence ||
    fixture.operated.size > 0
  )
    return []
  const before = recorder.snapshot()
  // One whose root volume is replaced counts, serves nothing, and is left alone: a hook may hold it up for longer than a release lasts.
  if (before.replacingRoot > 0) return []
  if (before.desired === 0 || before.units !== before.desired || before.ready !== before.ids.inService.length) return []
  const inputs = { force: 'true', dark: 'true', surge: '100%', 'release-after': '', probe: '' }
  const dark = await step('a dark launch by hand', { runId: '9100', mode: 'scale-up-patch', inputs })
  const { groups = [] } = JSON.parse(dark.outputs['result'] ?? '{}') as { groups?: readonly { status: string }[] }
  // What a fleet of this seed does not allow is of no interest here.
  if (groups[0]?.status !== 'dark') return []
  // An answer that lags behind may show the lease as it was while the run worked.
  account.timeline.advance(random.pick([61, 400]))
  const isStripped = random.next() < 0.7
  if (isStripped) stripGroupTags(fixture)
  const mode = random.pick(['release', 'restore'])
  const found = carriers(fixture)
  const end = await step(`a ${mode} of the dark launch`, { runId: '9200', mode, inputs: {} })
  account.timeline.advance(600)
  const after = recorder.snapshot()
  const what = `a dark launch, ${isStripped ? 'whose tags are gone from the group' : 'with its tags'}, then ${mode}`
  return [
    ...(found.length > 0 ? [] : [`${what}: no instance carries its state`]),
    ...(end.failed ? [`${what}: it ended red: ${end.annotations.map(({ message }) => message).join(' ')}`] : []),
    ...(['min', 'max', 'desired'] as const).flatMap((size) =>
      after[size] === before[size] ? [] : [`${what}: ${size} is ${after[size]} and was ${before[size]}`],
    ),
    ...(after.suspended.join(' ') === before.suspended.join(' ')
      ? []
      : [`${what}: suspended are ${after.suspended.join(', ')}`]),
    ...carriers(fixture).map((id) => `${what}: tags are left on ${id}`),
    ...KEYS.filter((key) => key in after.tags).map((key) => `${what}: ${key} is left on the group`),
  ]
}
