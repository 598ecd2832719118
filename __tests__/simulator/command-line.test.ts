import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('../../build/simulator/cli.js', import.meta.url))

/** The output of a process up to a given text; fails when the process ends before. */
const printed = async (process: ChildProcess, word: string): Promise<string> => {
  let text = ''
  for await (const chunk of process.stdout ?? []) {
    text += String(chunk)
    if (text.includes(word)) return text
  }
  throw new Error(`It ended without ${word}: ${text}`)
}

describe('npm run simulator', () => {
  it('serves an account with images, prints what to export, and ends on a signal', async () => {
    const simulator = spawn(process.execPath, [script, '--port', '0', '--speed', '20', '--region', 'eu-central-1'])
    const ended = once(simulator, 'exit')
    try {
      const text = await printed(simulator, 'Ctrl-C')
      const url = /export AWS_ENDPOINT_URL=(\S+)/.exec(text)?.[1] ?? ''
      expect(text).toContain('export AWS_REGION=eu-central-1')
      const body = 'Action=DescribeImages&Version=2016-11-15&Owner.1=self'
      const answer = await fetch(url, { method: 'POST', body })
      expect(await answer.text()).toContain('<name>Taupage-AMI-20240101-083000</name>')
      const zones = await fetch(url, { method: 'POST', body: 'Action=DescribeSubnets&Version=2016-11-15' })
      expect(await zones.text()).toContain('eu-central-1c')
    } finally {
      simulator.kill('SIGTERM')
    }
    expect(await ended).toEqual([0, null])
  })

  it('serves virtual time: a request takes the latency, and the rest is advanced', async () => {
    const simulator = spawn(process.execPath, [script, '--port', '0', '--virtual', '--latency', '7'])
    const ended = once(simulator, 'exit')
    try {
      const url = /export AWS_ENDPOINT_URL=(\S+)/.exec(await printed(simulator, 'Ctrl-C'))?.[1] ?? ''
      const now = async (path: string, method: string): Promise<number> =>
        ((await (await fetch(`${url}/_simulator/${path}`, { method })).json()) as { now: number }).now
      const start = await now('now', 'GET')
      await (await fetch(url, { method: 'POST', body: 'Action=DescribeSubnets&Version=2016-11-15' })).text()
      expect(await now('now', 'GET')).toBe(start + 7)
      expect(await now('advance?seconds=3600', 'POST')).toBe(start + 3607)
    } finally {
      simulator.kill('SIGTERM')
    }
    expect(await ended).toEqual([0, null])
  })

  it('serves a scenario, and shows its capacity at the end', async () => {
    const simulator = spawn(process.execPath, [script, '--port', '0', '--scenario', 'simulator/scenarios/web.yml'])
    let text = ''
    const isServing = new Promise<void>((resolve) => {
      simulator.stdout.on('data', (chunk) => {
        text += String(chunk)
        if (text.includes('Ctrl-C')) resolve()
      })
    })
    const ended = once(simulator, 'close')
    try {
      await isServing
      const url = /export AWS_ENDPOINT_URL=(\S+)/.exec(text)?.[1] ?? ''
      const answer = await fetch(`${url}/_simulator/capacity?group=web`)
      expect(await answer.json()).toMatchObject([{ desired: 3, ready: 3 }])
      await fetch(`${url}/_simulator/advance?seconds=600`, { method: 'POST' })
    } finally {
      simulator.kill('SIGTERM')
    }
    expect(await ended).toEqual([0, null])
    expect(text).toMatch(/\nweb\n[^]*3 ┤█+\n/)
  })

  it.each([
    { name: 'a port that is taken', args: ['--port', 'taken'], says: /^Port \d+ of 127\.0\.0\.1 cannot be used: .*EADDRINUSE/ },
    { name: 'a scenario with something wrong in it', args: ['--scenario', 'package.json'], says: /^package\.json:2:3 name is no field here/ },
    { name: 'a scenario that is not there', args: ['--scenario', 'gone.yml'], says: /^gone\.yml: ENOENT/ },
    { name: 'what the scenario says', args: ['--scenario', 'simulator/scenarios/web.yml', '--speed', '2'], says: /^--speed does not go with --scenario: the file says it\./ },
  ])('refuses $name', async ({ args, says }) => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const simulator = spawn(process.execPath, [script, ...args.map((each) => (each === 'taken' ? String(port) : each))])
    let complaint = ''
    simulator.stderr.on('data', (chunk) => (complaint += String(chunk)))
    expect(await once(simulator, 'close')).toEqual([2, null])
    expect(complaint).toMatch(says)
    other.close()
  }) // prettier-ignore

  it('refuses what is no number', async () => {
    const simulator = spawn(process.execPath, [script, '--speed', 'fast'])
    let complaint = ''
    simulator.stderr.on('data', (chunk) => (complaint += String(chunk)))
    expect(await once(simulator, 'close')).toEqual([2, null])
    expect(complaint).toContain('--speed must be a number, not "fast".')
  })
})
