/** The shifts that a crash walk crashes. */
import { byAttachment, byRecords, byRules, type Stage } from './stages.ts'

/** A shift to be crashed. */
export interface ShiftWalk {
  readonly name: string
  readonly stage: () => Stage
  readonly inputs: Readonly<Record<string, string>>
  /** What names the two groups. */
  readonly pair: Readonly<Record<string, string>>
  /** What divides the traffic at the end: each rule, name or load balancer says this. */
  readonly end: string
  /** Sizes of both groups at the end, as `min desired max`. */
  readonly sizes: readonly [blue: string, green: string]
}

const shop = { blue: 'shop-blue', green: 'shop-green' }
const senza = { stacks: 'mystack', versions: 'v1 v2' }
const fourSteps = { mode: 'shift', steps: '10\n25\n50\n100' }
const deployment = { mode: 'blue-green', keep: '0', steps: '50\n100' }
const unchanged = ['0 3 4', '0 3 4'] as const
const idle = { green: { size: 0, sizes: { min: 0, max: 1 } }, blue: { sizes: { min: 2, max: 5 } } } as const

/** Two rules, four steps, both directions, by each of the means; and blue/green deployments that shrink the old side in the run. */
export const SHIFT_WALKS: readonly ShiftWalk[] = [
  {
    name: 'two rules to green',
    stage: () => byRules({}),
    inputs: fourSteps,
    pair: shop,
    end: '0/100',
    sizes: unchanged,
  },
  {
    name: 'two rules to blue',
    stage: () => byRules({ weights: { blue: 0, green: 100 } }),
    inputs: fourSteps,
    pair: shop,
    end: '100/0',
    sizes: unchanged,
  },
  {
    name: 'two rules, blue-green',
    stage: () => byRules(idle),
    inputs: deployment,
    pair: shop,
    end: '/100',
    sizes: ['0 0 5', '2 3 5'],
  },
  {
    name: 'two sticky rules, blue-green',
    stage: () => byRules({ ...idle, sticky: 120 }),
    inputs: deployment,
    pair: shop,
    end: '/100',
    sizes: ['0 0 5', '2 3 5'],
  },
  {
    name: 'a listener of a Network Load Balancer to green',
    stage: () => byRules({ balancer: 'network' }),
    inputs: fourSteps,
    pair: shop,
    end: '0/100',
    sizes: unchanged,
  },
  {
    name: 'records to green',
    stage: () => byRecords({}),
    inputs: { ...fourSteps, steps: '0.5\n10\n50\n100' },
    pair: senza,
    end: 'mystack-v1 0, mystack-v2 200',
    sizes: ['0 2 3', '0 2 3'],
  },
  {
    name: 'records to blue, and a share for another one',
    stage: () => byRecords({ weights: { 'mystack-v1': 0, 'mystack-v2': 150, 'mystack-v0': 50 } }),
    inputs: { ...fourSteps, to: 'blue', steps: '0.5\n10\n50\n80' },
    pair: senza,
    end: 'mystack-v0 10, mystack-v1 160, mystack-v2 30',
    sizes: ['0 2 3', '0 2 3'],
  },
  {
    name: 'records, blue-green',
    stage: () => byRecords({ v2: { size: 0, sizes: { min: 0, max: 0 } } }),
    inputs: deployment,
    pair: senza,
    end: 'mystack-v1 0, mystack-v2 200',
    sizes: ['0 0 3', '0 2 3'],
  },
  {
    name: 'a classic load balancer to green',
    stage: () => byAttachment('shop-blue'),
    inputs: { mode: 'shift' },
    pair: shop,
    end: 'shop-green',
    sizes: unchanged,
  },
  {
    name: 'a classic load balancer to blue',
    stage: () => byAttachment('shop-green'),
    inputs: { mode: 'shift' },
    pair: shop,
    end: 'shop-blue',
    sizes: unchanged,
  },
  {
    name: 'a classic load balancer, blue-green',
    stage: () => byAttachment('shop-blue', { size: 0 }),
    inputs: { mode: 'blue-green', keep: '0' },
    pair: shop,
    end: 'shop-green',
    sizes: ['0 0 4', '0 3 4'],
  },
]
