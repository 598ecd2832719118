import type { Service } from './interfaces.ts'
import { ServiceFault } from './fault.ts'
import { ProcessCrash, NoAnswer, applyFault } from './faults.ts'
import type { Faults } from './faults.ts'
import type { Ledger } from './ledger.ts'
import type { StsService } from './sts/service.ts'
import type { Timeline } from './timeline.ts'
import type { Callee } from './wire/gateway.ts'
import { Garbled } from './wire/garbled.ts'
import type { Call } from './wire/message.ts'

export interface DispatcherParts {
  readonly timeline: Timeline
  readonly ledger: Ledger
  readonly faults: Faults
  readonly sts: StsService
  readonly services: readonly Service[]
}

/** Passes calls to the services; identity, faults and the ledger are handled here, so no service depends on them. */
export class Dispatcher implements Callee {
  readonly #parts: DispatcherParts
  readonly #services: ReadonlyMap<string, Service>

  constructor(parts: DispatcherParts) {
    this.#parts = parts
    this.#services = new Map(parts.services.map((service) => [service.sdkId, service]))
  }

  knows(sdkId: string, operation: string): boolean {
    return Object.hasOwn(this.#services.get(sdkId)?.operations ?? {}, operation)
  }

  /** Carries out one call. Throws ServiceFault for AWS's refusals and NoAnswer without an answer; all are in the ledger. */
  perform(call: Call): object {
    const { ledger } = this.#parts
    ledger.recorder?.before(call)
    try {
      const output = this.#carryOut(call)
      ledger.record(call, 'ok')
      return output
    } catch (error) {
      ledger.record(call, outcomeOf(error))
      throw error
    }
  }

  #carryOut(call: Call): object {
    const { faults, sts, timeline } = this.#parts
    sts.answerTo(call)
    if (call.refusal !== undefined) throw call.refusal
    const fault = faults.meet(call, { now: timeline.now, callerArn: sts.callerArn() })
    const operation = this.#services.get(call.sdkId)?.operations[call.operation]
    if (operation === undefined) throw new Error(`${call.sdkId} has no ${call.operation}`)
    const output = operation(call.input as never)
    // The fault comes after the effect: AWS has carried out the call, but the caller does not learn of it.
    return fault === undefined ? output : applyFault(fault, output)
  }
}

const outcomeOf = (error: unknown): string => {
  if (error instanceof ServiceFault) return error.code
  if (error instanceof NoAnswer) return error.kind
  if (error instanceof ProcessCrash) return 'crash'
  if (error instanceof Garbled) return 'garbled'
  return 'defect'
}
