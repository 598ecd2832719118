/** Probes of new instances: how they are asked for, and how each instance answers. */
import { Random } from '../../simulator/random.ts'
import type { Network } from '../../src/platform/network.ts'
import type { FleetPlan } from './fleet-plan.ts'
import { isDrawn } from './focus.ts'

/** A source of its own, so that all other seeds keep their inputs. */
const APART = 0x9120be

/** How many seeds probe, and how many of those have instances that never pass. */
const SHARE = 0.15
const FAILING = 0.2

const PROBES = ['http://{private-ip}:8080/{instance-id}', 'ssm: curl -f localhost'] as const

/** How the instances of a seed answer their probes. */
export interface ProbeAnswers {
  /** When each has passed; seconds since the Unix epoch. */
  readonly passed: Map<string, number>
  /** Answers one probe of one instance at this moment. */
  readonly answer: (id: string, at: number) => 'passed' | 'failed'
  /** From now on every instance passes. */
  readonly mend: () => void
}

/** Gives a few seeds a probe; of some of them a part of the new instances never passes it. */
export function withProbes<Plan extends FleetPlan>(plan: Plan, seed: number): Plan {
  const random = new Random(seed ^ APART)
  if (!isDrawn(random, { share: SHARE, source: 'probes', seed })) return plan
  const probe = random.pick(PROBES)
  const isFailing = isDrawn(random, { share: FAILING, source: 'failing probes', seed })
  // An instance may be slow in its boot, and in its answer as well.
  return {
    ...plan,
    inputs: { 'instance-timeout': '6', ...plan.inputs, probe },
    failsProbes: isFailing,
  }
}

/** Most instances pass at once, some after a while; of a plan that fails, half of them never. */
export function probeAnswers({ failsProbes = false }: Pick<FleetPlan, 'failsProbes'>, seed: number): ProbeAnswers {
  const random = new Random(seed ^ APART ^ 0xa5)
  const passesAt = new Map<string, number>()
  const passed = new Map<string, number>()
  let isMended = false
  return {
    passed,
    answer: (id, at) => {
      const fate = random.next()
      const after = failsProbes && fate < 0.5 ? Infinity : fate > 0.7 ? (fate - 0.7) * 80 : 0
      passesAt.set(id, passesAt.get(id) ?? at + after)
      if (!isMended && at < (passesAt.get(id) ?? 0)) return 'failed'
      if (!passed.has(id)) passed.set(id, at)
      return 'passed'
    },
    mend: () => void (isMended = true),
  }
}

/** The network that answers requests to instances. */
export const probedNetwork = ({ answer }: ProbeAnswers, now: () => number): Network => ({
  httpStatus: async (url) => (answer(url.split('/').at(-1) ?? '', now()) === 'passed' ? 200 : 503),
  connect: () => Promise.reject(new Error('connection refused')),
})
