/** The whole program against the simulator in the same process: no sockets, no sleeping, virtual time. */
import type { Network } from '../src/platform/network.ts'
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
import { recordingRunner, type Recording } from './recording-runner.ts'

export interface RunActionOptions {
  readonly inputs: Readonly<Record<string, string>>
  readonly runId?: string
  readonly runAttempt?: string
  /** State of the main step: with it this is the post step. */
  readonly state?: Readonly<Record<string, string>>
  readonly clock?: Clock
  readonly signal?: AbortSignal
  readonly process?: ProcessOptions
  readonly seed?: number
  readonly network?: Network
  readonly sshProbe?: SshProbe
}

/** What one step did; `died` when its process was ended by the simulator. */
export interface ActionRun extends Recording {
  readonly died: boolean
  readonly calls: number
  /** How many calls had been made each time something was left for the post step. */
  readonly savedAfter: readonly number[]
}

/** Runs one step of the action, main or post, to its end or death. */
export async function runAction(
  account: SimulatedAccount,
  { inputs, runId = '1000', runAttempt = '1', state, ...rest }: RunActionOptions,
): Promise<ActionRun> {
  const role = `arn:aws:iam::${account.account}:role/fleet-patch`
  account.sts.addRole({ arn: role, issuer: githubIssuer })
  const runner = recordingRunner({
    inputs: {
      ...Object.fromEntries(Object.entries(declaredInputs).map(([name, value]) => [name, value ?? ''])),
      'aws-region': account.region,
      'role-to-assume': role,
      ...inputs,
    },
    environment: { runId, runAttempt },
    ...(state && { state }),
    idToken: (audience) => githubToken({ timeline: account.timeline }, audience),
  })
  const clock = rest.clock ?? account.clock
  const handler = account.requestHandler({ clock, ...rest.process })
  const ended = new AbortController()
  rest.signal?.addEventListener('abort', () => ended.abort(rest.signal?.reason))
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
    signal: ended.signal,
    requestHandler: {
      handle: (request: never, options: never) => untilDeath(() => handler.handle(request, options)),
      // Used instead of `handle` where a suite has taken the shortcut.
      call: (call: Call, signal?: AbortSignal) => untilDeath(() => handler.call(call, signal)),
      updateHttpClientConfig: () => {},
      httpHandlerConfigs: () => ({}),
    } as never,
  }
  await (state === undefined ? main(surroundings) : post(surroundings))
  return { ...runner.recorded, died: handler.hasCrashed, calls: handler.calls, savedAfter }
}
