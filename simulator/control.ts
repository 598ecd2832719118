import type { IncomingMessage, ServerResponse } from 'node:http'
import { capacityChart, chartLegend } from './capacity-chart.ts'
import { capacitySvg, type PicturedGroup } from './capacity-svg.ts'
import type { SimulatedAccount } from './account.ts'
import { brokenPromises } from './scenario-file/broken.ts'
import type { Keeps } from './scenario-file/build.ts'
import type { ChangesFile } from './scenario-file/file.ts'
import type { TimeDriver } from './time-driver.ts'
import { trafficChart } from './traffic/chart.ts'

/** The path under which tests and demos control the simulator; AWS has nothing there. */
export const controlPrefix = '/_simulator/'

/** An account that is served. */
export interface Served {
  readonly account: Pick<SimulatedAccount, 'timeline' | 'ledger' | 'gateway' | 'faults'> &
    Partial<Pick<SimulatedAccount, 'traffic'>>
  /** Carries out a change that a request asks for; throws an Error that names what is not there. Absent where none can be made. */
  readonly change?: ((changes: ChangesFile) => void) | undefined
  /** What the groups of a scenario are to keep, by group; empty without a scenario. */
  readonly keeps: ReadonlyMap<string, Keeps>
}

interface Control extends Served {
  readonly driver: TimeDriver
  /** The body of the request. */
  readonly body: string
}

/** An answer that is no 200. */
class Refusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/**
 * `GET now`, `ledger` (every call, in order), `capacity?group=name` (each change of a group's capacity), `broken` (what a scenario's groups
 * were to keep and did not), `picture?group=name` as text and `picture.svg?group=name`, `traffic` (of each entrance the shares over time, and
 * what met no healthy target) and `traffic-picture?entrance=name`; `POST advance?seconds=30`, `follow?speed=20` and, with a JSON body, each
 * change that a scenario can make: `behaviour`, `faults`, `load`, `alarms`, `roles`, `zonal-shift`, `interruption`; `DELETE faults` ends all
 * faults; `GET openapi.json` describes it all. What cannot be done is a
 * 400 with a `message` that names the field, and what is not there a 404.
 */
export const answerControl = async (
  request: IncomingMessage,
  response: ServerResponse,
  control: Control,
): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://loopback')
  const name = url.pathname.slice(controlPrefix.length)
  const [status, answer] = await answerTo(`${request.method ?? 'GET'} ${name}`, url, control).then(
    (found) => [200, found] as const,
    (error: unknown) => {
      if (error instanceof Refusal) return [error.status, { message: error.message }] as const
      throw error
    },
  )
  const isText = typeof answer === 'string'
  response.writeHead(status, { 'content-type': isText ? textType(name) : 'application/json' })
  response.end(isText ? answer : JSON.stringify(answer))
}

const textType = (name: string): string => (name.endsWith('.svg') ? 'image/svg+xml' : 'text/plain; charset=utf-8')

const answerTo = async (control: string, { searchParams }: URL, served: Control): Promise<unknown> => {
  const { account, driver, keeps } = served
  const [method, name = ''] = control.split(' ')
  // With real time it is what it is when one looks.
  driver.catchUp()
  switch (control) {
    case 'GET now':
      return { now: account.timeline.now }
    case 'POST advance':
      driver.leap(numberIn(searchParams, 'seconds'))
      return { now: account.timeline.now }
    case 'POST follow':
      driver.follow(numberIn(searchParams, 'speed'))
      return { now: account.timeline.now }
    case 'GET openapi.json':
      return (await import('./scenario-file/control-api.ts')).controlApi
    case 'GET ledger':
      return account.ledger.entries
    case 'GET capacity':
      return account.ledger.capacityOf(groupOf(searchParams, account))
    case 'GET broken':
      return brokenPromises(account.ledger, keeps)
    case 'GET picture':
      return pictureOf(served, groupOf(searchParams, account))
    case 'GET traffic':
      return entrancesOf(account)
    case 'GET traffic-picture':
      return trafficPictureOf(account, searchParams.get('entrance') ?? '')
    case 'GET picture.svg':
      return await svgPictureOf(served, [groupOf(searchParams, account)])
    case 'DELETE faults':
      account.faults.clear()
      return {}
    default:
      if (method !== 'POST') throw new Refusal(404, 'There is no such control.')
      return change(served, name)
  }
}

const numberIn = (search: URLSearchParams, name: string): number => {
  const text = search.get(name) ?? ''
  const value = Number(text)
  if (text === '' || !Number.isFinite(value) || value < 0)
    throw new Refusal(400, `\`${name}\` must be a number, 0 or more`)
  return value
}

/** The schemas are loaded where a change is asked for. */
const change = async ({ change: carryOut, body }: Control, name: string): Promise<object> => {
  const { changeNames, changeOf, changeProblems } = await import('./scenario-file/read.ts')
  if (carryOut === undefined || !changeNames.includes(name))
    throw new Refusal(404, `There is no such control; there are ${changeNames.join(', ')}.`)
  const value = parsed(body)
  const [problem] = changeProblems(name, value)
  if (problem !== undefined) throw new Refusal(400, `${problem.what}.`)
  try {
    carryOut(changeOf(name, value))
  } catch (error) {
    throw new Refusal(400, error instanceof Error ? error.message : String(error))
  }
  return {}
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch (error) {
    throw new Refusal(400, `the body is no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const groupOf = (search: URLSearchParams, { ledger }: Served['account']): string => {
  const name = search.get('group') ?? ''
  if (name === '') throw new Refusal(400, '`group` must name a group')
  if (ledger.capacityOf(name).length === 0) throw new Refusal(404, `There is no group ${name}.`)
  return name
}

const entrancesOf = ({ traffic }: Served['account']): readonly object[] => {
  traffic?.note()
  return (traffic?.streams ?? []).map((stream) => ({
    entrance: stream.name,
    missed: stream.missed,
    missedTimes: stream.missedTimes(),
    samples: stream.samples,
  }))
}

/** By the name of a stream, or what stands at its end: `record www.fleet.test`, `www.fleet.test`. */
const trafficPictureOf = ({ traffic, timeline }: Served['account'], entrance: string): string => {
  if (entrance === '') throw new Refusal(400, '`entrance` must name an entrance')
  traffic?.note()
  const stream = traffic?.streams.find(({ name }) => name === entrance || name.endsWith(` ${entrance}`))
  if (stream === undefined) throw new Refusal(404, `There is no entrance ${entrance}.`)
  const from = stream.samples[0]?.at ?? timeline.now
  return [
    ...trafficChart({ title: stream.name, samples: stream.samples, from, to: timeline.now, width: 100 }),
    '',
  ].join('\n')
}

type Pictured = Pick<Served, 'account' | 'keeps'>

/** Capacity over time in lines of text, from the first to the present moment. */
export const pictureOf = (served: Pictured, group: string): string => {
  const { samples, floor } = pictured(served, group)
  const { timeline } = served.account
  const from = samples[0]?.at ?? timeline.now
  const chart = capacityChart({ title: group, samples, from, to: timeline.now, floor, width: 100 })
  return [...chart, '', chartLegend, ''].join('\n')
}

/** The same of several groups as the text of one SVG file. */
export const svgPictureOf = async (served: Pictured, names: readonly string[]): Promise<string> => {
  const groups = names.map((name) => pictured(served, name)).filter(({ samples }) => samples.length > 0)
  const { now } = served.account.timeline
  const from = Math.min(now, ...groups.flatMap(({ samples: [first] }) => first?.at ?? []))
  return await capacitySvg(groups, { from, to: now })
}

const pictured = ({ account: { ledger }, keeps }: Pictured, name: string): PicturedGroup => {
  const samples = ledger.capacityOf(name)
  return { name, samples, floor: keeps.get(name)?.ready ?? samples[0]?.ready ?? 0 }
}
