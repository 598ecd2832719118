import { trafficChart } from '../../simulator/traffic/chart.ts'
import type { TrafficStream } from '../../simulator/traffic/meter.ts'
import { trafficScene } from '../../testing/traffic-scene.ts'
import type { SimulatedAccount } from '../../simulator/account.ts'

/** An account with two groups behind one load balancer, of which the idle one is on an old image. */
export interface ShiftedTraffic {
  readonly account: SimulatedAccount
  /** The inputs of a blue/green deployment that shrinks the old side in the run. */
  readonly inputs: Readonly<Record<string, string>>
  /** The shares of both groups over that time, as lines of text. */
  readonly picture: (span: { readonly from: number; readonly to: number; readonly width: number }) => readonly string[]
  /** A sentence for each assertion that does not hold once it is through. */
  readonly failures: () => readonly string[]
}

/** Requests a second. */
const RATE = 40

export function shiftedTraffic(): ShiftedTraffic {
  const scene = trafficScene({ green: { size: 0, sizes: { min: 0, max: 0 }, outdated: true } })
  const { account, listener, rules } = scene
  const streams: readonly TrafficStream[] = [listener, ...rules].map((rule) => account.traffic.setRate({ rule }, RATE))
  account.ledger.clear()
  return {
    account,
    inputs: {
      mode: 'blue-green',
      blue: 'shop-blue',
      green: 'shop-green',
      steps: '10\n50\n100',
      bake: '4',
      'max-error-ratio': '2',
      keep: '0',
    },
    picture: ({ from, to, width }) =>
      trafficChart({
        title: `  shop: ${RATE} requests a second, from blue to green`,
        samples: streams[0]?.samples ?? [],
        from,
        to,
        width,
      }),
    failures: () => {
      const [blue, green] = ['shop-blue', 'shop-green'].map((name) => account.autoScaling.capacity(name))
      const missed = account.traffic.missed
      const shown = scene.weights().map((weights) => weights.map((weight) => weight ?? 'none').join('/'))
      const checks: readonly (readonly [boolean, string])[] = [
        [missed === 0, `${(missed * 100).toFixed(1)} % of the requests met no healthy instance`],
        [shown.every((weights) => weights === 'none/100'), `the rules say ${shown.join(' and ')}`],
        [blue?.desired === 0 && green?.desired === 3, `blue has ${blue?.desired}, green has ${green?.desired}`],
        [blue?.suspended.length === 0 && green?.suspended.length === 0, 'a process is suspended'],
      ]
      return checks.flatMap(([holds, sentence]) => (holds ? [] : [`shop: ${sentence}.`]))
    },
  }
}
