import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { applyChanges } from '../../../simulator/scenario-file/apply.ts'
import { buildScenario, type BuiltScenario } from '../../../simulator/scenario-file/build.ts'
import { controlApi } from '../../../simulator/scenario-file/control-api.ts'
import { changeNames, readScenario } from '../../../simulator/scenario-file/read.ts'
import { startServer } from '../../../simulator/server.ts'

interface Content {
  readonly [type: string]: { readonly schema: object }
}

/** An OpenAPI document, as far as it is used here. */
interface Api {
  readonly components: object
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly parameters?: readonly { readonly name: string }[]
            readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: object } } }
            readonly responses: Readonly<Record<string, { readonly content: Content }>>
          }
        >
      >
    >
  >
}

const TEXT = `
time: { virtual: true, latency: 1 }
behaviour: { reaction: 5 }
alarms: { errors: { state: OK } }
groups:
  web: { size: 2, max: 6, balancers: [target-group] }
traffic:
  www.fleet.test: { by: record, weights: { web: 1 } }`

describe('the control API of a scenario', () => {
  let scenario: BuiltScenario
  let server: Awaited<ReturnType<typeof startServer>>

  beforeEach(async () => {
    scenario = buildScenario(readScenario(TEXT), 0)
    const { account, time, keeps } = scenario
    server = await startServer(account, { time, keeps, change: (changes) => applyChanges(account, changes) })
  })
  afterEach(() => server.close())

  const ask = async (method: string, path: string, body?: unknown) => {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    const answer = await fetch(`${server.url}/_simulator/${path}`, { method, ...sent })
    const text = await answer.text()
    return { status: answer.status, text, json: () => JSON.parse(text) as unknown }
  }

  test('changes behaviour, load and alarms, begins a zonal shift, and takes instances away', async () => {
    const { account } = scenario
    expect((await ask('POST', 'behaviour', { boot: [7, 9], 'stale-answers': 3 })).status).toBe(200)
    expect(account.behaviour).toMatchObject({ bootSeconds: [7, 9], staleSeconds: 3 })
    await ask('POST', 'alarms', { errors: 'ALARM' })
    expect(account.cloudWatch.stateOf('errors')).toBe('ALARM')
    await ask('POST', 'load', { web: { rate: 5, 'per-instance': 10 } })
    await ask('POST', 'zonal-shift', { zone: 'c', to: 'away' })
    await ask('POST', 'interruption', { group: 'web', instances: 1 })
    await ask('POST', 'advance?seconds=60')
    expect((await ask('GET', 'broken')).json()).toMatchObject([{ group: 'web', keeps: 'ready', wanted: 2 }])
    expect((await ask('GET', 'picture?group=web')).text).toMatch(/^web\n[^]*█ ready/)
  })

  test('makes calls fail, and ends that', async () => {
    const { account } = scenario
    await ask('POST', 'faults', [{ action: 'autoscaling:*', answer: 'throttled' }])
    const call = async (): Promise<number> =>
      (await fetch(server.url, { method: 'POST', body: 'Action=DescribeAutoScalingGroups&Version=2011-01-01' })).status
    expect(await call()).toBe(400)
    expect(account.ledger.entries.at(-1)?.outcome).toBe('Throttling')
    await ask('DELETE', 'faults')
    expect(await call()).toBe(200)
  })

  test.each([
    { call: 'Action=DescribeAutoScalingGroups&Version=2011-01-01', code: 'Throttling' },
    { call: 'Action=DescribeLoadBalancers&Version=2015-12-01', code: 'ThrottlingException' },
    { call: 'Action=DescribeInstances&Version=2016-11-15', code: 'RequestLimitExceeded' },
  ])('throttles each service in its own words: $code', async ({ call, code }) => {
    await ask('POST', 'faults', [{ action: '*', answer: 'throttled' }])
    await (await fetch(server.url, { method: 'POST', body: call })).text()
    expect(scenario.account.ledger.entries.at(-1)?.outcome).toBe(code)
  })

  test('adds roles, and refuses keys from then on that STS has not issued', async () => {
    const { sts } = scenario.account
    expect(sts.accepts).toBe('any key')
    expect((await ask('POST', 'roles', [{ name: 'deploy', subjects: ['repo:example/*'] }])).status).toBe(200)
    expect(sts.accepts).toBe('known keys')
  })

  test('lets time follow the clock at a speed, and stand still again', async () => {
    const now = async (): Promise<number> => ((await ask('GET', 'now')).json() as { now: number }).now
    const still = await now()
    expect(await now()).toBe(still)
    await ask('POST', 'follow?speed=1000000')
    await new Promise((resolve) => setImmediate(resolve))
    const moved = await now()
    expect(moved).toBeGreaterThan(still)
    await ask('POST', 'follow?speed=0')
    const after = await now()
    expect(await now()).toBe(after)
    expect(await ask('POST', 'follow')).toMatchObject({ status: 400 })
    expect((await ask('POST', 'follow?speed=fast')).json()).toEqual({ message: '`speed` must be a number, 0 or more' })
  })

  test('shows capacity over time as SVG', async () => {
    await ask('POST', 'advance?seconds=60')
    const answer = await fetch(`${server.url}/_simulator/picture.svg?group=web`)
    expect(answer.headers.get('content-type')).toBe('image/svg+xml')
    expect(await answer.text()).toMatch(/^<svg [^]*>web<[^]*<\/svg>\n$/)
  })

  describe('is described by its document:', () => {
    const { paths, components } = controlApi as unknown as Api
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    ajv.addSchema({ $id: 'api', components })
    const bodies: Readonly<Record<string, unknown>> = {
      behaviour: { boot: 5 },
      faults: [{ action: 'ec2:*', answer: 'error' }],
      load: { web: { rate: 1, 'per-instance': 10 } },
      alarms: { errors: 'OK' },
      roles: [{ name: 'deploy' }],
      'zonal-shift': { zone: 'a', to: 'away' },
      interruption: { group: 'web', instances: 1 },
    }
    const values: Readonly<Record<string, string>> = {
      group: 'web',
      seconds: '3',
      speed: '0',
      entrance: 'www.fleet.test',
    }
    const controls = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path: path.slice(1), method: method.toUpperCase(), operation })),
    ) // prettier-ignore

    test.each(controls)('$method $path', async ({ path, method, operation }) => {
      // Something for the ledger and the promises to tell of.
      await fetch(server.url, { method: 'POST', body: 'Action=DescribeAutoScalingGroups&Version=2011-01-01' })
      await ask('POST', 'interruption', { group: 'web', instances: 1 })
      await ask('POST', 'advance?seconds=400')
      const search = (operation.parameters ?? []).map(({ name }) => `${name}=${values[name]}`).join('&')
      const body = operation.requestBody === undefined ? undefined : bodies[path]
      const answer = await ask(method, `${path}${search && `?${search}`}`, body)
      expect(answer.status).toBe(200)
      const [[type, { schema }] = ['', { schema: {} }]] = Object.entries(operation.responses['200']?.content ?? {})
      const given = type === 'application/json' ? answer.json() : answer.text
      const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')) as object)
      validate(given)
      expect(validate.errors).toBeNull()
      if (operation.requestBody === undefined) return
      const ofBody = ajv.compile(operation.requestBody.content['application/json'].schema)
      expect(ofBody(body)).toBe(true)
      const refused = await ask(method, path, 7)
      expect(refused.status).toBe(operation.responses['400'] === undefined ? 0 : 400)
    })

    test('every control that there is stands in it, and the server gives it', async () => {
      expect((await ask('GET', 'openapi.json')).json()).toEqual(JSON.parse(JSON.stringify(controlApi)))
      const answered = [...readFileSync('simulator/control.ts', 'utf8').matchAll(/case '(GET|POST|DELETE) ([^']+)'/g)]
      const described = controls.map(({ method, path }) => `${method} ${path}`)
      expect(answered.length).toBeGreaterThan(8)
      for (const [, method, path] of answered) expect(described).toContain(`${method} ${path}`)
      for (const name of changeNames) expect(described).toContain(`POST ${name}`)
    })
  })

  test.each([
    { name: 'a field that is none', path: 'behaviour', body: { bot: 3 }, status: 400, says: 'bot is no field here; there are `boot`' },
    { name: 'a value of another kind', path: 'behaviour', body: { boot: 'slow' }, status: 400, says: 'boot is `slow` and must be from launch to InService' },
    { name: 'a body that is no object', path: 'behaviour', body: [], status: 400, says: 'the body is a list and must be keys with values' },
    { name: 'no JSON', path: 'behaviour', body: '{', status: 400, says: 'the body is no JSON' },
    { name: 'a group that is not there', path: 'load', body: { shop: null }, status: 400, says: 'There is no group shop.' },
    { name: 'a group without instances to take', path: 'interruption', body: { group: 'shop', instances: 1 }, status: 400, says: 'There is no group shop.' },
    { name: 'an alarm that is not there', path: 'alarms', body: { gone: 'OK' }, status: 400, says: 'There is no alarm gone.' },
    { name: 'a control that is none', path: 'weather', body: {}, status: 404, says: 'There is no such control; there are behaviour, faults, load' },
  ])('refuses $name', async ({ path, body, status, says }) => {
    const answer = await ask('POST', path, body)
    expect(answer.status).toBe(status)
    expect((answer.json() as { message: string }).message).toContain(says)
  }) // prettier-ignore

  test.each([
    { path: 'capacity', status: 400, says: '`group` must name a group' },
    { path: 'picture?group=gone', status: 404, says: 'There is no group gone.' },
    { path: 'nothing', status: 404, says: 'There is no such control.' },
  ])('refuses to show $path', async ({ path, status, says }) => {
    const answer = await ask('GET', path)
    expect([answer.status, answer.json()]).toEqual([status, { message: says }])
  })

  test.each(['soon', '-1'])('refuses to advance by %j seconds', async (seconds) => {
    const answer = await ask('POST', `advance?seconds=${seconds}`)
    expect(answer.status).toBe(400)
  })
})
