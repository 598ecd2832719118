import { type NextTurn, nextTurn, type Standing, type TurnLimits } from '../../../src/domain/waves/turns.ts'

const NOW = 10_000
const GOING: Standing = { kind: 'on its way' }
const GATED: Standing = { kind: 'at a gate' }
const done = (since = NOW - 1000): Standing => ({ kind: 'done', since })
const failed = (since = NOW - 1000): Standing => ({ kind: 'failed', since })

interface Row {
  readonly name: string
  readonly waves?: readonly (readonly string[])[]
  readonly limits?: Partial<TurnLimits>
  readonly standings?: Readonly<Record<string, Standing>>
  readonly deadline?: number
  readonly next: NextTurn
}

const begin = (wave: number, ...groups: readonly string[]): NextTurn => ({ kind: 'begin', groups, wave })
const WAIT: NextTurn = { kind: 'wait' }
const overFor = (kind: 'failed' | 'gated', ...groups: readonly string[]): NextTurn => ({
  kind: 'over',
  why: { kind, groups },
})

const rows: readonly Row[] = [
  { name: 'the first wave begins', next: begin(1, 'a', 'b') },
  { name: 'the next does not while one of it is on its way', standings: { a: GOING, b: done() }, next: WAIT },
  { name: 'the next begins when all of it are done', standings: { a: done(), b: done() }, next: begin(2, 'c', 'd') },
  {
    name: 'no more begin at once than max-groups',
    limits: { maxGroups: 1 },
    next: begin(1, 'a'),
  },
  {
    name: 'one more begins when one has ended',
    limits: { maxGroups: 2 },
    standings: { a: done(), b: done(), c: done(), d: GOING },
    waves: [
      ['a', 'b'],
      ['c', 'd', 'e', 'f'],
    ],
    next: begin(2, 'e'),
  },
  {
    name: 'the rest of a wave waits while there is no room',
    limits: { maxGroups: 1 },
    standings: { a: GOING },
    next: WAIT,
  },
  { name: 'the first failure is the last', standings: { a: failed(), b: done() }, next: overFor('failed', 'a') },
  {
    name: 'it is so at once, though another is on its way',
    standings: { a: failed(), b: GOING },
    next: overFor('failed', 'a'),
  },
  {
    name: 'as many failures as may be are borne',
    limits: { maxFailedGroups: 1 },
    standings: { a: failed(), b: done() },
    next: begin(2, 'c', 'd'),
  },
  {
    name: 'one more is not, in whatever wave',
    limits: { maxFailedGroups: 1 },
    standings: { a: failed(), b: done(), c: failed() },
    waves: [['a', 'b'], ['c'], ['d']],
    next: overFor('failed', 'a', 'c'),
  },
  { name: 'what waits at a gate keeps the next wave', standings: { a: GATED, b: done() }, next: overFor('gated', 'a') },
  { name: 'not before the others of its wave have ended', standings: { a: GATED, b: GOING }, next: WAIT },
  {
    name: 'others of its wave begin beside it',
    limits: { maxGroups: 2 },
    standings: { a: GATED },
    next: begin(1, 'b'),
  },
  {
    name: 'as far as it leaves them room',
    limits: { maxGroups: 1 },
    standings: { a: GATED },
    next: overFor('gated', 'a'),
  },
  {
    name: 'a wave bakes before the next begins',
    limits: { bakeSeconds: 600 },
    standings: { a: done(NOW - 900), b: done(NOW - 100) },
    next: { kind: 'bake', wave: 2, until: NOW + 500 },
  },
  {
    name: 'to the last second',
    limits: { bakeSeconds: 600 },
    standings: { a: done(NOW - 600), b: done(-Infinity) },
    next: begin(2, 'c', 'd'),
  },
  {
    name: 'a failure that is borne bakes as well',
    limits: { bakeSeconds: 600, maxFailedGroups: 1 },
    standings: { a: failed(NOW - 10), b: done(NOW - 900) },
    next: { kind: 'bake', wave: 2, until: NOW + 590 },
  },
  {
    name: 'only the wave before bakes',
    limits: { bakeSeconds: 600 },
    waves: [['a'], ['b'], ['c']],
    standings: { a: done(NOW - 5), b: done(-Infinity) },
    next: begin(3, 'c'),
  },
  {
    name: 'the first wave waits for none',
    limits: { bakeSeconds: 600 },
    next: begin(1, 'a', 'b'),
  },
  {
    name: 'a wave that has begun does not bake again for the rest of it',
    limits: { bakeSeconds: 900, maxGroups: 1 },
    standings: { a: done(NOW - 700), b: done(NOW - 650), c: done(NOW - 1) },
    next: begin(2, 'd'),
  },
  {
    name: 'after the deadline none begins',
    deadline: NOW - 1,
    standings: { a: done(), b: GOING },
    next: { kind: 'over', why: { kind: 'time', bakes: false } },
  },
  {
    name: 'a bake that ends after the deadline is not waited for',
    limits: { bakeSeconds: 600 },
    deadline: NOW + 400,
    standings: { a: done(NOW - 100), b: done(NOW - 100) },
    next: { kind: 'over', why: { kind: 'time', bakes: true } },
  },
  {
    name: 'one that ends with it is',
    limits: { bakeSeconds: 600 },
    deadline: NOW + 500,
    standings: { a: done(NOW - 100), b: done(NOW - 100) },
    next: { kind: 'bake', wave: 2, until: NOW + 500 },
  },
]

test.each(rows)(
  '$name',
  ({
    waves = [
      ['a', 'b'],
      ['c', 'd'],
    ],
    limits,
    standings = {},
    deadline = Infinity,
    next,
  }) => {
    const given = { maxGroups: Infinity, maxFailedGroups: 0, bakeSeconds: 0, ...limits }
    expect(
      nextTurn({ waves, limits: given, standings: new Map(Object.entries(standings)), now: NOW, deadline }),
    ).toEqual(next)
  },
)
