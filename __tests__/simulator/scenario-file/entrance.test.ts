import { buildScenario } from '../../../simulator/scenario-file/build.ts'
import { readScenario } from '../../../simulator/scenario-file/read.ts'
import { startServer } from '../../../simulator/server.ts'
import { percents } from '../traffic/fixture.ts'

const TEXT = `
time: { virtual: true }
groups:
  blue: { size: 2, max: 4, balancers: [target-group] }
  green: { size: 1, max: 4, balancers: [classic] }
traffic:
  shop: { by: rule, weights: { blue: 90, green: 10 }, sticky: 600, cookies: 0, rate: 20 }
  www.fleet.test: { by: record, weights: { blue: 150, green: 50 }, evaluate-health: true }
  api.fleet.test: { by: record, weights: { blue: 0, green: 1 }, ttl: 30 }`

describe('entrances of a scenario', () => {
  test('are load balancers with weights, and names with weighted records, that the meter follows', () => {
    const { account } = buildScenario(readScenario(TEXT), 0)
    const shares = account.traffic.streams.map(({ name, last }) => [name.split(' ')[0], percents(last?.shares)])
    expect(shares).toEqual([
      ['rule', { blue: 90, green: 10 }],
      ['record', { blue: 75, green: 25 }],
      ['record', { green: 100 }],
    ])
    expect(account.ledger.entries).toEqual([])
    expect(account.traffic.missed).toBe(0)
    const zones = account.route53.operations.ListHostedZones({}).HostedZones ?? []
    expect(zones.map(({ Name }) => Name)).toEqual(['fleet.test.'])
    account.timeline.advance(120)
    expect(account.traffic.counts.hasBegun).toBe(true)
  })

  test('are told by the control API, as data and as a picture', async () => {
    const { account, time, keeps } = buildScenario(readScenario(TEXT), 0)
    const server = await startServer(account, { time, keeps })
    const ask = async (path: string) => await fetch(`${server.url}/_simulator/${path}`)
    try {
      account.timeline.advance(600)
      const told = (await (await ask('traffic')).json()) as readonly { entrance: string; missed: number }[]
      expect(told.map(({ entrance, missed }) => [entrance.split(' ').at(-1)?.split('/').at(-3), missed])).toHaveLength(
        3,
      )
      expect(told[1]).toMatchObject({ entrance: 'record www.fleet.test', missed: 0, missedTimes: [] })
      const picture = await (await ask('traffic-picture?entrance=www.fleet.test')).text()
      expect(picture).toContain('█ blue   ░ green   ! met no healthy target')
      expect((await ask('traffic-picture?entrance=none')).status).toBe(404)
      expect((await ask('traffic-picture')).status).toBe(400)
    } finally {
      await server.close()
    }
  })
})
