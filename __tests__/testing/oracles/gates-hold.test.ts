import type { CapacitySnapshot } from '../../../simulator/auto-scaling/capacity-snapshot.ts'
import type { RecordedChange } from '../../../testing/oracles/change-recorder.ts'
import { gatesHold } from '../../../testing/oracles/gates-hold.ts'
import type { OperatorSize } from '../../../testing/oracles/invariants.ts'

const OLD = ['i-1', 'i-2', 'i-3', 'i-4']

interface Moment {
  readonly inService?: readonly string[]
  readonly desired?: number
  readonly leaving?: readonly string[]
  readonly gates?: number
}

/** A group of four, with as many ready as are in service. */
function moment({ inService = OLD, desired = 4, leaving = [], gates = 0 }: Moment = {}): CapacitySnapshot {
  const none = { pending: [], standby: [], replacingRoot: [], retained: [], pooled: [] }
  return {
    at: 100,
    desired,
    min: 0,
    max: 9,
    ready: inService.length,
    inService: inService.length,
    pending: 0,
    booting: 0,
    leaving: leaving.length,
    replacingRoot: 0,
    readyUnits: inService.length,
    units: inService.length,
    zones: { a: inService.length },
    heaviest: 1,
    elsewhere: 0,
    ids: { ...none, ready: inService, inService, leaving },
    suspended: [],
    protectedIds: [],
    tags: { 'fleet-patch:progress': `v=2 gates=${gates}` },
  }
}

function change(
  operation: string,
  input: RecordedChange['input'],
  [from, to]: readonly [Moment, Moment],
): RecordedChange {
  const before = moment(from)
  return {
    at: 100,
    operation,
    input,
    before,
    after: moment(to),
    callerSince: 0,
    observedAt: 100,
    readyAsObserved: before.readyUnits,
    tagsAsKnown: before.tags,
    tagsAreDenied: false,
  }
}

const raise = (desired: number, before: Moment = {}): RecordedChange =>
  change('UpdateAutoScalingGroup', { DesiredCapacity: desired }, [before, { ...before, desired }])
const setSource = (operation: string, input: RecordedChange['input'] = {}): RecordedChange =>
  change(operation, { AutoScalingGroupName: 'web', ...input }, [{}, {}])

interface Row {
  readonly name: string
  readonly changes: readonly RecordedChange[]
  readonly operatorSizes?: readonly OperatorSize[]
  readonly follows?: true
  readonly breaches: number
}

const rows: readonly Row[] = [
  { name: 'more is launched than a checkpoint takes', changes: [raise(6)], breaches: 1 },
  { name: 'nothing of what it takes', changes: [raise(5)], breaches: 0 },
  {
    name: 'an old one leaves with a successor at a checkpoint',
    changes: [
      change('TerminateInstanceInAutoScalingGroup', { InstanceId: 'i-1', ShouldDecrementDesiredCapacity: false }, [
        { inService: [...OLD, 'i-new'], desired: 5 },
        { inService: ['i-2', 'i-3', 'i-4', 'i-new'], desired: 5, leaving: ['i-1'] },
      ]),
    ],
    breaches: 1,
  },
  {
    name: 'an old one leaves without a successor at a checkpoint',
    changes: [
      change('TerminateInstanceInAutoScalingGroup', { InstanceId: 'i-1', ShouldDecrementDesiredCapacity: true }, [
        { inService: [...OLD, 'i-new'], desired: 5 },
        { inService: ['i-2', 'i-3', 'i-4', 'i-new'], desired: 4, leaving: ['i-1'] },
      ]),
    ],
    breaches: 1,
  },
  {
    name: 'nothing of one that leaves after what is new, where the group is put back',
    changes: [
      change('TerminateInstanceInAutoScalingGroup', { ShouldDecrementDesiredCapacity: true }, [
        { inService: [...OLD, 'i-new'], desired: 5 },
        { inService: ['i-2', 'i-3', 'i-4'], desired: 3, leaving: ['i-1', 'i-new'] },
      ]),
    ],
    breaches: 0,
  },
  {
    name: 'nothing of what AWS has launched since its caller looked, in place of an instance that was lost',
    changes: [{ ...raise(5, { inService: [...OLD.slice(1), 'i-new'], desired: 4 }), membersAsObserved: OLD }],
    breaches: 0,
  },
  {
    name: 'of what its caller has seen, though',
    changes: [{ ...raise(5, { inService: [...OLD.slice(1), 'i-new'], desired: 4 }), membersAsObserved: ['i-new'] }],
    breaches: 1,
  },
  {
    name: 'nothing of what is launched in place of an old one that an operator took away, and a lagging answer still showed',
    changes: [{ ...raise(5, { inService: OLD.slice(1), desired: 3 }), readyIdsAsObserved: [OLD, OLD.slice(1)] }],
    breaches: 0,
  },
  {
    name: 'of what is launched in place of one that runs have terminated',
    changes: [
      {
        ...change(
          'TerminateInstanceInAutoScalingGroup',
          { InstanceIds: ['i-1'], ShouldDecrementDesiredCapacity: true },
          [{}, { inService: OLD.slice(1), desired: 3, leaving: ['i-1'] }],
        ),
      },
      { ...raise(5, { inService: OLD.slice(1), desired: 3 }), readyIdsAsObserved: [OLD] },
    ],
    breaches: 1,
  },
  { name: 'nothing behind the checkpoint before', changes: [raise(6, { gates: 1 })], breaches: 0 },
  { name: 'more than the next one takes', changes: [raise(7, { gates: 1 })], breaches: 1 },
  { name: 'nothing behind the last', changes: [raise(8, { gates: 2 })], breaches: 0 },
  {
    name: 'nothing for a larger size that others have set',
    changes: [raise(7, { gates: 1 })],
    operatorSizes: [{ at: 50, desired: 6 }],
    breaches: 0,
  },
  {
    name: 'nothing for what the maximum of the group allows of it, where policies stay alive',
    changes: [raise(9)],
    operatorSizes: [{ at: 50, desired: 11 }],
    follows: true,
    breaches: 0,
  },
  {
    name: 'where they rest, though',
    changes: [raise(9)],
    operatorSizes: [{ at: 50, desired: 11 }],
    breaches: 1,
  },
  {
    name: 'nothing behind the last of a smaller group, with which the run began',
    changes: [raise(9, { gates: 1 })],
    operatorSizes: [{ at: 50, desired: 2 }],
    breaches: 0,
  },
  ...[
    setSource('UpdateAutoScalingGroup', { LaunchTemplate: {} }),
    setSource('UpdateAutoScalingGroup', { MixedInstancesPolicy: {} }),
    setSource('UpdateAutoScalingGroup', { LaunchConfigurationName: 'web-1' }),
    setSource('ModifyLaunchTemplate'),
    setSource('CreateLaunchTemplateVersion'),
  ].map((source) => ({
    name: `nothing once the launch source is back, by ${source.operation} with ${Object.keys(source.input).join(' and ')}`,
    changes: [source, raise(6)],
    breaches: 0,
  })),
]

describe('of a roll with checkpoints at 1 and at 50 % it tells', () => {
  test.each(rows)('$name', ({ changes, operatorSizes = [], follows, breaches }) => {
    const found = gatesHold({
      group: 'web',
      surge: 4,
      maxUnavailable: 0,
      begin: moment(),
      changes,
      operatorSizes,
      ...(follows && { follows }),
      checkpoints: (desired) => [...new Set([1, Math.ceil(desired / 2)])],
      staleSeconds: 0,
      operated: [],
    })
    expect(found).toHaveLength(breaches)
  })
})
