/** The story of a run in one page: inputs, credentials, mode, report. */
import { admission } from './admission.ts'
import { type Connected, connect } from './aws/connect.ts'
import type { FoundBastion } from './aws/bastion-find.ts'
import type { RequestHandler } from './aws/clients.ts'
import type { Clock } from './clock.ts'
import { type Explanation, explanationOf, UserError } from './errors.ts'
import { type Inputs, readInputs } from './inputs.ts'
import { declaredInputs } from './inputs/declared.ts'
import { isMode, modes } from './inputs/modes.ts'
import { images } from './modes/images.ts'
import { redeployBastion, undoBastion } from './modes/redeploy-bastion.ts'
import { patchDocker } from './modes/patch-docker.ts'
import { patchImage } from './modes/patch-image.ts'
import { release } from './modes/release.ts'
import { restore } from './modes/restore.ts'
import { respawn } from './modes/respawn.ts'
import { rollback } from './modes/rollback.ts'
import { rollGroups } from './modes/roll.ts'
import type { Run } from './modes/run.ts'
import { scaleUpPatch } from './modes/scale-up-patch.ts'
import { type Network, realNetwork } from './network.ts'
import { writeAuditOutputs, writeBastionOutputs, writeOutputs } from './outputs.ts'
import { pollPace } from './poll-pace.ts'
import type { Asked } from './report/asked.ts'
import { Collector } from './report/collect.ts'
import { consoleReport } from './report/console.ts'
import type { Event, GroupResult, Report } from './report/events.ts'
import {
  type Annotation,
  annotationOf,
  annotationOfBastion,
  annotationOfResults,
  stackLines,
} from './report/failure.ts'
import { summary } from './report/summary.ts'
import type { Environment, Runner } from './runner.ts'
import { type SshProbe, tcpSshProbe } from './ssh-probe.ts'

/** The world as the program sees it; the entry point brings the real one. */
export interface World {
  readonly runner: Runner
  readonly clock: Clock
  /** At least 0, below 1. */
  readonly random: () => number
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal
  readonly requestHandler?: RequestHandler | undefined
  /** For probes; without it that of the machine. */
  readonly network?: Network | undefined
  /** Asks bastions for their SSH banner; without it over the machine's network. */
  readonly sshProbe?: SshProbe | undefined
}

/** What the main step leaves for the post step. */
export const STATE = { run: 'run', groups: 'groups', bastion: 'bastion' } as const

/** The main step. Never throws: what goes wrong is told, and the step ends red. */
export async function main(world: World): Promise<void> {
  const { runner, random } = world
  const { runId, runAttempt } = runner.environment
  const id = [runId || '0', runAttempt || '1', nonce(random)].join('/')
  const told = await narrate(world, async (story) => {
    const { report, collector } = story
    const inputs = readInputs((name) => runner.input(name), runner.environment)
    for (const message of inputs.warnings) report({ kind: 'warning', message })
    report({ kind: 'phase', title: 'Credentials' })
    const connections = await enter(world, inputs, story)
    story.results = await inMode(
      {
        ...outfit(world, story, { id, connections }),
        touching: (groups) => {
          // The run last: a post step that finds it finds the groups as well, whenever the main step was killed.
          runner.saveState(STATE.groups, JSON.stringify(groups))
          runner.saveState(STATE.run, id)
        },
        touchingBastion: (bastion) => {
          runner.saveState(STATE.bastion, JSON.stringify(bastion))
          runner.saveState(STATE.run, id)
        },
      },
      inputs,
    )
    // Nothing is left to put back: the post step may stay silent.
    const ends = [...story.results, ...(collector.bastion ? [collector.bastion] : [])]
    if (ends.every(({ status }) => status !== 'unfinished')) runner.saveState(STATE.run, '')
  })
  const { audit, bastion } = told.collector
  if (audit !== undefined) writeAuditOutputs(runner, told.asked, audit)
  else if (bastion !== undefined && told.results.length === 0) writeBastionOutputs(runner, told.asked, bastion)
  else writeOutputs(runner, told.asked, told.results)
}

/**
 * The post step: puts back at once whatever the main step of this run has left changed. Nothing is said where nothing
 * was begun.
 */
export async function post(world: World): Promise<void> {
  const { runner } = world
  const id = runner.getState(STATE.run)
  if (id === '') return
  await narrate(world, async (story) => {
    const { report } = story
    const inputs = readInputs((name) => runner.input(name), runner.environment)
    const connections = await enter(world, inputs, story)
    report({ kind: 'phase', title: 'Put back what is left' })
    const run: Run = {
      ...outfit(world, story, { id, connections }),
      touching: () => {},
      touchingBastion: () => {},
    }
    const bastion = runner.getState(STATE.bastion)
    if (bastion !== '') return await undoBastion(run, inputs, JSON.parse(bastion) as FoundBastion)
    const groups = JSON.parse(runner.getState(STATE.groups)) as readonly string[]
    story.results = await rollGroups(run, { groups, inputs, exercise: { intent: 'restore' } })
  })
}

function inMode(run: Run, inputs: Inputs): Promise<readonly GroupResult[]> {
  switch (inputs.mode) {
    case 'images':
      return images(run, inputs)
    case 'patch-image':
      return patchImage(run, inputs)
    case 'patch-docker':
      return patchDocker(run, inputs)
    case 'respawn':
      return respawn(run, inputs)
    case 'scale-up-patch':
      return scaleUpPatch(run, inputs)
    case 'release':
      return release(run, inputs)
    case 'rollback':
      return rollback(run, inputs)
    case 'redeploy-bastion':
      return redeployBastion(run, inputs)
    case 'restore':
      return restore(run, inputs)
    default:
      return inputs satisfies never
  }
}

/** What is known of a run so far, for its end. */
interface Story {
  readonly report: Report
  readonly collector: Collector
  asked: Asked
  results: readonly GroupResult[]
  readonly connected: Connected[]
}

/** Takes up the credentials in each region and says whose they are. */
async function enter(world: World, inputs: Inputs, story: Story): Promise<readonly [Connected, ...Connected[]]> {
  const [first = '', ...others] = inputs.regions
  story.asked = { ...story.asked, region: inputs.regions.join(', '), dryRun: inputs.dryRun }
  const connected = await enterRegion(world, { inputs, region: first }, story)
  const elsewhere: Connected[] = []
  for (const region of others) elsewhere.push(await enterRegion(world, { inputs, region }, story))
  return [connected, ...elsewhere]
}

async function enterRegion(
  { runner, clock, random, signal, requestHandler }: World,
  { inputs, region }: { readonly inputs: Inputs; readonly region: string },
  story: Story,
): Promise<Connected> {
  const mutable = modes[inputs.mode].changes && !inputs.dryRun
  const connected = await connect({ inputs, region, mutable, runner, clock, random, signal, requestHandler })
  story.connected.push(connected)
  story.asked = { ...story.asked, account: connected.account.id }
  story.report({ kind: 'info', message: `Account ${connected.account.id} in ${region}, as ${connected.account.arn}` })
  for (const message of connected.warnings) story.report({ kind: 'warning', message })
  return connected
}

/** Does the work and tells it, to whatever end it comes: log, outputs, summary, and one annotation on failure. */
async function narrate({ runner, clock }: World, work: (story: Story) => Promise<void>): Promise<Story> {
  const collector = new Collector()
  const toConsole = consoleReport(runner)
  const report = (event: Event): void => {
    collector.report(event)
    toConsole(event)
  }
  const mode = runner.input('mode')
  const names: readonly string[] = isMode(mode) ? modes[mode].uses : Object.keys(declaredInputs)
  const given = names.flatMap((name): [string, string][] => {
    const text = runner.input(name)
    return text === '' ? [] : [[name, text]]
  })
  const inputs: Readonly<Record<string, string>> = Object.fromEntries(given)
  const asked: Asked = { mode, inputs, account: undefined, region: '', dryRun: false }
  const story: Story = { report, collector, asked, results: [], connected: [] }
  let failure: Annotation | undefined
  let thrown: Explanation | undefined
  try {
    await work(story)
    failure = annotationOfResults(story.results) ?? annotationOfBastion(collector.bastion)
  } catch (error) {
    failure = annotationOf(error)
    thrown = explanationOf(error)
    // The stack of a refusal tells a user nothing; that of a defect tells us everything.
    if (!(error instanceof UserError)) for (const line of stackLines(error)) runner.info(line)
  }
  report({ kind: 'ended', at: clock.now() / 1000 })
  const callCounts = sums(story.connected.flatMap(({ caller }) => [...caller.calls]))
  await runner.writeSummary(
    summary({
      request: story.asked,
      results: story.results,
      audit: collector.audit,
      bastion: collector.bastion,
      callCounts,
      warnings: collector.warnings,
      ...(thrown && { failure: thrown }),
    }),
  )
  if (failure) runner.setFailed(failure.message, failure.title)
  return story
}

/** What every mode is given, apart from what it leaves to the post step. */
function outfit(
  world: World,
  { report, collector }: Story,
  { id, connections }: { readonly id: string; readonly connections: Awaited<ReturnType<typeof enter>> },
): Omit<Run, 'touching' | 'touchingBastion'> {
  const { runner, clock, signal } = world
  const [connected, ...elsewhere] = connections
  return {
    id,
    url: addressOf(runner.environment),
    connection: connected,
    elsewhere,
    clock,
    network: world.network ?? realNetwork,
    sshProbe: world.sshProbe ?? tcpSshProbe(),
    report,
    collector,
    signal,
    pollSeconds: paceOf(connected),
    width: admission(() => connected.caller.throttled),
    writeFile: runner.writeFile,
  }
}

function paceOf({ caller }: Connected): Run['pollSeconds'] {
  const calls = (): number => [...caller.calls.values()].reduce((sum, count) => sum + count, 0)
  return pollPace(() => ({ calls: calls(), throttled: caller.throttled }))
}

const addressOf = ({ serverUrl, repository, runId }: Environment): string | undefined =>
  serverUrl && repository && runId ? `${serverUrl}/${repository}/actions/runs/${runId}` : undefined

function sums(counts: readonly (readonly [name: string, count: number])[]): Readonly<Record<string, number>> {
  const sum: Record<string, number> = {}
  for (const [name, count] of counts) sum[name] = (sum[name] ?? 0) + count
  return sum
}

/** Tells two jobs of one workflow run apart. */
const nonce = (random: () => number): string =>
  Math.floor(random() * 0x10000)
    .toString(16)
    .padStart(4, '0')
