/** What stands against a run before its first change, from a random source of its own: the run must be refused, by name. */
import { Random } from '../../simulator/random.ts'
import type { ActionRun } from '../run-action.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'
import { subnetsOf } from './rare-settings.ts'
import { LOST_SOURCES, loseSource } from './source-obstacles.ts'
import { isDrawn } from './focus.ts'

/** One thing that stands against a run. */
interface Obstacle {
  readonly name: string
  /** Whether the group can have it. */
  readonly fits: (fixture: Fixture) => boolean
  /** Places it, and gives what takes it away again. */
  readonly place: (fixture: Fixture) => () => void
  /** What the refusal must say. */
  readonly says: RegExp
}

const group = { AutoScalingGroupName: FUZZ_GROUP } as const
const LATTICE = { Identifier: 'arn:aws:vpc-lattice:eu-west-1:123456789012:targetgroup/tg-0', Type: 'vpc-lattice' }
const NODE_GROUP = { ResourceId: FUZZ_GROUP, ResourceType: 'auto-scaling-group', Key: 'eks:nodegroup-name' }

/** EC2 changes no attribute of an instance that is shutting down, as one does that is leaving the pool. */
const stayingInPool = ({ account: { ec2 }, begin, old }: Fixture): readonly string[] =>
  begin.ids.pooled.filter(
    // One that has come into the pool since is of the newest version, and stands in no way.
    (id) => old.includes(id) && !['shutting-down', 'terminated'].includes(ec2.machine(id)?.state ?? 'terminated'),
  )

/** A group that launches nothing by itself now, and of which each instance is to be replaced. */
function isQuiet({ begin, plan }: Fixture): boolean {
  const { inputs } = plan
  const isPlain = plan.plan.warmPool === undefined && inputs['protected-instances'] === undefined
  const isWhole = begin.units === begin.desired && begin.pending === 0 && begin.leaving === 0
  return isPlain && isWhole && begin.desired > 0 && begin.ids.standby.length === 0 && plan.network === 'plain'
}

const OBSTACLES: readonly Obstacle[] = [
  ...LOST_SOURCES.map((source): Obstacle => ({
    name: source.name,
    fits: isQuiet,
    place: (fixture) => loseSource(fixture, source),
    says: source.says,
  })),
  {
    name: 'subnets without a free address',
    fits: isQuiet,
    place: ({ account }) => {
      const freed = subnetsOf(account, FUZZ_GROUP).map((subnet) => account.ec2.occupy(subnet))
      return () => {
        for (const free of freed) free()
      }
    },
    says: /web: free addresses in .*: have 0, need [1-9]/,
  },
  {
    name: 'a traffic source of VPC Lattice',
    fits: () => true,
    place: ({ account: { autoScaling } }) => {
      autoScaling.operations.AttachTrafficSources({ ...group, TrafficSources: [LATTICE] })
      return () => void autoScaling.operations.DetachTrafficSources({ ...group, TrafficSources: [LATTICE] })
    },
    says: /web: it gets requests from arn:aws:vpc-lattice/,
  },
  {
    name: 'an EKS managed node group',
    fits: () => true,
    place: ({ account: { autoScaling } }) => {
      autoScaling.operations.CreateOrUpdateTags({ Tags: [{ ...NODE_GROUP, Value: 'nodes', PropagateAtLaunch: false }] })
      return () => void autoScaling.operations.DeleteTags({ Tags: [NODE_GROUP] })
    },
    says: /web: the EKS managed node group nodes .*aws eks update-nodegroup-version/s,
  },
  {
    name: 'a warm pool of protected instances',
    fits: (fixture) => stayingInPool(fixture).length > 0,
    place: (fixture) => {
      const protect = (Value: boolean): void => {
        for (const InstanceId of stayingInPool(fixture))
          fixture.account.ec2.operations.ModifyInstanceAttribute({ InstanceId, DisableApiTermination: { Value } })
      }
      protect(true)
      return () => protect(false)
    },
    says: /web: i-[0-9a-f]+ of its warm pool is outdated and cannot be terminated/,
  },
]

/** A source of its own, so that other seeds keep their fleets. */
const OBSTACLES_SEED = 0x0b57ac1e

/** How many seeds meet one. */
const SHARE = 0.1

/**
 * Places what stands against a run, lets the run be refused, and takes it away; most seeds meet nothing. Gives what was wrong
 * with the refusal.
 */
export async function meetObstacle(
  fixture: Fixture,
  seed: number,
  roll: () => Promise<ActionRun>,
): Promise<readonly string[]> {
  const random = new Random(seed ^ OBSTACLES_SEED)
  if (!isDrawn(random, { share: SHARE, source: 'obstacles', seed })) return []
  const obstacle = random.pick(OBSTACLES.filter(({ fits }) => fits(fixture)))
  const before = fixture.recorder.changes.length
  const takeAway = obstacle.place(fixture)
  const refused = await roll()
  takeAway()
  const reported = refused.annotations.map(({ message }) => message).join('\n')
  return [
    ...(refused.failed ? [] : [`a roll went on in spite of ${obstacle.name}`]),
    ...(fixture.recorder.changes.length > before ? [`a roll changed the group in spite of ${obstacle.name}`] : []),
    ...(obstacle.says.test(reported) ? [] : [`a roll did not name ${obstacle.name}: ${reported}`]),
  ]
}
