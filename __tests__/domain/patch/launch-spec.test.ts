import {
  type GroupSource,
  launchSpecsOf,
  type SourcedGroup,
  type TemplateUse,
} from '../../../src/domain/patch/launch-spec.ts'

const template = (id: string, version = 1): TemplateUse => ({ id, version, follows: 'number' })
const group = (name: string, source: GroupSource): SourcedGroup => ({ group: name, source })
const reported = (groups: readonly SourcedGroup[]) =>
  launchSpecsOf(groups, () => ({ data: { InstanceType: 'own.type' }, label: '' })).map(
    ({ key, groups: users, types, ownType }) => ({
      key,
      users,
      types,
      ownType,
    }),
  )

test('groups that share a source share its launch spec', () => {
  const shared = { kind: 'template', base: template('lt-1') } as const
  const latest = { kind: 'template', base: { ...template('lt-1'), follows: 'latest' } } as const
  expect(
    reported([group('a', shared), group('b', latest), group('c', { kind: 'template', base: template('lt-1', 2) })]),
  ).toEqual([
    { key: 'template lt-1 1', users: ['a', 'b'], types: ['own.type'], ownType: true },
    { key: 'template lt-1 2', users: ['c'], types: ['own.type'], ownType: true },
  ])
})

test('a launch configuration launches the type that it names', () => {
  expect(reported([group('a', { kind: 'configuration', name: 'web-1' })])).toEqual([
    { key: 'configuration web-1', users: ['a'], types: ['own.type'], ownType: true },
  ])
})

test('an override with a template or an image of its own is a launch spec of its own, with its type', () => {
  const overrides = [
    { instanceType: 'm5.large', template: undefined, imageId: undefined },
    { instanceType: 'm6g.large', template: template('lt-arm'), imageId: undefined },
    { instanceType: 'm7g.large', template: undefined, imageId: 'ami-arm' },
    { instanceType: undefined, template: undefined, imageId: undefined },
    // The image replaces the template's, which no launch uses.
    { instanceType: 'c6g.large', template: template('lt-other'), imageId: 'ami-arm' },
  ]
  expect(reported([group('a', { kind: 'mixed', base: template('lt-1'), overrides })])).toEqual([
    { key: 'template lt-1 1', users: ['a'], types: ['m5.large'], ownType: false },
    { key: 'template lt-arm 1', users: ['a'], types: ['m6g.large'], ownType: false },
    { key: 'override 2 a', users: ['a'], types: ['m7g.large'], ownType: false },
    { key: 'template lt-other 1', users: ['a'], types: [], ownType: false },
    { key: 'override 4 a', users: ['a'], types: ['c6g.large'], ownType: false },
  ])
})

test('a mixed policy without overrides launches the type of its template', () => {
  expect(reported([group('a', { kind: 'mixed', base: template('lt-1'), overrides: [] })])).toMatchObject([
    { types: ['own.type'], ownType: true },
  ])
})
