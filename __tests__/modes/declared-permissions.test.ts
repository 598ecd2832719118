import { takeShortcut } from '../../simulator/shortcut.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup, instanceIds } from '../../simulator/scenario.ts'
import { type Mode, modes } from '../../src/inputs/modes.ts'
import { type ModePermissions, modePermissions, policyStatements } from '../../src/modes/permissions.ts'
import { runAction, type RunActionOptions } from '../../testing/run-action.ts'
import { leaveBehind, leaveSources } from '../../testing/left-behind.ts'
import { recordScene } from '../../testing/record-scene.ts'
import { trafficScene, type TrafficScenePlan } from '../../testing/traffic-scene.ts'
import { NAME, redeploy, scene } from '../controllers/bastion/fixture.ts'

beforeAll(takeShortcut)

type Inputs = Readonly<Record<string, string>>
type Options = Omit<RunActionOptions, 'inputs'>

const DARK = { dark: 'true', probe: 'ssm: true' }
const PROBED = { probe: DARK.probe }
/** An alarm that every fleet has. */
const WATCHED = { alarms: 'web-5xx' }
/** Errors of both sides are compared, once there is a request of each. */
const COMPARED = { 'max-error-ratio': '2', 'min-requests': '1' }
/** Sinks that every account of these stories has. */
const NOTIFIED = { 'notify-sns': 'arn:aws:sns:eu-west-1:123456789012:fleet' }
const RECORDED = {
  ...NOTIFIED,
  'audit-bus': 'fleet-records',
  'audit-log-group': 'fleet-records',
  'audit-bucket': 'fleet-records',
}

/** Makes the sinks of records. */
function keepRecords({ events, logs, s3, sns }: SimulatedAccount): void {
  sns.addTopic('fleet')
  events.addBus('fleet-records')
  logs.addGroup('fleet-records')
  s3.addBucket('fleet-records')
}

const TAKEN_BACK = { 'on-failure': 'rollback', 'instance-timeout': '4' }

/**
 * Outdated groups: on a launch configuration with a warm pool, on the latest version of a template, on its default, and on a
 * version that takes its image from a parameter.
 */
function fleet() {
  const account = new SimulatedAccount()
  keepRecords(account)
  account.cloudWatch.operations.PutMetricAlarm({ AlarmName: 'web-5xx', MetricName: 'Errors', Namespace: 'Web', ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1, Period: 60, Statistic: 'Sum', Threshold: 1 }) // prettier-ignore
  const userData = '#taupage-ami-config\napplication_id: web\nsource: team/web:1\n'
  const outdated = { size: 2, outdated: true, userData } as const
  const { newImageId } = addGroup(account, {
    name: 'configured',
    launch: 'configuration',
    balancers: ['classic'],
    warmPool: { MinSize: 1, InstanceReusePolicy: { ReuseOnScaleIn: true } },
    ...outdated,
  })
  addGroup(account, { name: 'latest', launch: 'template-latest', balancers: ['target-group'], ...outdated })
  addGroup(account, { name: 'default', launch: 'template-default', balancers: ['target-group'], ...outdated })
  addGroup(account, {
    name: 'aliased',
    launch: 'template-default',
    aliased: true,
    balancers: ['target-group'],
    ...outdated,
  })
  /** Runs one step and gives the actions that it called, in their order. */
  const step = async (inputs: Inputs, options: Options = {}): Promise<readonly string[]> => {
    account.ledger.clear()
    await runAction(account, {
      inputs: { 'auto-scaling-groups': 'configured\nlatest\ndefault\naliased', ...RECORDED, ...inputs },
      runId: String(Math.round(account.timeline.now)),
      ...options,
    })
    return account.ledger.entries.map(({ action }) => action)
  }
  /** An operator takes one instance away, which leaves its group with less than it wants. */
  const loss = (): void => {
    const [first] = instanceIds(account, 'latest')
    account.autoScaling.operations.TerminateInstanceInAutoScalingGroup({
      InstanceId: first,
      ShouldDecrementDesiredCapacity: false,
    })
  }
  /** Makes the groups launch from something newer, with the image that nothing is older than. */
  const patch = async (): Promise<void> => {
    await step({ mode: 'respawn' })
    await step({ mode: 'patch-docker', 'docker-image': 'team/web:2', rollout: 'respawn' })
  }
  return { account, newImageId, step, loss, patch }
}

/** A step whose new instances fail, so that it takes the launch source back. */
async function failure(inputs: Inputs): Promise<readonly string[]> {
  const { account, newImageId, step } = fleet()
  account.behaviour.sickImages.add(newImageId)
  return await step({ ...TAKEN_BACK, ...inputs })
}

/** A bastion that is protected, in a subnet that gives no public address, launched from a template or not. */
function bastion(template?: object) {
  const fixture = scene({
    lends: 'nothing',
    launch: { DisableApiTermination: true },
    ...(template && { template: { ...template } }),
  })
  keepRecords(fixture.account)
  const step = async (inputs: Inputs, options: Options = {}): Promise<readonly string[]> => {
    fixture.account.ledger.clear()
    await redeploy(fixture, { 'lift-termination-protection': 'true', ...RECORDED, ...inputs }, options)
    return fixture.account.ledger.entries.map(({ action }) => action)
  }
  return { ...fixture, step }
}

/** A catalogue that claims every group. */
const GOVERNED: Options = {
  workspace: {
    '.github/fleet-patch.yml': `version: 1\nenvironments: { test: { account: '123456789012', regions: [eu-west-1] } }\nservices: { web: { owner: shop, in: { test: { groups: ['*'] } } } }\n`,
  },
  environment: { ref: 'refs/heads/main', defaultBranch: 'main', actor: 'octocat', triggeringActor: 'octocat' },
}

const PAIR = { blue: 'shop-blue', green: 'shop-green' }

/** Two groups behind one load balancer, of which the second is outdated and launches from a configuration. */
function pair(plan: TrafficScenePlan = {}) {
  const scene = trafficScene({
    green: { launch: 'configuration', size: 2, outdated: true, warmPool: { MinSize: 1 }, balancers: ['classic'] },
    blue: { aliased: true, launch: 'template-default' },
    ...plan,
  })
  const { account } = scene
  keepRecords(account)
  account.cloudWatch.operations.PutMetricAlarm({ AlarmName: 'web-5xx', MetricName: 'Errors', Namespace: 'Web', ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1, Period: 60, Statistic: 'Sum', Threshold: 1 }) // prettier-ignore
  const step = async (inputs: Inputs, options: Options = {}): Promise<readonly string[]> => {
    account.ledger.clear()
    await runAction(account, {
      inputs: { ...PAIR, ...RECORDED, ...inputs },
      runId: String(Math.round(account.timeline.now)),
      ...options,
    })
    return account.ledger.entries.map(({ action }) => action)
  }
  return { ...scene, step }
}

/** What divides traffic otherwise: records in Route 53, or a classic load balancer. */
async function otherMeans(inputs: Inputs, before?: Inputs): Promise<readonly (readonly string[])[]> {
  const records = recordScene()
  const classic = new SimulatedAccount()
  addGroup(classic, { name: 'shop-blue', balancers: ['classic'] })
  addGroup(classic, { name: 'shop-green' })
  const stories: (readonly string[])[] = []
  for (const [account, names] of [
    [records.account, { stacks: 'mystack', versions: 'v1 v2' }],
    [classic, PAIR],
  ] as const) {
    const step = (given: Inputs) =>
      // A classic load balancer takes no share.
      runAction(account, {
        inputs: { ...names, ...given, ...(account === classic && { steps: '' }) },
        runId: String(Math.round(account.timeline.now)),
      })
    if (before) await step(before)
    account.ledger.clear()
    await step(inputs)
    stories.push(account.ledger.entries.map(({ action }) => action))
  }
  return stories
}

/** The same of shifts that have died in the middle, `quiet` seconds after it. */
async function otherMeansRestored(
  more: Inputs,
  { steps = 1, quiet = 400 }: { readonly steps?: number; readonly quiet?: number } = {},
): Promise<readonly (readonly string[])[]> {
  const stories: (readonly string[])[] = []
  for (const operation of ['ChangeResourceRecordSets', 'AttachLoadBalancers']) {
    const isRecord = operation === 'ChangeResourceRecordSets'
    const make = (): SimulatedAccount => {
      if (isRecord) return recordScene().account
      const account = new SimulatedAccount()
      addGroup(account, { name: 'shop-blue', balancers: ['classic'] })
      addGroup(account, { name: 'shop-green' })
      account.ledger.clear()
      return account
    }
    const inputs = { mode: 'shift', ...(isRecord ? { stacks: 'mystack', versions: 'v1 v2' } : PAIR) }
    const [other, account] = [make(), make()]
    await runAction(other, { inputs })
    const call = other.ledger.entries.findIndex((entry) => entry.operation === operation) + 1
    await runAction(account, { inputs, process: { crash: { when: 'after', call } } })
    for (let step = 0; step < steps; step += 1) {
      account.timeline.advance(quiet)
      if (step === 0) account.ledger.clear()
      await runAction(account, {
        inputs: { mode: 'restore', 'auto-scaling-groups': '*', ...more },
        runId: `200${step}`,
      })
    }
    stories.push(account.ledger.entries.map(({ action }) => action))
  }
  return stories
}

interface Scene {
  readonly account: SimulatedAccount
  readonly step: (inputs: Inputs, options?: Options) => Promise<unknown>
}

/** Lets a step die after its first call of an operation, as another account shows it, and the silence prove the death. */
async function deathAfter(operation: string, [other, one]: readonly [Scene, Scene], inputs: Inputs): Promise<void> {
  await other.step(inputs)
  const call = other.account.ledger.entries.findIndex((entry) => entry.operation === operation) + 1
  await one.step(inputs, { process: { crash: { when: 'after', call } } })
  one.account.timeline.advance(400)
}

/**
 * What each mode calls when all goes well, when new instances fail, and after a run that has died; `more` are inputs of
 * the steps of the mode itself.
 */
const stories: Readonly<Record<Mode, (more: Inputs) => Promise<readonly (readonly string[])[]>>> = {
  images: async (more) => {
    const old = fleet()
    old.account.timeline.advance(40 * 86_400)
    // What is over its limit is told of.
    return [
      await fleet().step({ mode: 'images', image: 'ssm:/images/web', ...more }),
      await old.step({ mode: 'images', 'max-days-behind': '1', ...more }),
    ]
  },
  'patch-image': async (more) => {
    const other = { mode: 'patch-image', image: 'latest', 'instance-type': 't3.small', ...more }
    return [
      await fleet().step({ ...other, image: 'ssm:/images/web' }),
      await fleet().step({ ...other, rollout: 'scale-up-patch', ...DARK, ...WATCHED }),
      await fleet().step({ ...other, rollout: 'scale-up-patch', dark: 'true' }),
      await fleet().step({ ...other, 'migrate-to-launch-template': 'true' }),
    ]
  },
  'patch-docker': async (more) => {
    const other = { mode: 'patch-docker', 'docker-image': 'team/web:2', 'instance-type': 't3.small', ...more }
    return [
      await fleet().step({ ...other, rollout: 'scale-up-patch', ...DARK, ...WATCHED }),
      await fleet().step({ ...other, rollout: 'scale-up-patch', dark: 'true' }),
      await fleet().step({ ...other, 'migrate-to-launch-template': 'true' }),
    ]
  },
  respawn: async (more) => [
    await fleet().step({ mode: 'respawn', ...more }),
    await fleet().step({ mode: 'respawn', checkpoints: '1', promote: 'by-hand', ...WATCHED, ...PROBED, ...more }),
    await failure({ mode: 'respawn', ...more }),
  ],
  'scale-up-patch': async (more) => [
    await fleet().step({ mode: 'scale-up-patch', ...DARK, ...WATCHED, ...more }),
    await fleet().step({ mode: 'scale-up-patch', dark: 'true', ...more }),
    await failure({ mode: 'scale-up-patch', ...more }),
  ],
  release: async (more) => {
    const [whole, sick] = [fleet(), fleet()]
    for (const { step } of [whole, sick]) await step({ mode: 'scale-up-patch', dark: 'true' })
    whole.loss()
    sick.account.behaviour.sickImages.add(sick.newImageId)
    const shifted = pair()
    await shifted.step({ mode: 'shift', steps: '10 100', promote: 'by-hand' })
    return [
      await shifted.step({ mode: 'release', steps: '10 100', ...COMPARED, ...more }),
      ...(await otherMeans({ mode: 'release', ...more }, { mode: 'shift', steps: '10 100', promote: 'by-hand' })),
      await whole.step({ mode: 'release', ...WATCHED, ...PROBED, ...more }),
      await sick.step({ mode: 'release', ...TAKEN_BACK, ...more }),
    ]
  },
  rollback: async (more) => {
    const [{ step, loss, patch }, byHand] = [fleet(), fleet()]
    await patch()
    loss()
    await byHand.patch()
    const shifted = pair()
    await shifted.step({ mode: 'shift' })
    return [
      await shifted.step({ mode: 'rollback', ...more }),
      ...(await otherMeans({ mode: 'rollback', ...more }, { mode: 'shift' })),
      await step({ mode: 'rollback', ...DARK, ...more }),
      await byHand.step({ mode: 'rollback', dark: 'true', ...more }),
    ]
  },
  shift: async (more) => [
    await pair().step({ mode: 'shift', ...WATCHED, ...COMPARED, ...PROBED, ...more }),
    ...(await otherMeans({ mode: 'shift', ...more })),
  ],
  'blue-green': async (more) => [
    await pair().step({
      mode: 'blue-green',
      image: 'latest',
      keep: '0',
      'instance-type': 't3.small',
      ...WATCHED,
      ...COMPARED,
      ...PROBED,
      ...more,
    }),
    await pair({ green: { launch: 'template-latest', outdated: true } }).step({ mode: 'blue-green', image: 'latest', keep: '0', 'instance-type': 't3.small', ...more }), // prettier-ignore
    await pair().step({ mode: 'blue-green', image: 'ssm:/images/web', ...more }),
    ...(await otherMeans({ mode: 'blue-green', image: 'latest', keep: '0', ...more })),
  ],
  'redeploy-bastion': async (more) => [
    await bastion().step({ image: 'ssm:/images/bastion', ...more }),
    await bastion().step(more),
    await bastion({}).step(more),
  ],
  restore: async (more) => {
    const [rolled, dark, moved] = [fleet(), fleet(), bastion()]
    await deathAfter('SuspendProcesses', [fleet(), rolled], { mode: 'respawn' })
    rolled.loss()
    // What takes the place of an instance that is lost beside a dark half is dark as well, and stays.
    await dark.step({ mode: 'scale-up-patch', dark: 'true' })
    dark.loss()
    dark.account.timeline.advance(400)
    await deathAfter('AssociateAddress', [bastion(), moved], {})
    const shifting = pair()
    await deathAfter('ModifyRule', [pair(), shifting], { mode: 'shift' })
    return [
      ...(await otherMeansRestored(more)),
      await shifting.step({ mode: 'restore', blue: '', green: '', 'auto-scaling-groups': 'shop-*', ...more }),
      await rolled.step({ mode: 'restore', ...more }),
      await dark.step({ mode: 'restore', ...more }),
      await moved.step({ mode: 'restore', bastion: NAME, ...more }),
    ]
  },
  janitor: async (more) => {
    const day = 25 * 3600
    const [rolled, dark, shifting] = [fleet(), fleet(), pair()]
    await deathAfter('SuspendProcesses', [fleet(), rolled], { mode: 'respawn' })
    rolled.loss()
    await deathAfter('CreateTags', [fleet(), dark], { mode: 'scale-up-patch', dark: 'true' })
    await deathAfter('ModifyRule', [pair(), shifting], { mode: 'shift' })
    const { account, step } = fleet()
    leaveSources(account)
    await leaveBehind(account, 1)
    const heal = { mode: 'janitor', heal: 'true', 'heal-standby': 'true', 'heal-sources': 'true', ...more }
    const whole = { ...heal, 'auto-scaling-groups': '*' }
    const twice = async (one: { readonly account: SimulatedAccount; readonly step: typeof step }, inputs: Inputs) => {
      const actions: string[] = []
      for (let run = 0; run < 2; run += 1) {
        one.account.timeline.advance(day)
        actions.push(...(await one.step(inputs, GOVERNED)))
      }
      return actions
    }
    return [
      await twice({ account, step }, whole),
      await twice(rolled, heal),
      await twice(dark, heal),
      await twice(shifting, { ...whole, blue: '', green: '' }),
      ...(await otherMeansRestored(heal, { steps: 2, quiet: day })),
    ]
  },
  catalogue: async (more) => {
    const { account, step } = fleet()
    const workspace = {
      '.github/fleet-patch.yml': `version: 1\nenvironments: { test: { account: '${account.account}', regions: [${account.region}] } }\nservices: { web: { owner: shop, in: { test: { groups: [latest] } } } }\n`,
    }
    return [await step({ mode: 'catalogue', 'auto-scaling-groups': '', ...more }, { workspace })]
  },
}

async function callsOf(mode: Mode, more: Inputs = {}): Promise<readonly string[]> {
  const all = await stories[mode](more)
  // What the session itself needs is allowed by the trust policy, or to everyone.
  return [...new Set(all.flat())].filter((action) => !action.startsWith('sts:'))
}

/**
 * What is only told of a new bastion at its end, or whether name servers have taken a change: without it the run says so, or waits
 * for as long as that takes, and ends green.
 */
const TOLERATED = ['ec2:GetConsoleOutput', 'route53:GetChange']

/** A run that puts back is held up by no read; every other one asks for all that it may need before it changes anything. */
function readsOnlyAfterAChange(calls: readonly string[]): readonly string[] {
  const isRead = (action: string): boolean => /:(Describe|Get|List)/.test(action)
  // The record of a run says what it is about to change.
  const isTold = (action: string): boolean => /^(sts|events|logs|s3|sns):/.test(action)
  const first = calls.findIndex((action) => !isRead(action) && !isTold(action))
  if (first < 0) return []
  const before = new Set(calls.slice(0, first))
  return calls.slice(first).filter((action) => isRead(action) && !before.has(action) && !TOLERATED.includes(action))
}

/** Statements whose actions are no calls: AWS asks for them beside a call. */
const BESIDES = ['TagBastion', 'PassBastionRole']

describe.each(Object.keys(modes) as Mode[])('%s', (mode) => {
  const { reads, changes }: ModePermissions = modePermissions[mode]
  const statements = Object.entries(policyStatements).filter(([id]) => Object.hasOwn(changes, id))

  test('makes the calls that it declares, and no other', async () => {
    const calls = await callsOf(mode)
    const declared: readonly string[] = [...reads, ...statements.flatMap(([, actions]) => actions)]
    expect(calls.filter((action) => !declared.includes(action))).toEqual([])
    expect(reads.filter((action) => !calls.includes(action))).toEqual([])
    const unused = statements.filter(([, actions]) => !actions.some((action) => calls.includes(action)))
    expect(unused.map(([id]) => id).filter((id) => !BESIDES.includes(id))).toEqual([])
  })

  test('makes no read after its first change that it has not made before: what is not permitted is named in time', async () => {
    // Putting back is held up by no read, and a janitor puts back as well.
    if (mode === 'restore' || mode === 'janitor') return
    const late = (await stories[mode]({})).flatMap(readsOnlyAfterAChange)
    expect([...new Set(late)]).toEqual([])
  })

  test('makes only the calls that look in a dry run', async () => {
    const calls = await callsOf(mode, { 'dry-run': 'true' })
    expect(calls).not.toEqual([])
    expect(calls.filter((action) => !reads.some((read) => read === action))).toEqual([])
  })
})
