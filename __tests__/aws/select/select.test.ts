import type { AutoScalingGroup, Filter } from '@aws-sdk/client-auto-scaling'
import { matchesGlob } from '../../../src/domain/glob.ts'
import { type Selector, selectGroups } from '../../../src/aws/select/select.ts'
import { meansStack } from '../../../src/domain/stack-reference.ts'
import { fakeConnection } from '../fake-connection.ts'
import { group, tagged } from '../groups.ts'

const inStack = (stack: string) => tagged('aws:cloudformation:stack-name', stack)
const tag = (key: string, value: string) => ({ key, value })

const REGION = [
  group('web-1', { Tags: [inStack('mystack-v1'), tagged('team', 'shop'), tagged('stage', 'live')] }),
  group('web-2', { Tags: [inStack('mystack-v2'), tagged('team', 'shop'), tagged('stage', 'test')] }),
  group('canary', { Tags: [inStack('mystack-canary-v1'), tagged('team', 'shop')] }),
  group('ops/jobs', { Tags: [inStack('jobs'), tagged('team', 'ops'), tagged('stage', 'live')] }),
  group('lone', { Tags: [tagged('team', 'Shop')] }),
]

interface Input {
  AutoScalingGroupNames?: string[]
  Filters?: Filter[]
  NextToken?: string
}

/** A region that answers by names and filters as AWS does, two groups to a page. */
const region = (groups: readonly AutoScalingGroup[] = REGION) =>
  fakeConnection({
    DescribeAutoScalingGroups: ({ AutoScalingGroupNames, Filters = [], NextToken = '0' }: Input) => {
      const found = groups.filter(
        ({ AutoScalingGroupName = '', Tags = [] }) =>
          (AutoScalingGroupNames?.includes(AutoScalingGroupName) ?? true) &&
          Filters.every(({ Name = '', Values = [] }) =>
            Name === 'tag-key'
              ? Tags.some(({ Key = '' }) => Values.includes(Key))
              : Tags.some(({ Key, Value = '' }) => Name === `tag:${Key}` && Values.includes(Value)),
          ),
      )
      const start = Number(NextToken)
      return {
        AutoScalingGroups: found.slice(start, start + 2),
        ...(found.length > start + 2 && { NextToken: String(start + 2) }),
      }
    },
  })

const all: Selector = { groups: [], stacks: [], tags: [] }
const names = (groups: readonly AutoScalingGroup[]) => groups.map(({ AutoScalingGroupName }) => AutoScalingGroupName)

describe('the groups meant by', () => {
  test.each<{ name: string; selector: Partial<Selector>; expected: string[] }>([
    { name: 'a name', selector: { groups: ['lone'] }, expected: ['lone'] },
    { name: 'two names', selector: { groups: ['web-2', 'lone'] }, expected: ['lone', 'web-2'] },
    { name: 'a glob', selector: { groups: ['web-*'] }, expected: ['web-1', 'web-2'] },
    { name: 'a glob over a slash', selector: { groups: ['ops*'] }, expected: ['ops/jobs'] },
    { name: 'a glob and a name', selector: { groups: ['web-?', 'lone'] }, expected: ['lone', 'web-1', 'web-2'] },
    {
      name: 'a stack with a version',
      selector: { stacks: [{ name: 'mystack', version: 'v1' }] },
      expected: ['web-1'],
    },
    {
      name: 'every version of a stack',
      selector: { stacks: [{ name: 'mystack', version: undefined }] },
      expected: ['web-1', 'web-2'],
    },
    {
      name: 'a stack with a version and all of another',
      selector: {
        stacks: [
          { name: 'mystack', version: 'v2' },
          { name: 'mystack-canary', version: undefined },
        ],
      },
      expected: ['canary', 'web-2'],
    },
    { name: 'a tag', selector: { tags: [tag('team', 'shop')] }, expected: ['canary', 'web-1', 'web-2'] },
    {
      name: 'two tags, which must both match',
      selector: { tags: [tag('team', 'shop'), tag('stage', 'live')] },
      expected: ['web-1'],
    },
    {
      name: 'a glob and a tag, which must both match',
      selector: { groups: ['*'], tags: [tag('stage', 'live')] },
      expected: ['ops/jobs', 'web-1'],
    },
    {
      name: 'a glob and two tags, which must all match',
      selector: { groups: ['*'], tags: [tag('team', 'shop'), tag('stage', 'live')] },
      expected: ['web-1'],
    },
    {
      name: 'names, stacks and tags together',
      selector: {
        groups: ['web-1', 'web-2', 'lone'],
        stacks: [{ name: 'mystack', version: undefined }],
        tags: [tag('stage', 'test')],
      },
      expected: ['web-2'],
    },
  ])('$name', async ({ selector, expected }) => {
    expect(names(await selectGroups(region(), { ...all, ...selector }))).toEqual(expected)
  })
})

const NOTHING_NEAR = /^(?!.*nearest)/

describe('a selection that misses is refused', () => {
  test.each<{ name: string; selector: Partial<Selector>; message: RegExp }>([
    {
      name: 'a name',
      selector: { groups: ['nope'] },
      message: /eu-central-1 matches "nope" \(`auto-scaling-groups`\)/,
    },
    { name: 'a name in another case', selector: { groups: ['Lone'] }, message: /"Lone"/ },
    { name: 'a glob beside a good one', selector: { groups: ['web-*', 'api-*'] }, message: /matches "api-\*" \(/ },
    {
      name: 'a stack',
      selector: { stacks: [{ name: 'mystack', version: 'v3' }] },
      message: /"mystack v3" \(`stacks`\)/,
    },
    {
      name: 'a stack that has no version, with a hint',
      selector: { stacks: [{ name: 'jobs', version: undefined }] },
      message: /"jobs" \(`stacks`\).*`tags: aws:cloudformation:stack-name=<its name>`/,
    },
    { name: 'a tag', selector: { tags: [tag('team', 'none')] }, message: /"team=none" \(`tags`\)/ },
    {
      name: 'one tag of two, named alone',
      selector: { tags: [tag('team', 'shop'), tag('stage', 'prod')] },
      message: /matches "stage=prod" \(`tags`\)\./,
    },
    {
      name: 'several entries of all inputs, all in one error',
      selector: {
        groups: ['nope', 'lone'],
        stacks: [{ name: 'gone', version: undefined }],
        tags: [tag('team', 'none')],
      },
      message: /"nope" \(`auto-scaling-groups`\), "gone" \(`stacks`\), "team=none" \(`tags`\)/,
    },
    {
      name: 'tags that never meet',
      selector: { tags: [tag('team', 'Shop'), tag('stage', 'live')] },
      message: /matches all that is asked for.*no group matches them together/,
    },
    {
      name: 'inputs that never meet',
      selector: { groups: ['lone'], stacks: [{ name: 'mystack', version: 'v1' }] },
      message: /Each of "lone" \(`auto-scaling-groups`\), "mystack v1" \(`stacks`\) matches some group/,
    },
  ])('$name', async ({ selector, message }) => {
    await expect(selectGroups(region(), { ...all, ...selector })).rejects.toThrow(message)
  })

  const near: { name: string; selector: Partial<Selector>; says: string | RegExp }[] = [
    {
      name: 'letters in the wrong order',
      selector: { groups: ['wbe-1'] },
      says: '(`auto-scaling-groups`). The nearest to "wbe-1" is "web-1". Check the spelling',
    },
    { name: 'another case', selector: { groups: ['Lone'] }, says: 'The nearest to "Lone" is "lone".' },
    {
      name: 'the beginning of names',
      selector: { groups: ['web'] },
      says: 'The nearest to "web" are "web-1", "web-2".',
    },
    { name: 'a beginning with *', selector: { groups: ['wbe-*'] }, says: 'The nearest to "wbe-*" is "web-*".' },
    { name: 'another pattern', selector: { groups: ['*-wbe'] }, says: NOTHING_NEAR },
    {
      name: 'a stack by its whole name',
      selector: { stacks: [{ name: 'mystack-v1', version: undefined }] },
      says: 'The nearest to "mystack-v1" is "mystack v1".',
    },
    {
      name: 'another version of a stack',
      selector: { stacks: [{ name: 'mystack', version: 'v3' }] },
      says: 'The nearest to "mystack v3" are "mystack v1", "mystack v2".',
    },
    {
      name: 'a stack without a version',
      selector: { stacks: [{ name: 'mystak', version: undefined }] },
      says: 'The nearest to "mystak" is "mystack".',
    },
    { name: 'the key of a tag', selector: { tags: [tag('taem', 'shop')] }, says: 'are "team=Shop", "team=shop".' },
    {
      name: 'two entries',
      selector: { groups: ['lnoe', 'nope'], tags: [tag('team', 'sohp')] },
      says: 'The nearest to "lnoe" is "lone". The nearest to "team=sohp" are "team=Shop", "team=shop". Check the spelling',
    },
    { name: 'what is near to nothing', selector: { groups: ['nope'] }, says: NOTHING_NEAR },
  ]
  test.each(near)('with what is nearest: $name', async ({ selector, says }) => {
    await expect(selectGroups(region(), { ...all, ...selector })).rejects.toThrow(says)
  })

  test('with three of many that are near', async () => {
    const many = region(Array.from({ length: 9 }, (_, index) => group(`web-${index}`)))
    await expect(selectGroups(many, { ...all, groups: ['web'] })).rejects.toThrow(
      'are "web-0", "web-1", "web-2" and 6 more.',
    )
  })

  test('nothing at all, which must not mean everything', async () => {
    const connection = region()
    await expect(selectGroups(connection, all)).rejects.toThrow('at least one entry')
    expect(connection.calls).toEqual([])
  })
})

describe('the calls of a selection', () => {
  test('names are described in hundreds', async () => {
    const many = Array.from({ length: 250 }, (_, index) => group(`g-${index}`))
    const connection = region(many)
    await selectGroups(connection, {
      ...all,
      groups: many.map(({ AutoScalingGroupName = '' }) => AutoScalingGroupName),
    })
    const requests = connection
      .inputs('DescribeAutoScalingGroups')
      .filter(({ NextToken }) => NextToken === undefined)
      .map(({ AutoScalingGroupNames }) => (AutoScalingGroupNames as string[]).length)
    expect(requests).toEqual([100, 100, 50])
  })

  test('a stack with a version is found by its tag', async () => {
    const connection = region()
    await selectGroups(connection, { ...all, stacks: [{ name: 'mystack', version: 'v1' }] })
    expect(connection.inputs('DescribeAutoScalingGroups')).toEqual([
      {
        Filters: [{ Name: 'tag:aws:cloudformation:stack-name', Values: ['mystack-v1'] }],
        IncludeInstances: false,
        MaxRecords: 100,
      },
    ])
  })

  test('with a glob the region is listed once, with any other selectors', async () => {
    const connection = region()
    await selectGroups(connection, {
      groups: ['*'],
      stacks: [{ name: 'mystack', version: 'v1' }],
      tags: [tag('team', 'shop')],
    })
    const first = connection.inputs('DescribeAutoScalingGroups').filter(({ NextToken }) => NextToken === undefined)
    expect(first).toEqual([{ IncludeInstances: false, MaxRecords: 100 }])
  })
})

describe('a stack reference', () => {
  test.each([
    { reference: 'mystack v1', stack: 'mystack-v1', means: true },
    { reference: 'mystack v1', stack: 'mystack-v10', means: false },
    { reference: 'mystack v1', stack: 'mystack-canary-v1', means: false },
    { reference: 'my-stack v1', stack: 'my-stack-v1', means: true },
    { reference: 'my stack', stack: 'my-stack-v1', means: false },
    { reference: 'mystack', stack: 'mystack-v1', means: true },
    { reference: 'mystack', stack: 'mystack-20240101', means: true },
    { reference: 'mystack', stack: 'mystack-canary-v1', means: false },
    { reference: 'mystack-canary', stack: 'mystack-canary-v1', means: true },
    { reference: 'my', stack: 'my-stack-v1', means: false },
    { reference: 'mystack', stack: 'mystack', means: false },
    { reference: 'mystack', stack: 'mystack-', means: false },
    { reference: 'mystack', stack: 'Mystack-v1', means: false },
    { reference: 'mystack', stack: '', means: false },
  ])('`$reference` and the stack "$stack": $means', ({ reference, stack, means }) => {
    const [name = '', version] = reference.split(' ')
    expect(meansStack({ name, version }, stack)).toBe(means)
  })
})

describe('a glob', () => {
  test.each([
    { glob: '*', name: '', matches: true },
    { glob: '*', name: 'a/b', matches: true },
    { glob: 'web-*', name: 'web-', matches: true },
    { glob: 'web-*', name: 'my-web-1', matches: false },
    { glob: '*-live-*', name: 'web-live-1', matches: true },
    { glob: '*-live', name: 'a-live-b-live', matches: true },
    { glob: '*-live', name: 'a-live-b', matches: false },
    { glob: 'web-?', name: 'web-1', matches: true },
    { glob: 'web-?', name: 'web-', matches: false },
    { glob: 'web-?', name: 'web-12', matches: false },
    { glob: 'web.1', name: 'web-1', matches: false },
    { glob: 'web[1]', name: 'web[1]', matches: true },
    { glob: 'Web', name: 'web', matches: false },
    { glob: `${'a*'.repeat(40)}b`, name: 'a'.repeat(255), matches: false },
  ])('$glob on "$name": $matches', ({ glob, name, matches }) => {
    expect(matchesGlob(glob, name)).toBe(matches)
  })
})
