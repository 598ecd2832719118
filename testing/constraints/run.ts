import { SimulatedAccount } from '../../simulator/account.ts'
import { constraintTables } from '../../simulator/wire/constraints.ts'
import { operationModel } from '../../simulator/wire/model.ts'
import { apis } from '../../simulator/wire/services.ts'
import { breachesOf } from './breach.ts'
import type { Breach } from './breach.ts'
import { rawRequest } from './encode.ts'
import { judge } from './judge.ts'
import type { Verdict } from './judge.ts'

/** One request that breaks AWS's model, and what became of it. */
export interface JudgedBreach {
  readonly sdkId: string
  readonly operation: string
  readonly breach: Breach
  readonly verdict: Verdict
  /** The answer's body, to be shown where it is not AWS's. */
  readonly answer: string
}

/** Sends every breach of every operation that the simulator knows; each API has an account of its own. */
export async function* judgedBreaches(
  wanted: (sdkId: string, operation: string) => boolean,
): AsyncGenerator<JudgedBreach> {
  // What speaks in paths and headers has texts only, and nothing of it has a length or a pattern.
  for (const api of apis.filter(({ dialect }) => dialect !== 'rest')) {
    const { gateway, services } = new SimulatedAccount()
    const operations = Object.keys(services.find(({ sdkId }) => sdkId === api.sdkId)?.operations ?? {})
    const table = constraintTables[api.sdkId] ?? { shapes: {}, structures: {} }
    for (const operation of operations.filter((name) => wanted(api.sdkId, name))) {
      const model = await operationModel(api, operation)
      for (const breach of model === undefined ? [] : breachesOf(api, table, model)) {
        if (model === undefined) continue
        const answer = await gateway.handle(rawRequest(api, model, breach.input)).catch(String)
        const judged = typeof answer === 'string' ? ('accepted' as const) : judge(api, breach, answer)
        yield {
          sdkId: api.sdkId,
          operation,
          breach,
          verdict: judged,
          answer: typeof answer === 'string' ? answer : answer.body.toString(),
        }
      }
    }
  }
}
