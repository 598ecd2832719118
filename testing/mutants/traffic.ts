/** Broken rules of shifts of traffic. */
import { inFile, type Mutant } from './mutant.ts'

export const TRAFFIC_MUTANTS: readonly Mutant[] = [
  ...inFile('src/domain/traffic/shares.ts', [
    {
      name: 'the rest is shared in equal parts',
      find: '((weights[index] ?? 0) * left) / sum',
      replace: 'left / (sum > 0 ? free.length : 1)',
    },
    { name: 'the wish pays for the floors of the others', find: 'amount - floored.size', replace: 'amount - 0' },
    {
      name: 'a record without weight gets some',
      find: 'weight > 0 && !floored.has(index)',
      replace: '!floored.has(index)',
    },
    {
      name: 'a side that is not named counts as one of weight 0',
      find: 'one.blue === other.blue && one.green === other.green',
      replace: '(one.blue ?? 0) === (other.blue ?? 0) && (one.green ?? 0) === (other.green ?? 0)',
    },
  ]),
  ...inFile('src/domain/traffic/forward.ts', [
    {
      name: 'a weight of another hand is written over',
      find: 'if (foreign.length > 0) return foreignWeights(foreign)',
      replace: 'if (foreign.length > 99) return foreignWeights(foreign)',
    },
    { name: 'an idle side without instances gets traffic', find: '    awaitReady(situation, to) ??\n', replace: '' },
  ]),
  ...inFile('src/domain/traffic/back.ts', [
    {
      name: 'a failed gate leaves the new side what it had',
      find: "situation.state.failed === 'gate' &&",
      replace: "situation.state.failed === 'other' &&",
    },
  ]),
  ...inFile('src/domain/traffic/finish.ts', [
    {
      name: 'what is kept is released at once',
      find: 'if (seen.at >= keptUntil) return undefined',
      replace: 'if (seen.at >= 0) return undefined',
    },
  ]),
  ...inFile('src/domain/traffic/gate.ts', [
    {
      name: 'a step by hand is passed without a release',
      find: "const mayPass = policy.promote === 'auto' ||",
      replace: "const mayPass = policy.promote !== 'auto' ||",
    },
    {
      name: 'errors are compared by their number',
      find: '(requests === 0 ? 0 : errors / requests)',
      replace: '(requests === 0 ? 0 : errors)',
    },
    {
      name: 'few requests of the new side are a verdict',
      find: 'mine.requests < comparison.minRequests || ',
      replace: '',
    },
    {
      name: 'few requests of the other side are a verdict',
      find: ' || other.requests < comparison.minRequests',
      replace: '',
    },
    {
      name: 'a single error is a verdict',
      find: 'Math.max(errorShare(other), 1 / other.requests)',
      replace: 'errorShare(other)',
    },
    { name: 'a step is passed without requests', find: 'if (unsure !== undefined) return unsure', replace: '' },
    {
      name: 'the last step is not compared and never passed',
      find: 'share === 0 || share === 100',
      replace: 'share === 0',
    },
    {
      name: 'a bake begins with the shift',
      find: '(state.baking?.share === share ? seen.at - state.baking.since : 0)',
      replace: '(state.baking === undefined ? 0 : seen.at - state.baking.since)',
    },
  ]),
  ...inFile('src/aws/preflight/evaluated-aliases.ts', [
    { name: 'an alias is looked for by one of its names', find: ".replace(/^dualstack\\./, '')", replace: '' },
    {
      name: 'an alias that evaluates nothing stands against a shift',
      find: 'AliasTarget?.EvaluateTargetHealth === true &&',
      replace: 'AliasTarget !== undefined &&',
    },
    {
      name: 'a name without another record is refused',
      find: 'if (others.length === 0)',
      replace: 'if (others.length > 9)',
    },
  ]),
  ...inFile('src/modes/shift.ts', [
    {
      name: 'aliases are not asked of what is in the rules',
      find: '(!isNamed || isEmptied)',
      replace: '!isNamed',
    },
  ]),
  ...inFile('src/aws/traffic/error-counts.ts', [
    {
      name: 'a minute that began before the step is counted',
      find: 'Math.ceil(since / PERIOD_SECONDS)',
      replace: 'Math.floor(since / PERIOD_SECONDS)',
    },
    {
      name: 'every look asks for metrics',
      find: 'if (last?.start === start && last.end === end)',
      replace: 'if (false)',
    },
  ]),
  ...inFile('src/domain/traffic/refusals.ts', [
    {
      name: 'rules that do not agree are shifted',
      find: 'if (shares.size <= 1) return found',
      replace: 'if (shares.size <= 9) return found',
    },
    { name: 'a third target group is passed over', find: '...(foreign.length > 0', replace: '...(foreign.length > 9' },
  ]),
]
