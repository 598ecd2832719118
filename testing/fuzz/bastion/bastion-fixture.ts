/** The fixture of one seed of a bastion: the account, what others put beside it, and what is told of all that. */
import { type BastionScene, bastionScene } from '../../bastion-scene.ts'
import { BastionRecorder } from '../../oracles/bastion-recorder.ts'
import { type BastionFuzzPlan } from './bastion-plan.ts'

export interface BastionFixture {
  readonly scene: BastionScene
  readonly plan: BastionFuzzPlan
  readonly recorder: BastionRecorder
  /** Instances and addresses that others have made; nothing of them may be changed. */
  readonly foreign: { readonly instances: Set<string>; readonly allocations: Set<string> }
  /** Images that instances are to be launched from, the newest last, and since when. */
  readonly images: { readonly id: string; readonly at: number }[]
  /** Addresses of which it cannot be told whether a run has left them: an operator releases them at the end. */
  readonly undecided: Set<string>
  /** Instances of which no run can tell whether one has launched them: an operator settles that at the end. */
  readonly doubtful: Set<string>
  /** For the trace: seconds since the Unix epoch, and a sentence. */
  readonly reported: { readonly at: number; readonly what: string }[]
}

/** Sets up the bastion of a plan. */
export function setUpBastion(seed: number, plan: BastionFuzzPlan): BastionFixture {
  const scene = bastionScene({ ...plan.scene, account: { seed } })
  const { ops, old, account } = scene
  if (plan.forwards) ops.ModifyInstanceAttribute({ InstanceId: old, SourceDestCheck: { Value: false } })
  account.ledger.clear()
  const recorder = new BastionRecorder(scene, { keepOldSeconds: plan.keepOldMinutes * 60, ...plan })
  return {
    scene,
    plan,
    recorder,
    foreign: { instances: new Set(), allocations: new Set() },
    images: [{ id: scene.newImage, at: 0 }],
    undecided: new Set(),
    doubtful: new Set(),
    reported: [],
  }
}

/** Adds a sentence to the trace of a bastion. */
export const addToBastionTrace = ({ scene, reported }: BastionFixture, what: string): void =>
  void reported.push({ at: scene.account.timeline.now, what })

/** The new instances of runs that are alive, the oldest first. */
export const successorsOf = ({ recorder }: BastionFixture): readonly string[] =>
  [...recorder.launched].filter((id) => recorder.isAlive(id))
