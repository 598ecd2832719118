import { inputsWith } from './given.ts'

const { inputs, problem } = inputsWith({})

const least = { mode: 'respawn', 'auto-scaling-groups': 'web' }

describe('a typing mistake names what was meant', () => {
  const rows: { given: Record<string, string>; says: string }[] = [
    { given: { mode: 'respwan' }, says: '; the nearest is `respawn`.' },
    { given: { mode: 'Respawn' }, says: '; the nearest is `respawn`.' },
    { given: { mode: 'patch' }, says: '; the nearest is `patch-docker`, `patch-image`.' },
    { given: { mode: 'scale_up_patch' }, says: '; the nearest is `scale-up-patch`.' },
    { given: { mode: 'patch-image', rollout: 'respwan' }, says: '; the nearest is `respawn`.' },
    { given: { 'on-failure': 'Rollback' }, says: '; the nearest is `rollback`.' },
    { given: { 'protected-instances': 'ignroe' }, says: '; the nearest is `ignore`.' },
    { given: { 'standby-instances': 'replce' }, says: '; the nearest is `replace`.' },
    { given: { 'managed-groups': 'alow' }, says: '; the nearest is `allow`.' },
    { given: { force: 'ture' }, says: 'must be `true` or `false`; the nearest is `true`.' },
    { given: { mode: 'images', 'report-rows': 'instance' }, says: '; the nearest is `instances`.' },
    { given: { mode: 'images', 'report-path': 'out.jsno' }, says: '; the nearest is `.json`.' },
    { given: { mode: 'images', image: 'lates' }, says: '`lates` is none; the nearest is `latest`.' },
    { given: { mode: 'images', 'image-owners': 'amazn' }, says: '`amazn` is not; the nearest is `amazon`.' },
    {
      given: { mode: 'redeploy-bastion', bastion: 'odd', 'probe-address': 'pubic' },
      says: '; the nearest is `public`.',
    },
    { given: { dryrun: 'true' }, says: '`dryrun` is no input of this action; the nearest is `dry-run`.' },
    { given: { 'auto-scaling-group': 'web' }, says: '; the nearest is `auto-scaling-groups`.' },
  ]
  test.each(rows)('$given', ({ given, says }) => {
    expect(problem({ ...least, ...given })).toContain(`An input is wrong: \``)
    expect(problem({ ...least, ...given })).toContain(says)
  })

  test('and nothing is named where nothing is near', () => {
    expect(problem({ ...least, mode: 'rotate' })).not.toContain('nearest')
    expect(problem({ ...least, force: 'yes' })).not.toContain('nearest')
    expect(inputs({ ...least, ticket: 'OPS-1' }).warnings).toEqual([])
  })

  test('an input that is read for two purposes is told once', () => {
    expect(problem({ ...least, mode: 'patch-image', rollout: 'now' }).match(/`rollout`/g)).toHaveLength(1)
  })
})

describe('a list in another form is refused with what is wrong with the form', () => {
  const rows: { name: string; given: Record<string, string>; says: string }[] = [
    {
      name: 'a JSON array',
      given: { 'auto-scaling-groups': '["web", "api"]' },
      says: '`auto-scaling-groups` is `["web", "api"]` but must have one entry per line, or commas between them: it is a JSON array; leave brackets and quotes out',
    },
    { name: 'a flow sequence', given: { 'allowed-account-ids': '[123456789012]' }, says: 'it is a JSON array' },
    { name: 'brackets', given: { 'auto-scaling-groups': '[web, api]' }, says: 'it stands in brackets' },
    {
      name: 'dashes',
      given: { 'auto-scaling-groups': '- web\n- api' },
      says: '`- web⏎- api` but must have one entry per line, or commas between them: it has a dash',
    },
    {
      name: 'double quotes',
      given: { stacks: '"mystack v1"' },
      says: 'it has quotes around an entry, which would belong to it: write `mystack v1`',
    },
    { name: 'single quotes', given: { 'auto-scaling-groups': "web, 'api'" }, says: 'write `api`' },
    { name: 'quoted tags', given: { tags: '"Team=web"' }, says: 'write `Team=web`' },
    { name: 'tags as a mapping', given: { tags: 'Team: web' }, says: '`Team: web` is not: write `Team=web`.' },
    { name: 'regions', given: { mode: 'images', 'aws-region': '["eu-west-1"]' }, says: 'it is a JSON array' },
    { name: 'images', given: { mode: 'images', image: '- ami-01234567\n- ami-01234568' }, says: 'it has a dash' },
    {
      name: 'subnets',
      given: { mode: 'redeploy-bastion', bastion: 'odd', subnets: '["a"]' },
      says: 'it is a JSON array',
    },
  ]
  test.each(rows)('$name', ({ given, says }) => {
    expect(problem({ ...least, ...given })).toContain(says)
  })

  test('and what only looks like it is taken', () => {
    const given = { 'auto-scaling-groups': '-web, we"b", [a]b, web-[1', tags: 'Team=["a"]\nList=- a\nQuoted="b"' }
    expect(inputs({ ...least, ...given }).selectors).toMatchObject({
      groups: ['-web', 'we"b"', '[a]b', 'web-[1'],
      tags: [{ value: '["a"]' }, { value: '- a' }, { value: '"b"' }],
    })
  })
})

describe('an image reference that is none is refused with the reason, and not shown', () => {
  const rows = [
    { given: 'registry.example.org/Team/app:1.2', says: 'but its repository path has an upper-case letter. ' },
    { given: 'other.example.org/team/app:', says: 'but its tag is empty. ' },
    {
      given: 'https://registry.example.org/team/app:1',
      says: 'but it begins with a scheme; write it without "https://". ',
    },
    { given: 'registry.example.org/team/app:1 2', says: 'but it contains white space. ' },
    { given: 'team/app@sha256:abc', says: 'but its digest has 3 hex digits, sha256 has 64. ' },
    { given: 'my tag', says: 'but its tag may have only letters, digits' },
  ]
  test.each(rows)('$given', ({ given, says }) => {
    for (const mode of ['patch-docker', 'redeploy-bastion']) {
      const told = problem({
        mode,
        'docker-image': given,
        ...(mode === 'patch-docker' ? { stacks: 'a' } : { bastion: 'b' }),
      })
      expect(told).toContain('`docker-image` must be an image reference')
      expect(told).toContain(says)
      expect(told).not.toContain(given)
    }
  })
})

describe('an input that a workflow passes empty', () => {
  test('is an error where it is dry-run: a run that changes things may not be what was meant', () => {
    expect(problem({ ...least, 'dry-run': '' })).toContain('`dry-run` is empty, as from an expression without a value')
    expect(problem({ ...least, 'dry-run': '  ' })).toContain('`dry-run` is empty')
    expect(inputs(least).dryRun).toBe(false)
  })

  test('is named with its default where there is one, and is no warning', () => {
    const given = { ...least, 'max-failures': '', 'instance-timeout': ' ', surge: '', stacks: '', 'ssh-port': '' }
    const { notes, warnings } = inputs(given)
    expect(notes).toEqual([
      '`max-failures` was passed empty: its default `1` is used.',
      '`instance-timeout` was passed empty: its default `15` is used.',
    ])
    expect(warnings).toEqual([])
  })
})
