/**
 * The action as workflows run it: the committed dist/, in a process of its own on the runner's Node version, with the
 * runner's environment, on a simulated account that is reached by HTTP.
 *
 * These tests run dist/ as it is and do not bundle anew: what is committed is what workflows execute, and a bundle made
 * for the tests alone would prove nothing of it. That dist/ is what the sources give is CI's to compare (`npm run
 * package` leaves no difference); after a change of src/ run `npm run package` before these.
 */
import type { ActionOutcome } from '../../testing/run-step.ts'
import { type JobIdentity, type SimulatedJob, simulatedJob } from '../../testing/simulated-job.ts'
import { SimulatedAccount } from '../../simulator/account.ts'

const jobs: SimulatedJob[] = []

afterEach(async () => {
  await Promise.all(jobs.splice(0).map((job) => job.close()))
})

export interface JobFixture {
  readonly account: SimulatedAccount
  readonly job: SimulatedJob
}

/** An account in which `scene` has created its resources; the ledger begins after that. The same seed gives the same ids. */
export async function fixture(
  scene: (account: SimulatedAccount) => void,
  { region, ...identity }: JobIdentity & { readonly region?: string } = {},
): Promise<JobFixture> {
  const account = new SimulatedAccount(region === undefined ? {} : { region })
  scene(account)
  account.ledger.clear()
  const job = await simulatedJob(account, process.cwd(), identity)
  jobs.push(job)
  return { account, job }
}

/** A run as text for a snapshot: its end, its changing calls, and all that it prints. */
export function runAsText({ account }: JobFixture, { exitCode, outputs, summary, log }: ActionOutcome): string {
  const start = account.ledger.entries[0]?.at ?? account.timeline.now
  const changes = account.ledger.entries.filter((entry) => entry.changes)
  const parts = {
    [`exit ${exitCode}`]: [...annotations(log), ...notices(log)],
    'changing calls, by seconds from the first call': changes.map(
      ({ at, action, input, outcome }) =>
        `${String(Math.round(at - start)).padStart(4)} ${action} ${JSON.stringify(input)}${outcome === 'ok' ? '' : ` -> ${outcome}`}`,
    ),
    outputs: Object.entries(outputs).map(([name, value]) => `${name}: ${readable(value)}`),
    summary: [summary],
  }
  return normalised(
    Object.entries(parts)
      .map(([title, lines]) => [`── ${title}`, ...lines].join('\n'))
      .join('\n\n'),
  )
}

/** The lines that the runner makes annotations of which a person has to act on. */
export function annotations(log: string): string[] {
  return log.split('\n').filter((line) => /^::(error|warning)\b/.test(line))
}

/** What a step that did not fail says of its end. */
const notices = (log: string): string[] => log.split('\n').filter((line) => /^::notice\b/.test(line))

function readable(value: string): string {
  return /^[{[]/.test(value) ? JSON.stringify(JSON.parse(value), undefined, 2) : value
}

/** The run's nonce is drawn by the process itself; everything else comes from the seed. */
function normalised(text: string): string {
  return text.replaceAll(/1000\/1\/[0-9a-f]{4}/g, '1000/1/NONCE')
}

/** The settings of a group that a roll must restore. */
export function settings(account: SimulatedAccount, name: string): object {
  const { AutoScalingGroups } = account.autoScaling.operations.DescribeAutoScalingGroups({
    AutoScalingGroupNames: [name],
  })
  const { MinSize, MaxSize, DesiredCapacity, SuspendedProcesses = [], Tags = [] } = AutoScalingGroups?.[0] ?? {}
  return {
    sizes: [MinSize, DesiredCapacity, MaxSize],
    suspended: SuspendedProcesses.map(({ ProcessName }) => ProcessName),
    tags: Tags.map(({ Key, Value }) => `${Key}=${Value}`),
  }
}
