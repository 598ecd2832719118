import { type ListedVersion, regionFindings, type RegionState } from '../../../src/domain/janitor/sources.ts'
import { DAY, NOW } from './a-state.ts'

const region = (change: Partial<RegionState>): RegionState => ({
  at: NOW,
  configurations: [],
  versions: [],
  used: new Set(),
  addresses: [],
  ...change,
})

/** Versions 1 to 14: all but the first were made by patches; the first is the default. */
const versions = Array.from({ length: 14 }, (_, index): ListedVersion => ({
  template: 'lt-1',
  version: index + 1,
  isDefault: index === 0,
  isOurs: index > 0,
}))

const deleted = (state: Partial<RegionState>): readonly number[] =>
  regionFindings(region(state)).flatMap(({ remedy }) => (remedy?.kind === 'delete-versions' ? remedy.versions : []))

test.each([
  { name: 'in use', createdAt: NOW - 200 * DAY, used: ['web-1'], found: 0 },
  { name: 'younger than 90 days', createdAt: NOW - 90 * DAY + 1, used: [], found: 0 },
  { name: 'of an age that is not known', createdAt: undefined, used: [], found: 0 },
  { name: 'in no use for 90 days', createdAt: NOW - 90 * DAY, used: ['web-2'], found: 1 },
])('a launch configuration $name', ({ createdAt, used, found }) => {
  const findings = regionFindings(region({ configurations: [{ name: 'web-1', createdAt }], used: new Set(used) }))
  expect(findings.map(({ remedy }) => remedy)).toEqual(
    Array.from({ length: found }, () => ({ kind: 'delete-configuration', name: 'web-1' })),
  )
})

describe('versions of a launch template', () => {
  test('of ours beyond the last ten are deleted, but none of another tool', () => {
    expect(deleted({ versions })).toEqual([2, 3, 4])
    expect(deleted({ versions: versions.filter(({ version }) => version !== 14) })).toEqual([2, 3])
  })

  test('stay where they are in use, or the default', () => {
    expect(deleted({ versions, used: new Set(['lt-1:3', 'lt-2:4']) })).toEqual([2, 4])
    expect(deleted({ versions: versions.map((each) => ({ ...each, isDefault: each.version === 2 })) })).toEqual([3, 4])
  })

  test('of each template are counted by themselves', () => {
    const few = versions.slice(0, 5).map((each) => ({ ...each, template: 'lt-2' }))
    expect(deleted({ versions: [...versions, ...few] })).toEqual([2, 3, 4])
  })
})

test('an address that nothing has is told of, and never released', () => {
  const findings = regionFindings(region({ addresses: [{ id: 'eipalloc-1', address: '198.51.100.7' }] }))
  expect(findings).toMatchObject([{ finding: 'unassociated-address', resource: 'eipalloc-1', remedy: undefined }])
})
