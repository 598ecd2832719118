import { boolean } from './parse.ts'
import type { InputReader } from './reader.ts'

/** What is written on GitHub. */
export interface GitHubInputs {
  /** A secret; undefined: nothing is written. */
  readonly token: string | undefined
  readonly trackingIssue: boolean
  readonly pullRequestComment: boolean
  readonly deployment: boolean
}

/** Undefined where nothing is asked for. */
export function readGitHub(reader: InputReader): GitHubInputs | undefined {
  const wanted = {
    trackingIssue: reader.value('tracking-issue', boolean),
    pullRequestComment: reader.value('pull-request-comment', boolean),
    deployment: reader.value('deployment', boolean),
  }
  const token = reader.value('github-token', (text) => text || undefined)
  return Object.values(wanted).some(Boolean) ? { token, ...wanted } : undefined
}
