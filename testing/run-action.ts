/** The whole program against the simulator in the same process: no sockets, no sleeping, virtual time. */
import { Cancelled } from '../src/errors.ts'
import type { OpenGitHubApi } from '../src/platform/github-port.ts'
import type { Network } from '../src/platform/network.ts'
import type { PostJson } from '../src/platform/webhook.ts'
import { main, post, type Platform as Surroundings } from '../src/main/main.ts'
import { Random } from '../simulator/random.ts'
import { githubToken } from '../simulator/oidc.ts'
import { githubIssuer } from '../simulator/sts/trust.ts'
import type { ProcessOptions } from '../simulator/handler.ts'
import type { Call } from '../simulator/wire/message.ts'
import type { SimulatedAccount } from '../simulator/account.ts'
import type { Clock } from '../src/platform/clock.ts'
import { declaredInputs } from '../src/inputs/declared.ts'
import type { SshProbe } from '../src/platform/ssh-probe.ts'
import { recordingRunner, type Recording, type RunnerFacts } from './recording-runner.ts'

/** One step of the action, and what it meets. */
export interface RunActionOptions {
  /** As in the `with:` of a step. The region and a role that the account trusts are given; others default as in action.yml. */
  readonly inputs: Readonly<Record<string, string>>
  /** Whether region and role are given where `inputs` says nothing of them. Default true; false: the account has its own roles. */
  readonly givesRole?: boolean
  /** What the runner says of the workflow run, where it is not what `testEnvironment` says. */
  readonly environment?: Partial<RunnerFacts>
  /** What lies in the workspace, text by path. Default: no catalogue. */
  readonly workspace?: Readonly<Record<string, string>>
  /** Digits; another one is another workflow run. Default: that of `environment`, else 1000. */
  readonly runId?: string
  /** Digits. Default: that of `environment`, else 1. */
  readonly runAttempt?: string
  /** State of the main step: with it this is the post step. */
  readonly state?: Readonly<Record<string, string>>
  /** Default: the account's own, with which the run is alone on its virtual time. */
  readonly clock?: Clock
  /**
   * How far the runner's clock is from AWS's, in seconds; positive: ahead. It may change while the run lasts. The calls
   * then go over the wire, where answers have a date, also in a suite that has taken the shortcut. Default: not at all.
   */
  readonly clockOffset?: () => number
  /** Aborted, for whatever reason, it cancels the run as GitHub does. */
  readonly signal?: AbortSignal
  /** How the simulated process fares: its latency, and the call at which it dies. */
  readonly process?: ProcessOptions
  /** Of the run's random numbers. Default: the run id. */
  readonly seed?: number
  /** Claims of the tokens that differ from those of a scheduled job in `example/fleet`. */
  readonly claims?: Readonly<Record<string, unknown>>
  /** Asked each time the run asks for an OIDC token: why it gets none. Default: it gets one. */
  readonly tokenFailure?: () => Error | undefined
  /** Answers HTTP and TCP probes. Default: the network of this machine. */
  readonly network?: Network
  /** GitHub's API. Default: none may be opened. */
  readonly openGitHub?: OpenGitHubApi
  /** What webhooks are. Default: none may be posted to. */
  readonly postJson?: PostJson
  /** Answers for the SSH servers of bastions. Default: the network of this machine. */
  readonly sshProbe?: SshProbe
}

/** What one step did and said. */
export interface ActionRun extends Recording {
  /** Its process was ended by the simulator; see `process.crash`. */
  readonly died: boolean
  /** Calls to AWS that were begun. */
  readonly calls: number
  /** How many calls had been made each time something was left for the post step. */
  readonly savedAfter: readonly number[]
}

const unwanted = (what: string) => async (): Promise<never> => {
  throw new Error(`the test gives no ${what}`)
}

/** Runs one step of the action, main or post, to its end or crash. */
export async function runAction(
  account: SimulatedAccount,
  { inputs, givesRole = true, state, environment: given, ...rest }: RunActionOptions,
): Promise<ActionRun> {
  const runId = rest.runId ?? given?.runId ?? '1000'
  const runAttempt = rest.runAttempt ?? given?.runAttempt ?? '1'
  const role = `arn:aws:iam::${account.account}:role/fleet-patch`
  if (givesRole) account.sts.addRole({ arn: role, issuer: githubIssuer })
  const runner = recordingRunner({
    inputs: {
      ...Object.fromEntries(Object.entries(declaredInputs).map(([name, value]) => [name, value ?? ''])),
      ...(givesRole && { 'aws-region': account.region, 'role-to-assume': role }),
      ...inputs,
    },
    environment: { ...given, runId, runAttempt },
    ...(state && { state }),
    ...(rest.workspace && { workspace: rest.workspace }),
    idToken: (audience) => {
      const failure = rest.tokenFailure?.()
      if (failure !== undefined) throw failure
      return githubToken({ timeline: account.timeline, ...(rest.claims && { claims: rest.claims }) }, audience)
    },
  })
  const ownClock = rest.clock ?? account.clock
  const { clockOffset } = rest
  const clock: Clock =
    clockOffset === undefined
      ? ownClock
      : {
          now: () => ownClock.now() + clockOffset() * 1000,
          sleep: (milliseconds, signal) => ownClock.sleep(milliseconds, signal),
        }
  const handler = account.requestHandler({ clock: ownClock, ...rest.process })
  const ended = new AbortController()
  const cancel = (): void => ended.abort(new Cancelled())
  if (rest.signal?.aborted) cancel()
  rest.signal?.addEventListener('abort', cancel, { once: true })
  const untilDeath = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await ask()
    } catch (error) {
      // A dead process does not look again.
      if (handler.hasCrashed) ended.abort(error)
      throw error
    }
  }
  const random = new Random(rest.seed ?? Number(runId))
  const savedAfter: number[] = []
  const surroundings: Surroundings = {
    runner: {
      ...runner,
      saveState: (name, value) => {
        savedAfter.push(handler.calls)
        runner.saveState(name, value)
      },
    },
    clock,
    random: () => random.next(),
    network: rest.network,
    sshProbe: rest.sshProbe,
    openGitHub: rest.openGitHub ?? unwanted('GitHub'),
    postJson: rest.postJson ?? unwanted('a webhook'),
    signal: ended.signal,
    requestHandler: {
      handle: (request: never, options: never) => untilDeath(() => handler.handle(request, options)),
      // Used instead of `handle` where a suite has taken the shortcut.
      ...(clockOffset === undefined && {
        call: (call: Call, signal?: AbortSignal) => untilDeath(() => handler.call(call, signal)),
      }),
      updateHttpClientConfig: () => {},
      httpHandlerConfigs: () => ({}),
    } as never,
  }
  await (state === undefined ? main(surroundings) : post(surroundings))
  return { ...runner.recorded, died: handler.hasCrashed, calls: handler.calls, savedAfter }
}
