/**
 * What a seed of a bastion is about: those from a certain number on draw this and nothing else, and owe all that a replacement owes
 * which nothing else befalls. From a later number on one fault befalls each, and nothing else.
 */
import type { Random } from '../../../simulator/random.ts'
import { FIRST_CROWDED, FIRST_FOCUSED } from '../focus.ts'
import type { BastionFault } from './bastion-fault.ts'
import { BASTION_FAULTS } from './bastion-faults.ts'
import { addToBastionTrace, type BastionFixture } from './bastion-fixture.ts'
import { type BastionFuzzPlan, LIMITS } from './bastion-plan.ts'

export interface BastionFocus {
  readonly name: string
  /** How the first run ends: by itself, at a call out of these, or cancelled within so many seconds. */
  readonly ends: 'by itself' | { readonly call: readonly [number, number] } | { readonly cancelledWithin: number }
  readonly plan?: (plan: BastionFuzzPlan) => BastionFuzzPlan
  /** What befalls it; absent where nothing does. */
  readonly befall?: (fixture: BastionFixture, random: Random) => void
}

/** A little less than the minute for which a run looks for what it does not know. */
const LATE_SECONDS = 50

const kept = (plan: BastionFuzzPlan): BastionFuzzPlan => ({
  ...plan,
  keepOldMinutes: LIMITS.keep,
  inputs: { ...plan.inputs, 'keep-old-minutes': String(LIMITS.keep) },
})

const lifted = (plan: BastionFuzzPlan): BastionFuzzPlan => ({
  ...plan,
  isProtected: true,
  forwards: true,
  scene: { ...plan.scene, launch: { DisableApiTermination: true } },
  inputs: { ...plan.inputs, 'lift-termination-protection': 'true' },
})

function showLate({ scene }: BastionFixture): void {
  scene.account.behaviour.staleSeconds = LATE_SECONDS
}

/** Once the address has moved it is silent behind the new instance, sooner or later, for a while. */
function silenceAfterMove(fixture: BastionFixture, random: Random): void {
  const { scene, recorder } = fixture
  const { timeline } = scene.account
  const [after, seconds] = [random.between(1, 170), random.between(20, 600)]
  recorder.onMoved.push(() =>
    timeline.after(after, () => {
      const route = `${scene.ip} ${scene.newImage}`
      recorder.disturb()
      scene.ssh.unreachable.add(route)
      timeline.after(seconds, () => scene.ssh.unreachable.delete(route))
      addToBastionTrace(fixture, `the new instance does not answer at the address for ${Math.round(seconds)} s`)
    }),
  )
}

const deny =
  (action: string) =>
  ({ scene }: BastionFixture): void =>
    scene.account.faults.deny(action)

const FOCI: readonly BastionFocus[] = [
  { name: 'nothing', ends: 'by itself' },
  { name: 'nothing, protected', ends: 'by itself', plan: lifted },
  { name: 'a crash', ends: { call: [1, 110] } },
  { name: 'a crash, protected', ends: { call: [20, 110] }, plan: lifted },
  {
    name: 'several new instances',
    ends: { call: [12, 30] },
    befall: showLate,
  },
  {
    name: 'a cancellation before EC2 shows the launch',
    ends: { cancelledWithin: 40 },
    befall: showLate,
  },
  { name: 'silence while the old one is kept', ends: 'by itself', plan: kept, befall: silenceAfterMove },
  { name: 'silence, and a crash', ends: { call: [60, 130] }, plan: kept, befall: silenceAfterMove },
  { name: 'no termination', ends: 'by itself', plan: lifted, befall: deny('ec2:TerminateInstances') },
  { name: 'no termination, and a crash', ends: { call: [60, 110] }, befall: deny('ec2:TerminateInstances') },
]

/** What a seed is about; undefined where anything may befall it, or one fault. */
export const bastionFocusOf = (seed: number): BastionFocus | undefined =>
  seed < FIRST_FOCUSED || seed >= FIRST_CROWDED ? undefined : FOCI[(seed - FIRST_FOCUSED) % FOCI.length]

/** The fault that alone befalls a seed, all of them in turns; undefined where more may. */
export const onlyFaultOf = (seed: number): BastionFault | undefined =>
  seed < FIRST_CROWDED ? undefined : BASTION_FAULTS[(seed - FIRST_CROWDED) % BASTION_FAULTS.length]
