import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { transform } from 'esbuild'
import { startServer } from '../../../simulator/server.ts'
import { noon, smallAccount } from '../small-account.ts'

/** The preload as JavaScript, so that it loads on every Node that the project supports. */
const emitPreload = async (folder: string): Promise<string> => {
  const source = await readFile(new URL('../../../simulator/preload/virtual-time.ts', import.meta.url), 'utf8')
  const { code } = await transform(source, { loader: 'ts', format: 'esm' })
  const file = join(folder, 'preload.mjs')
  await writeFile(file, code)
  return file
}

const program = `
  import { setTimeout as wait } from 'node:timers/promises'
  import { request } from 'node:http'
  const observed = [Date.now()]
  await wait(90_000, undefined, {})
  observed.push(new Date().getTime())
  await new Promise((resolve) => {
    const body = 'Action=GetCallerIdentity&Version=2011-06-15'
    request(process.env.SIMULATOR_URL, { method: 'POST' }, (answer) => answer.on('end', resolve).resume()).end(body)
  })
  observed.push(Date.now(), new Date(5).getTime(), new Date() instanceof Date)
  const stopped = await wait(1000, undefined, { signal: AbortSignal.abort(new Error('stop')) }).catch((error) => error.message)
  observed.push(stopped)
  console.log(JSON.stringify(observed))
`

describe('a program with the preload', () => {
  it('has the simulator’s time without waiting for it', async () => {
    const account = smallAccount()
    const folder = await mkdtemp(join(tmpdir(), 'preload-'))
    const server = await startServer(account, { time: { kind: 'virtual', latencySeconds: 0.5 } })
    try {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ['--import', await emitPreload(folder), '--input-type=module', '--eval', program],
        { env: { ...process.env, NODE_OPTIONS: '', SIMULATOR_URL: server.url } },
      )
      const start = noon * 1000
      expect(JSON.parse(stdout)).toEqual([start, start + 90_000, start + 90_500, 5, true, 'stop'])
      expect(account.timeline.now).toBe(noon + 90.5)
    } finally {
      await server.close()
      await rm(folder, { recursive: true })
    }
  })
})
