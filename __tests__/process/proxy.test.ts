/** The bundle behind a proxy: names that the proxy alone knows, so that a request beside it finds nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loopbackCertificate } from '../../simulator/loopback-certificate.ts'
import { type LoopbackProxy, type ProxyOptions, startProxy } from '../../simulator/proxy.ts'
import { addGroup } from '../../simulator/scenario.ts'
import { annotations, fixture, type JobFixture } from './fixture.ts'

const inputs = { mode: 'respawn', 'auto-scaling-groups': 'web' }
const AWS = 'aws.invalid'
const OIDC = 'tokens.invalid'

const started: LoopbackProxy[] = []
const folders: string[] = []

afterEach(async () => {
  await Promise.all(started.splice(0).map((proxy) => proxy.close()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const scene = (): Promise<JobFixture> =>
  fixture((account) => addGroup(account, { name: 'web', size: 2, balancers: ['target-group'], outdated: true }))

async function proxyFor({ job }: JobFixture, options: Partial<ProxyOptions> = {}): Promise<LoopbackProxy> {
  const proxy = await startProxy({ routes: { [AWS]: job.servers.aws, [OIDC]: job.servers.oidc }, ...options })
  started.push(proxy)
  return proxy
}

const addresses = (scheme: 'http' | 'https') => ({
  AWS_ENDPOINT_URL: `${scheme}://${AWS}`,
  ACTIONS_ID_TOKEN_REQUEST_URL: `${scheme}://${OIDC}/token?api-version=2.0`,
})

/** How often each entry occurs. */
const counts = (entries: readonly string[]): Record<string, number> =>
  Object.fromEntries([...new Set(entries)].map((entry) => [entry, entries.filter((one) => one === entry).length]))

describe('the bundle behind a proxy', () => {
  it.each(['HTTP_PROXY', 'http_proxy'])('sends every request through the one that %s names', async (name) => {
    const set = await scene()
    const proxy = await proxyFor(set)
    const rolled = await set.job.run({ inputs, environment: { ...addresses('http'), [name]: proxy.url } })
    expect(annotations(rolled.log)).toEqual([])
    expect(rolled.exitCode).toBe(0)
    expect(counts(proxy.requests)).toEqual({
      [`GET ${OIDC}`]: set.job.audiences.length,
      [`POST ${AWS}`]: set.account.ledger.entries.length,
    })
  })

  it.each(['HTTPS_PROXY', 'https_proxy'])('opens tunnels through the one that %s names', async (name) => {
    const set = await scene()
    const certificate = loopbackCertificate([AWS, OIDC])
    const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
    folders.push(folder)
    const file = join(folder, 'ca.pem')
    writeFileSync(file, certificate.certificate)
    const proxy = await proxyFor(set, { certificate })
    const environment = { ...addresses('https'), NODE_EXTRA_CA_CERTS: file, [name]: proxy.url }
    const rolled = await set.job.run({ inputs, environment })
    expect(annotations(rolled.log)).toEqual([])
    expect(rolled.exitCode).toBe(0)
    expect(Object.keys(counts(proxy.requests)).sort()).toEqual([`CONNECT ${AWS}:443`, `CONNECT ${OIDC}:443`])
    // Tunnels are kept: far fewer than requests.
    expect(proxy.requests.length).toBeLessThan(set.account.ledger.entries.length / 3)
  })

  it.each(['NO_PROXY', 'no_proxy'])('goes straight to what %s names', async (name) => {
    const set = await scene()
    const proxy = await proxyFor(set)
    const environment = {
      ...addresses('http'),
      AWS_ENDPOINT_URL: set.job.servers.aws,
      HTTP_PROXY: proxy.url,
      [name]: 'example.com, 127.0.0.0/8',
    }
    const rolled = await set.job.run({ inputs, environment })
    expect(annotations(rolled.log)).toEqual([])
    expect(rolled.exitCode).toBe(0)
    expect(set.account.ledger.entries.length).toBeGreaterThan(10)
    expect(Object.keys(counts(proxy.requests))).toEqual([`GET ${OIDC}`])
  })

  it('gives the proxy its credentials, and shows them nowhere', async () => {
    const set = await scene()
    const proxy = await proxyFor(set, { credentials: 'fleet:p@ss word' })
    const address = proxy.url.replace('//', '//fleet:p%40ss%20word@')
    const rolled = await set.job.run({ inputs, environment: { ...addresses('http'), HTTP_PROXY: address } })
    expect(rolled.exitCode).toBe(0)
    const shown = rolled.log.split('\n').filter((line) => /p@ss word|p%40ss/.test(line))
    expect(shown.filter((line) => !line.startsWith('::add-mask::'))).toEqual([])
    expect(shown.length).toBeGreaterThan(0)
  })

  it.each(['http', 'https'] as const)('says that the proxy may be to blame where it refuses %s', async (scheme) => {
    const set = await scene()
    const proxy = await proxyFor(set, { credentials: 'fleet:secret' })
    const environment = { ...addresses(scheme), [`${scheme}_proxy`]: proxy.url }
    const keys = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example' }
    const refused = await set.job.run({
      inputs: { ...inputs, 'role-to-assume': '' },
      environment: { ...environment, ...keys },
    })
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log)).toHaveLength(1)
    expect(annotations(refused.log)[0]).toContain('status 407')
    expect(annotations(refused.log)[0]).toContain('`HTTPS_PROXY`')
    expect(set.account.ledger.entries).toEqual([])
  })

  it('names a variable that holds no address of a proxy, without its text', async () => {
    const set = await scene()
    const environment = { HTTPS_PROXY: 'socks5://fleet:secret@proxy:1080' }
    const refused = await set.job.run({ inputs, environment })
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log)).toHaveLength(1)
    expect(annotations(refused.log)[0]).toContain('`HTTPS_PROXY`')
    expect(annotations(refused.log)[0]).toContain('`socks5:` is not supported')
    expect(refused.log).not.toContain('secret@')
  })
})
