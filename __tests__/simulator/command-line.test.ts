import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tellUse, useIn } from '../../bench/use.ts'

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
      const text = await printed(simulator, 'Ctrl-C')
      const [, url = '', python = ''] = /SIMULATOR_URL=(\S+) PYTHONPATH=(\S+) #/.exec(text) ?? []
      expect(readdirSync(python)).toContain('sitecustomize.py')
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

  it('writes the capacity of a scenario as a picture when SIGTERM ends it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'capacity-'))
    const picture = join(folder, 'capacity.svg')
    const scenario = ['--scenario', 'simulator/scenarios/web.yml']
    const simulator = spawn(process.execPath, [script, '--port', '0', ...scenario, '--svg', picture])
    try {
      const ended = once(simulator, 'exit')
      const url = /export AWS_ENDPOINT_URL=(\S+)/.exec(await printed(simulator, 'Ctrl-C'))?.[1] ?? ''
      // A connection that a client keeps open does not keep it from its end.
      await (await fetch(`${url}/_simulator/advance?seconds=600`, { method: 'POST' })).text()
      simulator.kill('SIGTERM')
      expect(await ended).toEqual([0, null])
      const svg = readFileSync(picture, 'utf8')
      expect(svg).toMatch(/^<svg [^]*<\/svg>\n$/)
      for (const word of ['web', 'ready', 'floor of ready', '2 min']) expect(svg).toContain(`>${word}<`)
    } finally {
      simulator.kill('SIGKILL')
      rmSync(folder, { recursive: true })
    }
  })

  it('says where its picture cannot be written', async () => {
    const scenario = ['--scenario', 'simulator/scenarios/web.yml', '--svg', '/nonexistent/capacity.svg']
    const simulator = spawn(process.execPath, [script, '--port', '0', ...scenario])
    let complaint = ''
    simulator.stderr.on('data', (chunk) => (complaint += String(chunk)))
    await printed(simulator, 'Ctrl-C')
    simulator.kill('SIGTERM')
    expect(await once(simulator, 'close')).toEqual([2, null])
    expect(complaint).toMatch(/^\/nonexistent\/capacity\.svg: ENOENT/)
  })

  // Wall time says more of the machine than of the program: an idle one takes as long as the processor does.
  it.each([
    { name: 'an account', args: [] },
    { name: 'a scenario', args: ['--scenario', 'simulator/scenarios/rising-load.yml'] },
  ])('serves $name for little CPU', async ({ args }) => {
    const simulator = spawn(process.execPath, ['--import', tellUse, script, '--port', '0', ...args])
    let told = ''
    simulator.stderr.on('data', (chunk) => (told += String(chunk)))
    let text = ''
    const isServing = new Promise<void>((resolve) => {
      simulator.stdout.on('data', (chunk) => {
        text += String(chunk)
        if (text.includes('Ctrl-C')) resolve()
      })
    })
    const ended = once(simulator, 'close')
    await isServing
    simulator.kill('SIGTERM')
    await ended
    // Under half of that on a machine with nothing else to do: `npm run bench -- --simulator` tells the time.
    expect(useIn(text + told).cpuSeconds).toBeLessThan(2)
  })

  it('listens on loopback alone unless it is told another address', async () => {
    for (const { args, host } of [
      { args: [], host: '127.0.0.1' },
      { args: ['--host', '127.0.0.2'], host: '127.0.0.2' },
    ]) {
      const simulator = spawn(process.execPath, [script, '--port', '0', ...args])
      const ended = once(simulator, 'exit')
      const url = /export AWS_ENDPOINT_URL=(\S+)/.exec(await printed(simulator, 'Ctrl-C'))?.[1] ?? ''
      expect(new URL(url).hostname).toBe(host)
      const elsewhere = url.replace(host, host === '127.0.0.1' ? '127.0.0.2' : '127.0.0.1')
      await expect(fetch(`${elsewhere}/_simulator/now`)).rejects.toThrow('fetch failed')
      simulator.kill('SIGTERM')
      expect(await ended).toEqual([0, null])
    }
  })

  it.each([
    { name: 'a picture without a scenario', args: ['--svg', 'capacity.svg'], says: /^--svg needs --scenario/ },
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
