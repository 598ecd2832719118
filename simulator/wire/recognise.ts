import { parseForm } from './query-decode.ts'
import type { FormNode } from './query-decode.ts'
import { placeOf } from './rest.ts'
import type { WireRequest } from './message.ts'
import { routeOf } from './rest-routes.ts'
import type { RestRequest } from './rest-xml.ts'
import { apis } from './services.ts'
import type { Api } from './services.ts'

/** Which operation of which API a request is for, and what its body is written in. */
export type Recognised =
  | { readonly carrier: 'form'; readonly api: Api; readonly operation: string; readonly form: FormNode }
  | { readonly carrier: 'json'; readonly api: Api; readonly operation: string; readonly version: '1.0' | '1.1' }
  | { readonly carrier: 'cbor'; readonly api: Api; readonly operation: string }
  | { readonly carrier: 'rest'; readonly api: Api; readonly operation: string }
  | RestRequest

/**
 * Tells the request by `X-Amz-Target` (JSON), the path (CBOR, REST) or `Version=` and the credential scope (query). Classic
 * and new load balancers share host and signing name, so their versions alone tell them apart. Undefined: not a request to AWS.
 */
export const recognise = (request: WireRequest): Recognised | undefined => {
  const target = request.headers['x-amz-target']
  if (target !== undefined) return byTarget(target, request.headers['content-type'] ?? '')
  const path = /^\/service\/([^/]+)\/operation\/([^/]+)$/.exec(request.path)
  if (path !== null) {
    const api = apis.find((candidate) => candidate.target === path[1])
    return api === undefined ? undefined : { carrier: 'cbor', api, operation: path[2] ?? '' }
  }
  return byRoute(request) ?? byScope(request) ?? byForm(request)
}

/** S3 says what it is asked by the method and the place of an object. */
const byScope = (request: WireRequest): Recognised | undefined => {
  const scope = credentialScope(request.headers['authorization'])
  const api = apis.find(({ dialect, iamPrefix }) => dialect === 'rest' && iamPrefix === scope)
  if (api === undefined) return undefined
  const isObject = placeOf(request).key !== ''
  return { carrier: 'rest', api, operation: request.method === 'PUT' && isObject ? 'PutObject' : 'Unknown' }
}

const byRoute = (request: WireRequest): RestRequest | undefined => {
  const found = routeOf(request)
  const api = apis.find(({ dialect }) => dialect === 'rest-xml')
  if (found === undefined || api === undefined) return undefined
  return { carrier: 'rest-xml', api, operation: found.route.operation, ...found }
}

const byTarget = (target: string, contentType: string): Recognised | undefined => {
  const [prefix = '', operation = ''] = target.split('.')
  const api = apis.find((candidate) => candidate.target === prefix)
  if (api === undefined) return undefined
  return { carrier: 'json', api, operation, version: contentType.includes('json-1.0') ? '1.0' : '1.1' }
}

const byForm = (request: WireRequest): Recognised | undefined => {
  const query = request.path.split('?')[1]
  const form = parseForm(request.method === 'GET' ? (query ?? '') : Buffer.from(request.body).toString('utf8'))
  const operation = form.children.get('Action')?.value
  const version = form.children.get('Version')?.value
  if (operation === undefined) return undefined
  const scope = credentialScope(request.headers['authorization'])
  const sameVersion = apis.filter((api) => api.version === version)
  const api =
    sameVersion.length === 1
      ? sameVersion[0]
      : (sameVersion.find((candidate) => signs(candidate, scope)) ?? apis.find((candidate) => signs(candidate, scope)))
  return api === undefined ? undefined : { carrier: 'form', api, operation, form }
}

const signs = (api: Api, scope: string | undefined): boolean =>
  api.iamPrefix === scope || (api.sdkId === 'CloudWatch' && scope === 'monitoring')

/** `AKID/20240101/eu-west-1/ec2/aws4_request`: the fourth part names the service. */
const credentialScope = (authorization: string | undefined): string | undefined =>
  /Credential=([^,\s]+)/.exec(authorization ?? '')?.[1]?.split('/')[3]

/** The access key that signed a request; undefined for an unsigned one. */
export const accessKeyOf = (request: WireRequest): string | undefined =>
  /Credential=([^/,\s]+)/.exec(request.headers['authorization'] ?? '')?.[1]

/** When a request was signed, by its `x-amz-date` (`20260105T080000Z`), in seconds; undefined for an unsigned one. */
export const signedAtOf = (request: WireRequest): number | undefined => {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(request.headers['x-amz-date'] ?? '') ?? []
  const [year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN] = parts.map(Number)
  const at = Date.UTC(year, month - 1, day, hour, minute, second) / 1000
  return accessKeyOf(request) === undefined || Number.isNaN(at) ? undefined : at
}
