/** A step of this action as GitHub's runner has it: the committed dist/ as a process, main and post, over HTTP. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startOidc } from '../../simulator/oidc.ts'
import { startServer } from '../../simulator/server.ts'
import { runStep } from '../run-step.ts'
import { runnerEnvironment } from '../simulated-job.ts'
import { eventOf } from './event.ts'
import type { ActionCall, StepResult } from './run-steps.ts'

/** Runs it on the account of its role, with a token where the job may have one. */
export async function runBundleStep(call: ActionCall): Promise<StepResult> {
  const { account } = call
  const server = await startServer(account, { time: { kind: 'virtual', latencySeconds: 0.08 } })
  const oidc = await startOidc({
    timeline: account.timeline,
    ...(call.environment !== '' && { environment: call.environment }),
  })
  const once = async (state?: Readonly<Record<string, string>>) =>
    await runStep({
      root: call.root,
      preload: [virtualTime],
      inputs: call.inputs,
      ...(state && { state }),
      folder: call.workspace,
      environment: {
        ...runnerEnvironment('1000'),
        ...(call.permissions['id-token'] === 'write' && oidc.environment),
        ...workspaceVariables(call),
        AWS_ENDPOINT_URL: server.url,
        SIMULATOR_URL: server.url,
        ...call.variables,
      },
    })
  try {
    const { state, ...result } = await once()
    const post = await once(state)
    return { ...result, post: async () => post }
  } finally {
    await Promise.all([server.close(), oidc.close()])
  }
}

function workspaceVariables({ workspace, contexts }: ActionCall): Readonly<Record<string, string>> {
  const folder = join(workspace, '..', 'event')
  mkdirSync(folder, { recursive: true })
  const event = join(folder, 'event.json')
  const { name, ref, payload } = eventOf(contexts)
  writeFileSync(event, JSON.stringify(payload))
  return {
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: event,
    GITHUB_REF: ref,
    GITHUB_TRIGGERING_ACTOR: 'octocat',
  }
}

/** After a build it has the extension of this file. */
const virtualTime = new URL(
  `../../simulator/preload/virtual-time${extname(fileURLToPath(import.meta.url))}`,
  import.meta.url,
).href
