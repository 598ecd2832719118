/** Runs on a bastion behind an Elastic IP, and assertions about it. */
import { BASTION_NAME as NAME, type BastionScene as Scene } from '../../../testing/bastion-scene.ts'
import { runAction, type RunActionOptions, type ActionRun } from '../../../testing/run-action.ts'

export {
  BASTION_NAME as NAME,
  BASTION_USER_DATA as TAUPAGE,
  bastionScene as scene,
  type BastionScene as Scene,
  type BastionScenePlan as Plan,
} from '../../../testing/bastion-scene.ts'

/** Runs one step of the action, by default a replacement of the bastion by its name. */
export async function redeploy(
  { account, ssh }: Scene,
  inputs: Readonly<Record<string, string>> = {},
  rest: Omit<RunActionOptions, 'inputs'> = {},
): Promise<ActionRun> {
  return await runAction(account, {
    inputs: { mode: 'redeploy-bastion', bastion: NAME, ...inputs },
    sshProbe: ssh,
    ...rest,
  })
}

/** All instances, terminated ones included, as EC2 shows them now. */
export const instances = ({ ops }: Scene) =>
  (ops.DescribeInstances({}).Reservations ?? []).flatMap((one) => one.Instances ?? [])

/** Instances that are neither shutting down nor terminated. */
export const alive = (fixture: Scene) =>
  instances(fixture).filter(({ State }) => State?.Name !== 'shutting-down' && State?.Name !== 'terminated')

export const addresses = ({ ops }: Scene) => ops.DescribeAddresses({}).Addresses ?? []

export const holder = (fixture: Scene): string | undefined =>
  addresses(fixture).find(({ AllocationId }) => AllocationId === fixture.allocation)?.InstanceId

/** Asserts what must be true after the last run: one bastion, which has the address, and nothing else. */
export function expectAlone(fixture: Scene, id: string): void {
  expect(alive(fixture).map(({ InstanceId }) => InstanceId)).toEqual([id])
  expect(addresses(fixture).map(({ AllocationId, InstanceId }) => [AllocationId, InstanceId])).toEqual([
    [fixture.allocation, id],
  ])
  const [one] = alive(fixture)
  expect((one?.Tags ?? []).filter(({ Key }) => Key?.startsWith('fleet-patch:'))).toEqual([])
  expect(fixture.ssh.answer(fixture.ip, 22)).toMatchObject({ kind: 'banner' })
}

/** The changing calls of EC2, in order. */
export const changes = ({ account }: Scene): string[] =>
  account.ledger
    .changes()
    .map(({ action }) => action)
    .filter((action) => action.startsWith('ec2:'))
