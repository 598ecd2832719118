/** Tags of a bastion that were copied, and addresses of runs that others take: nothing of others is ended or released. */
import type { Tag } from '@aws-sdk/client-ec2'
import type { Random } from '../../../simulator/random.ts'
import type { BastionFault } from './bastion-fault.ts'
import { addToBastionTrace, type BastionFixture, successorsOf } from './bastion-fixture.ts'

/** The tag of a new bastion and of its temporary address. */
export const TAG = 'fleet-patch:bastion'
const NO_TAG = 'no run has made anything whose tags could be copied'

/** An instance of another purpose, which carries these tags besides its name. */
export function foreignInstance(
  { scene, foreign }: BastionFixture,
  tags: readonly Tag[],
  token = `console-${foreign.instances.size}`,
): string {
  const Tags = [
    ...tags.filter(({ Key = '' }) => Key !== 'Name' && !Key.startsWith('aws:')),
    { Key: 'Name', Value: 'database' },
  ]
  const { Instances } = scene.ops.RunInstances({
    ImageId: scene.oldImage,
    InstanceType: 't3.micro',
    SubnetId: scene.subnets.a,
    ClientToken: token,
    TagSpecifications: [{ ResourceType: 'instance', Tags }],
    MinCount: 1,
    MaxCount: 1,
  })
  const id = Instances?.[0]?.InstanceId ?? ''
  foreign.instances.add(id)
  return id
}

/** An Elastic IP of another purpose, with these tags. */
export function foreignAddress({ scene, foreign }: BastionFixture, tags: readonly Tag[]): string {
  const { AllocationId: id = '' } = scene.ops.AllocateAddress({ Domain: 'vpc' })
  if (tags.length > 0) scene.ops.CreateTags({ Resources: [id], Tags: [...tags] })
  foreign.allocations.add(id)
  return id
}

/** The tags of what a run has made, as EC2 keeps them. */
export const tagsOf = ({ scene: { ops } }: BastionFixture, id: string): readonly Tag[] =>
  (ops.DescribeTags({ Filters: [{ Name: 'resource-id', Values: [id] }] }).Tags ?? []).map(({ Key, Value }) => ({ Key, Value }) as Tag) // prettier-ignore

/** The temporary address that a run has allocated, while it stands. */
const temporaryOf = ({ recorder }: BastionFixture): string | undefined =>
  [...recorder.allocated].find((id) => recorder.snapshot().addresses.has(id))

const isRunning = ({ scene }: BastionFixture, id: string): boolean => scene.account.ec2.machine(id)?.state === 'running'

/** Acts once a run has allocated an address, at once or some seconds later; not where it is gone by then. */
function onceAllocated(fixture: BastionFixture, random: Random, act: (own: string) => string): void {
  const { scene, recorder } = fixture
  const seconds = random.pick([0, 0, 1, 2, 5, 30])
  const meet = (): void => {
    const own = temporaryOf(fixture)
    if (own !== undefined) addToBastionTrace(fixture, act(own))
  }
  recorder.onAllocated.push(() => {
    if (seconds === 0) meet()
    else scene.account.timeline.after(seconds, meet)
  })
}

function copyAddress(fixture: BastionFixture, own: string, InstanceId: string | undefined): string {
  const copy = foreignAddress(fixture, tagsOf(fixture, own))
  // Without what is noted on the new instance nothing tells the two apart.
  fixture.undecided.add(copy)
  if (InstanceId !== undefined && isRunning(fixture, InstanceId))
    fixture.scene.ops.AssociateAddress({ AllocationId: copy, InstanceId })
  return `an operator copies the tags of ${own} onto ${copy}${InstanceId === undefined ? '' : `, which is for ${InstanceId}`}`
}

/** All faults of copied tags and taken addresses. */
export const COPY_FAULTS: readonly BastionFault[] = [
  {
    name: 'a newer instance with a copied tag',
    share: 2,
    weight: 'bearable',
    apply: (fixture) => {
      const [id] = successorsOf(fixture)
      if (id === undefined) return NO_TAG
      return `an operator launches ${foreignInstance(fixture, tagsOf(fixture, id))} like ${id}, with its tags`
    },
  },
  {
    name: 'an older instance with a copied tag',
    share: 1,
    weight: 'bearable',
    apply: (fixture) => {
      const older = foreignInstance(fixture, [])
      fixture.scene.account.timeline.after(100, () => {
        const [id] = successorsOf(fixture)
        const copied = id === undefined ? [] : tagsOf(fixture, id).filter(({ Key }) => Key === TAG)
        if (copied.length > 0) fixture.scene.ops.CreateTags({ Resources: [older], Tags: [...copied] })
      })
      return `${older} gets the tag of a new bastion, if there is one, in a while`
    },
  },
  {
    name: 'an address with a copied tag',
    share: 2,
    weight: 'heavy',
    apply: (fixture, random) => {
      const holder = random.next() < 0.5 ? foreignInstance(fixture, []) : undefined
      onceAllocated(fixture, random, (own) => copyAddress(fixture, own, holder))
      return 'an operator waits for a temporary address, to copy its tags'
    },
  },
  {
    name: 'an address as an earlier version has left it',
    share: 0.7,
    weight: 'heavy',
    apply: (fixture) => {
      const { allocation } = fixture.scene
      const former = foreignAddress(fixture, [{ Key: TAG, Value: `temporary=${allocation} run=900/1/abcd` }])
      fixture.undecided.add(former)
      return `${former} is there as an earlier version has left it`
    },
  },
  {
    name: 'a temporary address that others take',
    share: 2,
    weight: 'heavy',
    apply: (fixture, random) => {
      const { scene, foreign } = fixture
      const InstanceId = foreignInstance(fixture, [])
      onceAllocated(fixture, random, (own) => {
        if (!isRunning(fixture, InstanceId)) return `${InstanceId} does not run yet`
        scene.ops.AssociateAddress({ AllocationId: own, InstanceId, AllowReassociation: true })
        foreign.allocations.add(own)
        return `an operator takes the temporary address ${own} for ${InstanceId}`
      })
      return `an operator starts ${InstanceId}, and waits for a temporary address`
    },
  },
]
