/**
 * Tags of a run that no run has written there: at a random moment on an instance or address of others, which must keep no
 * bastion from being replaced or put back, or on an instance that a run has launched or may have, of which nothing may be guessed.
 */
import { Random } from '../../../simulator/random.ts'
import { addToBastionTrace, type BastionFixture, successorsOf } from './bastion-fixture.ts'
import { foreignAddress, foreignInstance, TAG, tagsOf } from './copy-faults.ts'

/** Apart from what else a seed draws, so that all else is drawn as it was. */
const OWN = 0x07a6ed

/** Tags that a seed has drawn. */
export interface DrawnTags {
  /** What becomes of a run: `bearable` must leave it green. */
  readonly weight: 'none' | 'bearable' | 'heavy'
  /** To be called once the first run has died: a tag matters most where no run goes on. */
  readonly onDeath?: () => void
}

/** Draws for a seed whether such a tag appears, where and when; `heavy` ones only where the seed may bear them. */
export function scheduleTags(fixture: BastionFixture, seed: number, heaviest: 'bearable' | 'heavy'): DrawnTags {
  const random = new Random(seed ^ OWN)
  const [share, isLate] = [random.next(), random.next() < 0.6]
  const [value, seconds] = [drawValue(fixture, random), random.pick([0, random.between(0, 320)])]
  const later = (act: () => string): void => {
    const befall = (): void => addToBastionTrace(fixture, act())
    if (seconds === 0) befall()
    else fixture.scene.account.timeline.after(seconds, befall)
  }
  if (share < 0.2) {
    later(() => `an operator starts ${tagged(fixture, value)}, whose tag says "${value()}"`)
    return { weight: 'bearable' }
  }
  if (share < 0.25) {
    later(() => `an operator allocates ${foreignAddress(fixture, [{ Key: TAG, Value: 'yes' }])}, whose tag says "yes"`)
    return { weight: 'bearable' }
  }
  if (heaviest === 'bearable' || share > 0.4) return { weight: 'none' }
  const act = (): string => (share < 0.28 ? launchDoubtful : changeTag)(fixture, value())
  if (isLate) return { weight: 'heavy', onDeath: () => addToBastionTrace(fixture, act()) }
  later(act)
  return { weight: 'heavy' }
}

/** A value that no run writes, or the one that a new bastion has at that moment. */
function drawValue(fixture: BastionFixture, random: Random): () => string {
  const { old, allocation } = fixture.scene
  const copied = (): string => {
    const [id] = successorsOf(fixture)
    return tagsOf(fixture, id ?? old).find(({ Key }) => Key === TAG)?.Value ?? 'nothing to copy'
  }
  return random.pick<() => string>([
    () => 'yes',
    () => '',
    () => `v=2 old=${old}`,
    () => `v=3 old=${old} address=${allocation} run=900/1/abcd`,
    () => `v=2 temporary=${allocation} run=900/1/abcd for=${old}`,
    copied,
  ])
}

const tagged = (fixture: BastionFixture, value: () => string): string =>
  foreignInstance(fixture, [{ Key: TAG, Value: value() }])

/** By its client token it may be one that a run has launched. */
function launchDoubtful(fixture: BastionFixture, Value: string): string {
  const id = foreignInstance(fixture, [{ Key: TAG, Value }], 'd'.repeat(40))
  fixture.doubtful.add(id)
  return `${id} comes up with a client token as runs give them, and its tag says "${Value}"`
}

function changeTag(fixture: BastionFixture, given: string): string {
  const [id] = successorsOf(fixture)
  if (id === undefined) return 'there is no new instance whose tag could be changed'
  const { ops } = fixture.scene
  // A new bastion that has come to its end has no tag any more, and one may be given to it.
  const Value = tagsOf(fixture, id).some((tag) => tag.Key === TAG && tag.Value === given) ? 'yes' : given
  ops.CreateTags({ Resources: [id], Tags: [{ Key: TAG, Value }] })
  fixture.doubtful.add(id)
  return `an operator changes the tag of ${id} to "${Value}"`
}

/** No run is green beside an instance of which it cannot tell whether one has launched it; `before` are those when it began. */
export const checkDoubtful = (
  { recorder }: BastionFixture,
  { what, before }: { readonly what: string; readonly before: readonly string[] },
): readonly string[] =>
  before
    .filter((id) => recorder.isAlive(id))
    .map((id) => `${what} ended green beside ${id}, which a run may have launched`)

/** An operator decides what no run may: the old bastion stays where it is alive, else a new one becomes it. */
export function settleDoubtful(fixture: BastionFixture): void {
  const { scene, recorder, plan, doubtful, foreign } = fixture
  const { ops, old, allocation, account } = scene
  const alive = [...doubtful].filter((id) => recorder.isAlive(id))
  doubtful.clear()
  if (alive.length === 0) return
  recorder.disturb()
  const heir = recorder.isAlive(old) ? old : alive.find((id) => recorder.launched.has(id))
  for (const id of alive) {
    if (id === heir) {
      ops.DeleteTags({ Resources: [id], Tags: [{ Key: TAG }, { Key: `${TAG}-address` }] })
      ops.ModifyInstanceAttribute({ InstanceId: id, SourceDestCheck: { Value: !plan.forwards } })
      ops.ModifyInstanceAttribute({ InstanceId: id, DisableApiTermination: { Value: plan.isProtected } })
    } else account.ec2.terminate(id)
    foreign.instances.delete(id)
  }
  const { holder, addresses } = recorder.snapshot()
  if (heir !== undefined && (holder === undefined || alive.includes(holder)))
    ops.AssociateAddress({ AllocationId: allocation, InstanceId: heir, AllowReassociation: true })
  account.timeline.advance(120)
  for (const id of recorder.allocated)
    if (addresses.has(id) && !foreign.allocations.has(id)) ops.ReleaseAddress({ AllocationId: id })
}
