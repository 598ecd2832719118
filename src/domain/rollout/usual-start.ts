/** Seconds that an instance usually takes from its launch until it is ready: a guess, before a run has seen one start. */
export const USUAL_START_SECONDS = 180
