/** Turns the timeline's seconds into the dates of the SDK's outputs. */
export const dateAt = (seconds: number): Date => new Date(Math.round(seconds * 1000))

/** Drops what was not given, so that an absent field does not overwrite a present one. */
export function withoutAbsent<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}

/** A list that was given and is not empty; an empty one says nothing, as on the wire. */
export const filled = <T>(list: readonly T[] | undefined): readonly T[] | undefined =>
  list === undefined || list.length === 0 ? undefined : list
