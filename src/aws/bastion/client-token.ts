import type { BastionMemo } from '../../domain/bastion/bastion.ts'
import { canonical } from '../../domain/patch/launch-data.ts'
import { sha256 } from '../client/sha256.ts'

/**
 * The client token of a launch, from the value of the tag that it gives: 40 hex digits. A launch whose answer was lost
 * gives the same instance when it is made again, and a later run that reads the tag can tell the instance from copies.
 */
export const clientTokenOf = (tagValue: string): string => sha256(tagValue).slice(0, 40)

/** The same for the tags of earlier versions, which did not hold the subnet. */
export const formerClientToken = ({ old, address, run, wish, wasProtected }: BastionMemo, subnet: string): string =>
  sha256(canonical([{ old, address, run, wish, wasProtected }, subnet])).slice(0, 40)
