import type { Runner } from '../src/platform/runner.ts'

export interface SilentRunner extends Runner {
  readonly outputs: Readonly<Record<string, string>>
  /** Whether the step ended red. */
  readonly failures: readonly string[]
}

/** A runner that shows nothing and keeps only what a measurement needs. */
export function silentRunner(
  inputs: Readonly<Record<string, string>>,
  idToken: (audience: string) => string,
): SilentRunner {
  const outputs: Record<string, string> = {}
  const failures: string[] = []
  const nothing = (): void => {}
  return {
    outputs,
    failures,
    environment: {
      runId: '1000',
      runAttempt: '1',
      awsRegion: '',
      isHosted: true,
      proxy: { http: '', https: '', none: '' },
    },
    workflowContext: () => ({
      repository: 'example/fleet',
      serverUrl: 'https://github.com',
      workflow: 'bench',
      actor: 'octocat',
      triggeringActor: 'octocat',
      ref: 'refs/heads/main',
      sha: '',
      defaultBranch: 'main',
    }),
    input: (name) => inputs[name] ?? '',
    passedInputs: () => Object.keys(inputs),
    setOutput: (name, value) => {
      outputs[name] = value
    },
    mask: nothing,
    idToken: async (audience) => idToken(audience),
    info: nothing,
    startGroup: nothing,
    endGroup: nothing,
    annotation: nothing,
    writeSummary: async () => {},
    writeFile: async () => {},
    readFile: async () => undefined,
    isWorkspaceEmpty: async () => false,
    saveState: nothing,
    getState: () => '',
    setFailed: (message) => void failures.push(message),
  }
}
