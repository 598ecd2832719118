/** Whole runs under a catalogue, in this process. */
import { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { readCatalogue } from '../../src/inputs/catalogue/read-catalogue.ts'
import { confirmGoverned } from '../../src/main/govern.ts'
import { aRequest } from '../domain/catalogue/a-catalogue.ts'
import { type ActionRun, runAction, type RunActionOptions } from '../../testing/run-action.ts'

beforeAll(takeShortcut)

const PATH = '.github/fleet-patch.yml'
const ROLE = 'arn:aws:iam::123456789012:role/fleet-patch'

interface Text {
  readonly environment?: string
  readonly service?: string
  readonly place?: string
  readonly more?: string
}

/** `web` is web-1 and web-2, `api` the group of that name; `rogue` is nobody's. */
const catalogue = ({ environment = '', service = '', place = '', more = '' }: Text = {}): string => `version: 1
environments:
  test:
    account: '123456789012'
    regions: [eu-west-1]
    role: ${ROLE}
    ${environment}
  elsewhere: { account: '210987654321', regions: [eu-west-1] }
services:
  web:
    owner: shop
    ${service}
    in: { test: { groups: ['web-*'], ${place} } }
  api: { owner: shop, in: { test: { groups: [api] }, elsewhere: { groups: [api] } } }
${more}
`

interface Done extends ActionRun {
  readonly account: SimulatedAccount
  readonly changes: readonly string[]
  readonly error: string
  readonly warnings: readonly string[]
}

async function run(
  inputs: Readonly<Record<string, string>>,
  text: Text | string | undefined = {},
  more: Omit<RunActionOptions, 'inputs'> = {},
): Promise<Done> {
  // prettier-ignore
  const account = new SimulatedAccount()
  for (const name of ['web-1', 'web-2', 'api', 'rogue']) addGroup(account, { name, size: 2, outdated: true })
  account.ledger.clear()
  const workspace = { [PATH]: typeof text === 'string' ? text : catalogue(text) }
  const done = await runAction(account, { inputs: { 'role-to-assume': '', 'aws-region': '', ...inputs }, workspace, environment: { awsRegion: '' }, ...more }) // prettier-ignore
  const of = (level: string) => done.annotations.flatMap((each) => (each.level === level ? each.message : []))
  return {
    ...done,
    account,
    changes: account.ledger.entries.flatMap(({ changes, action }) => (changes ? action : [])),
    error: of('error').join('\n'),
    warnings: of('warning'),
  }
}

const WEB = { mode: 'respawn', service: 'web' }

describe('a run with a service', () => {
  test('rolls all its groups and no other, with role and region of the catalogue', async () => {
    const done = await run(WEB)
    expect(done.error).toBe('')
    expect(JSON.parse(done.outputs['groups'] ?? '')).toEqual(['web-1', 'web-2'])
    expect(done.lines).toContain(`Governed by ${PATH}.`)
    expect(done.state['scope']).toContain(ROLE)
    expect([...new Set(done.account.ledger.entries.flatMap(({ input }) => String((input as { AutoScalingGroupName?: string }).AutoScalingGroupName ?? 'web-1')))].toSorted()).toEqual(['web-1', 'web-2']) // prettier-ignore
  })

  test('takes its gates from the catalogue', async () => {
    const place = "rules: { gates: { checkpoints: ['1'], bake: 2 } }"
    const done = await run(WEB, { place })
    expect(done.error).toBe('')
    expect(done.lines.join('\n')).toContain('checkpoint')
    const given = await run({ ...WEB, bake: '1', checkpoints: '1' }, { place })
    expect(given.error).toContain(
      'web-1: its roll bakes for 1 minutes, and services.web.in.test.rules states 2 (rule `gates`)',
    )
    expect(given.changes).toEqual([])
  })

  test('is launched with the surge of the catalogue where all would be launched at once', async () => {
    const place = 'rules: { max-surge: 1 }'
    const done = await run({ ...WEB, mode: 'scale-up-patch' }, { place })
    expect(done.error).toBe('')
    const given = await run({ ...WEB, mode: 'scale-up-patch', surge: '2' }, { place })
    expect(given.error).toContain(
      'its surge is 2, and services.web.in.test.rules states `max-surge: 1`, which is 1 here',
    )
    expect(given.changes).toEqual([])
  })

  test('may name some of its groups', async () => {
    const done = await run({ ...WEB, 'auto-scaling-groups': 'web-2' })
    expect(JSON.parse(done.outputs['groups'] ?? '')).toEqual(['web-2'])
  })

  test('refuses a group of another service, and one of none, before any change', async () => {
    const done = await run({ ...WEB, 'auto-scaling-groups': 'web-1\napi\nrogue' })
    expect(done.failed).toBe(true)
    expect(done.error).toContain('- api: it belongs to the service api, not to web (rule `services`)')
    expect(done.error).toContain('- rogue: no service of the catalogue claims it in test (rule `services`)')
    expect(done.annotations.filter(({ level }) => level === 'error')).toHaveLength(1)
    expect(done.changes).toEqual([])
  })

  test('goes on where one of its selectors means nothing yet', async () => {
    const done = await run(WEB, { place: "stacks: ['web v2']" })
    expect(done.error).toBe('')
    const none = await run(WEB, catalogue().replace('web-*', 'wep-*'))
    expect(none.error).toContain('No Auto Scaling group in eu-west-1 belongs to the service.')
  })
})

describe('without AWS', () => {
  const refused: readonly {
    readonly name: string
    readonly inputs?: Readonly<Record<string, string>>
    readonly text?: Text | string
    readonly environment?: RunActionOptions['environment']
    readonly says: string
  }[] = [
    { name: 'a mode that is not allowed', text: { service: 'rules: { modes: [patch-image] }' }, says: '`mode: respawn` is not allowed for web in test' }, // prettier-ignore
    {
      name: 'a protected mode',
      text: { environment: 'protected: [respawn]' },
      says: 'test is protected from `mode: respawn`',
    },
    { name: 'a protected mode of a run without a service', inputs: { service: '', 'auto-scaling-groups': 'web-1', 'role-to-assume': ROLE, 'aws-region': 'eu-west-1' }, text: { environment: 'protected: [respawn]' }, says: 'test is protected from `mode: respawn`' }, // prettier-ignore
    {
      name: 'another branch',
      environment: { ref: 'refs/heads/x' },
      says: 'web in test takes no change from refs/heads/x',
    },
    { name: 'no default branch', environment: { defaultBranch: '' }, says: 'names no default branch, and the catalogue states no `refs`' }, // prettier-ignore
    { name: 'a lock', text: { service: "lock: { reason: moves house, by: '@ann' }" }, says: 'web is locked by @ann' },
    { name: 'a freeze', text: { more: "freezes: [{ name: Christmas, from: '2020-01-01', until: '2099-12-31' }]" }, says: 'web in test is frozen' }, // prettier-ignore
    { name: 'a closed window', text: { service: "rules: { windows: [{ cron: '0 0 29 2 *', zone: UTC, minutes: 5 }] }" }, says: 'no window of services.web.rules is open' }, // prettier-ignore
    { name: 'an actor', text: { service: 'rules: { actors: [ann] }' }, says: 'octocat may not change web in test' },
    { name: 'one that has started the run anew', text: { service: 'rules: { actors: [octocat] }' }, environment: { triggeringActor: 'eve' }, says: 'eve may not change web in test' }, // prettier-ignore
    { name: 'a change that needs a plan', text: { environment: 'github-environment: test\n    rules: { approval: plan }' }, says: 'web in test is changed only by a plan that was approved' }, // prettier-ignore
    { name: 'another role', inputs: { 'role-to-assume': `${ROLE}-2` }, says: 'the catalogue declares arn:aws:iam::123456789012:role/fleet-patch for test' }, // prettier-ignore
    { name: 'a role of another account', inputs: { service: 'api', environment: 'elsewhere', 'role-to-assume': ROLE }, says: '`role-to-assume` is a role of the account 123456789012, and elsewhere is the account 210987654321' }, // prettier-ignore
    { name: 'another region', inputs: { 'aws-region': 'eu-west-2' }, says: 'The catalogue declares test in eu-west-1, not in eu-west-2.' }, // prettier-ignore
    { name: 'a service that there is not', inputs: { service: 'wep' }, says: '`service` is wep, which the catalogue does not have; the nearest is `web`.' }, // prettier-ignore
    { name: 'an environment that there is not', inputs: { environment: 'prod' }, says: '`environment` is prod, which the catalogue does not have.' }, // prettier-ignore
    { name: 'an environment where the service is not', inputs: { environment: 'elsewhere' }, says: 'The service web of the catalogue is not in elsewhere.' }, // prettier-ignore
    { name: 'an environment that nothing tells, of the role’s account', inputs: { service: '', 'auto-scaling-groups': 'x', 'role-to-assume': 'arn:aws:iam::999999999999:role/x', 'aws-region': 'eu-west-1' }, says: 'no environment of the catalogue has the account 999999999999 and eu-west-1' }, // prettier-ignore
    { name: 'a file that is wrong', text: 'version: 1\n', says: `${PATH}:1:1: the catalogue lacks \`environments\`` },
    { name: 'a file that is not there', inputs: { catalogue: 'fleet.yml' }, says: '`catalogue` names fleet.yml, and there is no such file in the workspace.' }, // prettier-ignore
    {
      name: 'a file outside of the workspace',
      inputs: { catalogue: '../fleet.yml' },
      says: 'no path inside of the workspace',
    },
  ]
  test.each(refused)('$name is refused', async ({ inputs, text, environment, says }) => {
    const done = await run(
      { ...WEB, ...inputs },
      text,
      environment && { environment: { awsRegion: '', ...environment } },
    )
    expect(done.failed).toBe(true)
    expect(done.error).toContain(says)
    expect(done.annotations.filter(({ level }) => level === 'error')).toHaveLength(1)
    expect(done.account.ledger.entries).toEqual([])
  })

  test('everything that refuses is told in one error', async () => {
    const done = await run(WEB, { environment: 'protected: [respawn]', service: "lock: { reason: moves house, by: '@ann' }\n    rules: { actors: [ann] }" }) // prettier-ignore
    expect(done.error).toContain('This run cannot begin, for 3 reasons.')
  })
})

describe('where the account tells the environment', () => {
  const ambient = { mode: 'respawn', 'auto-scaling-groups': 'web-1', 'role-to-assume': ROLE, 'aws-region': 'eu-west-1' }

  test('its rules hold for a run that names no service', async () => {
    expect((await run(ambient)).error).toBe('')
    const done = await run(ambient, { service: "lock: { reason: moves house, by: '@ann' }" })
    expect(done.error).toContain('web-1: web is locked by @ann')
    expect(done.changes).toEqual([])
  })

  test('credentials of another account than that of the environment are refused', () => {
    const governance = {
      path: PATH,
      catalogue: readCatalogue({ path: PATH, text: catalogue(), now: 0 }),
      environment: 'elsewhere',
      account: undefined,
      service: 'api',
      request: aRequest(),
      connectTo: async () => [],
      claimed: new Map<string, string>(),
      told: new Set<string>(),
    }
    const confirm = (account: string) =>
      confirmGoverned(governance, {
        account,
        regions: ['eu-west-1'],
        now: 0,
        report: () => {},
        connectTo: async () => [],
      })
    expect(() => confirm('123456789012')).toThrow('The credentials belong to the account 123456789012, and elsewhere of the catalogue is the account 210987654321.') // prettier-ignore
    expect(confirm('210987654321')).toMatchObject({ environment: 'elsewhere', account: '210987654321' })
  })
})

describe('the images that are launched', () => {
  test.each([
    { name: 'a respawn', inputs: {} },
    { name: 'a patch alone', inputs: { mode: 'patch-image' } },
    { name: 'a patch and its roll', inputs: { mode: 'patch-image', rollout: 'respawn' } },
  ])('are refused before any change of $name', async ({ inputs }) => {
    const done = await run({ ...WEB, ...inputs }, { service: 'rules: { images: { names: [Other-*] } }' })
    expect(done.error).toMatch(
      /web-1: the image ami-\w+ is called ".*", and services.web.rules allows the names Other-\*/,
    )
    expect(done.error).toContain('web-2: ')
    expect(done.changes).toEqual([])
  })

  test('are allowed by their owner and name', async () => {
    expect((await run(WEB, { service: "rules: { images: { owners: [self, amazon], names: ['*'] } }" })).changes.length).toBeGreaterThan(0) // prettier-ignore
  })
})

test('a Docker image that the catalogue does not allow is refused before any change', async () => {
  const account = new SimulatedAccount()
  const userData = '#taupage-ami-config\napplication_id: web\nsource: registry.example.org/shop/web:1.0\n'
  addGroup(account, { name: 'web-1', size: 1, userData })
  const patch = async (image: string) => {
    account.ledger.clear()
    const workspace = { [PATH]: catalogue({ service: "rules: { docker: { repositories: ['registry.example.org/shop/*'], tags: ['[0-9]*'] } }" }) } // prettier-ignore
    return await runAction(account, { inputs: { mode: 'patch-docker', service: 'web', 'docker-image': image, 'allow-other-repository': 'true' }, workspace }) // prettier-ignore
  }
  for (const image of ['latest', 'registry.example.org/other/web:2.0']) {
    const done = await patch(image)
    expect(done.annotations.map(({ message }) => message).join('\n')).toMatch(
      /web-1: the Docker image .* \(rule `docker`\)/,
    )
    expect(account.ledger.entries.filter(({ changes }) => changes)).toEqual([])
  }
  expect((await patch('2.0')).failed).toBe(false)
})

describe('after another environment', () => {
  const text = (rules = '', role = '') => `version: 1
environments:
  test: { account: '123456789012', regions: [eu-west-1], role: ${ROLE} }
  before: { account: '123456789012', regions: [eu-west-1] }
  elsewhere: { account: '210987654321', regions: [eu-west-1]${role} }
services:
  web:
    owner: shop
    in: { test: { groups: [web], after: before, rules: { ${rules} } }, before: { groups: ['web*'] } }
  far: { owner: shop, in: { test: { groups: [far], after: elsewhere }, elsewhere: { groups: [far] } } }
`
  const respawn = async (account: SimulatedAccount, inputs: Readonly<Record<string, string>>, yaml: string) => {
    account.ledger.clear()
    const workspace = { [PATH]: yaml }
    const all = { mode: 'respawn', service: 'web', environment: 'test', force: 'true', 'role-to-assume': '', ...inputs }
    const { failed, annotations } = await runAction(account, { inputs: all, workspace })
    const changes = account.ledger.entries.some((entry) => entry.changes)
    return { failed, changes, said: annotations.map(({ message }) => message).join('\n') }
  }

  test('a service is rolled to what that runs, once it has run it for long enough', async () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web', size: 1 })
    expect(await respawn(account, { 'dry-run': 'true' }, text())).toMatchObject({ failed: false })
    const early = await respawn(account, {}, text('bake-days: 30'))
    expect(early.said).toMatch(
      /web: before has run the image ami-\w+ for [\d.]+ days, and services.web.in.test.rules states `bake-days: 30`/,
    )
    expect(early.changes).toBe(false)
    account.timeline.advance(31 * 86_400)
    expect(await respawn(account, {}, text('bake-days: 30'))).toMatchObject({ failed: false, changes: true })
  })

  test('a service is not rolled to what that does not run', async () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web', size: 2, outdated: true })
    const refused = await respawn(account, {}, text())
    expect(refused.said).toContain('2 of 2 instances of web in before run another image than web in test is about to launch (rule `after`)') // prettier-ignore
    expect(refused.changes).toBe(false)
  })

  test('an environment that cannot be looked at is refused', async () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'far', size: 1, outdated: true })
    const without = await respawn(account, { service: 'far' }, text())
    expect(without.said).toContain(
      'what elsewhere runs could not be looked at: The catalogue declares no role for elsewhere',
    )
    const denied = await respawn(account, { service: 'far' }, text('', ", role: 'arn:aws:iam::210987654321:role/x'"))
    expect(denied.said).toContain('far: what elsewhere runs could not be looked at: ')
    expect([without.changes, denied.changes]).toEqual([false, false])
  })
})

describe('break-glass', () => {
  const locked = { service: "lock: { reason: moves house, by: '@ann' }", more: "freezes: [{ name: Christmas, from: '2020-01-01', until: '2099-12-31' }]" } // prettier-ignore

  test('lifts locks and freezes, and is told with its reason in log and summary', async () => {
    const done = await run({ ...WEB, 'break-glass': 'INC-1: it burns' }, locked)
    expect(done.failed).toBe(false)
    expect(done.warnings).toContain('Lifted by `break-glass` (INC-1: it burns): web is locked by @ann until it is taken out of the catalogue: moves house.') // prettier-ignore
    expect(done.summary).toContain('INC-1')
    expect(done.changes.length).toBeGreaterThan(0)
  })

  test('lifts no claim', async () => {
    const done = await run({ ...WEB, 'auto-scaling-groups': 'rogue', 'break-glass': 'fire' }, locked)
    expect(done.error).toContain('no service of the catalogue claims it')
    expect(done.changes).toEqual([])
  })

  test('a dry run needs none: it tells what would be refused', async () => {
    const done = await run({ ...WEB, 'dry-run': 'true' }, locked)
    expect(done.failed).toBe(false)
    expect(done.warnings.filter((text) => text.startsWith('Without `dry-run` this would be refused: '))).toHaveLength(2)
    expect(done.changes).toEqual([])
  })

  test('images and restore are always allowed', async () => {
    for (const mode of ['images', 'restore']) expect((await run({ ...WEB, mode }, locked)).error).toBe('')
    expect((await run({ mode: 'restore', 'auto-scaling-groups': 'rogue', 'role-to-assume': ROLE, 'aws-region': 'eu-west-1' }, locked)).error).toBe('') // prettier-ignore
  })
})

describe('an audit', () => {
  const images = { mode: 'images', service: 'web' }

  test('fails where a group is further behind than its service may be, after everything was reported', async () => {
    const done = await run(images, { service: 'rules: { max-days-behind: 0, warn-days-behind: 0 }' })
    expect(done.error).toContain('Refused by the catalogue: 2 findings.')
    expect(done.error).toMatch(
      /web-1 of web in test is \d+ days behind, and services.web.rules states `max-days-behind: 0`/,
    )
    expect(JSON.parse(done.outputs['stale'] ?? '')).toHaveLength(2)
  })

  test.each([
    { name: 'all', inputs: { environment: 'test' }, whole: true },
    { name: 'those of a service', inputs: { service: 'web' }, whole: false },
  ])('of $name says in JSON lines whose each group is, also where it fails', async ({ inputs, whole }) => {
    const done = await run(
      { mode: 'images', 'report-path': 'rows.tsv\nrows.jsonl', ...inputs },
      { service: 'rules: { max-days-behind: 0 }' },
    )
    expect(done.failed).toBe(true)
    const [head, ...rows] = (done.files['rows.jsonl'] ?? '').trimEnd().split('\n').map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>) // prettier-ignore
    expect(head).toMatchObject({ kind: 'audit', account: '123456789012', environment: 'test', whole })
    expect(Object.fromEntries(rows.map(({ group, service, owner }) => [group, [service, owner]]))).toEqual({
      'web-1': ['web', 'shop'],
      'web-2': ['web', 'shop'],
      ...(whole && { api: ['api', 'shop'], rogue: [null, null] }),
    })
    expect(done.files['rows.tsv']?.split('\n')).toHaveLength(rows.length + 2)
  })

  test('warns where it is further behind than that', async () => {
    const done = await run(images, { service: 'rules: { warn-days-behind: 0 }' })
    expect([done.failed, done.warnings.filter((text) => text.includes('`warn-days-behind: 0`')).length]).toEqual([
      false,
      2,
    ])
  })

  test('passes with a waiver, and fails with one that is over', async () => {
    const waived = (until: string) => ({
      service: 'rules: { max-days-behind: 0 }',
      more: `waivers: [{ service: web, rule: max-days-behind, reason: the vault moves first, by: '@ann', until: '${until}' }]`,
    })
    expect((await run(images, waived('2099-12-31'))).failed).toBe(false)
    expect((await run(images, waived('2020-12-31'))).error).toContain('by @ann has ended on 2020-12-31: take it out of the catalogue') // prettier-ignore
  })
})

describe('where nothing governs', () => {
  const alone = { mode: 'respawn', 'auto-scaling-groups': 'rogue', 'role-to-assume': ROLE, 'aws-region': 'eu-west-1' }
  const without = async (inputs: Readonly<Record<string, string>>, workspace: Readonly<Record<string, string>>) =>
    await run({ ...alone, ...inputs }, '', { workspace })

  test('the log says so, and the run goes on', async () => {
    const done = await without({}, { 'README.md': '' })
    expect(done.lines).toContain(`Nothing is governed: there is no ${PATH} in the workspace.`)
    expect([done.failed, done.warnings]).toEqual([false, []])
  })

  test('an empty workspace earns a warning', async () => {
    expect((await without({}, {})).warnings).toEqual([
      expect.stringContaining('Nothing is governed: the workspace is empty'),
    ])
  })

  test.each(['service', 'environment', 'break-glass'])('%s is refused', async (name) => {
    const done = await without({ [name]: 'x' }, { 'README.md': '' })
    expect(done.error).toContain(`\`${name}\` means something in a catalogue, and there is none.`)
    expect(done.account.ledger.entries).toEqual([])
  })

  test('mode: catalogue has nothing to read', async () => {
    expect((await without({ mode: 'catalogue', 'auto-scaling-groups': '' }, { a: '' })).error).toContain('`mode: catalogue` has no catalogue to read') // prettier-ignore
  })
})

describe('mode: catalogue', () => {
  test('reads the file alone without a role', async () => {
    const done = await run({ mode: 'catalogue' })
    expect([done.failed, done.account.ledger.entries.length]).toEqual([false, 0])
    expect(done.lines).toContain(`Catalogue: ${PATH} is right: 2 services in 2 environments.`)
    expect(JSON.parse(done.outputs['result'] ?? '')).toMatchObject({ catalogue: { path: PATH, environments: ['test', 'elsewhere'], services: ['web', 'api'], listing: null } }) // prettier-ignore
    expect((await run({ mode: 'catalogue' }, 'version: 2\n')).failed).toBe(true)
  })

  test('lists unclaimed and doubly claimed groups with one', async () => {
    const done = await run(
      { mode: 'catalogue', environment: 'test' },
      catalogue().replace('groups: [api]', "groups: [api, '*-2']"),
    )
    expect([done.failed, done.changes]).toEqual([false, []])
    expect(done.warnings).toEqual([
      '1 group claimed by no service of the catalogue, so no governed run may change them: rogue (eu-west-1).',
      '1 group claimed by more than one service of the catalogue, so no governed run may change them: web-2 (eu-west-1: web in test and api in test).',
    ])
    expect(JSON.parse(done.outputs['result'] ?? '')).toMatchObject({
      groupCount: 4,
      catalogue: {
        listing: {
          environments: ['test'],
          regions: ['eu-west-1'],
          unclaimed: [{ region: 'eu-west-1', group: 'rogue' }],
          doublyClaimed: [{ region: 'eu-west-1', group: 'web-2', claims: [{ environment: 'test', service: 'web' }, { environment: 'test', service: 'api' }] }], // prettier-ignore
        },
      },
    })
    expect(JSON.parse(done.outputs['groups'] ?? '')).toEqual(['web-2', 'rogue'])
    expect(done.summary).toContain('### Claimed by no service')
  })
})
