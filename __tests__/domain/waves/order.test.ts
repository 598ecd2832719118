import { type OrderEntry, type OrderedGroup, type OrderProblem, wavesOf } from '../../../src/domain/waves/order.ts'

const name = (text: string): OrderEntry => ({ kind: 'name', text })
const tag = (key: string, value: string): OrderEntry => ({ kind: 'tag', text: `tag:${key}=${value}`, key, value })
const group = (text: string, tags: OrderedGroup['tags'] = {}): OrderedGroup => ({ group: text, tags })

const GROUPS = [group('api', { Tier: '1' }), group('canary'), group('web-a', { Tier: '1' }), group('web-b')]

interface Row {
  readonly name: string
  readonly lines: readonly (readonly OrderEntry[])[]
  readonly waves: readonly (readonly string[])[]
  readonly problems?: readonly OrderProblem[]
}

const rows: readonly Row[] = [
  { name: 'without a line all groups are one wave', lines: [], waves: [['api', 'canary', 'web-a', 'web-b']] },
  {
    name: 'groups that no line names go last, together',
    lines: [[name('web-b')], [name('canary')]],
    waves: [['web-b'], ['canary'], ['api', 'web-a']],
  },
  {
    name: 'a line holds names, globs and tags',
    lines: [[tag('Tier', '1'), name('can*')], [name('web-b')]],
    waves: [['api', 'canary', 'web-a'], ['web-b']],
  },
  {
    name: 'there is no last wave where every group is named',
    lines: [[name('web-*')], [name('api'), name('canary')]],
    waves: [
      ['web-a', 'web-b'],
      ['api', 'canary'],
    ],
  },
  {
    name: 'a name decides where globs and tags match as well, before and after it',
    lines: [[name('w*')], [name('web-b'), name('api')], [tag('Tier', '1')]],
    waves: [['web-a'], ['api', 'web-b'], ['canary']],
    problems: [{ kind: 'named twice', group: 'web-a', lines: [1, 3] }],
  },
  {
    name: 'a line all of whose groups are named elsewhere is no wave',
    lines: [[name('canary')], [name('can*')]],
    waves: [['canary'], ['api', 'web-a', 'web-b']],
  },
  {
    name: 'several entries of one line may match one group',
    lines: [[name('web-a'), name('web-*'), tag('Tier', '1')]],
    waves: [['api', 'web-a', 'web-b'], ['canary']],
  },
  {
    name: 'a group whose name stands on two lines is a problem',
    lines: [[name('api')], [name('canary')], [name('api')]],
    waves: [['api'], ['canary'], ['web-a', 'web-b']],
    problems: [{ kind: 'named twice', group: 'api', lines: [1, 3] }],
  },
  {
    name: 'each entry that matches nothing is a problem, also beside one that matches',
    lines: [[name('api'), name('apj')], [tag('Tier', '2')], [name('canary*x')]],
    waves: [['api'], ['canary', 'web-a', 'web-b']],
    problems: [
      { kind: 'matches nothing', line: 1, text: 'apj' },
      { kind: 'matches nothing', line: 2, text: 'tag:Tier=2' },
      { kind: 'matches nothing', line: 3, text: 'canary*x' },
    ],
  },
]

test.each(rows)('$name', ({ lines, waves, problems = [] }) => {
  expect(wavesOf(GROUPS, lines)).toEqual({ waves, problems })
})

test('the value of a tag is no glob, and a name with brackets is itself', () => {
  const groups = [group('web[1]', { Tier: '*' }), group('web1', { Tier: '1' })]
  expect(wavesOf(groups, [[tag('Tier', '*')]]).waves).toEqual([['web[1]'], ['web1']])
  expect(wavesOf(groups, [[name('web[1]')]]).waves).toEqual([['web[1]'], ['web1']])
})

test('without a group there is no wave', () => {
  expect(wavesOf([], [])).toEqual({ waves: [], problems: [] })
})
