import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'

type Spread = Pick<CapacitySnapshot, 'zones' | 'elsewhere' | 'heaviest'>

/** By how much the fullest zone of a group exceeds the emptiest, in the group's unit. */
export const spreadOf = ({ zones }: Spread): number => {
  const units = Object.values(zones)
  return units.length === 0 ? 0 : Math.max(...units) - Math.min(...units)
}

/** Whether AWS finds nothing to balance: zones differ by one instance at most, and no capacity is outside of them. */
export const isBalanced = (group: Spread): boolean => group.elsewhere === 0 && spreadOf(group) <= group.heaviest
