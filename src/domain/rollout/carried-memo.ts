import type { Fleet } from './fleet.ts'

/** The group as it will be when the memo that its instances carry is written onto it again. */
export const withCarriedMemo = (fleet: Fleet): Fleet =>
  fleet.memo === undefined && fleet.carriedMemo !== undefined ? { ...fleet, memo: fleet.carriedMemo } : fleet
