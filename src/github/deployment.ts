/** A deployment of GitHub for a run that changes something, with its state. */
import type { Repository } from './repository.ts'

export interface DeploymentWish {
  /** The commit. */
  readonly sha: string
  readonly environment: string
  readonly isProduction: boolean
  readonly description: string
}

/** `inactive`: nothing is deployed by it any more, as where everything was put back. */
export type DeploymentState = 'in_progress' | 'success' | 'failure' | 'inactive'

/** Makes a deployment that is under way; gives its id. GitHubRefusal where GitHub refuses it. */
export async function beginDeployment(
  repository: Repository,
  { sha, environment, isProduction, description }: DeploymentWish,
  url: string | undefined,
): Promise<number> {
  const { id } = (await repository.call('POST /repos/{owner}/{repo}/deployments', {
    ref: sha,
    task: 'fleet-patch',
    environment,
    production_environment: isProduction,
    description: description.slice(0, 140),
    // The commit is what runs already: nothing is merged, and no other check of it is waited for.
    auto_merge: false,
    required_contexts: [],
  })) as { readonly id: number }
  await setDeploymentState(repository, { id, environment, state: 'in_progress', description, url })
  return id
}

export interface DeploymentStatus {
  readonly id: number
  readonly environment: string
  readonly state: DeploymentState
  readonly description: string
  readonly url: string | undefined
}

/** GitHubRefusal where GitHub refuses it. */
export async function setDeploymentState(
  { call }: Repository,
  { id, environment, state, description, url }: DeploymentStatus,
): Promise<void> {
  await call('POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
    deployment_id: id,
    state,
    environment,
    description: description.slice(0, 140),
    auto_inactive: true,
    ...(url !== undefined && { log_url: url }),
  })
}
