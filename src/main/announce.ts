/** What is told of a run outside of it: notifications, and what is written on GitHub. Each is loaded only where it is asked for. */
import type { Connected } from '../aws/client/connect.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { readNotify } from '../inputs/notify.ts'
import { inputReader } from '../inputs/reader.ts'
import type { Governance } from '../modes/governance.ts'
import type { Notifier } from '../notify/notifier.ts'
import type { GitHubRun } from './github-run.ts'
import type { Platform } from './platform.ts'
import type { RunEnding, RunRecord } from './report-run.ts'

export interface Announcer {
  /** Once AWS can be reached. */
  readonly connect: (facts: { readonly connection: Connected; readonly governance: Governance | undefined }) => Promise<void> // prettier-ignore
  /** Before the first change of these groups. */
  readonly begin: (groups: readonly string[]) => Promise<void>
  readonly end: (end: RunEnding) => Promise<void>
}

/** The announcer of a run with these inputs; what goes wrong is warned of. */
export async function announcer(platform: Platform, inputs: Inputs, record: RunRecord): Promise<Announcer> {
  const { runner } = platform
  const { github, notify, dryRun } = inputs
  const [region = ''] = inputs.regions
  const facts: { connection: Connected | undefined; governance: Governance | undefined; readonly region: string } = {
    connection: undefined,
    governance: undefined,
    region,
  }
  let notifier: Notifier | undefined
  let githubRun: GitHubRun | undefined
  const warn = (messages: readonly string[] = []): void => {
    for (const message of messages) record.report({ kind: 'warning', message })
  }
  if (notify !== undefined && !dryRun) {
    const { notifierOf } = await import('./notify-run.ts')
    notifier = notifierOf(platform, notify, facts)
    record.meeting = notifier.meet
  }
  if (github !== undefined && github.token === undefined)
    record.report({ kind: 'info', message: 'Nothing is written on GitHub: `github-token` is not given, as in runs for pull requests from forks.' }) // prettier-ignore
  return {
    connect: async ({ connection, governance }) => {
      facts.connection = connection
      facts.governance = governance
      const { token } = github ?? {}
      if (github === undefined || token === undefined) return
      const { githubRun: open } = await import('./github-run.ts')
      githubRun = await open(platform, {
        inputs: { ...github, token },
        mode: inputs.mode,
        dryRun,
        account: connection.account.id,
        regions: inputs.regions,
        maxDaysBehind: 'maxDaysBehind' in inputs ? inputs.maxDaysBehind : undefined,
        governance,
        jobEnvironment: record.jobEnvironment,
      })
      if (github.pullRequestComment && dryRun && runner.workflowContext().pullRequest?.isFork)
        record.report({ kind: 'info', message: 'The plan stands in the job summary alone: a run for a pull request from a fork may not write comments.' }) // prettier-ignore
      record.summarised = async (markdown) => warn(await githubRun?.comment(markdown))
    },
    begin: async (groups) => {
      notifier?.begin(groups)
      warn(await githubRun?.begin(groups))
    },
    end: async ({ result, failure }) => {
      const [told, written] = await Promise.all([
        notifier?.end({ result, failure }),
        githubRun?.end({ result, failure }),
      ])
      warn(told)
      warn(written)
    },
  }
}

/** What the post step tells: the main step has left something changed. */
export async function announcePost(
  platform: Platform,
  record: RunRecord,
  { result, failure }: RunEnding,
): Promise<void> {
  const { runner } = platform
  const notify = readNotify(inputReader(runner))
  if (notify === undefined) return
  const { notifierOf } = await import('./notify-run.ts')
  const facts = { connection: record.connected[0], region: record.runRequest.region, governance: undefined }
  const died = {
    what: 'The main step has left something changed. The post step has put it back, as far as is said here.',
  }
  const told = await notifierOf(platform, notify, facts).end({ result, failure: failure ?? died })
  for (const message of told) record.report({ kind: 'warning', message })
}
