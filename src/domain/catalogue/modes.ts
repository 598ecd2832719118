/** What the modes mean to a catalogue, by their names. */

/** Modes that the catalogue never keeps from anything: they look, or put back what a run has left. */
export const isAlwaysAllowed = (mode: string): boolean =>
  mode === 'images' || mode === 'restore' || mode === 'catalogue'

/**
 * Modes that no rule of an environment keeps from beginning: a janitor reports first, and each group that it would change is
 * asked for by itself.
 */
export const mayAlwaysBegin = (mode: string): boolean => mode === 'janitor' || isAlwaysAllowed(mode)

/** A way back must not wait for a window, nor for the end of a freeze. */
export const isExemptFromTimes = (mode: string): boolean => mode === 'rollback' || isAlwaysAllowed(mode)

/** Modes that may leave a group waiting for `release`. */
const WAITING = ['patch-image', 'patch-docker', 'respawn', 'scale-up-patch', 'rollback', 'shift', 'blue-green']

/** Whether a list of modes means this one; `release` goes on with what another mode has begun, so that one is enough. */
export const meansMode = (list: readonly string[], mode: string): boolean =>
  list.includes(mode) || (mode === 'release' && list.some((each) => WAITING.includes(each)))
