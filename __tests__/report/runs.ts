import type { Outlook } from '../../src/report/results/collect.ts'
import type { Fleet, Instance, Sizes } from '../../src/domain/rollout/fleet.ts'
import type { RunRequest } from '../../src/report/results/request.ts'
import { Collector } from '../../src/report/results/collect.ts'
import type { Counts, Event, GroupResult } from '../../src/report/events.ts'

/** 2026-01-31 09:05:07 UTC. */
export const BEGIN = Date.UTC(2026, 0, 31, 9, 5, 7) / 1000
const ZONES = ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'] as const

export function instance(id: string, changes: Partial<Instance> = {}): Instance {
  return {
    id,
    zone: ZONES[0],
    type: 't3.small',
    weight: 1,
    lifecycle: 'InService',
    healthy: true,
    protectedFromScaleIn: false,
    reference: { kind: 'configuration', name: 'web-2' },
    imageId: 'ami-0new',
    launchedAt: BEGIN - 86_400,
    firstSeenAt: BEGIN - 86_400,
    readySince: BEGIN - 86_000,
    balancers: [],
    ...changes,
  }
}

export function fleet(group: string, changes: Partial<Fleet> = {}): Fleet {
  return {
    group,
    at: BEGIN,
    sizes: { min: 2, desired: 2, max: 4 },
    defaultWarmupSeconds: undefined,
    suspended: [],
    weighted: false,
    source: {
      kind: 'template',
      label: `${group} (lt-0a1b) version 7 ($Latest)`,
      fingerprint: '0123456789abcdef',
      base: { kind: 'template', id: 'lt-0a1b', version: 7 },
      overrides: [],
      imageId: 'ami-0new',
    },
    instances: [],
    memo: undefined,
    failedLaunches: [],
    ...changes,
  }
}

/** A group that rolls with surge 1, second by second, as the events of a run. */
export class Play {
  at = BEGIN
  readonly group: string
  readonly n: number
  #sizes: Sizes
  #old: Instance[]
  #new: Instance[] = []
  readonly #emit: (event: Event) => void

  constructor({ group, n, emit }: { group: string; n: number; emit: (event: Event) => void }) {
    this.group = group
    this.n = n
    this.#emit = emit
    this.#sizes = { min: n, desired: n, max: 2 * n }
    this.#old = Array.from({ length: n }, (_, index) =>
      instance(`i-${group.length.toString(16)}0d${index}`, { zone: ZONES[index % 3] ?? '', imageId: 'ami-0old' }),
    )
  }

  get counts(): Counts {
    const ready = [...this.#old, ...this.#new].filter(({ readySince }) => readySince !== undefined).length
    return { old: this.#old.length, current: this.#new.length, ready, desired: this.#sizes.desired }
  }

  get floor(): number {
    return this.n
  }

  observe(): void {
    const instances = [...this.#old, ...this.#new]
    this.#emit({
      kind: 'observed',
      fleet: fleet(this.group, { at: this.at, sizes: this.#sizes, instances }),
      counts: this.counts,
      floor: this.n,
    })
  }

  step(change: Extract<Event, { kind: 'step' }>['change'], reason: string, dryRun = false): void {
    this.#emit({ kind: 'step', at: this.at, group: this.group, change, counts: this.counts, reason, dryRun })
  }

  wait(reason: string, outlook: Outlook): void {
    this.#emit({ kind: 'waiting', at: this.at, group: this.group, counts: this.counts, reason, ...outlook })
  }

  begin(): void {
    this.observe()
    this.step(
      {
        kind: 'save-state',
        memo: {
          run: '77/1',
          startedAt: this.at,
          heartbeatAt: this.at,
          sizes: this.#sizes,
          suspends: ['AZRebalance'],
          surge: 1,
          source: '0123456789abcdef',
          replaceLaunchedUntil: undefined,
        },
      },
      'how the group is now, before anything changes',
    )
    this.step(
      { kind: 'suspend', processes: ['AZRebalance', 'AlarmNotification'] },
      'nothing else may change the size meanwhile',
    )
    this.#sizes = { ...this.#sizes, desired: this.n + 1 }
    this.step({ kind: 'resize', sizes: { desired: this.n + 1 } }, 'room for one new instance')
    this.launch()
  }

  launch(): void {
    this.#new.push(
      instance(`i-${this.group.length.toString(16)}e3${this.#new.length}`, {
        zone: ZONES[this.#new.length % 3] ?? '',
        launchedAt: this.at + 1,
        readySince: undefined,
        lifecycle: 'Pending',
      }),
    )
  }

  /** A number of seconds of waiting with a read every five. */
  boot(seconds: number, outlook: () => Outlook): void {
    for (let passed = 5; passed <= seconds; passed += 5) {
      this.at += 5
      if (passed >= seconds) {
        this.#new = this.#new.map((one) => ({ ...one, lifecycle: 'InService', readySince: one.readySince ?? this.at }))
      }
      this.observe()
      if (passed < seconds) this.wait(`${this.#new.at(-1)?.id ?? ''} is booting`, outlook())
    }
  }

  replaceOne(): void {
    const [gone, ...rest] = this.#old
    if (gone === undefined) return
    const decrement = this.#new.length === this.n
    this.#old = rest
    if (decrement) this.#sizes = { ...this.#sizes, desired: this.#sizes.desired - 1 }
    this.step(
      { kind: 'terminate', instances: [gone.id], decrement },
      `${this.#new.at(-1)?.id ?? ''} is ready in its place`,
    )
    if (!decrement) this.launch()
    this.at += 5
    this.observe()
  }

  loseNew(): void {
    const lost = this.#new.at(-1)
    this.#new = this.#new.slice(0, -1)
    this.#sizes = { ...this.#sizes, desired: this.#sizes.desired - 1 }
    this.step({ kind: 'terminate', instances: [lost?.id ?? ''], decrement: true }, 'it never became ready')
    this.at += 5
    this.observe()
  }

  restore(): void {
    this.step({ kind: 'resume', processes: ['AZRebalance', 'AlarmNotification'] }, 'this run had suspended them')
    this.step({ kind: 'clear-state' }, 'all is as it was')
    this.at += 1
    this.observe()
  }
}

export interface ReportedRun {
  readonly events: readonly Event[]
  readonly results: readonly GroupResult[]
  readonly request: RunRequest
  readonly warnings: readonly string[]
}

export function runRequest(changes: Partial<RunRequest> = {}): RunRequest {
  return {
    mode: 'respawn',
    inputs: {
      mode: 'respawn',
      'aws-region': 'eu-central-1',
      'role-to-assume': 'arn:aws:iam::123456789012:role/patch',
      stacks: 'mystack v1\nweb',
    },
    account: '123456789012',
    region: 'eu-central-1',
    dryRun: false,
    ...changes,
  }
}

type Verdict = Pick<GroupResult, 'status' | 'changed'> & Partial<Pick<GroupResult, 'left' | 'failure'>>

class Stage {
  readonly events: Event[] = []
  readonly collector = new Collector()
  readonly results: GroupResult[] = []
  readonly emit = (event: Event): void => {
    this.events.push(event)
    this.collector.report(event)
  }

  finish({ group, at }: Play, verdict: Verdict): void {
    const facts = this.collector.facts(group)
    if (facts === undefined) throw new Error(`${group} was never observed`)
    const result = { ...facts, region: 'eu-central-1', left: [], failure: undefined, ...verdict }
    this.results.push(result)
    this.emit({ kind: 'finished', at, result })
  }

  end(at: number, request: RunRequest): ReportedRun {
    this.emit({ kind: 'ended', at, result: { kind: 'groups', groups: this.results } })
    return { events: this.events, results: this.results, request, warnings: this.collector.warnings }
  }
}

export function twoGroupsRolled(): ReportedRun {
  const fixture = new Stage()
  const stack = new Play({ group: 'mystack-v1-AppServer', n: 2, emit: fixture.emit })
  const web = new Play({ group: 'web', n: 3, emit: fixture.emit })
  fixture.emit({ kind: 'phase', title: 'Select groups' })
  fixture.emit({ kind: 'info', message: 'account 123456789012, region eu-central-1: 2 groups selected' })
  fixture.emit({ kind: 'phase', title: 'Roll 2 groups' })
  for (const play of [stack, web]) {
    play.begin()
    for (let k = 0; k < play.n; k += 1) {
      play.boot(60, () => fixture.collector.outlook(play.group))
      play.replaceOne()
    }
    play.restore()
    fixture.finish(play, { status: 'rolled', changed: true })
  }
  // Both roll side by side: each is built alone, and their logs are merged by time.
  fixture.events.sort((a, b) => timeOf(a) - timeOf(b))
  fixture.emit({ kind: 'warning', message: 'its template is used by 2 more groups: api, worker', group: 'web' })
  return fixture.end(web.at, runRequest())
}

function timeOf(event: Event): number {
  if (event.kind === 'observed') return event.fleet.at
  return 'at' in event ? event.at : -Infinity
}

export function halt(): ReportedRun {
  const fixture = new Stage()
  const web = new Play({ group: 'web', n: 2, emit: fixture.emit })
  fixture.emit({ kind: 'phase', title: 'Roll 1 group' })
  web.begin()
  web.boot(60, () => fixture.collector.outlook('web'))
  web.replaceOne()
  for (let passed = 0; passed < 45; passed += 5) {
    web.at += 5
    web.observe()
    web.wait('i-3e31 is booting', fixture.collector.outlook('web'))
  }
  web.loseNew()
  fixture.emit({ kind: 'phase', title: 'Put back' })
  web.step({ kind: 'resume', processes: ['AZRebalance', 'AlarmNotification'] }, 'this run had suspended them')
  fixture.finish(web, {
    status: 'unfinished',
    changed: true,
    left: [
      'The note of the run (tag `fleet-patch:memo`) could not be removed: AccessDenied on autoscaling:DeleteTags.',
    ],
    failure: {
      what: 'The roll of web was halted: i-3e31 did not become ready within 15 minutes.',
      why: 'Target group web-tg says: unhealthy, Target.ResponseCodeMismatch, "Health checks failed with these codes: [503]".',
      remedy:
        'See why the application does not answer 200 on the image ami-0new; give it longer with instance-timeout.',
    },
  })
  return fixture.end(web.at, runRequest())
}

export function dryRun(): ReportedRun {
  const fixture = new Stage()
  const web = new Play({ group: 'web', n: 2, emit: fixture.emit })
  fixture.emit({ kind: 'phase', title: 'Plan' })
  web.observe()
  web.step({ kind: 'suspend', processes: ['AZRebalance'] }, 'nothing else may change the size meanwhile', true)
  web.step({ kind: 'resize', sizes: { desired: 3 } }, 'room for one new instance', true)
  web.step({ kind: 'terminate', instances: ['i-30d0'], decrement: false }, 'a new one is ready in its place', true)
  web.step({ kind: 'terminate', instances: ['i-30d1'], decrement: true }, 'a new one is ready in its place', true)
  web.step({ kind: 'clear-state' }, 'all is as it was', true)
  fixture.finish(web, { status: 'planned', changed: true })
  return fixture.end(web.at, runRequest({ dryRun: true }))
}

export function nothingToDo(): ReportedRun {
  const fixture = new Stage()
  fixture.emit({ kind: 'phase', title: 'Roll 1 group' })
  const instances = [instance('i-a'), instance('i-b', { zone: ZONES[1] })]
  fixture.emit({
    kind: 'observed',
    fleet: fleet('web', { instances }),
    counts: { old: 0, current: 2, ready: 2, desired: 2 },
    floor: 2,
  })
  fixture.finish(new Play({ group: 'web', n: 2, emit: () => {} }), { status: 'current', changed: false })
  return fixture.end(BEGIN, runRequest())
}

export const CALLS = {
  'autoscaling:DescribeAutoScalingGroups': 41,
  'autoscaling:TerminateInstanceInAutoScalingGroup': 5,
}
