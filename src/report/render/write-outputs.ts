import type { Runner } from '../../platform/runner.ts'
import type { RunResult } from '../events.ts'
import type { RunRequest } from '../results/request.ts'
import { rendererOf } from './renderers.ts'

/** Sets every output that the result has. */
export function writeOutputs(runner: Pick<Runner, 'setOutput'>, request: RunRequest, result: RunResult): void {
  const outputs = rendererOf(result).outputs(request, result)
  for (const [name, value] of Object.entries(outputs)) if (value !== undefined) runner.setOutput(name, value)
}
