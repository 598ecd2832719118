import type { GetParametersByPathRequest, GetParametersByPathResult, Parameter, ParameterStringFilter } from '@aws-sdk/client-ssm' // prettier-ignore
import { ServiceFault } from '../fault.ts'
import type { Behaviour } from '../interfaces.ts'

/** What the parameter store keeps of one name: its newest version first asked, and those that labels name. */
export interface StoredParameter {
  readonly newest: Parameter
  /** The version that has a label; undefined where none has. */
  readonly labelled: (label: string) => Parameter | undefined
}

const MOST = 10

/** One page of what is below a path. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParametersByPath.html */
export function parametersByPath(
  all: readonly StoredParameter[],
  input: GetParametersByPathRequest,
  { shortPages }: Pick<Behaviour, 'shortPages'>,
): GetParametersByPathResult {
  const path = checkedPath(input.Path ?? '')
  const tests = (input.ParameterFilters ?? []).map(testOf)
  const found = all
    .filter(({ newest: { Name = '' } }) => isBelow(Name, path, input.Recursive === true ? 'all levels' : 'one level'))
    .map((stored) => tests.reduce<Parameter | undefined>((left, test) => left && test(stored, left), stored.newest))
    .filter((parameter) => parameter !== undefined)
  const { start, wasEmpty } = input.NextToken === undefined ? { start: 0, wasEmpty: true } : tokenOf(input.NextToken)
  const most = Math.min(input.MaxResults ?? MOST, Math.max(0, found.length - start))
  // AWS: between zero and the number that was asked for. Two empty pages do not follow each other, so that readers come to an end.
  const least = wasEmpty ? Math.min(1, most) : 0
  const length = shortPages === undefined ? most : least + Math.floor(shortPages.next() * (most - least + 1))
  const end = start + Math.min(length, most)
  return {
    Parameters: found.slice(start, end),
    ...(end < found.length && { NextToken: Buffer.from(`${end}${end === start ? ' empty' : ''}`).toString('base64') }),
  }
}

/** In the words that AWS's own answers have. */
function checkedPath(path: string): string {
  if (/^\/([\w.-]+(\/[\w.-]+)*\/?)?$/.test(path)) return path.replace(/\/$/, '')
  throw new ServiceFault(
    'ValidationException',
    'The parameter doesn\'t meet the parameter name requirements. The parameter name must begin with a forward slash "/".',
  )
}

function isBelow(name: string, path: string, depth: 'one level' | 'all levels'): boolean {
  const full = name.startsWith('/') ? name : `/${name}`
  if (!full.startsWith(`${path}/`)) return false
  return depth === 'all levels' || !full.slice(path.length + 1).includes('/')
}

type Test = (stored: StoredParameter, parameter: Parameter) => Parameter | undefined

/** Only the type and the label can be asked for: no parameter has a key here, and other filters AWS does not know for this call. */
function testOf({ Key, Option = 'Equals', Values = [] }: ParameterStringFilter): Test {
  if (Key !== 'Type' && Key !== 'Label')
    throw new ServiceFault(
      'InvalidFilterKey',
      Key === 'KeyId' ? 'The simulator keeps no keys of parameters.' : `The following filter key is not valid: ${Key}.`,
    )
  if (Option !== 'Equals' && Option !== 'BeginsWith')
    throw new ServiceFault('InvalidFilterOption', `The following filter option is not valid: ${Option}.`)
  if (Values.length === 0) throw new ServiceFault('InvalidFilterValue', `The filter ${Key} has no values.`)
  if (Key === 'Label') return ({ labelled }) => Values.map(labelled).find((parameter) => parameter !== undefined)
  const fits = (type: string, value: string) => (Option === 'Equals' ? type === value : type.startsWith(value))
  return (_stored, parameter) => (Values.some((value) => fits(parameter.Type ?? '', value)) ? parameter : undefined)
}

function tokenOf(token: string): { readonly start: number; readonly wasEmpty: boolean } {
  const match = /^(?<start>\d+)(?<empty> empty)?$/.exec(Buffer.from(token, 'base64').toString())
  if (match === null) throw new ServiceFault('InvalidNextToken', 'The specified token is not valid.')
  return { start: Number(match.groups?.['start']), wasEmpty: match.groups?.['empty'] !== undefined }
}
