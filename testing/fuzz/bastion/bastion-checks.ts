/** What must be true of a bastion after a run that ended green, and in the end. */
import { type BastionFixture, successorsOf } from './bastion-fixture.ts'

/** One bastion, which has the address, and nothing temporary: neither an instance, an address nor a tag. */
export function checkTidy(fixture: BastionFixture, what: string): readonly string[] {
  const { recorder, foreign, scene } = fixture
  const { instances, addresses, holder } = recorder.snapshot()
  const bastions = [...(recorder.isAlive(scene.old) ? [scene.old] : []), ...successorsOf(fixture)]
  const [only = ''] = bastions
  const left = [...recorder.allocated].filter((id) => addresses.has(id) && !foreign.allocations.has(id))
  const isTaken = holder !== undefined && foreign.instances.has(holder)
  return [
    ...(bastions.length === 1 ? [] : [`${bastions.length} bastions are left`]),
    ...(bastions.length === 1 && holder !== only && !isTaken
      ? [`the address points at ${holder}, and not at ${only}`]
      : []),
    ...(instances.get(only)?.tags.includes('fleet-patch:') === true ? [`${only} still has tags of the run`] : []),
    ...left.map((id) => `the temporary address ${id} is left`),
  ].map((problem) => `${what} ended green, and ${problem}`)
}

/** A run that replaces a bastion launches what was the newest image when it began, or what has come meanwhile. */
export function checkImage({ recorder, images, foreign }: BastionFixture, began: number): readonly string[] {
  const { instances, holder = '' } = recorder.snapshot()
  // An operator may move the address at the very end of a run.
  if (foreign.instances.has(holder)) return []
  const { imageId } = instances.get(holder) ?? {}
  const wanted = images.filter(({ at }, index) => at > began || (images[index + 1]?.at ?? Infinity) > began)
  return imageId === undefined || wanted.some(({ id }) => id === imageId)
    ? []
    : [`a replacement ended green with ${imageId}, and not with the newest image`]
}

/** After a replacement without any fault: the new image, protected and forwarding as the first one was. */
export function checkReplacedWhole({ recorder, scene, plan, images }: BastionFixture): readonly string[] {
  const { instances, holder = '' } = recorder.snapshot()
  const bastion = instances.get(holder)
  if (bastion === undefined) return ['the address points at no instance in the end']
  return [
    ...(holder === scene.old || bastion.imageId !== images.at(-1)?.id
      ? ['the bastion is not replaced in the end']
      : []),
    ...(bastion.isProtected === plan.isProtected || recorder.isProtectedByOthers
      ? []
      : ['the last bastion is not protected as the first one was']),
    ...(bastion.forwards === plan.forwards ? [] : ['the last bastion does not forward packets as the first one did']),
    ...(recorder.answering() ? [] : ['the last bastion does not answer']),
  ]
}

/** What others have made stands as it did: `before` has its tags. */
export function checkForeign(
  { recorder, foreign }: BastionFixture,
  before: ReadonlyMap<string, string>,
): readonly string[] {
  const { instances, addresses } = recorder.snapshot()
  return [
    ...[...foreign.instances]
      .filter((id) => instances.get(id)?.isAlive !== true)
      .map((id) => `${id} of others is gone`),
    ...[...foreign.allocations].filter((id) => !addresses.has(id)).map((id) => `the address ${id} of others is gone`),
    ...[...before].flatMap(([id, tags]) =>
      (instances.get(id)?.tags ?? addresses.get(id)?.tags ?? tags) === tags ? [] : [`the tags of ${id} were changed`],
    ),
  ]
}
