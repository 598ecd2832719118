import type {
  GetCommandInvocationRequest,
  GetCommandInvocationResult,
  GetParameterRequest,
  GetParameterResult,
  GetParametersRequest,
  GetParametersResult,
  GetParametersByPathRequest,
  GetParametersByPathResult,
  DeleteParameterRequest,
  LabelParameterVersionRequest,
  ListCommandInvocationsRequest,
  ListCommandInvocationsResult,
  LabelParameterVersionResult,
  Parameter,
  PutParameterRequest,
  PutParameterResult,
  SendCommandRequest,
  SendCommandResult,
} from '@aws-sdk/client-ssm'
import type { Service, ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'
import { Commands } from './commands.ts'
import { parametersByPath, type StoredParameter } from './parameters-by-path.ts'

/** SSM's parameter store, names with all their versions and labels, and its Run Command. */
export class SsmService implements Service {
  readonly sdkId = 'SSM'
  readonly commands: Commands
  readonly #context: ServiceContext
  readonly #parameters = new Map<string, readonly Parameter[]>()
  /** Version by `name:label`. */
  readonly #labels = new Map<string, number>()

  constructor(context: ServiceContext) {
    this.#context = context
    this.commands = new Commands(context)
  }

  readonly operations = {
    PutParameter: (input: PutParameterRequest): PutParameterResult => {
      if (/^\/?(aws|ssm)/i.test(input.Name ?? '')) {
        throw new ServiceFault(
          'ValidationException',
          'Parameter name: can\'t be prefixed with "aws" or "ssm" (case-insensitive).',
        )
      }
      checkPattern(input)
      return this.#put(input)
    },
    LabelParameterVersion: (input: LabelParameterVersionRequest): LabelParameterVersionResult => this.#label(input),
    GetParameter: ({ Name }: GetParameterRequest): GetParameterResult => {
      const found = this.#find(Name ?? '')
      if (found instanceof ServiceFault) throw found
      return { Parameter: found }
    },
    GetParameters: ({ Names = [] }: GetParametersRequest): GetParametersResult => this.#getAll(Names),
    GetParametersByPath: (input: GetParametersByPathRequest): GetParametersByPathResult =>
      parametersByPath(this.#stored(), input, this.#context.behaviour),
    DeleteParameter: ({ Name = '' }: DeleteParameterRequest): object => {
      if (!this.#parameters.delete(Name)) throw new ServiceFault('ParameterNotFound', '')
      for (const label of this.#labels.keys()) if (label.startsWith(`${Name}:`)) this.#labels.delete(label)
      return {}
    },
    SendCommand: (input: SendCommandRequest): SendCommandResult => this.commands.send(input),
    GetCommandInvocation: (input: GetCommandInvocationRequest): GetCommandInvocationResult =>
      this.commands.invocation(input),
    ListCommandInvocations: (input: ListCommandInvocationsRequest): ListCommandInvocationsResult =>
      this.commands.list(input),
  }

  /** Publishes a parameter as AWS itself does below `/aws/service/`, where callers may not write. */
  publish(name: string, value: string): void {
    this.#put({ Name: name, Value: value, Type: 'String', Overwrite: true })
  }

  /** The present value behind `name`, `name:version`, `name:label` or an ARN; undefined where there is none. What `resolve:ssm:` reads. */
  value(reference: string): string | undefined {
    const found = this.#find(reference)
    return found instanceof ServiceFault ? undefined : found.Value
  }

  #stored(): StoredParameter[] {
    return [...this.#parameters].flatMap(([name, versions]) => {
      const newest = versions.at(-1)
      const labelled = (label: string) => versions[(this.#labels.get(`${name}:${label}`) ?? 0) - 1]
      return newest === undefined ? [] : [{ newest, labelled }]
    })
  }

  #put({ Name = '', Value = '', Type, DataType = 'text', Overwrite }: PutParameterRequest): PutParameterResult {
    const versions = this.#parameters.get(Name) ?? []
    const last = versions.at(-1)
    if (last !== undefined && Overwrite !== true) {
      throw new ServiceFault(
        'ParameterAlreadyExists',
        'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
      )
    }
    const { timeline, region, account } = this.#context
    const parameter: Parameter = {
      Name,
      Type: Type ?? last?.Type ?? 'String',
      Value,
      Version: versions.length + 1,
      LastModifiedDate: new Date(timeline.now * 1000),
      ARN: `arn:aws:ssm:${region}:${account}:parameter${Name.startsWith('/') ? '' : '/'}${Name}`,
      DataType,
    }
    this.#parameters.set(Name, [...versions, parameter])
    return { Version: versions.length + 1, Tier: 'Standard' }
  }

  #label({ Name = '', ParameterVersion, Labels = [] }: LabelParameterVersionRequest): LabelParameterVersionResult {
    const found = this.#find(ParameterVersion === undefined ? Name : `${Name}:${ParameterVersion}`)
    if (found instanceof ServiceFault) throw found
    for (const label of Labels) this.#labels.set(`${found.Name}:${label}`, found.Version ?? 0)
    return { InvalidLabels: [], ...(found.Version === undefined ? {} : { ParameterVersion: found.Version }) }
  }

  #getAll(names: readonly string[]): GetParametersResult {
    const found = names.map((name) => ({ name, parameter: this.#find(name) }))
    return {
      Parameters: found.flatMap(({ parameter }) => (parameter instanceof ServiceFault ? [] : [parameter])),
      InvalidParameters: found.flatMap(({ name, parameter }) => (parameter instanceof ServiceFault ? [name] : [])),
    }
  }

  /** By name, `name:version`, `name:label`, or ARN with or without either. */
  #find(reference: string): Parameter | ServiceFault {
    const plain = reference.replace(/^arn:[^:]+:ssm:[^:]*:[^:]*:parameter/, '')
    const [, name = plain, selector] = /^(.*):([^:]+)$/.exec(plain) ?? []
    // An ARN has a slash before the name whether the name has one or not.
    const known = [name, name.replace(/^\//, '')].find((candidate) => this.#parameters.has(candidate))
    const versions = this.#parameters.get(known ?? '')
    if (known === undefined || versions === undefined) return new ServiceFault('ParameterNotFound', '')
    if (selector === undefined) return versions.at(-1) ?? new ServiceFault('ParameterNotFound', '')
    const version = /^\d+$/.test(selector) ? Number(selector) : this.#labels.get(`${known}:${selector}`)
    const parameter = version === undefined ? undefined : versions[version - 1]
    if (parameter === undefined) {
      const what = `Systems Manager could not find version ${selector} of ${known}.`
      return new ServiceFault('ParameterVersionNotFound', what)
    }
    return { ...parameter, Selector: `:${selector}` }
  }
}

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html, AllowedPattern */
function checkPattern({ AllowedPattern: pattern, Value = '' }: PutParameterRequest): void {
  if (pattern === undefined || new RegExp(pattern).test(Value)) return
  throw new ServiceFault('ParameterPatternMismatchException', `Parameter value, cannot be validated against allowedPattern: ${pattern}`) // prettier-ignore
}
