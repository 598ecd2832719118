import { STSClient } from '@aws-sdk/client-sts'
import { ServiceFault } from '../fault.ts'
import { type SdkRequest, type SdkResponse, type SimulatedHandler, wireRequest } from '../handler.ts'
import { checkAnswer } from './answer-check.ts'
import { Garbled, garbledAnswer } from './garbled.ts'
import { modelOf } from './model.ts'
import { refusalOf } from './refusal.ts'
import { apis } from './services.ts'

interface SdkClient {
  readonly middlewareStack: object
  readonly config: {
    readonly serviceId: string
    readonly requestHandler: Partial<Pick<SimulatedHandler, 'call'>>
    readonly credentials: () => Promise<{ readonly accessKeyId: string }>
  }
}

interface SdkCommand {
  readonly input: Readonly<Record<string, unknown>>
  /** Of its operation. */
  readonly schema: unknown
  resolveMiddleware(stack: object, settings: object, options: object): (command: object) => Promise<{ output: unknown }>
}

interface SendOptions {
  readonly abortSignal?: AbortSignal
}

type Send = (this: SdkClient, command: SdkCommand, options?: SendOptions) => Promise<unknown>

/**
 * From now on the SDK clients of this process that have a `requestHandler` with a `call` skip signing, serialising and
 * parsing, which take nine tenths of a simulated roll's time. Other clients are served as before. The wire has tests of
 * its own; thousands of rolls by seed need not show it again.
 */
export function takeShortcut(): void {
  const base = Object.getPrototypeOf(STSClient.prototype) as { send: Send; isShort?: true }
  if (base.isShort) return
  const { send } = base
  base.send = function (command, options) {
    const { requestHandler } = this.config
    return requestHandler.call === undefined ? send.call(this, command, options) : short(this, command, options)
  }
  base.isShort = true
}

async function short(client: SdkClient, command: SdkCommand, options: SendOptions = {}): Promise<unknown> {
  const { config } = client
  const operation = command.constructor.name.replace(/Command$/, '')
  const api = apis.find(({ sdkId }) => sdkId === config.serviceId) ?? unknown(config.serviceId)
  const { sdkId, iamPrefix } = api
  const { accessKeyId } = await config.credentials()
  const input = given(command.input)
  try {
    const model = modelOf(command.schema, operation)
    const refusal = model === undefined ? undefined : refusalOf(api, model, input)
    const call = { sdkId, iamPrefix, operation, input, accessKeyId: accessKeyId || undefined, refusal }
    const output = await config.requestHandler.call?.(call, options.abortSignal)
    if (model !== undefined) checkAnswer(api, model, output)
    return output
  } catch (error) {
    if (error instanceof Garbled) return await readByTheSdk(client, { command, options }, error)
    throw error instanceof ServiceFault ? asSdkError(error) : error
  }
}

/** What is no answer of AWS has to be read by the client itself: it alone knows what its middleware makes of it. */
async function readByTheSdk(
  { config, middlewareStack }: SdkClient,
  { command, options }: { readonly command: SdkCommand; readonly options: SendOptions },
  garbled: Garbled,
): Promise<unknown> {
  const requestHandler = {
    async handle(request: SdkRequest): Promise<SdkResponse> {
      const { status, headers, body } = await garbledAnswer(wireRequest(request), garbled)
      return { response: { statusCode: status, headers: { ...headers }, body } }
    },
  }
  const settings = { ...config, requestHandler }
  const { output } = await command.resolveMiddleware(middlewareStack, settings, options)(command)
  return output
}

/** The wire carries no undefined. */
const given = (input: SdkCommand['input']): SdkCommand['input'] =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))

/** As the SDK's query protocol makes it of an answer. */
const asSdkError = ({ code, message, status }: ServiceFault): Error =>
  Object.assign(new Error(message), {
    name: code,
    Code: code,
    $fault: status >= 500 ? 'server' : 'client',
    $metadata: { httpStatusCode: status },
  })

const unknown = (serviceId: string): never => {
  throw new Error(`The simulator does not know ${serviceId}.`)
}
