/** A runner that is not as it should be: files that are gone, a disk that is full, keys with a line end. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addGroup } from '../../simulator/scenario.ts'
import { annotations, fixture, settings } from './fixture.ts'

const inputs = { mode: 'respawn', 'auto-scaling-groups': 'web' }

const scene = () =>
  fixture((account) => addGroup(account, { name: 'web', size: 2, balancers: ['target-group'], outdated: true }))

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runner-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

/** Lines of a stack, and what is asked for only where a defect of ours shows. */
const bare = (log: string): string[] =>
  log.split('\n').filter((line) => /^\s+at |please report|node:internal/.test(line))

/** A device that is always full, where the system has one. */
const FULL = '/dev/full'

const files = [
  { name: 'is gone', path: () => join(folder, 'gone') },
  ...(existsSync(FULL) ? [{ name: 'lies on a full disk', path: () => FULL }] : []),
]

describe.each(files)('the bundle on a runner whose file $name', ({ path }) => {
  it('ends a roll in order, and red with one error for the outputs', async () => {
    const { account, job } = await scene()
    const before = settings(account, 'web')
    const rolled = await job.run({ inputs, environment: { GITHUB_OUTPUT: path() } })
    expect(rolled.exitCode).toBe(1)
    expect(annotations(rolled.log)).toHaveLength(1)
    expect(annotations(rolled.log)[0]).toContain('`GITHUB_OUTPUT`')
    expect(bare(rolled.log)).toEqual([])
    expect(account.ledger.launches('web')).toHaveLength(2)
    expect(settings(account, 'web')).toEqual(before)
  })

  it('changes nothing where the post step would know nothing', async () => {
    const { account, job } = await scene()
    const refused = await job.run({ inputs, environment: { GITHUB_STATE: path() } })
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log)).toHaveLength(1)
    expect(annotations(refused.log)[0]).toContain('`GITHUB_STATE`')
    expect(bare(refused.log)).toEqual([])
    expect(account.ledger.changes()).toEqual([])
    // Its post step has nothing to put back, and does not take itself for a main step.
    account.ledger.clear()
    const after = await job.run({ inputs, state: {} })
    expect(after.exitCode).toBe(0)
    expect(account.ledger.entries).toEqual([])
  })

  it('lets a mode look that leaves nothing to a post step', async () => {
    const { job } = await scene()
    const looked = await job.run({
      inputs: { mode: 'images', 'auto-scaling-groups': 'web' },
      environment: { GITHUB_STATE: path() },
    })
    expect(looked.exitCode).toBe(0)
    expect(annotations(looked.log).filter((line) => line.startsWith('::error'))).toEqual([])
    expect(bare(looked.log)).toEqual([])
  })

  it('warns of a summary', async () => {
    const { job } = await scene()
    const rolled = await job.run({ inputs, environment: { GITHUB_STEP_SUMMARY: path() } })
    expect(rolled.exitCode).toBe(0)
    expect(annotations(rolled.log)).toHaveLength(1)
    expect(annotations(rolled.log)[0]).toContain('summary')
    expect(bare(rolled.log)).toEqual([])
  })
})

describe('the bundle', () => {
  it.each([
    { name: 'empty', text: '' },
    { name: 'no JSON', text: '<html>' },
  ])('rolls where the file of the event is $name', async ({ text }) => {
    const { job } = await scene()
    const event = join(folder, 'event.json')
    writeFileSync(event, text)
    const rolled = await job.run({ inputs, environment: { GITHUB_EVENT_PATH: event } })
    expect(annotations(rolled.log)).toEqual([])
    expect(rolled.exitCode).toBe(0)
  })

  it.each([
    { name: 'AWS_ACCESS_KEY_ID', value: 'AKIAEXAMPLE\n' },
    { name: 'AWS_SECRET_ACCESS_KEY', value: 'example-of-a-secret\n' },
    { name: 'AWS_SESSION_TOKEN', value: 'example-of-a-token\r\n' },
  ])('refuses a line end in $name in words', async ({ name, value }) => {
    const { account, job } = await scene()
    const keys = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example', AWS_SESSION_TOKEN: 'token' }
    const refused = await job.run({
      inputs: { ...inputs, 'role-to-assume': '' },
      environment: { ...keys, [name]: value },
    })
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log)).toHaveLength(1)
    expect(annotations(refused.log)[0]).toContain(`\`${name}\` of the AWS credentials holds a line end`)
    expect(bare(refused.log)).toEqual([])
    expect(account.ledger.entries).toEqual([])
  })

  it('slows down where Auto Scaling says RateExceeded', async () => {
    const { account, job } = await scene()
    const fault = { kind: 'refusal', code: 'RateExceeded', message: 'Rate exceeded', status: 400 } as const
    account.faults.inject({ action: 'autoscaling:*', fault, times: 5 })
    const rolled = await job.run({ inputs })
    expect(annotations(rolled.log)).toEqual([])
    expect(rolled.exitCode).toBe(0)
  })
})
