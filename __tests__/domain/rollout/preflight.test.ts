import type { Fleet } from '../../../src/domain/rollout/fleet.ts'
import {
  type Demand,
  demandOf,
  raiseInWords,
  type SubnetHeadroom,
  shortageInWords,
  shortagesOf,
  type GroupHeadroom,
} from '../../../src/domain/rollout/preflight.ts'
import type { VcpuHeadroom } from '../../../src/domain/rollout/vcpu-quota.ts'
import { aFleet, aMemo, aPolicy, aRollingFleet, fresh, old } from './a-fleet.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'

describe('what a roll needs at its peak', () => {
  interface Row {
    readonly name: string
    readonly fleet: Fleet
    readonly policy?: Partial<Policy>
    readonly expected: Partial<Demand> | undefined
  }
  const rows: Row[] = [
    {
      name: 'a doubling launches one new instance for each old one',
      fleet: aFleet(old(6)),
      policy: { surge: 6 },
      expected: {
        launches: 6,
        desired: 12,
        present: new Map([
          ['a', 2],
          ['b', 2],
          ['c', 2],
        ]),
        types: ['t3.micro'],
      },
    },
    {
      name: 'with what leaves meanwhile, zone by zone: its addresses come free',
      fleet: aFleet([...old(3), ...old(2, { lifecycle: 'Terminating' }), ...old(1, { lifecycle: 'Terminating:Wait' })]),
      expected: { launches: 1, leaving: new Map([['a', 2], ['b', 1]]) }, // prettier-ignore
    },
    {
      name: 'never more than the instances to replace',
      fleet: aFleet([...old(2), ...fresh(4)]),
      policy: { surge: 6 },
      expected: { launches: 2, desired: 8 },
    },
    { name: 'a roll one by one launches one', fleet: aFleet(old(6)), expected: { launches: 1, desired: 7 } },
    {
      name: 'a group that is up to date needs nothing',
      fleet: aFleet(fresh(3)),
      policy: { surge: 3 },
      expected: undefined,
    },
    {
      name: 'a group that a dead run has doubled needs nothing more',
      fleet: aRollingFleet([...old(3), ...fresh(3)], 6, aMemo(3, { surge: 3 })),
      policy: { surge: 3 },
      expected: undefined,
    },
    {
      name: 'a group that a dead run has doubled in part needs the rest',
      fleet: aRollingFleet([...old(4), ...fresh(1)], 5, aMemo(4, { surge: 4 })),
      policy: { surge: 4 },
      expected: { launches: 3, desired: 8 },
    },
    {
      name: 'units become instances of the usual weight',
      fleet: aFleet(old(3, { weight: 4 }), { sizes: { min: 0, max: 99, desired: 12 }, weighted: true }),
      policy: { surge: 12 },
      expected: { launches: 3, desired: 24 },
    },
    { name: 'a restore needs nothing', fleet: aFleet(old(3)), policy: { intent: 'restore' }, expected: undefined },
    {
      name: 'a release needs nothing',
      fleet: aFleet(old(3)),
      policy: { dark: { kind: 'release' } },
      expected: undefined,
    },
  ]
  test.each(rows)('$name', ({ fleet, policy, expected }) => {
    const demand = demandOf(fleet, aPolicy(policy))
    const reported =
      demand && Object.fromEntries(Object.entries(demand).filter(([name]) => name in (expected ?? demand)))
    expect(reported).toEqual(expected)
  })
})

describe('shortages', () => {
  const demand = (group: string, launches: number, present: readonly (readonly [string, number])[] = []): Demand => ({
    group,
    launches,
    desired: 0,
    max: 99,
    present: new Map(present),
    leaving: new Map(),
    types: [],
  })
  const leaving = (of: Demand, zone: string, count: number): Demand => ({ ...of, leaving: new Map([[zone, count]]) })
  const subnet = (id: string, zone: string, free: number): SubnetHeadroom => ({ id, zone, free })
  const vcpus = (name: string, room: Pick<VcpuHeadroom, 'quota' | 'used'>, own: VcpuHeadroom['own']): VcpuHeadroom => ({
    name,
    ...room,
    own,
  })
  const even = [
    ['a', 2],
    ['b', 2],
  ] as const

  interface Row {
    readonly name: string
    readonly demands: readonly Demand[]
    readonly around: Partial<GroupHeadroom>
    readonly lines: readonly string[]
  }
  const rows: Row[] = [
    {
      name: 'none where every zone has room for its part',
      demands: [demand('web', 4, even)],
      around: { subnets: [subnet('s-a', 'a', 2), subnet('s-b', 'b', 2)] },
      lines: [],
    },
    {
      name: 'of addresses none that matters where another zone has room: it is told, and stops nothing',
      demands: [demand('web', 4, even)],
      around: { subnets: [subnet('s-a', 'a', 1), subnet('s-b', 'b', 99)] },
      lines: ['web: free addresses in s-a (a): have 1, need 2, so AWS launches the others in other zones'],
    },
    {
      name: 'of addresses where all zones together have too few',
      demands: [demand('web', 4, even)],
      around: { subnets: [subnet('s-a', 'a', 0), subnet('s-b', 'b', 3)] },
      lines: ['web: free addresses in s-a (a) and s-b (b): have 3, need 4'],
    },
    {
      name: 'of addresses in one zone where AWS launches in no other instead',
      demands: [demand('web', 4, even)],
      around: { subnets: [subnet('s-a', 'a', 1), subnet('s-b', 'b', 99)], distribution: 'balanced-only' },
      lines: ['web: free addresses in s-a (a): have 1, need 2'],
    },
    {
      name: 'what another zone takes over is not there for the next group',
      demands: [demand('api', 4, even), demand('web', 1)],
      around: { subnets: [subnet('s-a', 'a', 0), subnet('s-b', 'b', 4)] },
      lines: [
        'api: free addresses in s-a (a): have 0, need 2, so AWS launches the others in other zones',
        'web: free addresses in s-a (a) and s-b (b): have 0, need 1',
      ],
    },
    {
      name: 'none in a subnet without IPv4, which always has more',
      demands: [demand('web', 4, even)],
      around: { subnets: [subnet('s-a', 'a', Infinity), subnet('s-b', 'b', Infinity)] },
      lines: [],
    },
    {
      name: 'of addresses none that the leaving instances of the group still hold',
      demands: [leaving(demand('web', 2), 'a', 2)],
      around: { subnets: [subnet('s-a', 'a', 0)] },
      lines: [],
    },
    {
      name: 'of addresses those that leaving instances do not cover',
      demands: [leaving(demand('web', 3), 'a', 2)],
      around: { subnets: [subnet('s-a', 'a', 0)] },
      lines: ['web: free addresses in s-a (a): have 2, need 3'],
    },
    {
      name: 'of targets and vCPUs none that the leaving instances of the group still hold',
      demands: [leaving(demand('web', 2), 'a', 2)],
      around: {
        targetGroups: [{ name: 'targetgroup/web/1', registered: 1000, limit: 1000 }],
        vcpus: [vcpus('Spot', { quota: 8, used: 8 }, { vcpus: 8, instances: 4 })],
      },
      lines: [],
    },
    {
      name: 'the remaining one is counted in the zone with most room',
      demands: [demand('web', 3, even)],
      around: { subnets: [subnet('s-a', 'a', 1), subnet('s-b', 'b', 2)] },
      lines: [],
    },
    {
      name: 'all are launched in the empty zone where AWS balances the group',
      demands: [demand('web', 3, [['a', 3]])],
      around: { subnets: [subnet('s-a', 'a', 99), subnet('s-b', 'b', 2)] },
      lines: ['web: free addresses in s-b (b): have 2, need 3, so AWS launches the others in other zones'],
    },
    {
      name: 'several subnets of one zone count together',
      demands: [demand('web', 3)],
      around: { subnets: [subnet('s-1', 'a', 1), subnet('s-2', 'a', 1)] },
      lines: ['web: free addresses in s-1, s-2 (a): have 2, need 3'],
    },
    {
      name: 'groups that share a subnet share its room',
      demands: [demand('api', 3), demand('web', 3), demand('www', 1)],
      around: { subnets: [subnet('s-a', 'a', 5)] },
      lines: ['web: free addresses in s-a (a): have 2, need 3', 'www: free addresses in s-a (a): have 0, need 1'],
    },
    {
      name: 'of targets, where the target group would hold more than it may',
      demands: [demand('web', 3)],
      around: { targetGroups: [{ name: 'targetgroup/web/1', registered: 998, limit: 1000 }] },
      lines: ['web: targets in targetgroup/web/1: have 2, need 3'],
    },
    {
      name: 'groups that share a target group share its room',
      demands: [demand('api', 2), demand('web', 2)],
      around: { targetGroups: [{ name: 'targetgroup/web/1', registered: 997, limit: 1000 }] },
      lines: ['web: targets in targetgroup/web/1: have 1, need 2'],
    },
    {
      name: 'of vCPUs, where a quota of the account would be exceeded',
      demands: [demand('web', 3)],
      around: { vcpus: [vcpus('Spot', { quota: 32, used: 28 }, { vcpus: 8, instances: 4 })] },
      lines: ['web: vCPUs of Spot: have 4, need 6'],
    },
    {
      name: 'none of vCPUs that just fit',
      demands: [demand('web', 2)],
      around: { vcpus: [vcpus('Spot', { quota: 32, used: 28 }, { vcpus: 8, instances: 4 })] },
      lines: [],
    },
    {
      name: 'of vCPUs, 0 available where more is used than the quota now allows',
      demands: [demand('web', 1)],
      around: { vcpus: [vcpus('Spot', { quota: 32, used: 40 }, { vcpus: 8, instances: 4 })] },
      lines: ['web: vCPUs of Spot: have 0, need 2'],
    },
    {
      name: 'groups that share a quota share its room',
      demands: [demand('api', 2), demand('web', 2)],
      around: { vcpus: [vcpus('Spot', { quota: 7, used: 0 }, { vcpus: 2, instances: 1 })] },
      lines: ['web: vCPUs of Spot: have 3, need 4'],
    },
    {
      name: 'a group in two markets brings to each its share, in full vCPUs',
      demands: [demand('web', 3)],
      around: {
        vcpus: [
          vcpus('On-Demand', { quota: 8, used: 8 }, { vcpus: 2, instances: 4 }),
          vcpus('Spot', { quota: 8, used: 6 }, { vcpus: 6, instances: 4 }),
        ],
      },
      lines: ['web: vCPUs of On-Demand: have 0, need 1', 'web: vCPUs of Spot: have 2, need 4'],
    },
    {
      name: 'one line for each, of all groups',
      demands: [demand('api', 4, even), demand('web', 2, even)],
      around: {
        subnets: [subnet('s-a', 'a', 0), subnet('s-b', 'b', 2)],
        targetGroups: [{ name: 'targetgroup/web/1', registered: 1000, limit: 1000 }],
      },
      lines: [
        'api: free addresses in s-a (a) and s-b (b): have 2, need 4',
        'api: targets in targetgroup/web/1: have 0, need 4',
        'web: free addresses in s-a (a) and s-b (b): have 0, need 2',
        'web: targets in targetgroup/web/1: have 0, need 2',
      ],
    },
    { name: 'none where AWS gives no limits', demands: [demand('web', 99)], around: {}, lines: [] },
  ]
  test.each(rows)('$name', ({ demands, around, lines }) => {
    const reported = { subnets: undefined, targetGroups: undefined, ...around }
    const inWords = shortagesOf(demands, () => reported).map((each) => `${each.group}: ${shortageInWords(each)}`)
    expect(inWords).toEqual(lines)
  })
})

test('a maximum that is raised is reported, one with room is not', () => {
  const demand: Demand = {
    group: 'web',
    launches: 3,
    desired: 6,
    max: 4,
    present: new Map(),
    leaving: new Map(),
    types: [],
  }
  expect(raiseInWords(demand)).toMatch(/^MaxSize of web is 4 and is raised to 6 for the time of the roll\./)
  expect(raiseInWords({ ...demand, max: 6 })).toBeUndefined()
})
