import { ServiceFault } from '../fault.ts'
import type { Random } from '../random.ts'
import { checkAnswer } from './answer-check.ts'
import { decodeInput, encodeFault, encodeOutput } from './codec.ts'
import { Garbled, garbledAnswer } from './garbled.ts'
import { MalformedValue, malformed } from './malformed.ts'
import type { Call, WireRequest, WireResponse } from './message.ts'
import { operationModel } from './model.ts'
import type { OperationModel } from './model.ts'
import { UnknownParameter } from './query-decode.ts'
import { accessKeyOf, recognise, signedAtOf } from './recognise.ts'
import type { Recognised } from './recognise.ts'
import { refusalOf } from './refusal.ts'

/** Carries out calls: throws ServiceFault for a refusal; anything else that it throws goes on to the caller. */
export interface Callee {
  perform(call: Call): object
  /** Whether the simulator models this operation. */
  knows(sdkId: string, operation: string): boolean
}

/** Turns requests into calls and their outcome into answers, as AWS's endpoints do. */
export class Gateway {
  readonly #callee: Callee
  readonly #random: Random

  constructor(callee: Callee, random: Random) {
    this.#callee = callee
    this.#random = random
  }

  async handle(request: WireRequest): Promise<WireResponse> {
    const requestId = this.#requestId()
    const recognised = recognise(request)
    if (recognised === undefined) return unrecognised(requestId)
    try {
      return await this.#answer(recognised, request, requestId)
    } catch (error) {
      if (error instanceof Garbled) return await garbledAnswer(request, error)
      if (!(error instanceof ServiceFault)) throw error
      return encodeFault(recognised, error, requestId)
    }
  }

  /** A call within the same process, without the wire. Throws ServiceFault. */
  perform(call: Call): object {
    return this.#callee.perform(call)
  }

  async #answer(recognised: Recognised, request: WireRequest, requestId: string): Promise<WireResponse> {
    const { api, operation } = recognised
    const model = await operationModel(api, operation)
    if (model === undefined || !this.#callee.knows(api.sdkId, operation)) throw invalidAction(recognised)
    const { sdkId, iamPrefix } = api
    const signature = { accessKeyId: accessKeyOf(request), signedAt: signedAtOf(request) }
    const read = readInput(recognised, model, request)
    const output = this.#callee.perform({ sdkId, iamPrefix, operation, ...signature, ...read })
    checkAnswer(api, model, output)
    return encodeOutput(recognised, model, { output, requestId })
  }

  #requestId(): string {
    const digits = this.#random.hex(32)
    return [0, 8, 12, 16, 20].map((from, index) => digits.slice(from, [8, 12, 16, 20, 32][index])).join('-')
  }
}

/** The input, and how the API refuses it where it cannot be read or breaks rules of its model. */
const readInput = (
  recognised: Recognised,
  model: OperationModel,
  request: WireRequest,
): Pick<Call, 'input' | 'refusal'> => {
  try {
    const input = decodeInput(recognised, model, request)
    return { input, refusal: refusalOf(recognised.api, model, input) }
  } catch (error) {
    return { input: {}, refusal: unreadable(recognised, error) }
  }
}

const unreadable = ({ api }: Recognised, error: unknown): ServiceFault => {
  if (error instanceof UnknownParameter) return new ServiceFault('UnknownParameter', error.message)
  if (error instanceof MalformedValue) return malformed(api, error.malformed)
  if (error instanceof SyntaxError && api.dialect === 'rest-xml') {
    return new ServiceFault('InvalidInput', `Invalid XML ; ${error.message}`)
  }
  if (error instanceof SyntaxError) return new ServiceFault('SerializationException', error.message)
  throw error
}

const invalidAction = ({ api, operation, carrier }: Recognised): ServiceFault => {
  if (carrier !== 'form') {
    return new ServiceFault('UnknownOperationException', `The simulator does not know ${api.target}.${operation}`)
  }
  if (api.dialect === 'ec2') {
    return new ServiceFault('InvalidAction', `The action ${operation} is not valid for this web service.`)
  }
  return new ServiceFault('InvalidAction', `Could not find operation ${operation} for version ${api.version}`)
}

const unrecognised = (requestId: string): WireResponse => ({
  status: 404,
  headers: { 'content-type': 'text/plain', 'x-amzn-requestid': requestId },
  body: Buffer.from('The simulator does not know the service that this request is for.'),
})
