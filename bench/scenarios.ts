/** What is rolled: fleets, how AWS behaves, and which of them every change of this project is held against. */
export interface Scenario {
  readonly groups: number
  /** Instances of each group. */
  readonly size: number
  /** As the input `surge`. */
  readonly surge: string
  /** `bundle`: dist/ as a process that reaches the simulator over HTTP; `loop`: in this process, without the wire. */
  readonly by: 'loop' | 'bundle'
  /** Seconds from the launch of an instance into service: of every instance, or the median where they vary. */
  readonly bootSeconds: number
  /** Boots are log-normal with this sigma; all alike where it is missing. */
  readonly sigma?: number
  /** Seconds from a change of a group until Auto Scaling acts on it. */
  readonly reactionSeconds: number
  readonly balancer: 'target-group' | 'classic' | 'none'
  readonly drainingSeconds: number
  /** AWS's published request limits hold. */
  readonly throttled?: true
}

/** Seconds from registration until a load balancer calls an instance healthy. */
export const BALANCER_WARMUP_SECONDS = 20
/** Seconds from `running` until EC2's status checks have passed, which decide where there is no load balancer. */
export const STATUS_CHECK_SECONDS = 120

const usual = { groups: 1, size: 10, surge: '1', by: 'loop', bootSeconds: 60, reactionSeconds: 5, balancer: 'target-group', drainingSeconds: 0 } as const // prettier-ignore

const scenariosWith = (...changes: readonly Partial<Scenario>[]): readonly Scenario[] =>
  changes.map((change) => ({ ...usual, ...change }))

const thousands = (...changes: readonly Partial<Scenario>[]): readonly Scenario[] =>
  scenariosWith(...changes.map((change) => ({ size: 1000, surge: '10%', ...change })))

/** Sections of the report, each with what it varies. */
export const sections: Readonly<Record<string, readonly Scenario[]>> = {
  'Sizes and surge': scenariosWith(
    { size: 1 },
    { size: 10 },
    { size: 10, surge: '100%' },
    { size: 100 },
    { size: 100, surge: '10%' },
    { size: 100, surge: '100%' },
    { size: 1000 },
    { size: 1000, surge: '10%' },
    { size: 1000, surge: '100%' },
    { size: 1000, surge: '100%', throttled: true },
  ),
  Boots: [30, 60, 120, 600].flatMap((bootSeconds) =>
    [5, 15].flatMap((reactionSeconds) =>
      scenariosWith({ bootSeconds, reactionSeconds }, { bootSeconds, reactionSeconds, sigma: 0.3 }),
    ),
  ),
  'A hundred': [120, 600].flatMap((bootSeconds) =>
    ['1', '10%'].flatMap((surge) =>
      scenariosWith({ size: 100, surge, bootSeconds }, { size: 100, surge, bootSeconds, sigma: 0.3 }),
    ),
  ),
  'A thousand at 10 %': [
    ...[60, 120, 600].flatMap((bootSeconds) => [
      ...(bootSeconds === 60 ? [] : thousands({ bootSeconds })),
      ...thousands({ bootSeconds, reactionSeconds: 15 }, { bootSeconds, reactionSeconds: 15, sigma: 0.3 }),
    ]),
    ...thousands({ throttled: true }, { throttled: true, reactionSeconds: 15, sigma: 0.3 }),
  ],
  'Load balancers and draining': scenariosWith(
    { drainingSeconds: 300 },
    { balancer: 'classic' },
    { balancer: 'classic', drainingSeconds: 300 },
    { balancer: 'none' },
  ),
  'Many groups': scenariosWith(
    { groups: 100, size: 4 },
    { groups: 100, size: 4, throttled: true },
    { groups: 400, size: 2, throttled: true },
    { groups: 1000, size: 2 },
    { groups: 1000, size: 2, throttled: true },
    { groups: 500, size: 20, surge: '10%', drainingSeconds: 300 },
  ),
  'The bundle, over HTTP on loopback': scenariosWith(
    { by: 'bundle' },
    { by: 'bundle', size: 100, surge: '10%' },
    { by: 'bundle', size: 1000 },
    { by: 'bundle', size: 1000, surge: '100%' },
  ),
}

/** Those that take few seconds: their figures are held against results.json whenever the project is checked. */
export const checked: readonly Scenario[] = scenariosWith(
  { size: 1 },
  { size: 10, surge: '100%' },
  { size: 30, surge: '10%', balancer: 'classic', drainingSeconds: 300 },
  ...[30, 60, 120, 600].flatMap((bootSeconds) => [
    { bootSeconds },
    { bootSeconds, reactionSeconds: 15 },
    { bootSeconds, reactionSeconds: 15, sigma: 0.3 },
  ]),
  { balancer: 'none' },
  { size: 100, surge: '10%', reactionSeconds: 15, sigma: 0.3 },
  { groups: 20, size: 4 },
  { groups: 60, size: 2, throttled: true },
)

/** `1 x 10, surge 1, boot 60 s, reaction 5 s, target-group`: it names a scenario in results.json. */
export const nameOf = (scenario: Scenario): string => {
  const { groups, size, surge, by, bootSeconds, sigma, reactionSeconds, balancer, drainingSeconds } = scenario
  return [
    `${groups} x ${size}`,
    `surge ${surge}`,
    `boot ${bootSeconds} s${sigma === undefined ? '' : ` sigma ${sigma}`}`,
    `reaction ${reactionSeconds} s`,
    balancer,
    ...(drainingSeconds > 0 ? [`draining ${drainingSeconds} s`] : []),
    ...(scenario.throttled ? ['throttled'] : []),
    ...(by === 'bundle' ? ['bundle'] : []),
  ].join(', ')
}

/** So many instances start side by side. */
export const waveOf = ({ size, surge }: Pick<Scenario, 'size' | 'surge'>): number =>
  surge.endsWith('%') ? Math.ceil((size * Number.parseInt(surge, 10)) / 100) : Number(surge)

/** Fleets that other tools roll as well, in the shape that all of them know: one at a time, behind a classic load balancer. */
export const peerScenarios: readonly Scenario[] = [60, 120, 600].flatMap((bootSeconds) =>
  scenariosWith(
    { bootSeconds, reactionSeconds: 15, balancer: 'classic' },
    { bootSeconds, reactionSeconds: 15, balancer: 'classic', sigma: 0.3 },
  ),
)
