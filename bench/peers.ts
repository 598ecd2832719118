/**
 * What others take for the same fleets: Senza's `respawn-instances` and Ansible's `replace_all_instances`, unchanged, and AWS's own
 * Instance Refresh, which a script starts and watches, over HTTP on virtual time, beside our bundle. `bench.ts --peers` measures
 * them anew. Needs python3 and its index.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SimulatedAccount } from '../simulator/account.ts'
import { startServer } from '../simulator/server.ts'
import { simulatedJob } from '../testing/simulated-job.ts'
import { benchFleet, type BenchPlan } from './fleet.ts'
import { watched } from './measure.ts'
import { type PeerFigures, PEERS_FILE } from './peers-table.ts'
import { BALANCER_WARMUP_SECONDS, nameOf, peerScenarios, type Scenario } from './scenarios.ts'

/** A call takes as long for each tool. */
const LATENCY_SECONDS = 0.08

interface Tool {
  /** What it needs of the group. */
  readonly settings?: BenchPlan['settings']
  readonly roll: (account: SimulatedAccount, python: string) => Promise<void>
}

/**
 * The group of an Instance Refresh asks its load balancer: otherwise each instance is waited for until EC2's status checks have
 * passed, and the load balancer is not asked. The grace period is the console's.
 */
const ASKS_BALANCER = { HealthCheckType: 'ELB', HealthCheckGracePeriod: 300 } as const

const TOOLS: Readonly<Record<string, Tool>> = {
  'Fleet Patch': { roll: rollByBundle },
  'Senza respawn-instances': {
    roll: (account, python) => onServer(account, python, ['senza', 'respawn-instances', 'group', '1', '--region', account.region]),
  },
  'Ansible replace_all_instances': { roll: rollByAnsible },
  'AWS Instance Refresh': {
    settings: ASKS_BALANCER,
    roll: (account, python) => onServer(account, python, ['python', join(process.cwd(), 'scripts/foreign/instance_refresh.py'), 'group-1', String(BALANCER_WARMUP_SECONDS)]),
  },
} // prettier-ignore

async function rollByBundle(account: SimulatedAccount): Promise<void> {
  const job = await simulatedJob(account, process.cwd())
  try {
    const { exitCode, log } = await job.run({
      inputs: { mode: 'respawn', 'auto-scaling-groups': 'group-1', 'instance-timeout': '120', timeout: '7200' },
    })
    if (exitCode !== 0) throw new Error(log)
  } finally {
    await job.close()
  }
}

function rollByAnsible(account: SimulatedAccount, python: string): Promise<void> {
  const [group] = account.autoScaling.operations.DescribeAutoScalingGroups({}).AutoScalingGroups ?? []
  const arguments_ = { name: 'group-1', launch_config_name: group?.LaunchConfigurationName, replace_all_instances: true, replace_batch_size: 1, wait_timeout: 14_400, region: account.region } // prettier-ignore
  return onServer(account, python, ['ansible', 'localhost', '-c', 'local', '-e', `ansible_python_interpreter=${python}/bin/python`, '-m', 'amazon.aws.autoscaling_group', '-a', JSON.stringify(arguments_)]) // prettier-ignore
}

/** Runs a program of Python on the account, whose sleeps move the time of the account. */
async function onServer(account: SimulatedAccount, python: string, [program = '', ...args]: readonly string[]): Promise<void> {
  const server = await startServer(account, { time: { kind: 'virtual', latencySeconds: LATENCY_SECONDS } })
  try {
    const child = spawn(join(python, 'bin', program), args, {
      env: {
        PATH: `${python}/bin:${process.env['PATH'] ?? ''}`,
        HOME: python,
        LC_ALL: 'C.UTF-8',
        PYTHONDONTWRITEBYTECODE: '1',
        PYTHONPATH: join(process.cwd(), 'simulator/preload/python'),
        ANSIBLE_COLLECTIONS_PATH: join(python, 'collections'),
        ANSIBLE_CONFIG: join(process.cwd(), 'scripts/foreign/ansible/ansible.cfg'),
        SIMULATOR_URL: server.url,
        AWS_ENDPOINT_URL: server.url,
        AWS_REGION: account.region,
        AWS_DEFAULT_REGION: account.region,
        AWS_ACCESS_KEY_ID: 'simulated',
        AWS_SECRET_ACCESS_KEY: 'simulated',
        AWS_EC2_METADATA_DISABLED: 'true',
      },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
    const [code] = (await once(child, 'close')) as [number | null]
    if (code !== 0) throw new Error(`${program} ended with ${code}:\n${said.slice(-4000)}`)
  } finally {
    await server.close()
  }
} // prettier-ignore

/** As Senza makes a stack; Ansible waits for as many as the minimum. */
const STACK = {
  launch: 'configuration',
  sizes: { min: 10, max: 11 },
  tags: {
    'aws:cloudformation:stack-name': 'group-1',
    'aws:cloudformation:stack-id': 'arn:aws:cloudformation:eu-west-1:123456789012:stack/group-1/1',
    'aws:cloudformation:logical-id': 'AppServer',
    Name: 'group-1',
    StackName: 'group',
    StackVersion: '1',
  },
} as const

async function measurePeer(scenario: Scenario, { settings, roll }: Tool, python: string): Promise<PeerFigures> {
  const fleet = benchFleet(scenario, { ...STACK, ...(settings && { settings }) })
  const watch = watched(fleet, scenario)
  await roll(fleet.simulated, python)
  const { seconds, limitSeconds, calls, launches, replaced, spare } = watch()
  return { seconds, limitSeconds, calls, launches, replaced, spare }
}

/** Measures every tool with every fleet and writes the figures. `python`: a folder with the clients; made where it is not there. */
export async function writePeers(python = mkdtempSync(join(tmpdir(), 'peers-'))): Promise<void> {
  const isOwn = process.env['PYTHON_CLIENTS'] === undefined
  try {
    const made = [['scripts/foreign/python-packages.sh', python, 'boto3', 'stups-senza', 'ansible-core'], ['scripts/foreign/ansible-collections.sh', python, join(python, 'collections')]] // prettier-ignore
    for (const command of made)
      if (spawnSync('bash', command, { stdio: 'inherit' }).status !== 0) throw new Error(`${command[0]} failed.`)
    const results: Record<string, Record<string, PeerFigures>> = {}
    for (const scenario of peerScenarios)
      for (const [name, tool] of Object.entries(TOOLS)) {
        const figures = await measurePeer(scenario, tool, python)
        results[nameOf(scenario)] = { ...results[nameOf(scenario)], [name]: figures }
        console.error(`${nameOf(scenario)}, ${name}: ${figures.seconds} s, ${figures.calls} calls`)
      }
    writeFileSync(PEERS_FILE, `${JSON.stringify(results, undefined, 2)}\n`)
  } finally {
    if (isOwn) rmSync(python, { recursive: true, force: true })
  }
}
