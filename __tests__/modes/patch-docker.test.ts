import { addGroup, type LaunchKind } from '../../simulator/scenario.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { addTemplate, changes, configurationNow, failure, groupNow, versionNow } from '../../testing/launch-state.ts'
import { runAction, type ActionRun } from '../../testing/run-action.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

const secrets = ['hunter2-database', 'xoxb-scalyr-key', 'dockercfg-s3cr3t', 'new-s3cret-value']

const taupage = `#taupage-ami-config
# Who changes this: ops
application_id: my-app
application_version: 1.10
runtime: Docker
source: registry.example.org/team/app:1.2   # the image
environment:
  STAGE: 'live'
  DB_PASSWORD: ${secrets[0]}
ports:
  80: 8080
scalyr_account_key: ${secrets[1]}
dockercfg: {auth: ${secrets[2]}}
`

const patchDocker = (account: SimulatedAccount, inputs: Readonly<Record<string, string>>): Promise<ActionRun> =>
  runAction(account, { inputs: { mode: 'patch-docker', 'auto-scaling-groups': 'web', ...inputs } })

/** The user data of the group's next launch. */
function userDataNow(account: SimulatedAccount, name = 'web'): string {
  const { LaunchConfigurationName, LaunchTemplate, MixedInstancesPolicy } = groupNow(account, name)
  const specification = MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification ?? LaunchTemplate
  const base64 =
    LaunchConfigurationName === undefined
      ? versionNow(account, specification).LaunchTemplateData?.UserData
      : configurationNow(account, LaunchConfigurationName).UserData
  return Buffer.from(base64 ?? '', 'base64').toString('utf8')
}

/** No output of a step may contain a secret; the inputs are not part of its output. */
function expectNoSecrets(step: ActionRun): void {
  const said = JSON.stringify(step)
  for (const secret of secrets) {
    expect(said).not.toContain(secret)
    expect(said).not.toContain(Buffer.from(secret).toString('base64').slice(0, 12))
  }
}

const kinds: readonly LaunchKind[] = [
  'configuration',
  'template-number',
  'template-latest',
  'template-default',
  'mixed',
  'mixed-override-template',
]

describe.each(kinds)('a group on %s', (launch) => {
  test('gets the image into the source of its Taupage user data, and keeps every other byte', async () => {
    const account = new SimulatedAccount()
    const { oldImageId } = addGroup(account, { name: 'web', launch, userData: taupage })
    const image = 'registry.example.org/team/app:1.3'
    const step = await patchDocker(account, { 'docker-image': image })
    expect(failure(step)).toBe('')
    expect(userDataNow(account)).toBe(taupage.replace('registry.example.org/team/app:1.2', image))
    expect(step.outputs).toMatchObject({ changed: 'true', 'image-id': oldImageId, 'previous-image-id': oldImageId })
    expect(step.summary).toContain(
      '`source` | `registry.example.org/team/app:1.2` | `registry.example.org/team/app:1.3`',
    )
    expectNoSecrets(step)
    account.ledger.clear()
    const second = await patchDocker(account, { 'docker-image': image })
    expect(second.outputs['changed']).toBe('false')
    expect(changes(account)).toEqual([])
  })

  test('gets keys merged in deeply, and none of their values is shown', async () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web', launch, userData: taupage })
    const userData = `environment:\n  DB_PASSWORD: ${secrets[3]}\n  STAGE: null\n`
    const step = await patchDocker(account, { 'user-data': userData })
    expect(failure(step)).toBe('')
    expect(userDataNow(account)).toBe(
      taupage.replace(secrets[0] ?? '', secrets[3] ?? '').replace("  STAGE: 'live'\n", ''),
    )
    expect(step.summary).toContain('`environment.DB_PASSWORD` | `***` | `***`')
    expect(step.summary).toContain('`environment.STAGE` | `***` | *nothing*')
    expectNoSecrets(step)
  })
})

test('every template that an override has of its own is patched as well', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', launch: 'mixed-override-template', userData: taupage })
  await patchDocker(account, { 'docker-image': 'registry.example.org/team/app:1.3' })
  const overrides = groupNow(account, 'web').MixedInstancesPolicy?.LaunchTemplate?.Overrides ?? []
  const own = overrides.flatMap(({ LaunchTemplateSpecification }) => LaunchTemplateSpecification ?? [])
  expect(own).toHaveLength(1)
  for (const specification of own)
    expect(
      Buffer.from(versionNow(account, specification).LaunchTemplateData?.UserData ?? '', 'base64').toString(),
    ).toContain('team/app:1.3')
})

test('the one reference of the same repository in a script gets the new tag', async () => {
  const account = new SimulatedAccount()
  const script = `#!/bin/sh\nexport TOKEN=${secrets[0]}\ndocker run -d registry.example.org/team/app:1.2\n`
  addGroup(account, { name: 'web', userData: script })
  const step = await patchDocker(account, { 'docker-image': 'registry.example.org/team/app:2.0' })
  expect(failure(step)).toBe('')
  expect(userDataNow(account)).toBe(script.replace('app:1.2', 'app:2.0'))
  expectNoSecrets(step)
})

test('an instance type alone may be patched, without a look at the user data', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', userData: taupage })
  const step = await patchDocker(account, { 'instance-type': 'm5.large' })
  expect(failure(step)).toBe('')
  expect(userDataNow(account)).toBe(taupage)
  expect(versionNow(account, groupNow(account, 'web').LaunchTemplate).LaunchTemplateData?.InstanceType).toBe('m5.large')
})

test('an image that comes from a parameter is not changed', async () => {
  const account = new SimulatedAccount()
  const { oldImageId } = addGroup(account, { name: 'web' })
  account.ssm.operations.PutParameter({
    Name: '/golden/web',
    Value: oldImageId,
    Type: 'String',
    DataType: 'aws:ec2:image',
  })
  const id = addTemplate(account, 'aliased', {
    ImageId: 'resolve:ssm:/golden/web',
    UserData: Buffer.from(taupage).toString('base64'),
  })
  account.autoScaling.operations.UpdateAutoScalingGroup({
    AutoScalingGroupName: 'web',
    LaunchTemplate: { LaunchTemplateId: id, Version: '1' },
  })
  const step = await patchDocker(account, { 'docker-image': 'registry.example.org/team/app:1.3' })
  expect(failure(step)).toBe('')
  expect(versionNow(account, groupNow(account, 'web').LaunchTemplate).LaunchTemplateData?.ImageId).toBe(
    'resolve:ssm:/golden/web',
  )
})

describe('a patch that is not possible', () => {
  const big = (bytes: number): string => `${taupage}padding: "${'x'.repeat(bytes - Buffer.byteLength(taupage) - 12)}"\n`

  test.each([
    {
      name: 'a script without such a reference',
      userData: `#!/bin/sh\n# ${secrets[0]}\ndocker pull registry.example.org/other/thing:1\n`,
      inputs: { 'docker-image': 'registry.example.org/team/app:1.3' },
      says: 'registry.example.org/other/thing:1 (line 3)',
    },
    {
      name: 'user data that would be too long for a launch configuration',
      userData: big(16_380),
      inputs: { 'docker-image': 'registry.example.org/team/app:1.2.3.4' },
      says: '16383 are allowed',
    },
    {
      name: 'YAML that is wrong',
      userData: taupage,
      inputs: { 'user-data': `environment:\n  A: "${secrets[3]}\n` },
      says: 'line',
    },
    {
      name: 'user data without keys',
      userData: `#!/bin/sh\necho ${secrets[0]}\n`,
      inputs: { 'user-data': 'environment: {A: 1}' },
      says: 'Keys can be changed only in YAML',
    },
    {
      name: 'no user data at all',
      userData: '',
      inputs: { 'docker-image': 'registry.example.org/team/app:1.3' },
      says: 'is empty',
    },
  ])('$name is refused before anything changes, and no secret is shown', async ({ userData, inputs, says }) => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web', launch: 'configuration', userData })
    account.ledger.clear()
    const step = await patchDocker(account, inputs)
    expect(step.failed).toBe(true)
    expect(failure(step)).toContain(says)
    expect(failure(step)).toContain('web: launch configuration web-1: ')
    expect(changes(account)).toEqual([])
    expectNoSecrets(step)
  })

  test('user data that AWS quotes in a refusal is not repeated', async () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web', userData: taupage })
    const sent = Buffer.from(taupage.replace('app:1.2', 'app:1.3')).toString('base64')
    account.faults.inject({
      action: 'ec2:CreateLaunchTemplateVersion',
      fault: {
        kind: 'refusal',
        code: 'InvalidUserData.Malformed',
        message: `Value '${sent}' at 'userData' is wrong.`,
      },
    })
    const step = await patchDocker(account, { 'docker-image': 'registry.example.org/team/app:1.3' })
    expect(failure(step)).toContain('AWS did not take the user data (InvalidUserData.Malformed).')
    expect(JSON.stringify(step)).not.toContain(sent.slice(0, 24))
    expectNoSecrets(step)
  })

  test('a wrong image reference is reported without its text', async () => {
    const step = await patchDocker(new SimulatedAccount(), { 'docker-image': `https://${secrets[0]}@registry` })
    expect(failure(step)).toContain('`docker-image` must be an image reference')
    expectNoSecrets(step)
  })
})

test('with a rollout the new image is running in the end', async () => {
  const account = new SimulatedAccount()
  const { instanceIds } = addGroup(account, { name: 'web', userData: taupage, balancers: ['target-group'] })
  const step = await patchDocker(account, {
    'docker-image': 'registry.example.org/team/app:1.3',
    rollout: 'respawn',
  })
  expect(failure(step)).toBe('')
  expect((JSON.parse(step.outputs['replaced'] ?? '[]') as string[]).sort()).toEqual(instanceIds)
  expect(step.summary).toContain('`registry.example.org/team/app:1.3`')
  expectNoSecrets(step)
})

test('user data with an alias that refers to the value that it stands in is refused with the name of the group', async () => {
  // It ended in a RangeError that named no group and asked for a report of a fault in the program.
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', userData: '#cloud-config\nenvironment: &x [hunter2-database, *x]\n' })
  account.ledger.clear()
  const step = await patchDocker(account, { 'user-data': 'timezone: UTC' })
  expect(failure(step)).toContain('web: ')
  expect(failure(step)).toContain('has a YAML alias that refers to the value that it stands in, at line 2, column 36')
  expect(changes(account)).toEqual([])
  expectNoSecrets(step)
})

test('a tag alone keeps the repository, and the run says so', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', userData: taupage })
  const step = await patchDocker(account, { 'docker-image': '1.2.4' })
  expect(failure(step)).toBe('')
  expect(userDataNow(account)).toBe(taupage.replace('team/app:1.2', 'team/app:1.2.4'))
  expect(step.lines.join('\n')).toContain(
    'docker-image is a tag or digest alone, so the repository stays: registry.example.org/team/app:1.2.4',
  )
  expectNoSecrets(step)
})

test('an image of another repository is refused before anything changes, or taken where it is asked for', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', userData: taupage })
  account.ledger.clear()
  const inputs = { 'docker-image': 'registry.example.org/team/other:1.2' }
  const refused = await patchDocker(account, inputs)
  expect(failure(refused)).toContain(
    'but the image in use is of registry.example.org/team/app; set `allow-other-repository: true`',
  )
  expect(changes(account)).toEqual([])
  const taken = await patchDocker(account, { ...inputs, 'allow-other-repository': 'true' })
  expect(failure(taken)).toBe('')
  expect(userDataNow(account)).toBe(taupage.replace('team/app:1.2', 'team/other:1.2'))
})

describe('no secret of the user data is in the log, the summary, the outputs or the state', () => {
  const [s = ''] = secrets
  const app = 'registry.example.org/team/app'
  const rows: readonly (readonly [kind: string, userData: string])[] = [
    ['a script', `#!/bin/sh\nexport DB_PASSWORD=${s}\ndocker run -e DB_PASSWORD=${s} ${app}:1.2\n`],
    ['a login', `#!/bin/sh\ndocker login -u admin -p ${s} registry.example.org\ndocker pull ${app}:1.2\n`],
    ['a user and a password', `#!/bin/sh\ncurl -u team/app:${s} https://x\ndocker run ${app}:1.2\n`],
    ['a password behind the name', `#!/bin/sh\ncurl -u ${app}:${s} https://x\n`],
    ['a password in the place of a tag', `#!/bin/sh\ndocker run --unknown ${app}:${s}\n`],
    ['a default of a variable', `#!/bin/sh\ndocker run ${app}:\${TAG:-${s}}\n`],
    ['a substitution', `#!/bin/sh\ndocker run ${app}:$(curl -H 'Token: ${s}' https://x)\n`],
    ['a pipe', `#!/bin/sh\necho ${s} | docker login --password-stdin\ndocker run ${app}:$X\n`],
    ['a here-document', `#!/bin/sh\ncat >.env <<EOF\nTOKEN=${s}\nIMAGE=${app}:1.2\nEOF\n`],
    ['a unit', `[Service]\nEnvironment=TOKEN=${s}\nExecStart=/usr/bin/docker run -e TOKEN=${s} ${app}:1.2\n`],
    ['a quadlet', `[Container]\nImage=${app}:1.2\nEnvironment=TOKEN=${s}\n`],
    ['TOML', `[settings.host-containers.admin]\nsource = "${app}:1.2"\nuser-data = "${s}"\n`],
    ['a compose file', `services:\n  app:\n    image: ${app}:1.2\n    environment: {TOKEN: ${s}}\n`],
    ['JSON', `{"image": "${app}:1.2", "token": "${s}"}`],
    ['cloud-config', `#cloud-config\nruncmd:\n  - docker run -e T=${s} ${app}:1.2\npassword: ${s}\n`],
    ['a file of cloud-config', `#cloud-config\nwrite_files:\n  - path: /x\n    content: |\n      ${s}\n`],
    ['YAML that is wrong', `#cloud-config\npassword: "${s}\nimage: ${app}:1.2\n`],
    ['Taupage', `#taupage-ami-config\nsource: ${app}:1.2\nenvironment: {TOKEN: ${s}}\n`],
    ['a source that is a secret', `#taupage-ami-config\nsource: ${s}\n`],
    ['PowerShell', `<powershell>\n$t = '${s}'\ndocker run -e T=${s} ${app}:1.2\n</powershell>\n`],
    ['batch', `<script>\nset T=${s}\ndocker run -e T=%T% ${app}:1.2\n</script>\n`],
    [
      'several parts',
      `Content-Type: multipart/mixed; boundary=x\n\n--x\n\n#!/bin/sh\n# ${s}\ndocker run ${app}:1.2\n--x--\n`,
    ],
  ]

  test.each(rows)('%s', async (_, userData) => {
    for (const inputs of [
      { 'docker-image': `${app}:1.3` },
      { 'docker-image': '1.3', 'dry-run': 'true' },
      { 'docker-image': 'other/thing:1', 'allow-other-repository': 'true' },
      { 'user-data': 'password: changed' },
    ]) {
      const account = new SimulatedAccount()
      addGroup(account, { name: 'web', userData })
      expectNoSecrets(await patchDocker(account, inputs))
    }
  })
})
