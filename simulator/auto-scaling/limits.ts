import { constraint } from './refusals.ts'

/** Refuses more list members than AWS's model allows. */
export function atMost(list: readonly unknown[], most: number, field: string): void {
  if (list.length > most) {
    throw constraint(field, `[${list.join(', ')}]`, `Member must have length less than or equal to ${most}`)
  }
}

/** Refuses a number that is no integer or lies outside; an absent one passes. */
export function within(value: number | undefined, least: number, most: number, field: string): void {
  if (value === undefined) return
  if (!Number.isInteger(value) || value < least) {
    throw constraint(field, value, `Member must have value greater than or equal to ${least}`)
  }
  if (value > most) throw constraint(field, value, `Member must have value less than or equal to ${most}`)
}

/** Refuses a word that is not one of the allowed ones; an absent one passes. */
export function requireEnum(value: string | undefined, allowed: readonly string[], field: string): void {
  if (value !== undefined && !allowed.includes(value)) {
    throw constraint(field, value, `Member must satisfy enum value set: [${allowed.join(', ')}]`)
  }
}
