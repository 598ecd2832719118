import type { WireRequest } from './message.ts'

/** How one operation of a REST API stands in a request. */
export interface RestRoute {
  readonly operation: string
  readonly method: string
  /** Labels in braces are members of the input. */
  readonly path: string
  /** Of a success. */
  readonly status: number
}

const route = (operation: string, method: string, path: string, status = 200): RestRoute => ({
  operation,
  method,
  path: `/2013-04-01${path}`,
  status,
})

/** The operations of Route 53 that are simulated, as the SDK's schemas have their methods and paths. */
export const route53Routes: readonly RestRoute[] = [
  route('CreateHostedZone', 'POST', '/hostedzone', 201),
  route('ListHostedZones', 'GET', '/hostedzone'),
  route('ListHostedZonesByName', 'GET', '/hostedzonesbyname'),
  route('GetHostedZone', 'GET', '/hostedzone/{Id}'),
  route('DeleteHostedZone', 'DELETE', '/hostedzone/{Id}'),
  route('ChangeResourceRecordSets', 'POST', '/hostedzone/{HostedZoneId}/rrset'),
  route('ListResourceRecordSets', 'GET', '/hostedzone/{HostedZoneId}/rrset'),
  route('CreateResourceRecordSetProtections', 'POST', '/hostedzone/{HostedZoneId}/rrsetprotection'),
  route('DeleteResourceRecordSetProtections', 'POST', '/hostedzone/{HostedZoneId}/rrsetprotection/delete'),
  route('ListResourceRecordSetProtections', 'GET', '/hostedzone/{HostedZoneId}/rrsetprotection'),
  route('GetChange', 'GET', '/change/{Id}'),
]

/** A request to a REST API: its operation and the labels of its path; undefined where no route fits. botocore ends paths in a slash. */
export function routeOf({
  method,
  path,
}: Pick<WireRequest, 'method' | 'path'>):
  { readonly route: RestRoute; readonly labels: Readonly<Record<string, string>> } | undefined {
  const parts = (path.split('?')[0] ?? '').replace(/\/$/, '').split('/')
  for (const candidate of route53Routes) {
    const wanted = candidate.path.split('/')
    if (candidate.method !== method || wanted.length !== parts.length) continue
    if (!wanted.every((part, index) => part.startsWith('{') || part === parts[index])) continue
    const labels = wanted.flatMap((part, index) =>
      part.startsWith('{') ? [[part.slice(1, -1), decodeURIComponent(parts[index] ?? '')] as const] : [],
    )
    return { route: candidate, labels: Object.fromEntries(labels) }
  }
  return undefined
}
