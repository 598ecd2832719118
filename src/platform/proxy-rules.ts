/** Which requests go through a proxy, as the variables of the environment say that curl, git and GitHub's runner read. */
import { BlockList, isIP } from 'node:net'

import { UserError } from '../errors.ts'

/** The texts of three variables, in lower case or else in upper case; empty where neither is set. */
export interface ProxyVariables {
  /** `http_proxy`: for addresses that begin with `http:`. */
  readonly http: string
  /** `https_proxy`: for addresses that begin with `https:`. */
  readonly https: string
  /** `no_proxy`: names, addresses and networks that need none, separated by commas or blanks; `*` is everything. */
  readonly none: string
}

/** Reads them of an environment; the lower-case name wins, as with curl. */
export function proxyVariables(variables: Readonly<Record<string, string | undefined>>): ProxyVariables {
  const text = (name: string): string => variables[name] || variables[name.toUpperCase()] || ''
  return { http: text('http_proxy'), https: text('https_proxy'), none: text('no_proxy') }
}

export interface ProxyRules {
  /** The proxy for a request to this address; undefined where it goes there itself. */
  proxyFor(address: URL): URL | undefined
  /** What the addresses of the proxies hold that no log may show. */
  readonly secrets: readonly string[]
}

/** Reads the variables; UserError that names the one which is no address of a proxy. */
export function proxyRules({ http, https, none }: ProxyVariables): ProxyRules {
  const proxies = { 'http:': proxyOf('HTTP_PROXY', http), 'https:': proxyOf('HTTPS_PROXY', https) }
  const exceptions = none.split(/[\s,]+/).filter((entry) => entry !== '')
  return {
    proxyFor: (address) => {
      const proxy = address.protocol === 'http:' ? proxies['http:'] : proxies['https:']
      return proxy === undefined || exceptions.some((entry) => covers(entry, address)) ? undefined : proxy
    },
    secrets: Object.values(proxies).flatMap((proxy) => (proxy ? passwordOf(proxy) : [])),
  }
}

function proxyOf(name: string, text: string): URL | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  const address = URL.parse(/^[a-z][\w+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`)
  const problem = problemOf(address)
  if (address !== null && problem === undefined) return address
  throw new UserError({
    what: `The variable \`${name}\` of the environment holds no address of a proxy that can be used.`,
    why: problem ?? '',
    remedy: `Set \`${name}\` (or \`${name.toLowerCase()}\`, which wins) to \`http://host:port\` or \`https://host:port\`, or to nothing.`,
  })
}

/** It never shows the address: that may hold a password. */
function problemOf(address: URL | null): string | undefined {
  if (address === null) return 'It cannot be read as an address.'
  if (!/^https?:$/.test(address.protocol)) return `A proxy of the kind \`${address.protocol}\` is not supported.`
  try {
    decodeURIComponent(address.username + address.password)
    return undefined
  } catch {
    return 'In its user name or password a `%` must be written as `%25`.'
  }
}

/** As it stands in the variable, and as it is sent. */
const passwordOf = ({ password }: URL): readonly string[] =>
  password === '' ? [] : [...new Set([password, decodeURIComponent(password)])]

/** Whether an entry of `no_proxy` names this address: a domain covers what is below it, with or without `.` or `*.` in front. */
function covers(entry: string, address: URL): boolean {
  if (entry === '*') return true
  const host = bare(address.hostname)
  const port = address.port || (address.protocol === 'http:' ? '80' : '443')
  const [, name = entry, onlyPort] = /^(\[.+\]|[^:]+):(\d+)$/.exec(entry) ?? []
  if (onlyPort !== undefined && onlyPort !== port) return false
  const wanted = bare(name)
  if (isIP(host) !== 0) return isIP(wanted) === 0 ? isInNetwork(host, wanted) : sameAddress(host, wanted)
  const domain = wanted.replace(/^\*?\./, '')
  return host === domain || host.endsWith(`.${domain}`)
}

/** In lower case, without the brackets around IPv6 and the final dot of a full name. */
const bare = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 4 ? 'ipv4' : 'ipv6')

function sameAddress(address: string, other: string): boolean {
  const list = new BlockList()
  list.addAddress(other, family(other))
  return list.check(address, family(address))
}

/** `10.0.0.0/8`, `fd00::/8` */
function isInNetwork(address: string, network: string): boolean {
  const [, base = '', length = ''] = /^(.+)\/(\d{1,3})$/.exec(network) ?? []
  if (isIP(base) === 0 || Number(length) > (isIP(base) === 4 ? 32 : 128)) return false
  const list = new BlockList()
  list.addSubnet(base, Number(length), family(base))
  return list.check(address, family(address))
}
