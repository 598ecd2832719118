/** What a run writes on GitHub: issues, a comment, a deployment. Nothing that fails here fails the run. */
import { olderThan, type AuditRow } from '../domain/audit/audit.ts'
import { beginDeployment, type DeploymentState, setDeploymentState } from '../github/deployment.ts'
import { writePlanComment } from '../github/plan-comment.ts'
import { attempt, fittingText, listed, type Repository, repositoryOf } from '../github/repository.ts'
import { staleItems } from '../github/stale-items.ts'
import { type Issue, issueChanges } from '../github/tracking-issues.ts'
import { applyIssueChange } from '../github/apply-issue-change.ts'
import type { GitHubInputs } from '../inputs/github.ts'
import type { Governance } from '../modes/governance.ts'
import { hasFailed } from '../report/judgement.ts'
import type { RunResult } from '../report/events.ts'
import type { Explanation } from '../errors.ts'
import type { Platform } from './platform.ts'
import { POST_STATE } from './post-state.ts'
import { addressOf } from './run-context.ts'

/** What is known of the run once AWS can be reached. */
export interface GitHubFacts {
  readonly inputs: GitHubInputs & { readonly token: string }
  readonly mode: string
  readonly dryRun: boolean
  /** 12 digits. */
  readonly account: string
  readonly regions: readonly string[]
  readonly maxDaysBehind: number | undefined
  readonly governance: Governance | undefined
  /** Of the job; undefined where it has none, or no token that says it. */
  readonly jobEnvironment: string | undefined
}

export interface GitHubRun {
  /** Before the first change. Gives sentences of what failed. */
  readonly begin: (groups: readonly string[]) => Promise<readonly string[]>
  readonly end: (end: GitHubEnd) => Promise<readonly string[]>
  /** Once the job summary is written; the comment has the same text. */
  readonly comment: (markdown: string) => Promise<readonly string[]>
}

export interface GitHubEnd {
  readonly result: RunResult
  /** What ended the run as a whole. */
  readonly failure: Explanation | undefined
}

/** Opens GitHub's API, which is loaded only here, and gives what the run writes there. */
export async function githubRun(
  { runner, openGitHub }: Pick<Platform, 'runner' | 'openGitHub'>,
  facts: GitHubFacts,
): Promise<GitHubRun> {
  const open = openGitHub ?? (await import('../platform/github-api.ts')).githubApi
  const context = runner.workflowContext()
  const url = addressOf(runner)
  const repository = repositoryOf(await open(facts.inputs.token), context.repository)
  const { inputs, dryRun, governance, account, regions, mode } = facts
  const place = governance?.environment ?? (runner.input('environment') || `${account}/${regions.join('+')}`)
  let deployment: number | undefined
  const found = (...failures: readonly (string | undefined)[]): readonly string[] => failures.filter((each) => each !== undefined) // prettier-ignore
  return {
    begin: async (groups) => {
      if (!inputs.deployment || dryRun || facts.jobEnvironment !== undefined) return []
      const description = groups.length === 0 ? mode : `${mode}: ${groups.join(', ')}`
      const wish = { sha: context.sha, environment: place, isProduction: /prod/i.test(place), description }
      const failure = await attempt('The deployment could not be shown.', 'deployments', async () => {
        deployment = await beginDeployment(repository, wish, url)
        runner.saveState(POST_STATE.deployment, JSON.stringify({ id: deployment, environment: place }))
      })
      return found(failure)
    },
    end: async ({ result, failure }) => {
      const id = deployment
      const ended =
        id === undefined
          ? undefined
          : await attempt('The state of the deployment could not be set.', 'deployments', async () => {
              // prettier-ignore
              const state = stateOf(result, failure)
              await setDeploymentState(repository, { id, environment: place, state, description: WORDS[state], url })
              runner.saveState(POST_STATE.deployment, '')
            })
      const isAudit = result.kind === 'audit' && inputs.trackingIssue
      const tracked = isAudit ? await attempt('The issues of what is stale could not be written.', 'issues', () => track(repository, { result, facts, url })) : undefined // prettier-ignore
      return found(ended, tracked)
    },
    comment: async (markdown) => {
      const { pullRequest } = context
      if (!inputs.pullRequestComment || !dryRun || pullRequest === undefined || pullRequest.isFork) return []
      const service = governance?.service ?? runner.input('service')
      const key = [context.workflow, place, ...(service === '' ? [] : [service])].join('/')
      const comment = { pullRequest: pullRequest.number, key, text: markdown, url }
      return found(await attempt('The plan could not be written to the pull request.', 'pull-requests', () => writePlanComment(repository, comment))) // prettier-ignore
    },
  }
}

const WORDS: Readonly<Record<DeploymentState, string>> = {
  in_progress: 'under way',
  success: 'done',
  failure: 'failed',
  inactive: 'nothing was changed, or what was changed is put back',
}

function stateOf(result: RunResult, failure: Explanation | undefined): DeploymentState {
  const groups = result.kind === 'groups' ? result.groups : []
  const isHealed = result.kind === 'janitor' && result.janitor.findings.some(({ state }) => state === 'healed')
  const bastion = 'bastion' in result ? result.bastion : undefined
  const shift = result.kind === 'traffic' ? result.traffic : undefined
  if (failure !== undefined || [bastion, shift].some((each) => each?.failure !== undefined) || groups.some(hasFailed))
    return 'failure'
  const isNew = groups.some(({ status }) => ['rolled', 'patched', 'dark', 'gated'].includes(status))
  const isMoved = shift !== undefined && ['shifted', 'gated', 'released'].includes(shift.status)
  return isNew || isMoved || isHealed || bastion?.status === 'replaced' ? 'success' : 'inactive'
}

interface Tracked {
  readonly result: RunResult<'audit'>
  readonly facts: GitHubFacts
  readonly url: string | undefined
}

async function track(repository: Repository, { result, facts, url }: Tracked): Promise<void> {
  const { account, regions, governance, maxDaysBehind } = facts
  const over = new Set<AuditRow>(maxDaysBehind === undefined ? [] : olderThan(result.audit, maxDaysBehind))
  const { items, scope, restKey } = staleItems(result.audit, {
    account,
    regions,
    environment: governance?.environment,
    serviceOf: governance && ((group) => governance.claimed.get(group)),
    teamOf: (service) => governance?.catalogue.teams.get(governance.catalogue.services.get(service)?.owner ?? '')?.github, // prettier-ignore
    isOver: (row) => over.has(row),
    isServiceOver: (service) => governance?.overdue?.has(service) === true,
    url,
  })
  const author = await repository.login()
  const issues = await listed<Issue>(repository, 'GET /repos/{owner}/{repo}/issues', { state: 'all', creator: author, sort: 'updated' }) // prettier-ignore
  const fit = (marker: string, text: string): string => fittingText(marker, text, url)
  for (const change of issueChanges({ issues, author, items, scope, restKey, fit })) await applyIssueChange(repository, change) // prettier-ignore
}

/** The post step ends the deployment of a main step that could not; a sentence where that fails. */
export async function endDeployment(
  { runner, openGitHub }: Pick<Platform, 'runner' | 'openGitHub'>,
  isPutBack: boolean,
): Promise<readonly string[]> {
  const saved = runner.getState(POST_STATE.deployment)
  const token = runner.input('github-token')
  if (saved === '' || token === '') return []
  const failure = await attempt('The state of the deployment could not be set.', 'deployments', async () => {
    const { id, environment } = JSON.parse(saved) as { readonly id: number; readonly environment: string }
    const open = openGitHub ?? (await import('../platform/github-api.ts')).githubApi
    const repository = repositoryOf(await open(token), runner.workflowContext().repository)
    const state = isPutBack ? 'inactive' : 'failure'
    await setDeploymentState(repository, { id, environment, state, description: WORDS[state], url: addressOf(runner) })
  })
  return failure === undefined ? [] : [failure]
}
