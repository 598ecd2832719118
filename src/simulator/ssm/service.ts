import type {
  GetParameterRequest,
  GetParameterResult,
  GetParametersRequest,
  GetParametersResult,
  Parameter,
  PutParameterRequest,
  PutParameterResult,
} from '@aws-sdk/client-ssm'
import type { Service, Surroundings } from '../contract.ts'
import { ServiceFault } from '../fault.ts'

/** SSM's parameter store: names with all their versions. */
export class SsmService implements Service {
  readonly sdkId = 'SSM'
  readonly #surroundings: Surroundings
  readonly #parameters = new Map<string, readonly Parameter[]>()

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings
  }

  readonly operations = {
    PutParameter: (input: PutParameterRequest): PutParameterResult => this.#put(input),
    GetParameter: ({ Name }: GetParameterRequest): GetParameterResult => {
      const found = this.#find(Name ?? '')
      if (found instanceof ServiceFault) throw found
      return { Parameter: found }
    },
    GetParameters: ({ Names = [] }: GetParametersRequest): GetParametersResult => this.#getAll(Names),
  }

  /** The present value behind `name`, `name:version`; undefined where there is none. What `resolve:ssm:` reads. */
  value(reference: string): string | undefined {
    const found = this.#find(reference)
    return found instanceof ServiceFault ? undefined : found.Value
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
    const { timeline, region, account } = this.#surroundings
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

  #getAll(names: readonly string[]): GetParametersResult {
    if (names.length > 10) {
      throw new ServiceFault(
        'ValidationException',
        `1 validation error detected: Value '[${names.join(', ')}]' at 'names' failed to satisfy constraint: ` +
          'Member must have length less than or equal to 10',
      )
    }
    const found = names.map((name) => ({ name, parameter: this.#find(name) }))
    return {
      Parameters: found.flatMap(({ parameter }) => (parameter instanceof ServiceFault ? [] : [parameter])),
      InvalidParameters: found.flatMap(({ name, parameter }) => (parameter instanceof ServiceFault ? [name] : [])),
    }
  }

  /** By name, `name:version`, or ARN. */
  #find(reference: string): Parameter | ServiceFault {
    const plain = reference.replace(/^arn:[^:]+:ssm:[^:]*:[^:]*:parameter/, '')
    const [, name = plain, version] = /^(.*):(\d+)$/.exec(plain) ?? []
    const versions = this.#parameters.get(name) ?? this.#parameters.get(name.replace(/^\//, ''))
    if (versions === undefined) return new ServiceFault('ParameterNotFound', '')
    const parameter = version === undefined ? versions.at(-1) : versions[Number(version) - 1]
    if (parameter === undefined) {
      return new ServiceFault(
        'ParameterVersionNotFound',
        `Systems Manager could not find version ${version} of ${name}.`,
      )
    }
    return version === undefined ? parameter : { ...parameter, Selector: `:${version}` }
  }
}
