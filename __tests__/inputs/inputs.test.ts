import { describe, expect, test } from '@jest/globals'

import { givenInputs } from '../../src/inputs/declared.ts'
import { testEnvironment } from '../../testing/recording-runner.ts'
import { inputsWith } from './given.ts'

const role = 'arn:aws:iam::123456789012:role/patcher'

const { inputs, problem } = inputsWith({})

const least = { mode: 'respawn', 'auto-scaling-groups': 'web' }

describe('inputs', () => {
  test('the required inputs alone give the defaults of action.yml', () => {
    expect(inputs(least)).toEqual({
      mode: 'respawn',
      regions: ['eu-central-1'],
      credentials: { role: undefined, sessionName: 'fleet-patch-4711', durationSeconds: 3600, audience: undefined },
      allowedAccountIds: [],
      dryRun: false,
      selectors: { groups: ['web'], stacks: [], tags: [] },
      timeoutSeconds: 330 * 60,
      surge: { kind: 'count', value: 1 },
      maxUnavailable: { kind: 'count', value: 0 },
      force: false,
      instanceTimeoutSeconds: 900,
      warmupSeconds: undefined,
      maxLeaving: undefined,
      scaling: 'follow',
      maxFailures: 1,
      onFailure: undefined,
      protectedInstances: 'replace',
      standbyInstances: 'ignore',
      managedGroups: 'warn',
      warnings: [],
      notes: [],
    })
  })

  test('all inputs are read', () => {
    expect(
      inputs({
        mode: 'respawn',
        'aws-region': 'cn-north-1',
        'role-to-assume': 'arn:aws-cn:iam::123456789012:role/team/patcher',
        'role-session-name': 'patch@night',
        'role-duration-seconds': '900',
        audience: 'other',
        'allowed-account-ids': '123456789012\n 210987654321,123456789012',
        'auto-scaling-groups': 'web-*\n\napi, db ',
        stacks: 'mystack v1\nother',
        tags: 'Team=a=b\nCost=1,2,Stage=live',
        surge: '50 %',
        'max-unavailable': '2',
        'max-leaving': '25%',
        scaling: 'follow',
        force: 'TRUE',
        'instance-timeout': '0.5',
        warmup: '0',
        'max-failures': '3',
        'on-failure': 'rollback',
        'protected-instances': 'ignore',
        'standby-instances': 'fail',
        'managed-groups': 'allow',
        order: 'canary\n\n web-*, api ,tag:aws:cloudformation:stack-name=web=v1',
        'group-bake': '0.5',
        'max-groups': '3',
        'max-failed-groups': '2',
        checkpoints: '1\n3, 50%',
        bake: '0.5',
        'bake-at-end': '1',
        promote: 'by-hand',
        alarms: 'web, all\narn:aws-cn:cloudwatch:cn-north-1:123456789012:alarm:web-5xx\nweb, all',
        'alarms-at-start': 'ignore-until-ok',
        'alarms-without-data': 'wait',
        'on-gate-failure': 'hold',
        timeout: '1.5',
        'dry-run': 'True',
      }),
    ).toEqual({
      mode: 'respawn',
      regions: ['cn-north-1'],
      credentials: {
        role: {
          arn: 'arn:aws-cn:iam::123456789012:role/team/patcher',
          partition: 'aws-cn',
          account: '123456789012',
        },
        sessionName: 'patch@night',
        durationSeconds: 900,
        audience: 'other',
      },
      allowedAccountIds: ['123456789012', '210987654321'],
      dryRun: true,
      selectors: {
        groups: ['web-*', 'api', 'db'],
        stacks: [
          { name: 'mystack', version: 'v1' },
          { name: 'other', version: undefined },
        ],
        tags: [
          { key: 'Team', value: 'a=b' },
          { key: 'Cost', value: '1,2' },
          { key: 'Stage', value: 'live' },
        ],
      },
      timeoutSeconds: 90,
      surge: { kind: 'percent', value: 50 },
      maxUnavailable: { kind: 'count', value: 2 },
      maxLeaving: { kind: 'percent', value: 25 },
      scaling: 'follow',
      force: true,
      instanceTimeoutSeconds: 30,
      warmupSeconds: 0,
      maxFailures: 3,
      onFailure: 'rollback',
      protectedInstances: 'ignore',
      standbyInstances: 'fail',
      managedGroups: 'allow',
      gates: {
        checkpoints: [
          { kind: 'count', value: 1 },
          { kind: 'count', value: 3 },
          { kind: 'percent', value: 50 },
        ],
        bakeSeconds: 30,
        bakeAtEndSeconds: 60,
        promote: 'by-hand',
        alarms: { names: ['web, all', 'web-5xx'], atStart: 'ignore-until-ok', withoutData: 'wait' },
        onFailure: 'hold',
      },
      waves: {
        order: [
          [{ kind: 'name', text: 'canary' }],
          [
            { kind: 'name', text: 'web-*' },
            { kind: 'name', text: 'api' },
            {
              kind: 'tag',
              text: 'tag:aws:cloudformation:stack-name=web=v1',
              key: 'aws:cloudformation:stack-name',
              value: 'web=v1',
            },
          ],
        ],
        bakeSeconds: 30,
        maxGroups: 3,
        maxFailedGroups: 2,
      },
      warnings: [],
      notes: [],
    })
  })

  test.each([
    {
      name: 'bake at the end for as long as at each checkpoint',
      given: { checkpoints: '1', bake: '0.5' },
      gates: { bakeSeconds: 30, bakeAtEndSeconds: 30, promote: 'auto', alarms: undefined, onFailure: 'rollback' },
    },
    {
      name: 'end without a bake where that is none',
      given: { checkpoints: '1', bake: '0.5', 'bake-at-end': '0' },
      gates: { bakeSeconds: 30, bakeAtEndSeconds: 0 },
    },
    {
      name: 'have alarms that are refused at the start and neutral without data, also where nothing bakes',
      given: { alarms: 'web-5xx' },
      gates: { checkpoints: [], alarms: { names: ['web-5xx'], atStart: 'refuse', withoutData: 'neutral' } },
    },
  ])('gates $name, unless said otherwise', ({ given, gates }) => {
    expect(inputs({ ...least, ...given })).toMatchObject({ gates })
  })

  test('a runner of the user may take five days', () => {
    const long = { ...least, checkpoints: '1', bake: '400', timeout: '500' }
    expect(inputs(long, { ...testEnvironment, isHosted: false })).toMatchObject({ gates: { bakeSeconds: 24_000 } })
  })

  const refusals: { name: string; given: Record<string, string>; says: string[] }[] = [
    {
      name: 'a bound that lets nothing leave',
      given: { 'max-leaving': '0%' },
      says: ['`max-leaving` is `0%`', 'must be more than 0'],
    },
    {
      name: 'a tag in the order without a value',
      given: { order: 'web\ntag:Tier' },
      says: ['`order` is', '`tag:Key=Value`', '`tag:Tier` has no `=`'],
    },
    {
      name: 'an order with dashes',
      given: { order: '- web\n- api' },
      says: ['`order` is', 'must have a wave per line', 'has a dash before an entry'],
    },
    {
      name: 'an order in JSON',
      given: { order: '["web", "api"]' },
      says: ['`order` is', 'is a JSON array'],
    },
    {
      name: 'a bake between waves without waves',
      given: { 'group-bake': '5', 'max-groups': '1' },
      says: ['`group-bake` is the time between two waves: it needs `order`'],
    },
    {
      name: 'a bake between waves that is longer than the run may take',
      given: { order: 'web', 'group-bake': '40', timeout: '30' },
      says: ['`group-bake` is 40 minutes, longer than `timeout`, 30 minutes'],
    },
    {
      name: 'a bake between waves that is longer than any job',
      given: { order: 'web', 'group-bake': '400', timeout: '500' },
      says: ['`group-bake` is 400 minutes, and a job ends after 360: roll each wave in a job of its own'],
    },
    {
      name: 'failed groups of groups that all begin at once',
      given: { 'max-failed-groups': '1' },
      says: ['`max-failed-groups` says when no other group begins: it needs `order` or `max-groups`'],
    },
    { name: 'room for no group', given: { 'max-groups': '0' }, says: ['`max-groups` is `0`', 'from 1 to 1000'] },
    {
      name: 'an order of groups that are not rolled',
      given: { mode: 'patch-image', order: 'web', 'max-groups': '2' },
      says: ['`order`, `max-groups` say when groups roll, and with `rollout: none` none does'],
    },
    {
      name: 'a checkpoint of nothing',
      given: { checkpoints: '0%' },
      says: ['`checkpoints` is `0%`', 'must be more than 0'],
    },
    {
      name: 'a checkpoint beyond all',
      given: { checkpoints: '101%' },
      says: ['`checkpoints` is `101%`', 'a percentage from `0%` to `100%`'],
    },
    {
      name: 'checkpoints that do not ascend',
      given: { checkpoints: '5\n25%\n20%' },
      says: ['must ascend from line to line', '`20%`'],
    },
    {
      name: 'an alarm of another region',
      given: { alarms: 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:web' },
      says: ['`alarms` must be of the region of the groups, `eu-central-1`; `web` is not'],
    },
    {
      name: 'an ARN that is no alarm',
      given: { alarms: 'web\narn:aws:sns:eu-central-1:123456789012:topic' },
      says: ['names of CloudWatch alarms, or their ARNs', '`arn:aws:sns:eu-central-1:123456789012:topic` is neither'],
    },
    {
      name: 'a roll by hand without a checkpoint',
      given: { promote: 'by-hand', bake: '5' },
      says: ['`promote: by-hand` ends the run at a checkpoint'],
    },
    {
      name: 'a bake that is longer than the run may take',
      given: { bake: '40', 'bake-at-end': '0', timeout: '30' },
      says: ['`bake` is 40 minutes, longer than `timeout`, 30 minutes'],
    },
    {
      name: 'a bake at the end that is longer than the run may take',
      given: { 'bake-at-end': '50.5', timeout: '30' },
      says: ['`bake-at-end` is 50.5 minutes, longer than `timeout`'],
    },
    {
      name: 'bakes that are longer than any job of a hosted runner',
      given: { checkpoints: '1', bake: '400', 'bake-at-end': '0', timeout: '500' },
      says: ['`bake` is 400 minutes, and a job ends after 360', '`promote: by-hand`', '`mode: release`'],
    },
    {
      name: 'a bake at the end that is longer than any job of a hosted runner',
      given: { 'bake-at-end': '400', timeout: '500' },
      says: ['`bake-at-end` is 400 minutes, and a job ends after 360', '`promote: by-hand`', '`mode: release`'],
    },
    {
      name: 'no mode',
      given: { mode: '' },
      says: ['`mode` is missing', '`respawn`, `scale-up-patch`, `release`, `rollback`, '],
    },
    {
      name: 'a mode that does not exist',
      given: { mode: 'rotate' },
      says: ['`mode` is `rotate`', '`respawn`, `scale-up-patch`, `release`, `rollback`, '],
    },
    { name: 'an inherited property as mode', given: { mode: 'toString' }, says: ['`mode` is `toString`'] },
    { name: 'no selector', given: { 'auto-scaling-groups': ' ' }, says: ['needs at least one of', '`stacks`'] },
    {
      name: 'no selector to restore',
      given: { mode: 'restore', 'auto-scaling-groups': '' },
      says: ['`mode: restore` needs'],
    },
    {
      name: 'several regions',
      given: { 'aws-region': 'eu-west-1, eu-west-2' },
      says: ['`aws-region` must be one region'],
    },
    { name: 'a zone as region', given: { 'aws-region': 'eu-west-1a' }, says: ['`aws-region`', '`eu-west-1a` is not'] },
    {
      name: 'a role name',
      given: { 'role-to-assume': 'patcher' },
      says: ['not the name alone', 'arn:aws:iam::<account id>:role/patcher'],
    },
    {
      name: 'the ARN of a user',
      given: { 'role-to-assume': 'arn:aws:iam::123456789012:user/me' },
      says: ['ARN of a role'],
    },
    {
      name: 'a role of another partition',
      given: { 'role-to-assume': role, 'aws-region': 'cn-north-1' },
      says: ['partition `aws`', '`cn-north-1` belongs to another'],
    },
    {
      name: 'a role of an account that is not allowed',
      given: { 'role-to-assume': role, 'allowed-account-ids': '999999999999' },
      says: ['account 123456789012'],
    },
    {
      name: 'a session name with a space',
      given: { 'role-session-name': 'a b' },
      says: ['`role-session-name` is `a b`'],
    },
    { name: 'a session of a second', given: { 'role-duration-seconds': '899' }, says: ['900 to 43200'] },
    { name: 'a session of a day', given: { 'role-duration-seconds': '86400' }, says: ['900 to 43200'] },
    { name: 'a short account id', given: { 'allowed-account-ids': '123' }, says: ['12 digits', '`123` is not'] },
    { name: 'a stack with three words', given: { stacks: 'my stack v1' }, says: ['`name version`', '`my stack v1`'] },
    { name: 'a stack with a glob', given: { stacks: 'my* v1' }, says: ['`my* v1` is not'] },
    { name: 'a tag without a value', given: { tags: 'Team' }, says: ['`Key=Value`', '`Team` is not'] },
    { name: 'a tag without a key', given: { tags: '=x' }, says: ['`=x` is not'] },
    { name: 'surge in words', given: { surge: 'one' }, says: ['`surge` is `one`', '`0%` to `1000%`'] },
    { name: 'half an instance', given: { surge: '1.5' }, says: ['whole number'] },
    { name: 'a negative surge', given: { surge: '-1' }, says: ['`surge` is `-1`'] },
    { name: 'too large a surge', given: { surge: '1001%' }, says: ['`1000%`'] },
    { name: 'more unavailable than all', given: { 'max-unavailable': '101%' }, says: ['`0%` to `100%`'] },
    { name: 'nothing to move', given: { surge: '0', 'max-unavailable': '0%' }, says: ['both 0'] },
    { name: 'nothing to move by default', given: { surge: '0%' }, says: ['both 0'] },
    { name: 'yes for true', given: { force: 'yes' }, says: ['`force` is `yes` but must be `true` or `false`'] },
    { name: 'one for true', given: { 'dry-run': '1' }, says: ['`dry-run`'] },
    {
      name: 'minutes with a unit',
      given: { 'instance-timeout': '15m' },
      says: ['`instance-timeout` is `15m`', 'minutes'],
    },
    { name: 'hexadecimal minutes', given: { timeout: '0x10' }, says: ['`timeout`'] },
    { name: 'no time at all', given: { timeout: '0' }, says: ['more than 0'] },
    {
      name: 'no failure to halt at',
      given: { 'max-failures': '0' },
      says: ['`max-failures` is `0`', 'from 1 to 1000'],
    },
    {
      name: 'an unknown reaction to a failure',
      given: { 'on-failure': 'Rollback' },
      says: ['`on-failure` is `Rollback`', 'one of `restore`, `rollback`, `hold`'],
    },
    {
      name: 'protected instances in other words',
      given: { 'protected-instances': 'wait' },
      says: ['one of `replace`, `ignore`, `fail`'],
    },
    {
      name: 'instances in Standby in other words',
      given: { 'standby-instances': 'terminate' },
      says: ['one of `replace`, `ignore`, `fail`'],
    },
    {
      name: 'managed groups in other words',
      given: { 'managed-groups': 'refuse' },
      says: ['`managed-groups`', 'one of `warn`, `allow`'],
    },
    { name: 'seconds in words', given: { warmup: 'some' }, says: ['seconds, from 0 to'] },
  ]
  test.each(refusals)('are refused: $name', ({ given, says }) => {
    const message = problem({ ...least, ...given })
    for (const text of says) expect(message).toContain(text)
    expect(message).toContain('An input is wrong')
  })

  test('all wrong ones are reported in one error, in every mode', () => {
    const message = problem({ mode: 'roll', surge: 'x', timeout: '-', 'aws-region': 'nowhere', stacks: '!' })
    expect(message).toMatch(/^5 inputs are wrong:\n/)
    for (const name of ['mode', 'surge', 'timeout', 'aws-region', 'stacks'])
      expect(message).toContain(`\n- \`${name}\``)
  })

  test('a rule over several inputs is not reported while one of them is wrong by itself', () => {
    expect(problem({ ...least, surge: '0', 'max-unavailable': 'x' })).not.toContain('both 0')
  })

  test('a region is needed, from the input or the environment', () => {
    const none = { ...testEnvironment, awsRegion: '' }
    expect(problem(least, none)).toContain('`aws-region` is missing')
    expect(inputs({ ...least, 'aws-region': 'us-gov-west-1' }, none).regions).toEqual(['us-gov-west-1'])
    expect(problem(least, { ...testEnvironment, awsRegion: 'Frankfurt' })).toContain('`Frankfurt`')
  })

  test('a mode accepts the inputs of another, but warns that they have no effect', () => {
    const restored = inputs({
      mode: 'restore',
      stacks: 'web',
      surge: 'x',
      'max-unavailable': '0',
      force: 'false',
      warmup: '9',
    })
    expect(restored.mode).toBe('restore')
    expect(restored.warnings).toEqual([
      '`surge` has no effect with `mode: restore`.',
      '`warmup` has no effect with `mode: restore`.',
    ])
  })

  test.each([
    {
      given: { mode: 'release', blue: 'a', green: 'b', 'max-leaving': '2', order: 'a' },
      warnings: [
        '`max-leaving` has no effect with `mode: release` of two groups.',
        '`order` has no effect with `mode: release` of two groups.',
      ],
    },
    {
      given: { mode: 'rollback', blue: 'a', green: 'b', surge: '2' },
      warnings: ['`surge` has no effect with `mode: rollback` of two groups.'],
    },
    {
      given: { mode: 'release', stacks: 'web', steps: '10 100', 'max-leaving': '2' },
      warnings: ['`steps` has no effect with `mode: release` without two groups.'],
    },
    {
      given: { mode: 'rollback', stacks: 'web', record: 'shop.example.org', surge: '2' },
      warnings: ['`record` has no effect with `mode: rollback` without two groups.'],
    },
    { given: { mode: 'release', blue: 'a', green: 'b', 'managed-groups': 'allow' }, warnings: [] },
  ])('a $given.mode of two groups is another than one of rolls: $warnings', ({ given, warnings }) => {
    expect(inputs(given).warnings).toEqual(warnings)
  })

  test('defaults that GitHub passes do not warn', () => {
    const handed = { 'max-unavailable': '0', force: 'false', 'instance-timeout': '15' }
    expect(inputs({ mode: 'restore', stacks: 'web', ...handed }).warnings).toEqual([])
  })

  test('that were given are distinguished from those that GitHub fills in', () => {
    const given: Record<string, string> = {
      mode: 'respawn',
      stacks: ' web\n',
      force: 'false',
      surge: '',
      timeout: '60',
    }
    expect(givenInputs((name) => given[name] ?? '')).toEqual({ mode: 'respawn', stacks: 'web', timeout: '60' })
  })

  test('the default session name fits STS, for any run id', () => {
    const strange = { ...testEnvironment, runId: `a/b ${'9'.repeat(80)}` }
    expect(inputs(least, strange).credentials.sessionName).toMatch(/^fleet-patch-a-b-9+$/)
    expect(inputs(least, strange).credentials.sessionName).toHaveLength(64)
  })
})
