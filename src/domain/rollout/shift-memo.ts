import type { Memo } from './fleet.ts'

/** Whether the saved state of a group is that of a shift of traffic, which no roll may take for its own. */
export const isOfShift = ({ progress }: Pick<Memo, 'progress'>): boolean => progress?.role !== undefined
