/**
 * Runs whose pages a person looks at: each is made by the whole program on a simulated account, so that a page shows what a run
 * shows. A browser, or a test, takes the job summary and the report of each.
 */
import { SimulatedAccount } from '../simulator/account.ts'
import { addGroup, addSenzaStack, type BuiltGroup, type GroupPlan, letBecomeHealthy } from '../simulator/scenario.ts'
import { imagePair } from '../simulator/scenario-images.ts'
import { BASTION_NAME, bastionScene } from './bastion-scene.ts'
import { type ActionRun, runAction } from './run-action.ts'
import { trafficScene } from './traffic-scene.ts'

/** A name that would be markup, a cell, code and a command wherever it is not escaped; AWS allows all of it. */
export const HOSTILE_NAME = `<img/src=x/onerror=alert(1)>|\`**b**\`&"'](javascript;x)$x$</style><script>alert(2)</script>`

type Inputs = Readonly<Record<string, string>>

interface Stage {
  readonly account: SimulatedAccount
  readonly group: BuiltGroup
}

/** One group on an old image behind a target group. */
function oneGroup(plan: Partial<GroupPlan> = {}): Stage {
  const account = new SimulatedAccount({ behaviour: { bootSeconds: [40, 80], balancerWarmupSeconds: [15, 30] } })
  const group = addGroup(account, { name: 'web', size: 6, launch: 'template-default', balancers: ['target-group'], outdated: true, ...plan }) // prettier-ignore
  account.ledger.clear()
  return { account, group }
}

const roll = async ({ account, group }: Stage, inputs: Inputs = {}): Promise<ActionRun> =>
  await runAction(account, { inputs: { mode: 'respawn', 'auto-scaling-groups': group.name, ...inputs } })

/** An alarm that is OK, and that instances of the new image raise after twenty seconds. */
function alarmed(stage: Stage): Stage {
  const { cloudWatch, behaviour } = stage.account
  cloudWatch.operations.PutMetricAlarm({ AlarmName: 'web-5xx', MetricName: 'Errors', Namespace: 'Web', ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1, Period: 60, Statistic: 'Sum', Threshold: 1 }) // prettier-ignore
  cloudWatch.operations.SetAlarmState({ AlarmName: 'web-5xx', StateValue: 'OK', StateReason: 'no errors' })
  behaviour.badImages.add(stage.group.newImageId)
  behaviour.badAlarms.set('web-5xx', 20)
  return stage
}

const SERVICES = ['shop', 'search', 'billing', 'identity', 'media', 'mail', 'reports'] as const

/** Groups of services that an audit looks at: of three one is current, one stale and one not rolled yet. */
function manyGroups(count: number): SimulatedAccount {
  const account = new SimulatedAccount()
  const { old, fresh } = imagePair(account, 'x86_64')
  for (let number = 0; number < count; number++) {
    const service = SERVICES[Math.floor(number / 3) % SERVICES.length] ?? ''
    const plan = [{ images: { old: fresh, fresh } }, { images: { old, fresh: old } }, { outdated: true }] as const
    addGroup(account, { name: `${service}-${number}`, size: 1, ...plan[number % 3] })
  }
  return account
}

/** A group with the name, rolled to another version of the launch template of a plain one. */
function hostile(): Stage {
  const { account, group } = oneGroup({ size: 0, balancers: [], sizes: { min: 0, max: 0 } })
  const launch = (Version: string) => ({ LaunchTemplate: { LaunchTemplateName: group.sourceNames[0], Version } })
  const { operations } = account.autoScaling
  operations.CreateAutoScalingGroup({ AutoScalingGroupName: HOSTILE_NAME, MinSize: 0, MaxSize: 4, DesiredCapacity: 2, AvailabilityZones: ['eu-west-1a'], ...launch('1') }) // prettier-ignore
  letBecomeHealthy(account, HOSTILE_NAME)
  operations.UpdateAutoScalingGroup({ AutoScalingGroupName: HOSTILE_NAME, ...launch('2') })
  return { account, group: { ...group, name: HOSTILE_NAME } }
}

const CATALOGUE = `version: 1
teams:
  shop: { github: '@acme/shop' }
environments:
  production:
    account: '123456789012'
    regions: [eu-west-1]
    role: arn:aws:iam::123456789012:role/fleet-patch
services:
${SERVICES.map((name) => `  ${name}: { owner: shop, in: { production: { groups: ['${name}-*'] } } }`).join('\n')}
`

const traffic = async (mode: string, inputs: Inputs): Promise<ActionRun> => {
  const idle = { size: 0, sizes: { min: 0, max: 0 }, outdated: true } as const
  const { account } = trafficScene(mode === 'blue-green' ? { green: idle } : {})
  return await runAction(account, { inputs: { mode, blue: 'shop-blue', green: 'shop-green', ...inputs } })
}

const bastion = async (inputs: Inputs = {}): Promise<ActionRun> => {
  const { account, ssh } = bastionScene()
  return await runAction(account, { inputs: { mode: 'redeploy-bastion', bastion: BASTION_NAME, ...inputs }, sshProbe: ssh }) // prettier-ignore
}

/** Every sample by its name: a step, which another call runs anew. `report-html` is given to each of them. */
export const pageSamples = {
  'one-instance': async (more) => await roll(oneGroup({ size: 1 }), more),
  'six-instances': async (more) => await roll(oneGroup(), more),
  'fifty-instances': async (more) => await roll(oneGroup({ size: 50 }), { surge: '10%', ...more }),
  'thousand-instances': async (more) => await roll(oneGroup({ size: 1000, balancers: [] }), { surge: '20%', ...more }),
  'two-groups': async (more) => {
    const { account } = oneGroup()
    addSenzaStack(account, { size: 2, outdated: true })
    return await runAction(account, { inputs: { mode: 'respawn', 'auto-scaling-groups': '*', ...more } })
  },
  'hostile-names': async (more) => await roll(hostile(), more),
  patch: async (more) => await roll(oneGroup({ outdated: true, launch: 'configuration' }), { mode: 'patch-image', rollout: 'respawn', ...more }), // prettier-ignore
  failure: async (more) => {
    const stage = oneGroup()
    stage.account.behaviour.sickImages.add(stage.group.newImageId)
    return await roll(stage, { 'instance-timeout': '5', ...more })
  },
  'failure-held': async (more) => {
    const stage = oneGroup()
    stage.account.behaviour.sickImages.add(stage.group.newImageId)
    return await roll(stage, { 'instance-timeout': '5', 'on-failure': 'hold', ...more })
  },
  'wrong-inputs': async (more) => await roll(oneGroup(), { surge: 'many', warmup: '-1', ...more }),
  'dry-run': async (more) => await roll(oneGroup(), { 'dry-run': 'true', ...more }),
  'dry-run-of-40-groups': async (more) => {
    const account = new SimulatedAccount()
    for (let number = 0; number < 40; number++)
      addGroup(account, { name: `web-${number}`, size: 3, balancers: ['target-group'], outdated: true })
    return await runAction(account, { inputs: { mode: 'respawn', 'auto-scaling-groups': 'web-*', 'dry-run': 'true', ...more } }) // prettier-ignore
  },
  gates: async (more) => await roll(oneGroup({ size: 10 }), { surge: '3', checkpoints: '1\n50%', bake: '5', 'bake-at-end': '5', ...more }), // prettier-ignore
  'gate-by-hand': async (more) => await roll(oneGroup({ size: 10 }), { surge: '3', checkpoints: '1', bake: '2', promote: 'by-hand', ...more }), // prettier-ignore
  alarm: async (more) => await roll(alarmed(oneGroup({ size: 10 })), { surge: '3', checkpoints: '1', bake: '5', alarms: 'web-5xx', ...more }), // prettier-ignore
  waves: async (more) => {
    const { account } = oneGroup({ name: 'first' })
    addGroup(account, { name: 'second', size: 3, balancers: ['target-group'], outdated: true })
    return await runAction(account, { inputs: { mode: 'respawn', 'auto-scaling-groups': '*', order: 'first\nsecond', 'group-bake': '2', ...more } }) // prettier-ignore
  },
  shift: async (more) => await traffic('shift', { steps: '10\n50\n100', bake: '5', ...more }),
  'blue-green': async (more) => await traffic('blue-green', { steps: '0\n10\n50\n100', bake: '5', keep: '30', ...more }), // prettier-ignore
  'traffic-dry-run': async (more) => await traffic('shift', { steps: '50\n100', 'dry-run': 'true', ...more }),
  bastion: async (more) => await bastion(more),
  'bastion-dry-run': async (more) => await bastion({ 'dry-run': 'true', ...more }),
  audit: async (more) => await runAction(manyGroups(5), { inputs: { mode: 'images', ...more } }),
  'audit-of-300-groups': async (more) => await runAction(manyGroups(300), { inputs: { mode: 'images', ...more } }),
  'audit-of-300-governed-groups': async (more) =>
    await runAction(manyGroups(300), {
      inputs: { mode: 'images', ...more },
      workspace: { '.github/fleet-patch.yml': CATALOGUE },
    }),
} as const satisfies Readonly<Record<string, (more: Inputs) => Promise<ActionRun>>>

export type PageSampleName = keyof typeof pageSamples

/** The pages of one run. */
export interface PageSample {
  readonly name: PageSampleName
  /** The job summary, in Markdown as GitHub renders it. */
  readonly summary: string
  /** The file that `report-html` names; undefined where the run writes none. */
  readonly report: string | undefined
  readonly annotations: ActionRun['annotations']
  readonly notices: readonly string[]
  readonly lines: readonly string[]
}

/** Runs one sample; the one of a thousand instances takes some seconds. */
export async function pageSample(name: PageSampleName): Promise<PageSample> {
  const { summary, files, annotations, notices, lines } = await pageSamples[name]({ 'report-html': 'report.html' })
  return { name, summary, report: files['report.html'], annotations, notices, lines }
}

/** Their names, in the order above. */
export const pageSampleNames = Object.keys(pageSamples) as readonly PageSampleName[]
