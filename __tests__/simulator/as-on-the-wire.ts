import { checkAnswer } from '../../simulator/wire/answer-check.ts'
import { modelOf } from '../../simulator/wire/model.ts'
import { refusalOf } from '../../simulator/wire/refusal.ts'
import { type Api, apis } from '../../simulator/wire/services.ts'

/**
 * A service's operations as clients meet them, without a wire: inputs that break AWS's model are refused before the service sees
 * them, and answers must be what the SDK's schemas allow. `schemas` is the SDK's package of the service.
 */
export function asOnTheWire<Operations extends object>(
  sdkId: string,
  operations: Operations,
  schemas: object,
): Operations {
  const api = apis.find((each) => each.sdkId === sdkId) as Api
  const known: Readonly<Record<string, unknown>> = { ...schemas }
  const wired = Object.entries(operations).map(([name, operation]) => {
    const model = modelOf(known[`${name}$`], name)
    if (model === undefined) throw new Error(`${sdkId} has no ${name}.`)
    const perform = (input: object): object => {
      const refusal = refusalOf(api, model, input)
      if (refusal !== undefined) throw refusal
      const output = (operation as (input: object) => object)(input)
      checkAnswer(api, model, output)
      return output
    }
    return [name, perform] as const
  })
  return Object.fromEntries(wired) as Operations
}
