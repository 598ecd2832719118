/** What the inputs of a shift mean, and which contradict each other: told before anything is asked of AWS. */
import { type Given, inputsWith } from './given.ts'

const PAIR = { blue: 'shop-blue', green: 'shop-green' }
const STACKS = { stacks: 'mystack', versions: 'v1 v2' }
const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/shop/1/2'

const { inputs, problem } = inputsWith({ mode: 'shift' })

test('all of the traffic moves at once to the idle side, which is kept for an hour and then shrunk, unless more is said', () => {
  expect(inputs({ mode: 'blue-green', ...PAIR })).toMatchObject({
    pair: { kind: 'groups', ...PAIR },
    means: undefined,
    to: undefined,
    steps: [100],
    keepSeconds: 3600,
    afterwards: 'zero',
    promote: 'auto',
    onFailure: 'rollback',
    comparison: undefined,
  })
})

test.each([
  { name: 'one per line', steps: '10\n50\n100', shares: [10, 50, 100] },
  { name: 'with spaces and signs', steps: '5% 25% 100%', shares: [5, 25, 100] },
  { name: 'halves, for records', steps: '0.5 100', shares: [0.5, 100] },
  { name: 'a shift that ends half-way', steps: '10 50', shares: [10, 50] },
  { name: 'a proof without traffic first', mode: 'blue-green', steps: '0 100', shares: [0, 100] },
])('steps: $name', ({ mode = 'shift', steps, shares }) => {
  expect(inputs({ mode, ...PAIR, steps })).toMatchObject({ steps: shares })
})

test.each(['shift', 'blue-green', 'release', 'rollback'])('%s may be allowed for groups that EKS manages', (mode) => {
  const read = inputs({ mode, ...PAIR, 'managed-groups': 'allow' })
  expect(read).toMatchObject({ warnings: [] })
  expect('shift' in read ? read.shift : read).toMatchObject({ managedGroups: 'allow' })
})

test('Senza names two versions of one stack, blue first', () => {
  expect(inputs({ ...STACKS, to: 'green', steps: '10' })).toMatchObject({
    pair: { kind: 'stack', name: 'mystack', versions: { blue: 'v1', green: 'v2' } },
    to: 'green',
    steps: [10],
  })
})

test('records are named by zone, name and identifiers', () => {
  const given = { ...PAIR, record: 'www.example.org', 'hosted-zone': 'Z0123456789EXAMPLE', 'blue-identifier': 'one', 'green-identifier': 'two' } // prettier-ignore
  expect(inputs(given)).toMatchObject({
    record: 'www.example.org',
    hostedZone: 'Z0123456789EXAMPLE',
    identifiers: { blue: 'one', green: 'two' },
  })
})

interface Refusal {
  readonly name: string
  readonly given: Given
  readonly says: string
}

const refusals: readonly Refusal[] = [
  { name: 'no groups', given: {}, says: '`blue` and `green`, or `stacks` with `versions`' },
  { name: 'groups named twice', given: { ...PAIR, ...STACKS }, says: 'Two groups are named twice' },
  { name: 'one group', given: { blue: 'shop-blue' }, says: '`green` is missing' },
  { name: 'one group as both', given: { blue: 'shop', green: 'shop' }, says: '`blue` and `green` are both `shop`' },
  { name: 'versions without a stack', given: { versions: 'v1 v2' }, says: '`versions` are of one stack' },
  { name: 'versions of two stacks', given: { stacks: 'one\ntwo', versions: 'v1 v2' }, says: 'of one stack' },
  { name: 'a stack with a version', given: { stacks: 'mystack v1', versions: 'v1 v2' }, says: 'of one stack' },
  { name: 'one version', given: { stacks: 'mystack', versions: 'v1' }, says: '`versions` must be two' },
  { name: 'one version twice', given: { stacks: 'mystack', versions: 'v1 v1' }, says: '`versions` must be two' },
  { name: 'a version that is none', given: { stacks: 'mystack', versions: 'v1 v-2' }, says: '`v-2` is not' },
  { name: 'a side that is none', given: { ...PAIR, to: 'red' }, says: 'must be one of `blue`, `green`' },
  { name: 'a means that is none', given: { ...PAIR, traffic: 'elb' }, says: '`alb`, `nlb`, `route53`, `classic`' },
  { name: 'steps that descend', given: { ...PAIR, steps: '50 10' }, says: '`10` does not' },
  { name: 'a step above 100', given: { ...PAIR, steps: '101' }, says: 'must be percents from 0 to 100' },
  { name: 'a step below 0', given: { ...PAIR, steps: '-1 100' }, says: 'must be percents from 0 to 100' },
  { name: 'a step of 0 in the middle', given: { mode: 'blue-green', ...PAIR, steps: '10 0 100' }, says: '`0` does not' }, // prettier-ignore
  { name: 'nothing but 0', given: { mode: 'blue-green', ...PAIR, steps: '0' }, says: 'must end with a share' },
  { name: 'a shift from 0', given: { ...PAIR, steps: '0 100' }, says: 'only `mode: blue-green` does that' },
  { name: 'half a blue/green deployment', given: { mode: 'blue-green', ...PAIR, steps: '50' }, says: 'let it end with 100' }, // prettier-ignore
  ...['alb', 'nlb'].flatMap((traffic) => [
    { name: `less than a percent (${traffic})`, given: { ...PAIR, traffic, steps: '0.5 100' }, says: '`steps` has 0.5' }, // prettier-ignore
    { name: `a broken percent (${traffic})`, given: { ...PAIR, traffic, steps: '33.3 100' }, says: '`steps` has 33.3' },
  ]),
  { name: 'less than half a percent', given: { ...PAIR, traffic: 'route53', steps: '0.4 100' }, says: 'no less than 0.5' }, // prettier-ignore
  { name: 'a share of a classic load balancer', given: { ...PAIR, traffic: 'classic', steps: '50 100' }, says: 'all or nothing' }, // prettier-ignore
  { name: 'rules of a classic load balancer', given: { ...PAIR, traffic: 'classic', 'listener-rules': ARN }, says: '`listener-rules` are of Application and Network Load Balancers' }, // prettier-ignore
  { name: 'rules that are none', given: { ...PAIR, 'listener-rules': 'shop' }, says: 'ARNs of rules or listeners' },
  { name: 'rules and a record', given: { ...PAIR, record: 'www.example.org', 'listener-rules': ARN }, says: 'two means' }, // prettier-ignore
  { name: 'a zone of a load balancer', given: { ...PAIR, traffic: 'alb', 'hosted-zone': 'example.org' }, says: 'are of Route 53' }, // prettier-ignore
  { name: 'errors that no target group counts', given: { ...PAIR, traffic: 'nlb', 'max-error-ratio': '2' }, says: '`max-error-ratio` compares requests' }, // prettier-ignore
  { name: 'a side that is kept for less than nothing', given: { mode: 'blue-green', ...PAIR, keep: '-1' }, says: '`keep`' }, // prettier-ignore
  { name: 'an end that is none', given: { mode: 'blue-green', ...PAIR, afterwards: 'delete' }, says: '`zero`, `keep`' }, // prettier-ignore
]

test.each(refusals)('$name: refused', ({ given, says }) => {
  expect(problem(given)).toContain(says)
})
