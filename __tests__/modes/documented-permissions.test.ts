/**
 * docs/modes.md against calls: what the policy of a mode's section allows is enough for the mode without options, and each statement that
 * an option needs is asked for with that option and not without it.
 */
import { readFileSync } from 'node:fs'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup, instanceIds, type GroupPlan } from '../../simulator/scenario.ts'
import type { Mode } from '../../src/inputs/modes.ts'
import { policyStatements } from '../../src/modes/permissions.ts'
import { recordScene } from '../../testing/record-scene.ts'
import { runAction, type RunActionOptions } from '../../testing/run-action.ts'
import { leaveBehind, leaveSources } from '../../testing/left-behind.ts'
import { trafficScene } from '../../testing/traffic-scene.ts'
import { NAME, scene as bastionScene } from '../controllers/bastion/fixture.ts'
import {
  deathAfter,
  GOVERNED,
  type Inputs,
  keepRecords,
  PAIR,
  PROBED,
  RECORDED,
  TAKEN_BACK,
} from './permission-scenes.ts'

beforeAll(takeShortcut)

interface Section {
  /** Actions of its policy, by statement. */
  readonly policy: ReadonlyMap<string, readonly string[]>
  /** The statements that it needs besides, and the words that say when. */
  readonly besides: readonly { readonly sid: string; readonly when: string }[]
}

const sections = new Map(
  readFileSync('docs/modes.md', 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((text): [mode: string, section: Section] => {
      const [, policy = '{}'] = /```json\n([^]*?)```/.exec(text) ?? []
      const { Statement } = JSON.parse(policy) as { readonly Statement: readonly { readonly Sid: string; readonly Action: readonly string[] }[] } // prettier-ignore
      const besides = [...text.matchAll(/^- `(\w+)` (.+)$/gm)].map(([, sid = '', when = '']) => ({ sid, when }))
      return [text.slice(0, text.indexOf('\n')), { policy: new Map(Statement.map(({ Sid, Action }) => [Sid, Action])), besides }] // prettier-ignore
    }),
)

/** What a run calls, but for what is allowed by the trust policy or to everyone. */
type Calls = Promise<readonly string[]>

/** An account whose steps tell what they call, each as a workflow run of its own. */
function stepsOf(account: SimulatedAccount, usual: Inputs) {
  keepRecords(account)
  account.cloudWatch.operations.PutMetricAlarm({ AlarmName: 'web-5xx', MetricName: 'Errors', Namespace: 'Web', ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1, Period: 60, Statistic: 'Sum', Threshold: 1 }) // prettier-ignore
  let runId = 1000
  return {
    account,
    step: async (inputs: Inputs, more: Omit<RunActionOptions, 'inputs'> = {}): Calls => {
      account.ledger.clear()
      await runAction(account, { inputs: { ...usual, ...inputs }, runId: String(++runId), ...more })
      return account.ledger.actions().filter((action) => !action.startsWith('sts:'))
    },
  }
}

const USER_DATA = '#taupage-ami-config\nsource: team/web:1\n'

const group = (plan: Partial<GroupPlan> = {}) => {
  const account = new SimulatedAccount()
  const { newImageId } = addGroup(account, { name: 'web', size: 1, outdated: true, userData: USER_DATA, ...plan })
  return { ...stepsOf(account, { 'auto-scaling-groups': 'web' }), newImageId }
}

/** The same group, but behind its newest image. */
const behind = (plan: Partial<GroupPlan> = {}) => group({ outdated: undefined as never, ...plan })

const STACKS = { stacks: 'mystack', versions: 'v1 v2' }
const rules = (plan: Parameters<typeof trafficScene>[0] = {}) => stepsOf(trafficScene(plan).account, PAIR)
const records = () => stepsOf(recordScene().account, STACKS)
function classic() {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'shop-blue', balancers: ['classic'] })
  addGroup(account, { name: 'shop-green', userData: USER_DATA })
  return stepsOf(account, PAIR)
}
/** Rules of an Application Load Balancer, and the listener of a Network Load Balancer. */
const BY_RULES = [rules, () => rules({ balancer: 'network' })]

function bastion(plan: Parameters<typeof bastionScene>[0] = {}) {
  const { account, ssh } = bastionScene(plan)
  const { step } = stepsOf(account, { bastion: NAME })
  return { account, step: (inputs: Inputs, more: Omit<RunActionOptions, 'inputs'> = {}) => step(inputs, { sshProbe: ssh, ...more }) } // prettier-ignore
}

/** All that several runs have called. */
const together = async (...runs: readonly Calls[]): Calls => (await Promise.all(runs)).flat()

/** A step after others of the same scene. */
async function after(
  { step }: { readonly step: (inputs: Inputs) => Calls },
  before: readonly Inputs[],
  inputs: Inputs,
): Calls {
  // prettier-ignore
  for (const each of before) await step(each)
  return await step(inputs)
}

const HAND = { promote: 'by-hand' }
const DARK = { dark: 'true' }
const WARM = { warmPool: { MinSize: 1, InstanceReusePolicy: { ReuseOnScaleIn: true } } }
const SHIFT = { mode: 'shift' }
const HALF = { ...SHIFT, steps: '10 100', ...HAND }

/** New instances fail, so that the launch source is taken back. */
async function failing(inputs: Inputs, before: readonly Inputs[] = []): Calls {
  const scene = group({ launch: 'template-default', balancers: ['target-group'] })
  for (const each of before) await scene.step(each)
  scene.account.behaviour.sickImages.add(scene.newImageId)
  return await scene.step({ ...inputs, ...TAKEN_BACK })
}

const NO_PAIR = { blue: '', green: '', stacks: '', versions: '', 'auto-scaling-groups': '*' }

/** A shift of traffic that has died after its first call of an operation. */
async function cutOff(scene: () => ReturnType<typeof stepsOf>, operation: string): Promise<ReturnType<typeof stepsOf>> {
  const one = scene()
  await deathAfter(operation, [scene(), one], SHIFT)
  return one
}

/** What goes on with shifts that have died, by the means of the shift. */
const cutOffs = (when: string, goOn: (one: ReturnType<typeof stepsOf>) => Calls): Omit<Cases, 'plain'> => ({
  [`with ${when} by rules`]: () => together(...BY_RULES.map(async (scene) => await goOn(await cutOff(scene, scene === rules ? 'ModifyRule' : 'ModifyListener')))), // prettier-ignore
  [`with ${when} by records`]: async () => await goOn(await cutOff(records, 'ChangeResourceRecordSets')),
  [`with ${when} by a classic load balancer`]: () =>
    together(...['AttachLoadBalancers', 'DetachLoadBalancers'].map(async (operation) => await goOn(await cutOff(classic, operation)))), // prettier-ignore
})

/** What is done with two groups, by the means that divides their traffic. */
const ofPair = (before: Inputs, inputs: Inputs): Omit<Cases, 'plain'> => ({
  'with `blue` and `green`, and `traffic` `alb` or `nlb`': () =>
    together(...BY_RULES.map((scene) => after(scene(), [before], inputs))),
  'with `blue` and `green`, and `traffic: route53`': () => after(records(), [before], inputs),
  // It takes no share.
  'with `blue` and `green`, and `traffic: classic`': () => after(classic(), [{ ...before, steps: '' }], { ...inputs, steps: '' }), // prettier-ignore
})

/** A janitor marks what it finds, and heals what it still finds a day later. */
async function healed({ account, step }: ReturnType<typeof stepsOf>, inputs: Inputs): Calls {
  const calls: string[] = []
  for (let run = 0; run < 2; run += 1) {
    account.timeline.advance(25 * 3600)
    calls.push(...(await step({ mode: 'janitor', ...inputs }, GOVERNED)))
  }
  return calls
}

async function janitor(leave: (scene: ReturnType<typeof stepsOf>) => unknown, inputs: Inputs): Calls {
  const scene = group()
  await leave(scene)
  return await healed(scene, { 'auto-scaling-groups': '*', ...inputs })
}
const leaveAll = ({ account }: { readonly account: SimulatedAccount }): Promise<unknown> => leaveBehind(account, 1)

/** What a mode calls without options, and with what a line of its section names; the sinks are those of every mode that has them. */
interface Cases {
  readonly plain: () => Calls
  readonly sinks?: () => Calls
  readonly [when: `with ${string}`]: () => Calls
}

const rolling = (mode: 'respawn' | 'scale-up-patch', more: Inputs = {}): Cases => {
  const inputs = { mode, ...more }
  return {
    plain: () => group().step(inputs),
    sinks: () => group().step({ ...inputs, ...RECORDED }),
    'with a warm pool': () => group(WARM).step(inputs),
    'with `on-failure: rollback`, or a gate that fails': () => failing(inputs),
    'with `probe: ssm: ...`': () => group().step({ ...inputs, ...PROBED }),
  }
}

const scaling: Cases = {
  ...rolling('scale-up-patch'),
  'with `dark`': () => group({ balancers: ['target-group', 'classic'] }).step({ mode: 'scale-up-patch', ...DARK, 'release-after': '1' }), // prettier-ignore
  'with `dark` until `mode: release`, or `promote: by-hand`': () =>
    together(
      group().step({ mode: 'scale-up-patch', ...DARK }),
      after(group({ size: 2 }), [{ mode: 'scale-up-patch', checkpoints: '1', ...HAND }], { mode: 'scale-up-patch', checkpoints: '1', ...HAND }), // prettier-ignore
    ),
}

const patching = (inputs: Inputs): Cases => {
  const up = { ...inputs, rollout: 'scale-up-patch' }
  const rolled = { ...inputs, rollout: 'respawn' }
  const settled = group
  return {
    plain: () => settled().step({ mode: 'patch-image', image: 'latest', rollout: 'respawn' }),
    sinks: () => behind().step({ ...inputs, ...RECORDED }),
    'with launch configurations': () => behind({ launch: 'configuration' }).step(inputs),
    'with launch templates': () => together(behind({ launch: 'template-default' }).step(inputs), behind({ launch: 'configuration' }).step({ ...inputs, 'migrate-to-launch-template': 'true' })), // prettier-ignore
    'with a warm pool': () => behind({ ...WARM, launch: 'configuration' }).step(rolled),
    'with `probe: ssm: ...`': () => behind().step({ ...rolled, ...PROBED }),
    'with `dark`': () =>
      behind({ balancers: ['target-group', 'classic'] }).step({ ...up, ...DARK, 'release-after': '1' }),
    'with `dark` until `mode: release`, or `promote: by-hand`': () => behind().step({ ...up, ...DARK }),
  }
}

const shifting = (inputs: Inputs, before: readonly Inputs[] = []): Cases => ({
  plain: () => rules().step({ ...inputs, 'dry-run': 'true' }),
  sinks: () => after(rules(), before, { ...inputs, ...RECORDED }),
  'with `traffic` `alb` or `nlb`': () => together(...BY_RULES.map((scene) => after(scene(), before, inputs))),
  'with `traffic: route53`': () => after(records(), before, inputs),
  'with `traffic: classic`': () => after(classic(), before, inputs),
  'with `probe: ssm: ...`': () => after(rules(), before, { ...inputs, ...PROBED }),
})

const patchedDocker = { mode: 'patch-docker', 'docker-image': 'team/web:2', rollout: 'respawn' }
const darkBefore = [{ mode: 'scale-up-patch', ...DARK }]

const cases: Readonly<Record<Mode, Cases>> = {
  images: {
    plain: () => behind().step({ mode: 'images' }),
    sinks: async () => {
      const scene = behind()
      scene.account.timeline.advance(40 * 86_400)
      return await scene.step({ mode: 'images', 'max-days-behind': '1', 'notify-sns': RECORDED['notify-sns'] })
    },
  },
  'patch-image': patching({ mode: 'patch-image', image: 'latest' }),
  'patch-docker': patching({ mode: 'patch-docker', 'docker-image': 'team/web:2' }),
  respawn: {
    ...rolling('respawn'),
    'with `promote: by-hand`': () => group({ size: 2 }).step({ mode: 'respawn', checkpoints: '1', ...HAND }),
  },
  'scale-up-patch': scaling,
  release: {
    plain: () => after(group({ balancers: ['target-group', 'classic'] }), darkBefore, { mode: 'release' }),
    sinks: () => after(group(), darkBefore, { mode: 'release', ...RECORDED }),
    'with a warm pool': () => after(group(WARM), darkBefore, { mode: 'release' }),
    'with `on-failure: rollback`, or a gate that fails': () => failing({ mode: 'release' }, darkBefore),
    'with `probe: ssm: ...`': () => after(group(), darkBefore, { mode: 'release', ...PROBED }),
    ...ofPair(HALF, { mode: 'release', steps: '10 100' }),
  },
  rollback: {
    plain: () => after(group({ launch: 'configuration' }), [{ mode: 'respawn' }, patchedDocker], { mode: 'rollback' }),
    sinks: () => after(group(), [{ mode: 'respawn' }, patchedDocker], { mode: 'rollback', ...RECORDED }),
    'with a warm pool': () => after(group(WARM), [{ mode: 'respawn' }, patchedDocker], { mode: 'rollback' }),
    'with launch templates': () => after(group({ launch: 'template-default' }), [{ mode: 'respawn' }, patchedDocker], { mode: 'rollback' }), // prettier-ignore
    'with `probe: ssm: ...`': () => after(group(), [{ mode: 'respawn' }, patchedDocker], { mode: 'rollback', ...PROBED }), // prettier-ignore
    'with `dark`': () => after(group({ balancers: ['target-group', 'classic'] }), [{ mode: 'respawn' }, patchedDocker], { mode: 'rollback', ...DARK, 'release-after': '1' }), // prettier-ignore
    'with `dark` until `mode: release`': () => after(group(), [{ mode: 'respawn' }, patchedDocker], { mode: 'rollback', ...DARK }), // prettier-ignore
    ...ofPair(SHIFT, { mode: 'rollback' }),
  },
  shift: shifting(SHIFT),
  'blue-green': {
    ...shifting({ mode: 'blue-green', image: 'latest' }),
    'with launch configurations': () => rules({ green: { launch: 'configuration' } }).step({ mode: 'blue-green', image: 'latest' }), // prettier-ignore
    'with launch templates': () => rules({ green: { launch: 'template-default' } }).step({ mode: 'blue-green', image: 'latest', keep: '0' }), // prettier-ignore
  },
  'redeploy-bastion': {
    plain: () => bastion().step({ mode: 'redeploy-bastion' }),
    sinks: () =>
      bastion({ launch: { DisableApiTermination: true } }).step({ mode: 'redeploy-bastion', 'lift-termination-protection': 'true', ...RECORDED }), // prettier-ignore
    'with a temporary address': () => bastion({ lends: 'nothing' }).step({ mode: 'redeploy-bastion' }),
  },
  restore: {
    plain: async () => {
      const one = group()
      await deathAfter('SuspendProcesses', [group(), one], { mode: 'respawn' })
      return await one.step({ mode: 'restore' })
    },
    sinks: () => after(group(), darkBefore, { mode: 'restore', ...RECORDED }),
    'with a dark launch': async () => {
      const { account, step } = group({ balancers: ['target-group', 'classic'], size: 2 })
      const [InstanceId] = instanceIds(account, 'web')
      await step({ mode: 'scale-up-patch', ...DARK })
      // What takes the place of an instance that is lost beside a dark half is dark as well, and stays.
      account.autoScaling.operations.TerminateInstanceInAutoScalingGroup({ InstanceId, ShouldDecrementDesiredCapacity: false }) // prettier-ignore
      account.timeline.advance(400)
      return await step({ mode: 'restore' })
    },
    'with a dark launch, or what waits at a gate': () => together(after(group(), darkBefore, { mode: 'restore' }), after(group({ size: 2 }), [{ mode: 'respawn', checkpoints: '1', ...HAND }], { mode: 'restore' })), // prettier-ignore
    ...cutOffs('a shift of traffic', async ({ step }) => await step({ mode: 'restore', ...NO_PAIR })),
    'with `bastion`': async () => {
      const one = bastion()
      await deathAfter('AssociateAddress', [bastion(), one], { mode: 'redeploy-bastion' })
      return await one.step({ mode: 'restore' })
    },
  },
  janitor: {
    plain: () => janitor(leaveAll, {}),
    sinks: () => janitor(leaveAll, { heal: 'true', ...RECORDED }),
    'with `heal`': () => janitor(leaveAll, { heal: 'true' }),
    'with `heal`, and a dark launch or what waits at a gate': () =>
      janitor((scene) => deathAfter('CreateTags', [group(), scene], { mode: 'scale-up-patch', ...DARK }), {
        heal: 'true',
      }),
    ...cutOffs('`heal`, and a shift of traffic', async (one) => await healed(one, { heal: 'true', ...NO_PAIR })),
    'with `heal-standby`': () => janitor(leaveAll, { heal: 'true', 'heal-standby': 'true' }),
    'with `heal-sources`': () => janitor(({ account }) => leaveSources(account), { heal: 'true', 'heal-sources': 'true' }), // prettier-ignore
  },
  catalogue: { plain: () => group().step({ mode: 'catalogue', 'auto-scaling-groups': '' }) },
}

/**
 * Actions to which no case above comes: a statement is written once for all modes, and some of its calls belong to other modes or to
 * rarer moments.
 */
const SHARED: Readonly<Partial<Record<Mode, readonly string[]>>> = {
  'patch-image': ['CarryDarkState ec2:DeleteTags'],
  'patch-docker': ['CarryDarkState ec2:DeleteTags'],
  respawn: [
    'PatchTemplates ec2:CreateLaunchTemplate',
    'PatchTemplates ec2:CreateLaunchTemplateVersion',
    'CarryDarkState ec2:DeleteTags',
  ],
  'scale-up-patch': [
    'PatchTemplates ec2:CreateLaunchTemplate',
    'PatchTemplates ec2:CreateLaunchTemplateVersion',
    'CarryDarkState ec2:DeleteTags',
  ],
  release: [
    'Roll autoscaling:SuspendProcesses',
    'Roll autoscaling:UpdateAutoScalingGroup',
    'CarryDarkState ec2:CreateTags',
    'PatchTemplates ec2:CreateLaunchTemplate',
    'PatchTemplates ec2:CreateLaunchTemplateVersion',
    'ShiftByRules elasticloadbalancing:AddTags',
    'ShiftByRules elasticloadbalancing:RemoveTags',
    'ShiftByAttachment autoscaling:AttachLoadBalancers',
  ],
  rollback: [
    'PatchTemplates ec2:CreateLaunchTemplate',
    'PatchTemplates ec2:CreateLaunchTemplateVersion',
    'CarryDarkState ec2:DeleteTags',
    'ShiftByRules elasticloadbalancing:AddTags',
  ],
  shift: ['ShiftByRules elasticloadbalancing:RemoveTags'],
  'blue-green': [
    'Roll autoscaling:TerminateInstanceInAutoScalingGroup',
    'ShiftByRules elasticloadbalancing:RemoveTags',
    'PatchTemplates ec2:CreateLaunchTemplate',
  ],
  'redeploy-bastion': ['MoveBastionAddress ec2:DisassociateAddress'],
  janitor: [
    'Roll autoscaling:SuspendProcesses',
    'Roll autoscaling:UpdateAutoScalingGroup',
    'ReleaseFromTheDark elasticloadbalancing:RegisterTargets',
    'CarryDarkState ec2:CreateTags',
    'ShiftByRules elasticloadbalancing:AddTags',
  ],
  restore: [
    'Roll autoscaling:SuspendProcesses',
    'CarryDarkState ec2:CreateTags',
    'ShiftByRules elasticloadbalancing:AddTags',
    'MoveBastionAddress ec2:AllocateAddress',
    'MoveBastionAddress ec2:DisassociateAddress',
    'MoveBastionAddress ec2:ReleaseAddress',
    'EndBastion ec2:ModifyInstanceAttribute',
  ],
}

/** What records and messages are sent by. */
const SINKS = ['Notify', 'RecordOnBus', 'RecordInLogs', 'RecordInBucket']
/** Statements whose actions are no calls: AWS asks for them beside a call. */
const NO_CALL = ['PassBastionRole', 'TagBastion']
const actionsOf = (sid: string): readonly string[] => policyStatements[sid as keyof typeof policyStatements]

test('docs/modes.md has a section for each mode', () => {
  expect([...sections.keys()]).toEqual(Object.keys(cases))
})

describe.each(Object.entries(cases))('%s', (mode, its) => {
  const { policy = new Map<string, readonly string[]>(), besides = [] } = sections.get(mode) ?? {}
  const base = [...policy.values()].flat()
  const lines = [...new Set(besides.filter(({ sid }) => ![...SINKS, ...NO_CALL].includes(sid)).map(({ when }) => when))]
  /** The statements that a line names: a line may name one case of several, as in `with a, or b`. */
  const sidsOf = (line: string) => besides.filter(({ when }) => when === line || when.startsWith(`${line}, or `)).map(({ sid }) => sid) // prettier-ignore
  /** One of which a run always needs: both sides launch from something, and traffic is shifted by some means. */
  const alternatives = (line: string): readonly string[] => [
    ...(/^(patch-|blue-green)/.test(mode) ? ['PatchConfigurations', 'PatchTemplates'] : []),
    ...(/^(shift|blue-green)/.test(mode) && !line.includes('`traffic') ? ['ShiftByRules'] : []),
    ...besides.filter(({ when }) => line.includes('heal') && when === 'with `heal`').map(({ sid }) => sid),
  ]
  const made = new Set<string>()

  test('needs no more than its policy without options, and has a case for each line of its section', async () => {
    const calls = await its.plain()
    for (const action of calls) made.add(action)
    expect(calls.filter((action) => !base.includes(action))).toEqual([])
    expect(
      Object.keys(its)
        .filter((name) => name.startsWith('with '))
        .toSorted(),
    ).toEqual(lines.toSorted())
  })

  test('needs with each line what it says, and no more', async () => {
    const found: Record<string, { readonly more: readonly string[]; readonly unused: readonly string[] }> = {}
    for (const line of lines) {
      const calls = (await its[line as `with ${string}`]?.()) ?? []
      for (const action of calls) made.add(action)
      const allowed = [...base, ...[...sidsOf(line), ...alternatives(line)].flatMap(actionsOf)]
      const unused = besides.filter(({ sid, when }) => when === line && !NO_CALL.includes(sid) && !actionsOf(sid).some((action) => calls.includes(action))) // prettier-ignore
      found[line] = {
        more: [...new Set(calls)].filter((action) => !allowed.includes(action)),
        unused: unused.map(({ sid }) => sid),
      }
    }
    expect(found).toEqual(Object.fromEntries(lines.map((line) => [line, { more: [], unused: [] }])))
  })

  test('sends records and messages with the statements that its section names', async () => {
    const calls = (await its.sinks?.()) ?? []
    for (const action of calls) made.add(action)
    const sent = SINKS.filter((sid) => actionsOf(sid).some((action) => calls.includes(action)))
    expect(sent).toEqual(SINKS.filter((sid) => besides.some((line) => line.sid === sid)))
  })

  test('calls each action that its statements allow, but for those that are listed', () => {
    const sids = [...[...policy.keys()].filter((sid) => sid !== 'Look'), ...besides.map(({ sid }) => sid)]
    const uncalled = sids.filter((sid) => !NO_CALL.includes(sid)).flatMap((sid) => actionsOf(sid).filter((action) => !made.has(action)).map((action) => `${sid} ${action}`)) // prettier-ignore
    expect(uncalled).toEqual(SHARED[mode as Mode] ?? [])
  })
})
