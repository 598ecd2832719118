/** What befalls the replacement of a bastion: faults of calls, of the two instances, of the address, and by operators. */
import type { FaultRule } from '../../../simulator/faults.ts'
import type { BastionFault } from './bastion-fault.ts'
import { type BastionFixture, successorsOf } from './bastion-fixture.ts'
import { COPY_FAULTS, foreignInstance } from './copy-faults.ts'

const CHANGES = [
  'RunInstances',
  'AllocateAddress',
  'CreateTags',
  'AssociateAddress',
  'DisassociateAddress',
  'ReleaseAddress',
  'ModifyInstanceAttribute',
  'TerminateInstances',
  'DeleteTags',
].map((operation) => `ec2:${operation}`)
const READS = ['DescribeInstances', 'DescribeAddresses', 'DescribeInstanceStatus'].map(
  (operation) => `ec2:${operation}`,
)
const ANY = ['ec2:*', 'ec2:*', ...CHANGES, ...READS]

function inject({ scene }: BastionFixture, rule: FaultRule): string {
  scene.account.faults.inject(rule)
  const { fault, effect = 'not done', times, chance = 1 } = rule
  return `${times} calls of ${rule.action} fail with ${fault.kind === 'refusal' ? fault.code : fault.kind} (${effect}), each with chance ${chance}`
}

const callFaults: readonly BastionFault[] = [
  {
    name: 'throttling',
    share: 3,
    weight: 'bearable',
    apply: (fixture, random) =>
      inject(fixture, {
        action: random.pick(ANY),
        fault: { kind: 'refusal', code: 'RequestLimitExceeded', message: 'Request limit exceeded.', status: 503 },
        times: Math.ceil(random.between(0, 8)),
        chance: random.pick([1, 0.5]),
      }),
  },
  {
    name: 'server errors',
    share: 2,
    weight: 'bearable',
    apply: (fixture, random) =>
      inject(fixture, {
        action: random.pick(ANY),
        fault: { kind: 'refusal', code: 'InternalError', message: 'An internal error has occurred.', status: 500 },
        effect: random.pick(['done', 'not done']),
        times: Math.ceil(random.between(0, 4)),
        chance: random.pick([1, 0.4]),
      }),
  },
  {
    name: 'lost answers',
    share: 5,
    weight: 'bearable',
    apply: (fixture, random) =>
      inject(fixture, {
        action: random.pick([...CHANGES, ...ANY]),
        fault: { kind: random.pick(['reset', 'reset', 'silence']) },
        effect: random.pick(['done', 'not done']),
        times: Math.ceil(random.between(0, 6)),
        chance: random.pick([1, 0.5]),
      }),
  },
  {
    name: 'a denied call',
    share: 3,
    weight: 'heavy',
    apply: ({ scene }, random) => {
      const action = random.pick([...CHANGES, ...READS])
      scene.account.faults.deny(action)
      return `${action} is denied from now on`
    },
  },
  {
    name: 'late reads',
    share: 3,
    weight: 'bearable',
    apply: ({ scene }, random) => {
      scene.account.behaviour.staleSeconds = Math.ceil(random.between(0, 45))
      return `EC2 shows a new instance ${scene.account.behaviour.staleSeconds} s late`
    },
  },
  {
    name: 'no room in a subnet',
    share: 2,
    weight: 'heavy',
    apply: (fixture, random) =>
      inject(fixture, {
        action: 'ec2:RunInstances',
        fault: { kind: 'refusal', code: 'InsufficientInstanceCapacity', message: 'There is no capacity.', status: 500 },
        times: random.pick([1, 2, 1000]),
      }),
  },
]

const hostFaults: readonly BastionFault[] = [
  {
    name: 'a new image without SSH',
    share: 2,
    weight: 'heavy',
    apply: ({ scene, recorder }) => {
      // One that answers already falls silent.
      if (recorder.launched.size > 0) recorder.disturb()
      scene.ssh.unresponsive.add(scene.newImage)
      return 'instances of the new image do not answer SSH'
    },
  },
  {
    name: 'a new image that fails its status checks',
    share: 1.5,
    weight: 'heavy',
    apply: ({ scene }) => {
      scene.account.behaviour.impairedImages.add(scene.newImage)
      return 'instances of the new image are impaired'
    },
  },
  {
    name: 'a newer image',
    share: 1.5,
    weight: 'bearable',
    apply: ({ scene, images }) => {
      const id = scene.image(`2025-12-${20 + images.length}`)
      images.push({ id, at: scene.account.timeline.now })
      return `a newer image is there, ${id}`
    },
  },
  {
    name: 'an address that is silent behind the new instance',
    share: 2,
    weight: 'heavy',
    apply: ({ scene, recorder }, random) => {
      const route = `${scene.ip} ${scene.newImage}`
      const seconds = Math.ceil(random.between(30, 600))
      recorder.disturb()
      scene.ssh.unreachable.add(route)
      scene.account.timeline.after(seconds, () => scene.ssh.unreachable.delete(route))
      return `the new instance does not answer at the address for ${seconds} s`
    },
  },
  {
    name: 'a new instance that EC2 ends',
    share: 2,
    weight: 'heavy',
    apply: (fixture) => {
      const [id] = successorsOf(fixture)
      if (id === undefined) return 'no new instance to end'
      fixture.recorder.disturb()
      fixture.scene.account.ec2.terminate(id)
      return `EC2 ends the new instance ${id}`
    },
  },
  {
    name: 'an old instance that an operator stops or ends',
    share: 1.5,
    weight: 'heavy',
    apply: ({ scene: { ops, old, account }, recorder }, random) => {
      if (!recorder.isAlive(old)) return 'the old instance is gone already'
      recorder.disturb()
      if (random.next() < 0.5) {
        ops.StopInstances({ InstanceIds: [old] })
        return 'an operator stops the old instance'
      }
      account.ec2.terminate(old)
      return 'an operator ends the old instance'
    },
  },
  {
    name: 'an old instance that an operator protects',
    share: 1.5,
    weight: 'heavy',
    apply: ({ scene: { ops, old }, recorder }) => {
      if (!recorder.isAlive(old)) return 'the old instance is gone already'
      recorder.isProtectedByOthers = true
      ops.ModifyInstanceAttribute({ InstanceId: old, DisableApiTermination: { Value: true } })
      return 'an operator protects the old instance against termination'
    },
  },
  {
    name: 'an address that an operator moves',
    share: 2,
    weight: 'heavy',
    apply: (fixture) => {
      const { scene, recorder } = fixture
      const id = foreignInstance(fixture, [])
      scene.account.timeline.after(70, () => {
        recorder.disturb()
        scene.ops.AssociateAddress({ AllocationId: scene.allocation, InstanceId: id, AllowReassociation: true })
      })
      return `an operator starts ${id}, and moves the address to it a minute later`
    },
  },
]

/** All of them, in the order in which a seed draws from them. */
export const BASTION_FAULTS: readonly BastionFault[] = [...callFaults, ...hostFaults, ...COPY_FAULTS]
