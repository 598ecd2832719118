/** What is rolled, and how fast it could be at best. */
export interface Scenario {
  readonly groups: number
  /** Instances of each group. */
  readonly size: number
  /** As the input `surge`. */
  readonly surge: string
  /** `bundle`: dist/ as a process that reaches the simulator over HTTP; `loop`: in this process, without the wire. */
  readonly by: 'loop' | 'bundle'
  /** AWS's published request limits hold. */
  readonly throttled?: true
}

/** Seconds, of every instance. */
export const bootSeconds = 60
export const balancerWarmupSeconds = 20

export const scenarios: readonly Scenario[] = [
  { groups: 1, size: 1, surge: '1', by: 'loop' },
  { groups: 1, size: 10, surge: '1', by: 'loop' },
  { groups: 1, size: 10, surge: '100%', by: 'loop' },
  { groups: 1, size: 100, surge: '1', by: 'loop' },
  { groups: 1, size: 100, surge: '10%', by: 'loop' },
  { groups: 1, size: 100, surge: '100%', by: 'loop' },
  { groups: 1, size: 1000, surge: '1', by: 'loop' },
  { groups: 1, size: 1000, surge: '10%', by: 'loop' },
  { groups: 1, size: 1000, surge: '100%', by: 'loop' },
  { groups: 100, size: 4, surge: '1', by: 'loop' },
  { groups: 100, size: 4, surge: '1', by: 'loop', throttled: true },
  { groups: 400, size: 2, surge: '1', by: 'loop', throttled: true },
  { groups: 1000, size: 2, surge: '1', by: 'loop' },
  { groups: 1000, size: 2, surge: '1', by: 'loop', throttled: true },
  { groups: 1, size: 10, surge: '1', by: 'bundle' },
  { groups: 1, size: 100, surge: '10%', by: 'bundle' },
  { groups: 1, size: 1000, surge: '100%', by: 'bundle' },
]

/** Virtual seconds that no roll can undercut: each wave of `surge` instances boots and is found healthy, side by side. */
export function limitSeconds({ size, surge }: Scenario): number {
  const wave = surge.endsWith('%') ? Math.ceil((size * Number.parseInt(surge, 10)) / 100) : Number(surge)
  return Math.ceil(size / wave) * (bootSeconds + balancerWarmupSeconds)
}
