/** The accounts and steps by which the permissions of each mode are held against its calls. */
import { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup, instanceIds } from '../../simulator/scenario.ts'
import { recordScene } from '../../testing/record-scene.ts'
import { runAction, type RunActionOptions } from '../../testing/run-action.ts'
import { trafficScene, type TrafficScenePlan } from '../../testing/traffic-scene.ts'
import { redeploy, scene } from '../controllers/bastion/fixture.ts'

export type Inputs = Readonly<Record<string, string>>
type Options = Omit<RunActionOptions, 'inputs'>

export const DARK = { dark: 'true', probe: 'ssm: true' }
export const PROBED = { probe: DARK.probe }
/** An alarm that every fleet has. */
export const WATCHED = { alarms: 'web-5xx' }
/** Errors of both sides are compared, once there is a request of each. */
export const COMPARED = { 'max-error-ratio': '2', 'min-requests': '1' }
/** Sinks that every account of these stories has. */
const NOTIFIED = { 'notify-sns': 'arn:aws:sns:eu-west-1:123456789012:fleet' }
export const RECORDED = {
  ...NOTIFIED,
  'audit-bus': 'fleet-records',
  'audit-log-group': 'fleet-records',
  'audit-bucket': 'fleet-records',
}

/** Makes the sinks of records. */
export function keepRecords({ events, logs, s3, sns }: SimulatedAccount): void {
  sns.addTopic('fleet')
  events.addBus('fleet-records')
  logs.addGroup('fleet-records')
  s3.addBucket('fleet-records')
}

export const TAKEN_BACK = { 'on-failure': 'rollback', 'instance-timeout': '4' }

/**
 * Outdated groups: on a launch configuration with a warm pool, on the latest version of a template, on its default, and on a
 * version that takes its image from a parameter.
 */
export function fleet() {
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
export async function failure(inputs: Inputs): Promise<readonly string[]> {
  const { account, newImageId, step } = fleet()
  account.behaviour.sickImages.add(newImageId)
  return await step({ ...TAKEN_BACK, ...inputs })
}

/** A bastion that is protected, in a subnet that gives no public address, launched from a template or not. */
export function bastion(template?: object) {
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
export const GOVERNED: Options = {
  workspace: {
    '.github/fleet-patch.yml': `version: 1\nenvironments: { test: { account: '123456789012', regions: [eu-west-1] } }\nservices: { web: { owner: shop, in: { test: { groups: ['*'] } } } }\n`,
  },
  environment: { ref: 'refs/heads/main', defaultBranch: 'main', actor: 'octocat', triggeringActor: 'octocat' },
}

export const PAIR = { blue: 'shop-blue', green: 'shop-green' }

/** Two groups behind one load balancer, of which the second is outdated and launches from a configuration. */
export function pair(plan: TrafficScenePlan = {}) {
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
export async function otherMeans(inputs: Inputs, before?: Inputs): Promise<readonly (readonly string[])[]> {
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
export async function otherMeansRestored(
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
export async function deathAfter(
  operation: string,
  [other, one]: readonly [Scene, Scene],
  inputs: Inputs,
): Promise<void> {
  await other.step(inputs)
  const call = other.account.ledger.entries.findIndex((entry) => entry.operation === operation) + 1
  await one.step(inputs, { process: { crash: { when: 'after', call } } })
  one.account.timeline.advance(400)
}
