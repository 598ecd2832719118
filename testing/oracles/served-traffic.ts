/** Whether every request meets a healthy target, at each moment and around each call. */
import { type CallObserver } from '../../simulator/ledger.ts'
import type { TrafficScene } from '../traffic-scene.ts'

/** Watches the rules of a scene; each string of `problems` names a moment at which a share of requests met nothing healthy. */
export class ServedTraffic implements CallObserver {
  readonly problems: string[] = []
  readonly #scene: TrafficScene

  constructor(scene: TrafficScene) {
    this.#scene = scene
    scene.account.ledger.recorder = this
    scene.account.timeline.onMoment(() => this.#check('as time went on'))
  }

  before(): void {
    // What a call does is seen after it.
  }

  after({ operation }: { readonly operation: string }): void {
    this.#check(`after ${operation}`)
  }

  #check(when: string): void {
    const { account, targets, weights } = this.#scene
    const healthy = (arn: string): number =>
      (
        account.balancers.v2.operations.DescribeTargetHealth({ TargetGroupArn: arn }).TargetHealthDescriptions ?? []
      ).filter(({ TargetHealth }) => TargetHealth?.State === 'healthy').length
    const counts = { blue: healthy(targets.blue), green: healthy(targets.green) }
    for (const [index, [blue = 0, green = 0]] of weights().entries()) {
      const bad = (['blue', 'green'] as const).filter(
        (side) => (side === 'blue' ? blue : green) > 0 && counts[side] === 0,
      )
      if (bad.length > 0 || blue + green === 0)
        this.#note(`route ${index} sends ${blue}/${green} with ${counts.blue}/${counts.green} healthy, ${when}`)
    }
  }

  #note(problem: string): void {
    const text = `at ${this.#scene.account.timeline.now}: ${problem}`
    if (!this.problems.includes(text)) this.problems.push(text)
  }
}
