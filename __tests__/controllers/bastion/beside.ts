/** What stands beside a bastion whose run has died: instances and addresses of others, and ways to come after that run. */
import type { Tag } from '@aws-sdk/client-ec2'
import type { ActionRun } from '../../../testing/run-action.ts'
import { alive, expectAlone, NAME, redeploy, type Scene, scene } from './fixture.ts'

/** The tag of a new bastion and of its temporary address. */
export const TAG = 'fleet-patch:bastion'

/** All errors of a run. */
export const errorsOf = ({ annotations }: ActionRun): string =>
  annotations.flatMap(({ level, message }) => (level === 'error' ? [message] : [])).join('\n')

/** All warnings of a run. */
export const warningsOf = ({ annotations }: ActionRun): string =>
  annotations.flatMap(({ level, message }) => (level === 'warning' ? [message] : [])).join('\n')

/** A run that died once it had made so many calls of an operation; its new instance stands beside the old one. */
export async function dead(fixture: Scene, operation: string): Promise<ActionRun> {
  const whole = scene({ lends: 'nothing' })
  await redeploy(whole)
  const call = 1 + whole.account.ledger.entries.findIndex((entry) => entry.operation === operation)
  const run = await redeploy(fixture, {}, { process: { crash: { when: 'after', call } } })
  expect(run.died).toBe(true)
  fixture.account.timeline.advance(20)
  return run
}

/** The living instance beside the old one that carries the tag. */
export const successor = (fixture: Scene) =>
  alive(fixture).find(({ InstanceId, Tags }) => InstanceId !== fixture.old && Tags?.some(({ Key }) => Key === TAG))

/** Its tags. */
export const tagsOf = (fixture: Scene): readonly Tag[] => successor(fixture)?.Tags ?? []

/** An instance of another purpose; `token` as the console gives one. */
export function foreign({ ops, oldImage, subnets }: Scene, tags: readonly Tag[] = [], token = 'console-token'): string {
  const Tags = [...tags.filter(({ Key }) => Key !== 'Name'), { Key: 'Name', Value: 'database' }]
  const { Instances } = ops.RunInstances({
    ImageId: oldImage,
    InstanceType: 't3.micro',
    SubnetId: subnets.a,
    ClientToken: token,
    TagSpecifications: [{ ResourceType: 'instance', Tags }],
    MinCount: 1,
    MaxCount: 1,
  })
  return Instances?.[0]?.InstanceId ?? ''
}

/** Ways to come after a dead run. */
export const recoveries = {
  'the next run': (fixture: Scene) => redeploy(fixture, {}, { runId: '1001' }),
  'the post step': (fixture: Scene, { state }: ActionRun) => redeploy(fixture, {}, { state }),
  'mode: restore': (fixture: Scene) => redeploy(fixture, { mode: 'restore', bastion: NAME }, { runId: '1001' }),
} as const

/** Their names. */
export const everyone = Object.keys(recoveries) as (keyof typeof recoveries)[]

/** Whether an instance is alive. */
export const stands = (fixture: Scene, id: string): boolean =>
  alive(fixture).some(({ InstanceId }) => InstanceId === id)

/** The scene without what others have put beside the bastion. */
export function tidy(fixture: Scene, { instance, allocation }: { instance?: string; allocation?: string }): void {
  const { ops, account } = fixture
  if (instance !== undefined) ops.TerminateInstances({ InstanceIds: [instance] })
  account.timeline.advance(120)
  if (allocation !== undefined) ops.ReleaseAddress({ AllocationId: allocation })
  expectAlone(fixture, alive(fixture)[0]?.InstanceId ?? '')
}
