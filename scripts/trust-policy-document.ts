/** The trust policy of a role that only one reviewed workflow may assume. */

export interface TrustWish {
  /** 12 digits. */
  readonly account: string
  /** `aws` unless said. */
  readonly partition?: string | undefined
  /** `my-org/fleet/.github/workflows/fleet-refresh.yml@refs/tags/v1*`: the claim `job_workflow_ref`; `*` in the ref alone. */
  readonly workflow: string
  /** The organisation, or the user, whose repositories may call the workflow. */
  readonly owner: string
  /** Digits; with it also repositories whose subject has ids. */
  readonly ownerId?: string | undefined
  /** Digits: only these repositories. Empty: all of the owner. */
  readonly repositoryIds?: readonly string[]
  /** The environment that the job must have. */
  readonly environment?: string | undefined
  /** Without `https://`; github.com's unless said. */
  readonly issuer?: string | undefined
  readonly audience?: string | undefined
}

const GITHUB = 'token.actions.githubusercontent.com'

/** Throws an Error that names what would let others in. */
export function trustPolicy(wish: TrustWish): object {
  const { account, partition = 'aws', workflow, owner, ownerId, repositoryIds = [], environment } = wish
  const { issuer = GITHUB, audience = partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com' } = wish
  for (const problem of problemsOf(wish)) throw new Error(problem)
  const owners = [owner, ...(ownerId === undefined ? [] : [`${owner}@${ownerId}`])]
  const subjects = owners.map(
    (name) => `repo:${name}/${environment === undefined ? '*' : `*:environment:${environment}`}`,
  )
  const key = (claim: string): string => `${issuer}:${claim}`
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: { Federated: `arn:${partition}:iam::${account}:oidc-provider/${issuer}` },
        Condition: {
          StringEquals: {
            [key('aud')]: audience,
            ...(repositoryIds.length > 0 && { [key('repository_id')]: oneOrAll(repositoryIds) }),
            ...(environment !== undefined && { [key('environment')]: environment }),
          },
          StringLike: { [key('job_workflow_ref')]: workflow, [key('sub')]: oneOrAll(subjects) },
        },
      },
    ],
  }
}

const oneOrAll = (texts: readonly string[]): string | readonly string[] =>
  texts.length === 1 ? (texts[0] ?? '') : texts

function problemsOf({ account, workflow, owner, ownerId, repositoryIds = [] }: TrustWish): readonly string[] {
  const [, path = '', ref = ''] = /^([^@]+)@(.+)$/.exec(workflow) ?? []
  return [
    /^\d{12}$/.test(account) ? '' : `The account must be 12 digits, not ${account}.`,
    /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(owner) ? '' : `The owner must be an organisation or a user, not ${owner}.`,
    ownerId === undefined || /^\d+$/.test(ownerId) ? '' : `The owner id must be digits, not ${ownerId}.`,
    ...repositoryIds.map((id) => (/^\d+$/.test(id) ? '' : `A repository id must be digits, not ${id}.`)),
    /^[\w.-]+\/[\w.-]+\/\.github\/workflows\/[\w.-]+\.ya?ml$/.test(path)
      ? ''
      : `The workflow must be \`owner/repository/.github/workflows/file.yml@ref\` with \`*\` in the ref alone, not ${workflow}.`,
    /^refs\/(heads|tags)\/[^*?]/.test(ref) || /^[0-9a-f]{40}$/.test(ref)
      ? ''
      : `The ref of the workflow must begin with \`refs/tags/\` or \`refs/heads/\` and a name, or be a commit: with \`@${ref}\` any branch could bring a workflow of its own.`,
  ].filter((problem) => problem !== '')
}
