import type { Classification } from '../../../src/domain/audit/classify.ts'
import {
  type AuditedGroup,
  type AuditedInstance,
  rowOfInstance,
  rowsOfGroup,
  rowsOfInstances,
} from '../../../src/domain/audit/rows.ts'
import { released } from '../image/some-images.ts'

const [old, fresh] = [released('2026-01-01'), released('2026-01-31')] as const
const arm = released('2026-01-31', { id: 'ami-arm', architecture: 'arm64' })

const judged = {
  [old.id]: { verdict: 'stale', image: old, newest: fresh, daysBehind: 29, state: 'available', reason: undefined },
  [fresh.id]: { verdict: 'current', image: fresh, newest: fresh, daysBehind: 0, state: 'available', reason: undefined },
  [arm.id]: { verdict: 'current', image: arm, newest: arm, daysBehind: 0, state: 'available', reason: undefined },
  'ami-gone': {
    verdict: 'unknown',
    image: undefined,
    newest: undefined,
    daysBehind: undefined,
    state: 'missing',
    reason: 'Gone.',
  },
} as const satisfies Record<string, Classification>

const judge = (id: string): Classification => {
  const judgement = (judged as Record<string, Classification>)[id]
  if (judgement === undefined) throw new Error(`${id} was not judged`)
  return judgement
}

const group = (launches: readonly string[], runs: Readonly<Record<string, number>>): AuditedGroup => ({
  region: 'eu-west-1',
  group: 'web',
  stack: 'web-v1',
  sources: launches.map((imageId) =>
    imageId.startsWith('?') ? { kind: 'unknown', reason: imageId } : { kind: 'image', imageId },
  ),
  instances: new Map(Object.entries(runs)),
})

const cases = [
  {
    name: 'a group on the newest image is one current row',
    group: group([fresh.id], { [fresh.id]: 2 }),
    rows: [[fresh.id, 'current', 2]],
  },
  {
    name: 'a group scaled to zero is judged by its launch source',
    group: group([old.id], {}),
    rows: [[old.id, 'stale', 0]],
  },
  {
    name: 'a group that was patched and not rolled has its old instances unrolled',
    group: group([fresh.id], { [old.id]: 3, [fresh.id]: 1 }),
    rows: [
      [fresh.id, 'current', 1],
      [old.id, 'unrolled', 3],
    ],
  },
  {
    name: 'instances on an image that is gone are unrolled as well: only a roll is needed',
    group: group([fresh.id], { 'ami-gone': 2 }),
    rows: [
      [fresh.id, 'current', 0],
      ['ami-gone', 'unrolled', 2],
    ],
  },
  {
    name: 'a group with an old launch source has no unrolled instances: it needs a patch first',
    group: group([old.id], { 'ami-gone': 1, [fresh.id]: 1, [old.id]: 1 }),
    rows: [
      [old.id, 'stale', 1],
      ['ami-gone', 'unknown', 1],
      [fresh.id, 'current', 1],
    ],
  },
  {
    name: 'each override with an image of its own has its row, and shared images have one',
    group: group([fresh.id, arm.id, fresh.id], { [arm.id]: 4 }),
    rows: [
      [fresh.id, 'current', 0],
      [arm.id, 'current', 4],
    ],
  },
  {
    name: 'with one old override no instances of the others are called unrolled',
    group: group([fresh.id, old.id], { 'ami-gone': 1 }),
    rows: [
      [fresh.id, 'current', 0],
      [old.id, 'stale', 0],
      ['ami-gone', 'unknown', 1],
    ],
  },
  {
    name: 'an unknown source is a row with its reason, and instances are judged alone',
    group: group(['? the template is gone'], { [old.id]: 1 }),
    rows: [
      [undefined, 'unknown', 0],
      [old.id, 'stale', 1],
    ],
  },
]

test.each(cases)('$name', ({ group: audited, rows }) => {
  const found = rowsOfGroup(audited, judge)
  expect(found.map(({ imageId, verdict, instances }) => [imageId, verdict, instances])).toEqual(rows)
  for (const row of found) expect(row).toMatchObject({ region: 'eu-west-1', group: 'web', stack: 'web-v1' })
})

test('unrolled rows name the image of the launch source as their newest, and have no reason any more', () => {
  const [, gone] = rowsOfGroup(group([fresh.id], { 'ami-gone': 2 }), judge)
  expect(gone).toMatchObject({ verdict: 'unrolled', newest: fresh, reason: undefined, state: 'missing' })
  const mixed = rowsOfGroup(group([fresh.id, arm.id], { [old.id]: 1 }), judge)
  expect(mixed.at(-1)).toMatchObject({ verdict: 'unrolled', newest: fresh, daysBehind: 29 })
})

test('the reason of a source stands in its row', () => {
  expect(rowsOfGroup(group(['? no template', '? no template'], {}), judge)).toMatchObject([
    { verdict: 'unknown', reason: '? no template', imageId: undefined, state: undefined },
  ])
})

test('an instance outside of any group is a row of its own', () => {
  const lone = { region: 'eu-west-1', id: 'i-1', name: 'bastion', stack: 'odd-v1', imageId: old.id }
  expect(rowOfInstance(lone, judge)).toMatchObject({
    group: undefined,
    instance: { id: 'i-1', name: 'bastion' },
    stack: 'odd-v1',
    instances: 1,
    verdict: 'stale',
    daysBehind: 29,
  })
})

describe('rows for instances', () => {
  const instance = (id: string, imageId: string, more: Partial<AuditedInstance> = {}): AuditedInstance => ({
    id,
    name: undefined,
    imageId,
    launchedAt: 100,
    ...more,
  })
  const rows = rowsOfGroup({ ...group([fresh.id], { [old.id]: 2 }), account: '123456789012', ownerTag: 'group' }, judge)

  test('stand in the place of those for images; what no instance runs on keeps its row', () => {
    const found = rowsOfInstances(rows, [
      instance('i-1', old.id, { ownerTag: 'own', name: 'one' }),
      instance('i-2', old.id),
    ])
    const short = found.map((row) => [row.imageId, row.verdict, row.instances, row.instance?.id, row.ownerTag])
    expect(short).toEqual([
      [fresh.id, 'current', 0, undefined, 'group'],
      [old.id, 'unrolled', 1, 'i-1', 'own'],
      [old.id, 'unrolled', 1, 'i-2', 'group'],
    ])
    expect(found[1]).toMatchObject({ instance: { id: 'i-1', name: 'one' }, launchedAt: 100, account: '123456789012' })
  })

  test('are none where no instances are listed', () => {
    expect(rowsOfInstances(rows, [])).toEqual(rows)
  })
})
