import { type BastionChange, type BastionMemo } from '../../domain/bastion/bastion.ts'
import { awsFaultOf } from '../client/aws-fault.ts'
import { isRefusedAs } from '../client/refusals.ts'
import { UncertainOutcome } from '../client/uncertain-outcome.ts'
import { type BastionLaunch, launchCall } from './launch.ts'
import { BASTION_TAG, NOTED_ADDRESS_TAG, notedAddressTag, temporaryTag } from './memo-tag.ts'
import type { Connection } from '../client/connection.ts'
import { redactUserData } from '../patch/user-data-errors.ts'

/** What AWS made of a change. */
export type Applied =
  | { readonly kind: 'done'; readonly id: string | undefined }
  /** A launch that found no room, in AWS's words: another subnet may have some. */
  | { readonly kind: 'no room'; readonly why: string }

export interface BastionChanges {
  readonly memo: BastionMemo
  /** Start of the run, in whole seconds since the Unix epoch. */
  readonly since: number
  /** Undefined where nothing is ever launched. */
  readonly launch: BastionLaunch | undefined
}

/** Makes the one call that a change is. */
export async function applyBastionChange(
  connection: Connection,
  change: BastionChange,
  { memo, since, launch }: BastionChanges,
): Promise<Applied> {
  const {
    AllocateAddressCommand,
    AssociateAddressCommand,
    CreateTagsCommand,
    DeleteTagsCommand,
    DisassociateAddressCommand,
    ModifyInstanceAttributeCommand,
    ReleaseAddressCommand,
    RunInstancesCommand,
    TerminateInstancesCommand,
  } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  switch (change.kind) {
    case 'launch': {
      if (launch === undefined) throw new Error('There is no description of what to launch.')
      const call = launchCall(launch, { memo, since, subnet: change.subnet })
      try {
        const { Instances } = await connection.send(client, new RunInstancesCommand(call))
        return { kind: 'done', id: Instances?.[0]?.InstanceId }
      } catch (error) {
        const fault = awsFaultOf(error)
        if (fault !== undefined && isRefusedAs(error, 'no room here'))
          return { kind: 'no room', why: `${fault.code}: ${fault.message}` }
        throw redactUserData(error, call.UserData)
      }
    }
    case 'forward-packets': {
      const input = { InstanceId: change.instance, SourceDestCheck: { Value: false } }
      await connection.send(client, new ModifyInstanceAttributeCommand(input))
      return DONE
    }
    case 'allocate': {
      const tag = temporaryTag(memo, { successor: change.instance, after: change.after })
      const TagSpecifications = [{ ResourceType: 'elastic-ip' as const, Tags: [tag] }]
      const made = await connection.send(client, new AllocateAddressCommand({ Domain: 'vpc', TagSpecifications }))
      return { kind: 'done', id: made.AllocationId }
    }
    case 'note-address': {
      const input = { Resources: [change.instance], Tags: [notedAddressTag(change.allocation)] }
      await connection.send(client, new CreateTagsCommand(input))
      return DONE
    }
    case 'associate': {
      // A temporary address is lent while it is free: who has taken it since the look keeps it.
      const AllowReassociation = change.purpose !== 'probe'
      const input = { AllocationId: change.allocation, InstanceId: change.instance, AllowReassociation }
      await unlessTaken(connection.send(client, new AssociateAddressCommand(input)), change.ip)
      return DONE
    }
    case 'disassociate':
      await gone(connection.send(client, new DisassociateAddressCommand({ AssociationId: change.association })))
      return DONE
    case 'release':
      await gone(connection.send(client, new ReleaseAddressCommand({ AllocationId: change.allocation })))
      return DONE
    case 'protect': {
      const input = { InstanceId: change.instance, DisableApiTermination: { Value: change.protection === 'on' } }
      await connection.send(client, new ModifyInstanceAttributeCommand(input))
      return DONE
    }
    case 'terminate':
      await connection.send(client, new TerminateInstancesCommand({ InstanceIds: [change.instance] }))
      return DONE
    case 'forget':
      await connection.send(
        client,
        // By key alone: whatever value stands there is ours.
        new DeleteTagsCommand({
          Resources: [change.instance],
          Tags: [{ Key: BASTION_TAG }, { Key: NOTED_ADDRESS_TAG }],
        }),
      )
      return DONE
    default:
      return change satisfies never
  }
}

const DONE: Applied = { kind: 'done', id: undefined }

/** An address that others have taken is no reason to end: the next look shows whose it is. */
async function unlessTaken(call: Promise<unknown>, ip: string): Promise<void> {
  try {
    await call
  } catch (error) {
    if (!isRefusedAs(error, 'address is taken')) throw error
    throw new UncertainOutcome('ec2:AssociateAddress', { message: `${ip} serves another instance.`, cause: error })
  }
}

/** What is gone already needs not go. */
async function gone(call: Promise<unknown>): Promise<void> {
  try {
    await call
  } catch (error) {
    if (!isRefusedAs(error, 'address does not exist')) throw error
  }
}
