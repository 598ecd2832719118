import './require-node-24.ts'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { SimulatedAccount } from './account.ts'
import { pictureOf, svgPictureOf } from './control.ts'
import { applyChanges } from './scenario-file/apply.ts'
import type { BuiltScenario } from './scenario-file/build.ts'
import type { ChangesFile } from './scenario-file/file.ts'
import { startServer } from './server.ts'
import { addStandardImages } from './standard-images.ts'

const usage = `Usage: npm run simulator -- [--port 4566] [--host 127.0.0.1] --scenario file.yml [--svg capacity.svg]
       npm run simulator -- [--port 4566] [--host 127.0.0.1] [--speed 20] [--seed 1] [--region eu-west-1]
       [--account 123456789012] [--boot 60] [--throttle]
       npm run simulator -- --virtual [--latency 0.1] ...

Serves a simulated AWS account on loopback, in real time times the speed; or in virtual time, which moves by the latency
with each request and by POST /_simulator/advance?seconds=30. A scenario file says all that but port and host, and more:
simulator/scenario.schema.json. At its end the capacity of its groups over time is printed; --svg writes it as a picture, too.`

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4566' },
    host: { type: 'string', default: '127.0.0.1' },
    scenario: { type: 'string' },
    svg: { type: 'string' },
    speed: { type: 'string' },
    seed: { type: 'string' },
    region: { type: 'string' },
    account: { type: 'string' },
    boot: { type: 'string' },
    virtual: { type: 'boolean' },
    latency: { type: 'string' },
    throttle: { type: 'boolean' },
    help: { type: 'boolean', default: false },
  },
})

const refuse = (message: string): never => {
  console.error(message)
  process.exit(2)
}

const number = (name: 'port' | 'speed' | 'seed' | 'boot' | 'latency', usual: number): number => {
  const text = values[name]
  const value = Number(text ?? usual)
  if (Number.isFinite(value) && value >= 0 && text !== '') return value
  return refuse(`--${name} must be a number, not "${text}".\n\n${usage}`)
}

if (values.help) {
  console.log(usage)
  process.exit(0)
}

if (values.svg !== undefined && values.scenario === undefined)
  refuse('--svg needs --scenario: it is a picture of its groups.')

const started = values.scenario === undefined ? plainAccount() : await scenarioOf(values.scenario)
const { account, time, keeps } = started
const port = number('port', 4566)
const change = (changes: ChangesFile): void => applyChanges(account, changes)
const { url, close } = await startServer(account, { port, host: values.host, time, keeps, change }).catch(
  (error: unknown) =>
    refuse(`Port ${port} of ${values.host} cannot be used: ${error instanceof Error ? error.message : String(error)}.`),
)
const pace =
  time.kind === 'virtual' ? `in virtual time, ${time.latencySeconds} s a request` : `at ${time.speed} times real time`

// Before it is said that it listens: whoever reads that may end it at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const group of keeps.keys()) console.log(`\n${pictureOf(started, group)}`)
    void Promise.all([close(), writePicture()]).then(
      () => process.exit(0),
      (error: unknown) => refuse(`${values.svg}: ${error instanceof Error ? error.message : String(error)}`),
    )
  })
}

console.log(`A simulated AWS account listens on ${url}, ${pace}. In another shell:

export AWS_ENDPOINT_URL=${url}
export AWS_REGION=${account.region} AWS_DEFAULT_REGION=${account.region}
export AWS_ACCESS_KEY_ID=simulated AWS_SECRET_ACCESS_KEY=simulated
export AWS_EC2_METADATA_DISABLED=true
${time.kind === 'virtual' ? pythonTime() : ''}
The calls so far: curl ${url}/_simulator/ledger
Ctrl-C ends it.`)

async function writePicture(): Promise<void> {
  if (values.svg !== undefined) writeFileSync(values.svg, await svgPictureOf(started, [...keeps.keys()]))
}

/** With these a Python program sleeps on the simulator's time. */
function pythonTime(): string {
  const folder = fileURLToPath(new URL('../../simulator/preload/python', import.meta.url))
  return `export SIMULATOR_URL=${url} PYTHONPATH=${folder} # time.sleep of Python moves its time on instead of waiting\n`
}

function plainAccount(): BuiltScenario {
  const simulated = new SimulatedAccount({
    seed: number('seed', 1),
    start: Math.floor(Date.now() / 1000),
    region: values.region ?? 'eu-west-1',
    account: values.account ?? '123456789012',
    behaviour: { bootSeconds: number('boot', 60) },
  })
  addStandardImages(simulated)
  if (values.throttle === true) simulated.faults.throttle()
  return {
    account: simulated,
    keeps: new Map(),
    time: values.virtual
      ? { kind: 'virtual', latencySeconds: number('latency', 0.1) }
      : { kind: 'real', speed: number('speed', 1) },
  }
}

async function scenarioOf(path: string): Promise<BuiltScenario> {
  const mixed = (['speed', 'seed', 'region', 'account', 'boot', 'virtual', 'latency', 'throttle'] as const).filter((name) => values[name] !== undefined) // prettier-ignore
  if (mixed.length > 0) refuse(`--${mixed[0]} does not go with --scenario: the file says it.`)
  const [{ readScenario, ScenarioError }, { buildScenario }] = await Promise.all([
    import('./scenario-file/read.ts'),
    import('./scenario-file/build.ts'),
  ])
  try {
    return buildScenario(readScenario(readFileSync(path, 'utf8')), Math.floor(Date.now() / 1000))
  } catch (error) {
    if (error instanceof ScenarioError)
      return refuse(error.problems.map(({ line, column, what }) => `${path}:${line}:${column} ${what}.`).join('\n'))
    return refuse(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
