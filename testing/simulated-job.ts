/** A workflow job on a simulated account: the bundle as a process, the runner's environment, OIDC, virtual time. */
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type OidcFault, startOidc } from '../simulator/oidc.ts'
import { startServer } from '../simulator/server.ts'
import { githubIssuer } from '../simulator/sts/trust.ts'
import type { TrustPolicy } from '../simulator/sts/trust-policy.ts'
import type { SimulatedAccount } from '../simulator/account.ts'
import { type ActionOutcome, type ActionStep, runStep } from './run-step.ts'

/** One step of the job; `region` and `role-to-assume` are given, other inputs come from here. */
export type JobStep = Pick<ActionStep, 'inputs'> &
  Partial<Pick<ActionStep, 'environment' | 'preload' | 'state' | 'onLine' | 'onStart'>> & {
    /** Digits; another one is another workflow run. Default 1000. */
    readonly runId?: string
    /** False: the job lacks `permissions: { id-token: write }`. Default true. */
    readonly offersToken?: boolean
  }

export interface SimulatedJob {
  /** Audiences of the tokens that the job has requested from GitHub, in order. */
  readonly audiences: readonly string[]
  /** Where AWS and the runner's token endpoint are served: addresses on loopback. */
  readonly servers: { readonly aws: string; readonly oidc: string }
  /** From now on requests for a token fare so, in order; those after them are answered. */
  failTokens(faults: readonly OidcFault[]): void
  run(step: JobStep): Promise<ActionOutcome>
  close(): Promise<void>
}

/** Who the job is, and whom its role trusts. */
export interface JobIdentity {
  /** The environment of GitHub that it runs in; the role trusts it as well. Default: none. */
  readonly environment?: string
  /** Claims of its tokens that differ from those of a scheduled job in `example/fleet`. */
  readonly claims?: Readonly<Record<string, unknown>>
  /** The trust policy of the role. Default: the main branch of `example/fleet`. */
  readonly policy?: TrustPolicy
  /** `real`: the processes of the job live by the clock of the machine, and so does the account. Default: virtual time. */
  readonly time?: 'real' | 'virtual'
}

/** For so long a call to AWS is under way. */
const LATENCY_SECONDS = 0.08

/** `root` is the folder that holds action.yml and dist/. The account trusts the job's role and no other keys. */
export async function simulatedJob(
  account: SimulatedAccount,
  root: string,
  { claims = {}, policy, environment: jobEnvironment, time = 'virtual' }: JobIdentity = {},
): Promise<SimulatedJob> {
  const role = `arn:aws:iam::${account.account}:role/fleet-patch`
  account.sts.addRole({
    arn: role,
    issuer: githubIssuer,
    subjects: [
      'repo:example/fleet:ref:refs/heads/main',
      ...(jobEnvironment === undefined ? [] : [`repo:example/fleet:environment:${jobEnvironment}`]),
    ],
    ...(policy && { policy }),
  })
  account.sts.accepts = 'known keys'
  account.sts.checksTime = true
  const server = await startServer(account, {
    time: time === 'real' ? { kind: 'real', speed: 1 } : { kind: 'virtual', latencySeconds: LATENCY_SECONDS },
  })
  const oidc = await startOidc({
    timeline: account.timeline,
    claims,
    ...(jobEnvironment !== undefined && { environment: jobEnvironment }),
  })
  return {
    audiences: oidc.audiences,
    servers: { aws: server.url, oidc: new URL(oidc.environment['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '').origin },
    failTokens: oidc.fail,
    run: ({ inputs, environment = {}, preload = [], runId = '1000', offersToken = true, ...step }) =>
      runStep({
        ...step,
        root,
        preload: [...(time === 'virtual' ? [virtualTime] : []), ...preload],
        inputs: { 'aws-region': account.region, 'role-to-assume': role, ...inputs },
        environment: {
          ...runnerEnvironment(runId),
          ...(offersToken && oidc.environment),
          AWS_ENDPOINT_URL: server.url,
          SIMULATOR_URL: server.url,
          ...environment,
        },
      }),
    close: async () => {
      await Promise.all([server.close(), oidc.close()])
    },
  }
}

/** After a build it has the extension of this file. */
const virtualTime = new URL(
  `../simulator/preload/virtual-time${extname(fileURLToPath(import.meta.url))}`,
  import.meta.url,
).href

/** The variables that the runner sets for every step; no home, so that no AWS settings of a developer are found. */
export function runnerEnvironment(runId: string): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_RUN_ID: runId,
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_REPOSITORY: 'example/fleet',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKFLOW: 'Patch the fleet',
    GITHUB_ACTOR: 'octocat',
    HOME: '/nonexistent',
    AWS_EC2_METADATA_DISABLED: 'true',
  }
}
