/** Plans from a dry run to what carries them out, in this process. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup, type GroupPlan } from '../../simulator/scenario.ts'
import { imageParameter } from '../../simulator/scenario-source.ts'
import { imagePair } from '../../simulator/scenario-images.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { openPlan } from '../../src/main/apply-plan.ts'
import { recordingRunner } from '../../testing/recording-runner.ts'
import { type Applied, carryOut, makePlan, PLAN_PATH } from './a-plan.ts'
import { BASTION_NAME, bastionScene } from '../../testing/bastion-scene.ts'
import { runAction } from '../../testing/run-action.ts'

beforeAll(takeShortcut)

const DAY = 86_400

function scene(plan: Partial<GroupPlan> = {}, names: readonly string[] = ['web', 'api']): SimulatedAccount {
  const account = new SimulatedAccount()
  for (const name of names) addGroup(account, { name, size: 2, outdated: true, ...plan })
  account.ledger.clear()
  return account
}

const group = (account: SimulatedAccount, name = 'web') => {
  const [found] =
    account.autoScaling.operations.DescribeAutoScalingGroups({ AutoScalingGroupNames: [name] }).AutoScalingGroups ?? []
  if (found === undefined) throw new Error(`no group ${name}`)
  return found
}

/** A newer image of the family that the groups of a scenario launch. */
const newerImage = (account: SimulatedAccount): string =>
  account.ec2.seedImage({
    name: 'fleet-x86_64-20260102',
    creationDate: '2026-01-02T06:00:00Z',
    architecture: 'x86_64',
  })

const RESPAWN = { mode: 'respawn', 'auto-scaling-groups': 'web\napi' }

const nothing = ({ failed, error, changes }: Applied) => ({ failed, error, changes })
const GREEN = { failed: false, error: '', changes: [] }

describe('a plan', () => {
  test('follows its schema, changes nothing and says its digest', async () => {
    const account = scene()
    const { text, digest, plan, run } = await makePlan(account, RESPAWN)
    expect(account.ledger.entries.filter(({ changes }) => changes)).toEqual([])
    expect(createHash('sha256').update(text).digest('hex')).toBe(digest)
    expect(run.outputs['plan-id']).toBe(plan.id)
    const validate = new Ajv2020({ strict: true }).compile(JSON.parse(readFileSync('docs/plan.schema.json', 'utf8')))
    expect([validate(plan), validate.errors]).toEqual([true, null])
    expect(plan.groups.map(({ group: name }) => name)).toEqual(['api', 'web'])
    expect(plan.groups[0]?.steps.map(({ action }) => action)).toContain('terminate')
    expect(Date.parse(plan.expiresAt) - Date.parse(plan.createdAt)).toBe(DAY * 1000)
    expect(run.summary).toContain(digest)
  })

  test('is carried out, and carried out again there is nothing to do', async () => {
    const account = scene()
    const made = await makePlan(account, { ...RESPAWN, 'auto-scaling-groups': 'web' })
    const done = await carryOut(account, made, { inputs: { 'audit-path': 'audit.jsonl' } })
    expect(done.error).toBe('')
    expect(account.ledger.launches('web')).toHaveLength(2)
    expect(account.ledger.launches('api')).toEqual([])
    expect(JSON.parse(done.files['audit.jsonl'] ?? '')).toMatchObject({ group: 'web', plan: made.plan.id, mode: 'respawn' }) // prettier-ignore
    expect(done.summary).toContain(made.plan.id)
    expect(nothing(await carryOut(account, made))).toEqual(GREEN)
  })

  test('may be good for a part of an hour', async () => {
    const account = scene()
    const { plan } = await makePlan(account, { ...RESPAWN, 'plan-expires': '0.5' })
    expect(Date.parse(plan.expiresAt) - Date.parse(plan.createdAt)).toBe(1800 * 1000)
  })

  test('of a forced roll replaces what was there, once', async () => {
    const account = scene()
    const made = await makePlan(account, { mode: 'respawn', 'auto-scaling-groups': 'web', force: 'true' })
    account.timeline.advance(600)
    expect((await carryOut(account, made)).error).toBe('')
    const launched = account.ledger.launches('web').length
    expect(nothing(await carryOut(account, made))).toEqual(GREEN)
    expect([launched, account.ledger.launches('web').length]).toEqual([2, 2])
  })

  test('holds no user data, and wants it again', async () => {
    const account = scene({ userData: '#cloud-config\nenvironment: { TOKEN: old }\n', outdated: undefined as never })
    const inputs = { mode: 'patch-docker', 'auto-scaling-groups': 'web', rollout: 'respawn', 'user-data': 'environment: { TOKEN: s3cr3t }' } // prettier-ignore
    const made = await makePlan(account, inputs)
    expect(made.text).not.toMatch(/s3cr3t|TOKEN: old/)
    expect(made.plan.groups[0]?.userData).toEqual([{ path: 'environment.TOKEN', before: '***', after: '***' }])
    const without = await carryOut(account, made)
    expect(without.error).toContain('`user-data` must be given again')
    expect(without.calls).toBe(0)
    const done = await carryOut(account, made, { inputs: { 'user-data': inputs['user-data'] } })
    expect(done.error).toBe('')
    expect(account.ledger.launches('web')).toHaveLength(2)
    expect(nothing(await carryOut(account, made, { inputs: { 'user-data': inputs['user-data'] } }))).toEqual(GREEN)
  })
})

describe('a plan is refused before AWS is asked', () => {
  const rows = [
    {
      name: 'with another digest',
      inputs: { 'plan-digest': '0'.repeat(64) },
      says: 'is not the plan that was approved',
    },
    { name: 'without a digest', inputs: { 'plan-digest': '' }, says: '`apply` needs `plan-digest`' },
    { name: 'with a digest that is none', inputs: { 'plan-digest': 'abc' }, says: '`plan-digest` is no SHA-256' },
    { name: 'where the file is missing', inputs: { apply: 'other.json' }, says: 'There is no plan at other.json' },
    { name: 'with plan-file', inputs: { 'plan-file': 'x.json' }, says: '`plan-file` and `apply` are both given' },
    { name: 'with another mode', inputs: { mode: 'rollback' }, says: '`mode` is `rollback`' },
    { name: 'with other inputs', inputs: { surge: '3', stacks: 'web' }, says: 'contradicted by 2 inputs: `stacks`' },
    { name: 'with a catalogue since', workspace: { '.github/fleet-patch.yml': "version: 1\nenvironments: { a: { account: '123456789012', regions: [eu-west-1] } }\nservices: { web: { owner: a, in: { a: { groups: [web, api] } } } }" }, says: 'the catalogue was none and is .github/fleet-patch.yml' }, // prettier-ignore
  ] as const

  test.each(rows)('$name', async ({ says, ...more }) => {
    const account = scene()
    const made = await makePlan(account, RESPAWN)
    const refused = await carryOut(account, made, more)
    expect(refused.error).toContain(says)
    expect([refused.failed, refused.calls, refused.audiences]).toEqual([true, 0, []])
  })

  test('that is too old', async () => {
    const account = scene()
    const made = await makePlan(account, { ...RESPAWN, 'plan-expires': '1.5' })
    account.timeline.advance(5395)
    expect((await carryOut(account, made, { inputs: { 'dry-run': 'true' } })).error).toBe('')
    account.timeline.advance(20)
    const refused = await carryOut(account, made)
    expect(refused.error).toContain(`was good until ${made.plan.expiresAt}`)
    expect(refused.calls).toBe(0)
  })

  test('that another major version has made', async () => {
    const account = scene()
    const { text } = await makePlan(account, RESPAWN)
    const other = text.replace(/"actionVersion": "\d+/, '"actionVersion": "7')
    const refused = await carryOut(account, { text: other, digest: createHash('sha256').update(other).digest('hex') })
    expect(refused.error).toContain('was made by version 7.0.0 of the action')
    expect(refused.calls).toBe(0)
  })

  const broken = [
    { name: 'that is no JSON', text: '{', says: 'it is no JSON' },
    { name: 'that is something else', text: '{}', says: 'is no plan' },
    { name: 'of a later format', text: '{"schemaVersion":2}', says: 'is of the format 2' },
    {
      name: 'of which something is missing',
      text: '{"schemaVersion":1}',
      says: 'is no plan that a dry run has written',
    },
  ]
  test.each(broken)('$name', async ({ text, says }) => {
    const account = scene()
    const refused = await carryOut(account, { text, digest: createHash('sha256').update(text).digest('hex') })
    expect(refused.error).toContain(says)
    expect(refused.calls).toBe(0)
  })
})

test.each([
  {
    name: 'a real run',
    inputs: { ...RESPAWN, 'plan-file': 'x.json' },
    says: '`plan-file` is written by a dry run alone',
  },
  { name: 'a restore', inputs: { ...RESPAWN, mode: 'restore', 'dry-run': 'true', 'plan-file': 'x.json' }, says: '`plan-file` cannot be written with `mode: restore`' }, // prettier-ignore
  { name: 'a shift of traffic', inputs: { mode: 'shift', blue: 'web', green: 'api', 'dry-run': 'true', 'plan-file': 'x.json' }, says: '`plan-file` cannot be written with `mode: shift`' }, // prettier-ignore
  { name: 'the rollback of a shift', inputs: { mode: 'rollback', stacks: 'web', versions: 'v1 v2', 'dry-run': 'true', 'plan-file': 'x.json' }, says: '`plan-file` cannot be written with `versions`' }, // prettier-ignore
  { name: 'an audit', inputs: { mode: 'images', 'plan-file': 'x.json', 'dry-run': 'true' }, says: '`plan-file` cannot be written with `mode: images`' }, // prettier-ignore
  { name: 'a digest alone', inputs: { ...RESPAWN, 'plan-digest': '0'.repeat(64) }, says: '`apply` is missing' },
  { name: 'no mode', inputs: { 'auto-scaling-groups': 'web' }, says: '`mode` is missing' },
  { name: 'no hours', inputs: { ...RESPAWN, 'plan-expires': '0' }, says: '`plan-expires` is `0` but must be hours' },
])('$name is refused before AWS is asked', async ({ inputs, says }) => {
  const run = await runAction(scene(), { inputs })
  expect(run.annotations.map(({ message }) => message).join()).toContain(says)
  expect([run.failed, run.calls]).toEqual([true, 0])
})

describe('what has moved', () => {
  const asg = (account: SimulatedAccount) => account.autoScaling.operations
  const first = (account: SimulatedAccount) => group(account).Instances?.[0]?.InstanceId ?? ''
  const version = (account: SimulatedAccount, data: object) => {
    const LaunchTemplateId = group(account).LaunchTemplate?.LaunchTemplateId ?? ''
    const made = account.ec2.operations.CreateLaunchTemplateVersion({ LaunchTemplateId, SourceVersion: '2', LaunchTemplateData: data }) // prettier-ignore
    return { LaunchTemplateId, Version: String(made.LaunchTemplateVersion?.VersionNumber) }
  }
  const relaunch = (data: object) => (account: SimulatedAccount) =>
    asg(account).UpdateAutoScalingGroup({ AutoScalingGroupName: 'web', LaunchTemplate: version(account, data) })
  const rows: readonly {
    readonly name: string
    readonly move: (account: SimulatedAccount) => unknown
    readonly says: RegExp
  }[] = [
    { name: 'minimum size', move: (account) => asg(account).UpdateAutoScalingGroup({ AutoScalingGroupName: 'web', MinSize: 1 }), says: /web: it has moved since the plan was made: minimum size \(was 0, is 1\)\./ }, // prettier-ignore
    { name: 'maximum size', move: (account) => asg(account).UpdateAutoScalingGroup({ AutoScalingGroupName: 'web', MaxSize: 9 }), says: /maximum size \(was 3, is 9\)/ }, // prettier-ignore
    { name: 'suspended processes', move: (account) => asg(account).SuspendProcesses({ AutoScalingGroupName: 'web', ScalingProcesses: ['AZRebalance'] }), says: /suspended processes \(was none, is AZRebalance\)/ }, // prettier-ignore
    { name: 'lifecycle hooks', move: (account) => asg(account).PutLifecycleHook({ AutoScalingGroupName: 'web', LifecycleHookName: 'drain', LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING' }), says: /lifecycle hooks \(was none, is drain/ }, // prettier-ignore
    { name: 'protection', move: (account) => asg(account).SetInstanceProtection({ AutoScalingGroupName: 'web', InstanceIds: [first(account)], ProtectedFromScaleIn: true }), says: /protected instances \(was none, is i-/ }, // prettier-ignore
    { name: 'Standby', move: (account) => asg(account).EnterStandby({ AutoScalingGroupName: 'web', InstanceIds: [first(account)], ShouldDecrementDesiredCapacity: true }), says: /instances in Standby \(was none, is i-/ }, // prettier-ignore
    { name: 'image', move: (account) => relaunch({ ImageId: newerImage(account) })(account), says: /launch source \(was web-template \(lt-\w+\) version 2, is .* version 3\); image \(was ami-\w+, is ami-\w+\)/ }, // prettier-ignore
    { name: 'user data', move: relaunch({ UserData: Buffer.from('echo').toString('base64') }), says: /version 3\); user data \(was none, is [0-9a-f]{64}\)/ }, // prettier-ignore
    {
      name: 'anything else that is launched',
      move: relaunch({ InstanceType: 'm5.large' }),
      says: /version 3\); launch data/,
    },
    {
      name: 'a source of the same content',
      move: relaunch({}),
      says: /launch source \(was .* version 2, is .* version 3\)\./,
    },
  ]

  test.each(rows)('is refused and changes nothing: $name', async ({ move, says }) => {
    const account = scene()
    const made = await makePlan(account, RESPAWN)
    move(account)
    const refused = await carryOut(account, made)
    expect(refused.error).toMatch(says)
    expect(refused.changes).toEqual([])
  })

  test('is told of all groups in one error', async () => {
    const account = scene()
    const made = await makePlan(account, RESPAWN)
    for (const name of ['web', 'api']) asg(account).UpdateAutoScalingGroup({ AutoScalingGroupName: name, MaxSize: 7, MinSize: 1 }) // prettier-ignore
    const { error, changes } = await carryOut(account, made)
    for (const name of ['web', 'api']) expect(error).toContain(`${name}: it has moved since the plan was made: minimum size (was 0, is 1); maximum size (was 3, is 7)`) // prettier-ignore
    expect(changes).toEqual([])
  })

  test('is told with a group that is gone', async () => {
    const account = scene()
    const made = await makePlan(account, RESPAWN)
    asg(account).DeleteAutoScalingGroup({ AutoScalingGroupName: 'api', ForceDelete: true })
    account.timeline.advance(3600)
    asg(account).UpdateAutoScalingGroup({ AutoScalingGroupName: 'web', MaxSize: 7 })
    const { error, changes } = await carryOut(account, made)
    expect(error).toContain('api: it does not exist any more')
    expect(error).toContain('web: it has moved since the plan was made: maximum size (was 3, is 7)')
    expect(changes).toEqual([])
  })

  test('is not what may move: the desired capacity, instances, and groups that came since', async () => {
    const account = scene()
    const made = await makePlan(account, { mode: 'respawn', 'auto-scaling-groups': 'w*\napi' })
    asg(account).SetDesiredCapacity({ AutoScalingGroupName: 'web', DesiredCapacity: 3 })
    asg(account).TerminateInstanceInAutoScalingGroup({
      InstanceId: first(account),
      ShouldDecrementDesiredCapacity: false,
    })
    addGroup(account, { name: 'wiki', size: 1, outdated: true })
    account.timeline.advance(1800)
    const launched = account.ledger.launches('wiki')
    const done = await carryOut(account, made)
    expect(done.error).toBe('')
    expect(done.lines.join('\n')).toContain('wiki matches the inputs now, but is not in the plan')
    expect(JSON.parse(done.outputs['groups'] ?? '')).toEqual(['api', 'web'])
    expect(account.ledger.launches('wiki')).toEqual(launched)
  })

  test('is the account, the region or the role of the credentials', async () => {
    const made = await makePlan(scene(), RESPAWN)
    const inputs = { apply: PLAN_PATH, 'plan-digest': made.digest }
    const runner = recordingRunner({ inputs, workspace: { [PLAN_PATH]: made.text } })
    const opened = await openPlan(runner, Date.parse(made.plan.createdAt) / 1000)
    const clock = (at: string) => ({ now: () => Date.parse(at), sleep: async () => {} })
    const own = { id: '123456789012', arn: 'arn:aws:sts::123456789012:assumed-role/fleet-patch/someone' }
    const there = { account: own, region: 'eu-west-1', clock: clock(made.plan.createdAt) }
    expect(() => opened?.confirm(there)).not.toThrow()
    const other = { id: '210987654321', arn: 'arn:aws:iam::210987654321:user/ops' }
    expect(() => opened?.confirm({ ...there, account: other, region: 'eu-west-2' })).toThrow(
      'the account was 123456789012 and is 210987654321, and the region was eu-west-1 and is eu-west-2, and the role was assumed-role/fleet-patch and is user/ops',
    )
    expect(() => opened?.confirm({ ...there, clock: clock(made.plan.expiresAt) })).toThrow('was good until')
  })

  test('is the account, where its role is another one', async () => {
    const made = await makePlan(scene(), RESPAWN)
    const refused = await carryOut(new SimulatedAccount({ account: '210987654321' }), made)
    expect(refused.error).toContain('`role-to-assume` is `arn:aws:iam::210987654321:role/fleet-patch`')
    expect(refused.calls).toBe(0)
  })
})

describe('the images of a plan', () => {
  test('are launched, though a newer one has appeared, which is told', async () => {
    const account = scene({ outdated: undefined as never }, ['web'])
    const made = await makePlan(account, { mode: 'patch-image', 'auto-scaling-groups': 'web', rollout: 'respawn' })
    const [place] = made.plan.groups[0]?.becomes ?? []
    expect(place).toMatchObject({ chosenBy: 'latest', image: imagePair(account, 'x86_64').fresh })
    const newer = newerImage(account)
    const done = await carryOut(account, made)
    expect(done.error).toBe('')
    expect(done.outputs['image-id']).toBe(place?.image)
    expect(done.lines.join('\n')).toContain(
      `${place?.image} of the plan is taken, though fleet-x86_64-20260102 (${newer})`,
    )
    expect(nothing(await carryOut(account, made))).toEqual(GREEN)
  })

  test('are refused where one is gone', async () => {
    const account = scene({ outdated: undefined as never }, ['web'])
    const made = await makePlan(account, { mode: 'patch-image', 'auto-scaling-groups': 'web' })
    const id = imagePair(account, 'x86_64').fresh
    account.ec2.operations.DeregisterImage({ ImageId: id })
    const refused = await carryOut(account, made)
    expect(refused.error).toContain(`${id} does not exist in this region`)
    expect(refused.changes).toEqual([])
  })

  test('behind a parameter may not move', async () => {
    const account = scene({ aliased: true }, ['web'])
    const made = await makePlan(account, { mode: 'respawn', 'auto-scaling-groups': 'web' })
    account.ssm.operations.PutParameter({ Name: imageParameter('web'), Value: newerImage(account), Overwrite: true })
    const refused = await carryOut(account, made)
    expect(refused.error).toMatch(/launch source \(was .*\); image \(was ami-\w+, is ami-\w+\)/)
    expect(refused.changes).toEqual([])
  })
})

describe('every mode that changes something can be planned', () => {
  const kinds = ['configuration', 'template-latest', 'template-default', 'mixed', 'mixed-override-template'] as const
  test.each(kinds)('patch-image with %s, and the migration of a configuration', async (launch) => {
    const account = scene({ outdated: undefined as never, launch }, ['web'])
    const inputs = { mode: 'patch-image', 'auto-scaling-groups': 'web', rollout: 'scale-up-patch' }
    const made = await makePlan(account, {
      ...inputs,
      ...(launch === 'configuration' && { 'migrate-to-launch-template': 'true' }),
    })
    expect((await carryOut(account, made)).error).toBe('')
    expect(account.ledger.launches('web')).toHaveLength(2)
    expect(nothing(await carryOut(account, made))).toEqual(GREEN)
  })

  test('patch-docker, in waves', async () => {
    const account = scene({
      outdated: undefined as never,
      userData: '#taupage-ami-config\nsource: registry.example.org/shop/web:1.0\n',
    })
    const inputs = { mode: 'patch-docker', 'docker-image': '2.0', rollout: 'respawn', order: 'web\napi', 'auto-scaling-groups': 'web\napi' } // prettier-ignore
    const made = await makePlan(account, inputs)
    expect((await carryOut(account, made)).error).toBe('')
    expect(account.ledger.launches('api')).toHaveLength(2)
    expect(nothing(await carryOut(account, made))).toEqual(GREEN)
  })

  test('scale-up-patch in the dark, then its release', async () => {
    const account = scene({ balancers: ['target-group'] }, ['web'])
    const dark = await makePlan(account, { mode: 'scale-up-patch', 'auto-scaling-groups': 'web', dark: 'true' })
    expect((await carryOut(account, dark)).error).toBe('')
    account.timeline.advance(600)
    const release = await makePlan(account, { mode: 'release', 'auto-scaling-groups': 'web' })
    expect(release.plan.groups[0]?.now.unfinishedSince).not.toBeNull()
    expect((await carryOut(account, release, { runId: '2001' })).error).toBe('')
    account.timeline.advance(1200)
    expect(group(account).Instances).toHaveLength(2)
    expect(group(account).Tags).toEqual([])
  })

  test.each(['configuration', 'template-number', 'template-latest', 'template-default'] as const)(
    'rollback with %s',
    async (launch) => {
      const account = scene({ outdated: undefined as never, launch }, ['web'])
      await runAction(account, { inputs: { mode: 'patch-image', 'auto-scaling-groups': 'web', rollout: 'respawn' } })
      account.timeline.advance(600)
      const made = await makePlan(account, { mode: 'rollback', 'auto-scaling-groups': 'web' })
      expect(made.plan.groups[0]?.becomes[0]?.image).toBe(imagePair(account, 'x86_64').old)
      const done = await carryOut(account, made)
      expect(done.error).toBe('')
      const launched = account.ledger.launches('web').length
      expect(nothing(await carryOut(account, made))).toEqual(GREEN)
      expect(account.ledger.launches('web')).toHaveLength(launched)
    },
  )

  test('redeploy-bastion, with force and once', async () => {
    const { account, ssh, newImage, image, allocation } = bastionScene()
    const inputs = { mode: 'redeploy-bastion', bastion: BASTION_NAME, force: 'true' }
    const made = await makePlan(account, inputs, { sshProbe: ssh })
    expect(made.plan.bastion).toMatchObject({ image: newImage, chosenBy: 'latest', allocation })
    expect(made.text).not.toContain('very-secret-key')
    const newer = image('2026-01-02')
    const done = await carryOut(account, made, { sshProbe: ssh })
    expect([done.error, done.outputs['image-id']]).toEqual(['', newImage])
    expect(done.lines.join('\n')).toContain(newer)
    expect(nothing(await carryOut(account, made, { sshProbe: ssh }))).toEqual(GREEN)
  })

  test('a bastion that has moved is refused', async () => {
    const { account, ssh, old, ops } = bastionScene()
    const made = await makePlan(account, { mode: 'redeploy-bastion', bastion: BASTION_NAME }, { sshProbe: ssh })
    ops.CreateTags({ Resources: [old], Tags: [{ Key: 'Team', Value: 'other' }] })
    const refused = await carryOut(account, made, { sshProbe: ssh })
    expect(refused.error).toMatch(/it has moved since the plan was made: launch \(was [0-9a-f]{16}, is [0-9a-f]{16}\)/)
    expect(refused.changes).toEqual([])
  })
})

test('of two runs that carry out one plan at once one goes on', async () => {
  const account = scene({}, ['web'])
  const made = await makePlan(account, { mode: 'respawn', 'auto-scaling-groups': 'web' })
  const died = await carryOut(account, made, { process: { crash: { when: 'after', call: 40 } } })
  expect(died.died).toBe(true)
  const second = await carryOut(account, made, { runId: '3000' })
  expect(second.failed).toBe(true)
  expect(second.error).toContain('2000')
  expect(second.changes).toEqual([])
})

describe('a crash while a plan is carried out', () => {
  test.each(['respawn', 'patch-image'] as const)('leaves what another run of it goes on with: %s', async (mode) => {
    const inputs = { mode, 'auto-scaling-groups': 'web', ...(mode === 'patch-image' && { rollout: 'respawn' }) }
    const build = () =>
      mode === 'patch-image'
        ? scene({ launch: 'template-default', outdated: undefined as never }, ['web'])
        : scene({}, ['web'])
    const whole = build()
    const total = (await carryOut(whole, await makePlan(whole, inputs))).calls
    expect(total).toBeGreaterThan(30)
    for (let call = 15; call < total; call += 9) {
      const account = build()
      const made = await makePlan(account, inputs)
      expect((await carryOut(account, made, { process: { crash: { when: 'after', call } } })).died).toBe(true)
      account.timeline.advance(1200)
      const again = await carryOut(account, made, { runId: '3000' })
      expect([call, again.error]).toEqual([call, ''])
      expect(nothing(await carryOut(account, made, { runId: '4000' }))).toEqual(GREEN)
      const { MinSize, MaxSize, DesiredCapacity, SuspendedProcesses, Tags } = group(account)
      expect([MinSize, MaxSize, DesiredCapacity, SuspendedProcesses, Tags]).toEqual([0, 3, 2, [], []])
    }
  })
})
