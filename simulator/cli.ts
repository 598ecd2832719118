import './require-node-24.ts'
import { parseArgs } from 'node:util'
import { startServer } from './server.ts'
import type { TimeMode } from './time-driver.ts'
import { addStandardImages } from './standard-images.ts'
import { SimulatedAccount } from './account.ts'

const usage = `Usage: npm run simulator -- [--port 4566] [--speed 20] [--seed 1] [--region eu-west-1] [--account 123456789012]
       [--boot 60] [--throttle]
       npm run simulator -- --virtual [--latency 0.1] ...

Serves a simulated AWS account on loopback, in real time times the speed; or in virtual time, which moves by the latency
with each request and by POST /_simulator/advance?seconds=30.`

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4566' },
    speed: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    region: { type: 'string', default: 'eu-west-1' },
    account: { type: 'string', default: '123456789012' },
    boot: { type: 'string', default: '60' },
    virtual: { type: 'boolean', default: false },
    latency: { type: 'string', default: '0.1' },
    throttle: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const number = (name: 'port' | 'speed' | 'seed' | 'boot' | 'latency'): number => {
  const value = Number(values[name])
  if (Number.isFinite(value) && value >= 0) return value
  console.error(`--${name} must be a number, not "${values[name]}".\n\n${usage}`)
  process.exit(2)
}

if (values.help) {
  console.log(usage)
  process.exit(0)
}

const simulated = new SimulatedAccount({
  seed: number('seed'),
  start: Math.floor(Date.now() / 1000),
  region: values.region,
  account: values.account,
  behaviour: { bootSeconds: number('boot') },
})
addStandardImages(simulated)
if (values.throttle) simulated.faults.throttle()

const time: TimeMode = values.virtual
  ? { kind: 'virtual', latencySeconds: number('latency') }
  : { kind: 'real', speed: number('speed') }
const { url, close } = await startServer(simulated, { port: number('port'), time })
const pace = values.virtual ? `in virtual time, ${values.latency} s a request` : `at ${values.speed} times real time`

console.log(`A simulated AWS account listens on ${url}, ${pace}. In another shell:

export AWS_ENDPOINT_URL=${url}
export AWS_REGION=${values.region} AWS_DEFAULT_REGION=${values.region}
export AWS_ACCESS_KEY_ID=simulated AWS_SECRET_ACCESS_KEY=simulated
export AWS_EC2_METADATA_DISABLED=true

The calls so far: curl ${url}/_simulator/ledger
Ctrl-C ends it.`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void close().then(() => process.exit(0)))
}
