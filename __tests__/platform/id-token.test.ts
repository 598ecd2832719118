import { createServer } from 'node:http'
import { listenOnLoopback, type Listening } from '../../simulator/loopback.ts'
import { startProxy } from '../../simulator/proxy.ts'
import { UserError } from '../../src/errors.ts'
import { requestIdToken } from '../../src/platform/id-token.ts'

const direct = { http: '', https: '', none: '' }
const AUDIENCE = { audience: 'sts.amazonaws.com' }

/** A token endpoint that answers each request so. */
const endpoint = (status: number, text: string): Promise<Listening> =>
  listenOnLoopback(
    createServer((_request, response) => response.writeHead(status).end(text)),
    0,
  )

const failureOf = (asked: Promise<string>): Promise<unknown> => asked.catch((error: unknown) => error)

test.each([
  { status: 500, text: '', passes: true, says: 'its endpoint answered with status 500' },
  { status: 429, text: '', passes: true, says: 'its endpoint answered with status 429' },
  { status: 407, text: '<html>', passes: true, says: 'its endpoint answered with status 407' },
  { status: 302, text: '', passes: true, says: 'its endpoint answered with status 302' },
  { status: 200, text: '<html>', passes: true, says: 'its endpoint answered without a token' },
  { status: 200, text: '{"value":null}', passes: true, says: 'its endpoint answered without a token' },
  { status: 401, text: '', passes: false, says: 'GitHub refused the job an OIDC token.' },
  { status: 404, text: '', passes: false, says: 'GitHub refused the job an OIDC token.' },
])('what passes is told from what does not: $status "$text"', async ({ status, text, passes, says }) => {
  const { url, close } = await endpoint(status, text)
  const failure = await failureOf(
    requestIdToken({ address: `${url}/token?v=2`, bearer: 'asking', proxy: direct }, AUDIENCE),
  )
  await close()
  expect(failure).toBeInstanceOf(Error)
  expect((failure as Error).message).toContain(says)
  expect(failure instanceof UserError).toBe(!passes)
})

test.each([
  { name: 'no address', address: '', bearer: 'asking' },
  { name: 'an address that is none', address: 'token', bearer: 'asking' },
  { name: 'nothing that proves who asks', address: 'http://127.0.0.1:1/', bearer: '' },
])('without an endpoint the missing permission is named: $name', async ({ address, bearer }) => {
  const failure = await failureOf(requestIdToken({ address, bearer, proxy: direct }, AUDIENCE))
  expect(failure).toBeInstanceOf(UserError)
  expect((failure as UserError).remedy).toContain('`permissions: { id-token: write, contents: read }`')
})

test('a connection that is refused passes, and a run that is cancelled asks no more', async () => {
  const { url, close } = await endpoint(200, '{"value":"a.b.c"}')
  await close()
  const at = { address: `${url}/token?v=2`, bearer: 'asking', proxy: direct }
  expect(await failureOf(requestIdToken(at, AUDIENCE))).toMatchObject({ code: 'ECONNREFUSED' })
  const signal = AbortSignal.abort(new Error('cancelled'))
  expect(await failureOf(requestIdToken(at, { ...AUDIENCE, signal }))).toMatchObject({ name: 'AbortError' })
})

test('the token is asked for through the proxy that the environment names', async () => {
  const { url, close } = await endpoint(200, '{"value":"a.b.c"}')
  const proxy = await startProxy({ routes: { 'tokens.invalid': url } })
  const behind = { ...direct, http: proxy.url }
  const at = { address: 'http://tokens.invalid/token?v=2', bearer: 'asking', proxy: behind }
  expect(await requestIdToken(at, AUDIENCE)).toBe('a.b.c')
  expect(proxy.requests).toEqual(['GET tokens.invalid'])
  await Promise.all([proxy.close(), close()])
})
