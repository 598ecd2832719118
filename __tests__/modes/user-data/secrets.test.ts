/** Twenty and more kinds of user data, each with all kinds of secrets, through the whole program: nothing of them is shown. */
import { gunzipSync, gzipSync } from 'node:zlib'
import { patchUserData, type UserDataRequest } from '../../../src/domain/user-data/user-data.ts'
import { UserDataError } from '../../../src/domain/yaml/error.ts'
import { addGroup, type LaunchKind } from '../../../simulator/scenario.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { changes, configurationNow, failure, groupNow, versionNow } from '../../../testing/launch-state.ts'
import { type ActionRun, runAction } from '../../../testing/run-action.ts'
import { APP, type SampleKind, sampleKinds } from './sample-kinds.ts'
import { secretKinds } from './secret-kinds.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'

beforeAll(takeShortcut)

/** A token as it is, and as base64 has it at each of the three places where it may begin. */
const spellings = (token: string): readonly string[] => [
  token,
  encodeURIComponent(token),
  JSON.stringify(token).slice(1, -1),
  ...['', 'a', 'aa'].map((before) =>
    Buffer.from(before + token)
      .toString('base64')
      .slice(before.length === 0 ? 0 : 4, -4),
  ),
]
const forbidden = [...new Set(secretKinds.flatMap(({ tokens }) => tokens.flatMap(spellings)))]

const shownIn = (said: unknown): readonly string[] => {
  const text = typeof said === 'string' ? said : JSON.stringify(said)
  return forbidden.filter((spelling) => text.includes(spelling))
}

/** A group of two whose next launch has this user data. */
function fleet(sample: SampleKind, launch: LaunchKind = 'template-number'): SimulatedAccount {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', launch, size: 1 })
  const UserData = Buffer.from(sample.make(secretKinds)).toString('base64')
  if (launch === 'configuration') {
    account.autoScaling.operations.CreateLaunchConfiguration({
      LaunchConfigurationName: 'own',
      InstanceType: 't3.micro',
      ImageId: configurationNow(account, groupNow(account, 'web').LaunchConfigurationName ?? '').ImageId,
      UserData,
    })
    account.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: 'web',
      LaunchConfigurationName: 'own',
    })
  } else {
    const { LaunchTemplateId } = groupNow(account, 'web').LaunchTemplate ?? {}
    account.ec2.operations.CreateLaunchTemplateVersion({
      LaunchTemplateId,
      SourceVersion: '1',
      LaunchTemplateData: { UserData },
    })
    account.autoScaling.operations.UpdateAutoScalingGroup({
      AutoScalingGroupName: 'web',
      LaunchTemplate: { LaunchTemplateId, Version: '2' },
    })
  }
  account.ledger.clear()
  return account
}

function userDataNow(account: SimulatedAccount): Uint8Array {
  const { LaunchConfigurationName, LaunchTemplate } = groupNow(account, 'web')
  const base64 =
    LaunchConfigurationName === undefined
      ? versionNow(account, LaunchTemplate).LaunchTemplateData?.UserData
      : configurationNow(account, LaunchConfigurationName).UserData
  return new Uint8Array(Buffer.from(base64 ?? '', 'base64'))
}

const patch = (account: SimulatedAccount, inputs: Readonly<Record<string, string>>): Promise<ActionRun> =>
  runAction(account, { inputs: { mode: 'patch-docker', 'auto-scaling-groups': 'web', ...inputs } })

/** Packed user data is compared by what it holds. */
const unpacked = (bytes: Uint8Array): string =>
  Buffer.from(bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('latin1')

/** What each of them must come to; none may show a secret. */
const requests: readonly { readonly name: string; readonly inputs: Readonly<Record<string, string>>; readonly ends: 'refused' | 'either' }[] = [
  { name: 'another repository', inputs: { 'docker-image': 'quay.io/other/thing:2' }, ends: 'refused' },
  { name: 'a secret as the name of an image', inputs: { 'docker-image': 'redis:7' }, ends: 'refused' },
  { name: 'a tag alone', inputs: { 'docker-image': '1.3' }, ends: 'either' },
  { name: 'another repository that is allowed', inputs: { 'docker-image': 'quay.io/other/thing:2', 'allow-other-repository': 'true' }, ends: 'either' },
  { name: 'keys', inputs: { 'user-data': 'environment: {key_1: null, key_2: q4NewValue}\nkey_0: {a: 1}' }, ends: 'either' },
  { name: 'keys that hold a mapping in the place of a list', inputs: { 'user-data': 'write_files: {a: 1}\nruncmd: null' }, ends: 'either' },
] // prettier-ignore

/** Everything outside of the reference; base64 inside of a message is another text where the image is. */
const withoutTag = (bytes: Uint8Array): string =>
  unpacked(bytes)
    .replace(/(?<=Transfer-Encoding: base64\n\n)[A-Za-z0-9+/=\s]+/u, (text) => Buffer.from(text, 'base64').toString())
    .replaceAll(`${APP}:1.3`, `${APP}:1.2`)

describe.each(sampleKinds.filter(({ patched }) => patched === 'changed'))('$name is patched', (sample) => {
  test('with no secret shown, no other byte changed, and nothing left to change', async () => {
    const account = fleet(sample)
    const before = userDataNow(account)
    const step = await patch(account, { 'docker-image': `${APP}:1.3` })
    expect(failure(step)).toBe('')
    expect(step.outputs['changed']).toBe('true')
    expect(withoutTag(userDataNow(account))).toBe(withoutTag(before))
    account.ledger.clear()
    const again = await patch(account, { 'docker-image': `${APP}:1.3` })
    expect(again.outputs['changed']).toBe('false')
    expect(changes(account)).toEqual([])
    expect(shownIn([step, again])).toEqual([])
  })
})

describe.each(sampleKinds.filter(({ patched }) => patched === 'refused'))('$name is refused', (sample) => {
  test('with no secret shown, and stays', async () => {
    const account = fleet(sample)
    const before = userDataNow(account)
    const step = await patch(account, { 'docker-image': `${APP}:1.3` })
    expect(shownIn(step)).toEqual([])
    expect(failure(step)).toMatch(/docker-image|user data/u)
    expect(step.outputs['changed']).toBe('false')
    expect(changes(account)).toEqual([])
    expect(userDataNow(account)).toEqual(before)
  })
})

describe.each(sampleKinds)('$name', (sample) => {
  test.each(requests)('shows no secret with $name, and changes only where that is told', async ({ inputs, ends }) => {
    const account = fleet(sample)
    const before = Buffer.from(userDataNow(account)).toString('base64')
    const step = await patch(account, inputs)
    expect(shownIn(step)).toEqual([])
    expect(JSON.stringify(step)).not.toContain('q4NewValue')
    const isChanged = step.outputs['changed'] === 'true'
    const allowed = isChanged || failure(step) === '' ? ['either'] : ['either', 'refused']
    expect(allowed).toContain(ends)
    expect(changes(account).length > 0).toBe(isChanged)
    expect(Buffer.from(userDataNow(account)).toString('base64') !== before).toBe(isChanged)
  })

  test('shows no secret in a dry run, in a roll, and where AWS refuses with the user data in its words', async () => {
    const account = fleet(sample)
    const inputs = { 'docker-image': `${APP}:1.3` }
    expect(shownIn(await patch(account, { ...inputs, 'dry-run': 'true' }))).toEqual([])
    const bytes = userDataNow(account)
    const text = new TextDecoder().decode(bytes)
    const [line = ''] = secretKinds.map(({ value }) => value)
    // AWS does not unpack it.
    const isPacked = bytes[0] === 0x1f
    const quoting = [Buffer.from(bytes).toString('base64').slice(40, 400), ...(isPacked ? [] : [text.slice(30, 2000), line])] // prettier-ignore
    for (const words of quoting) {
      account.faults.inject({
        action: 'ec2:CreateLaunchTemplateVersion',
        fault: { kind: 'refusal', code: 'InvalidUserData.Malformed', message: `Invalid value '${words}'` },
        times: 1,
      })
      expect(shownIn(await patch(account, inputs))).toEqual([])
      account.faults.clear()
    }
    expect(shownIn(await patch(account, { ...inputs, rollout: 'respawn' }))).toEqual([])
  })
})

test.each(sampleKinds.slice(0, 5))(
  '$name shows no secret where another image is given, or given back',
  async (sample) => {
    const account = fleet(sample)
    const before = userDataNow(account)
    const inputs = { mode: 'patch-image', 'auto-scaling-groups': 'web' }
    account.faults.inject({
      action: 'ec2:CreateLaunchTemplateVersion',
      fault: { kind: 'refusal', code: 'InvalidUserData.Malformed', message: new TextDecoder().decode(before) },
      times: 1,
    })
    const refused = await runAction(account, { inputs })
    expect(failure(refused)).toContain('AWS did not take the user data')
    const steps = [refused, await runAction(account, { inputs }), await patch(account, { mode: 'rollback' })]
    expect(steps.flatMap(shownIn)).toEqual([])
    expect(steps.map(({ outputs }) => outputs['changed'])).toEqual(['false', 'true', 'true'])
    expect(userDataNow(account)).toEqual(before)
  },
)

test('launch configurations, and their copies, show no secret either', async () => {
  // The limit of a launch configuration is smaller.
  const [script] = sampleKinds
  const account = fleet(script as SampleKind, 'configuration')
  const step = await patch(account, { 'docker-image': `${APP}:1.3` })
  expect(failure(step)).toBe('')
  expect(shownIn(step)).toEqual([])
  account.faults.inject({
    action: 'autoscaling:CreateLaunchConfiguration',
    fault: { kind: 'refusal', code: 'ValidationError', message: `Value '${Buffer.from(userDataNow(account)).toString('base64')}' at 'userData' failed` }, // prettier-ignore
  })
  const refused = await patch(account, { 'docker-image': `${APP}:1.4` })
  expect(failure(refused)).not.toBe('')
  expect(shownIn(refused)).toEqual([])
})

describe('each secret alone in each kind of user data', () => {
  const codec = { gunzip: (bytes: Uint8Array) => gunzipSync(bytes), gzip: (bytes: Uint8Array) => gzipSync(bytes) }
  const wishes: readonly Partial<UserDataRequest>[] = [
    { dockerImage: `${APP}:1.3` },
    { dockerImage: '1.3' },
    { dockerImage: 'redis:7' },
    { dockerImage: 'user:2' },
    { dockerImage: 'core:2', otherRepository: 'allow' },
    { dockerImage: 'quay.io/other/thing:2', otherRepository: 'allow' },
    { dockerImage: 'other/x:2' },
    { merge: 'environment: null\nkey_0: {a: 1}' },
    { merge: 'key_0: new', limit: 10 },
  ]

  test.each(sampleKinds)('$name', (sample) => {
    const found: string[] = []
    for (const secret of secretKinds) {
      const bytes = sample.make([secret])
      for (const wish of wishes) {
        const before = bytes.slice()
        const shown = shownIn(reported(bytes, { ...codec, ...wish }))
        if (shown.length > 0) found.push(`${secret.name} with ${JSON.stringify(wish)}: ${shown.join(', ')}`)
        expect(bytes).toEqual(before)
      }
    }
    expect(found).toEqual([])
  })

  /** Everything of a patch that may reach a log: the changes, or the error with its causes and its stack. */
  function reported(bytes: Uint8Array, request: UserDataRequest): string {
    try {
      return JSON.stringify(patchUserData(bytes, request).changes)
    } catch (error) {
      if (!(error instanceof UserDataError)) throw error
      const parts: string[] = []
      for (let at: unknown = error; at instanceof Error; at = at.cause)
        parts.push(at.name, at.message, at.stack ?? '', JSON.stringify(at))
      return parts.join('\n')
    }
  }
})

test('there are at least twenty kinds of user data and twenty of secrets', () => {
  expect(new Set(sampleKinds.map(({ name }) => name)).size).toBeGreaterThanOrEqual(20)
  expect(new Set(secretKinds.map(({ name }) => name)).size).toBeGreaterThanOrEqual(20)
  // What is looked for is there to be found.
  for (const { make, name } of sampleKinds.filter((sample) => !sample.name.includes('packed')))
    expect([name, shownIn(Buffer.from(make(secretKinds)).toString('utf8')).length > 0]).toEqual([name, true])
})
