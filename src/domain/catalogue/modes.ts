/** What the modes mean to a catalogue, by their names. */

/** Modes that the catalogue never keeps from anything: they look, or put back what a run has left. */
export const isAlwaysAllowed = (mode: string): boolean =>
  mode === 'images' || mode === 'restore' || mode === 'catalogue'

/** A way back must not wait for a window, nor for the end of a freeze. */
export const isExemptFromTimes = (mode: string): boolean => mode === 'rollback' || isAlwaysAllowed(mode)

/** Modes that may leave a group waiting for `release`. */
const WAITING = ['patch-image', 'patch-docker', 'respawn', 'scale-up-patch', 'rollback', 'shift', 'blue-green']

/** Whether a list of modes means this one; `release` goes on with what another mode has begun, so that one is enough. */
export const meansMode = (list: readonly string[], mode: string): boolean =>
  list.includes(mode) || (mode === 'release' && list.some((each) => WAITING.includes(each)))
