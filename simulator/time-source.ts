/** Time as one simulated process has it: the clock that a program brings, or virtual time. */
export interface TimeSource {
  /** Milliseconds since the Unix epoch. */
  now(): number
  /** Resolves after so many milliseconds; rejects with the signal's reason when it is aborted first. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}
