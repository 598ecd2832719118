import type { LaunchData } from '../../../src/domain/patch/launch-data.ts'
import { type SourcedGroup, launchSpecsOf, type TemplateUse } from '../../../src/domain/patch/launch-spec.ts'
import type { PatchStep } from '../../../src/domain/patch/plan.ts'
import { type PatchSubject, planPatch } from '../../../src/domain/patch/plan-patch.ts'
import type { PlannedTemplate } from '../../../src/domain/patch/plan-template.ts'

const now = Date.UTC(2026, 0, 5, 8, 1, 5) / 1000
const old: LaunchData = { ImageId: 'ami-old', InstanceType: 't3.micro' }
const fresh: LaunchData = { ...old, ImageId: 'ami-new' }

const template = (versions: readonly LaunchData[], defaultVersion = 1): PlannedTemplate => ({
  id: 'lt-1',
  name: 'web',
  latest: versions.length,
  default: defaultVersion,
  versions: new Map(versions.map((data, index) => [index + 1, data])),
})

const use = (follows: TemplateUse['follows'], version = 1): TemplateUse => ({ id: 'lt-1', follows, version })
const on = (group: string, base: TemplateUse): SourcedGroup => ({ group, source: { kind: 'template', base } })
const configured = (group: string, name: string): SourcedGroup => ({ group, source: { kind: 'configuration', name } })

interface Scene extends Partial<PatchSubject> {
  readonly template?: PlannedTemplate
}

/** The plan that gives every old image of these groups the new one. */
function planFor(groups: readonly SourcedGroup[], { template: only, ...scene }: Scene = {}) {
  const specs = launchSpecsOf(groups, (location) => ({
    data: location.kind === 'template' ? (only?.versions.get(location.version) ?? {}) : old,
    label: '',
  }))
  const patches = specs
    .filter(({ data }) => data.ImageId === 'ami-old')
    .map((spec) => ({ spec, changes: { ImageId: 'ami-new' } }))
  const standard = {
    followers: [],
    configurations: new Map<string, LaunchData>(),
    migration: 'where refused',
    now,
  } as const
  return planPatch({ ...standard, templates: only ? [only] : [], ...scene, groups }, patches)
}

const inShort = (step: PatchStep): string => {
  switch (step.kind) {
    case 'copy-configuration':
      return `copy ${step.from} as ${step.name} for ${step.groups.join('+')}`
    case 'create-template':
      return `template of ${step.from} for ${step.groups.join('+')}`
    case 'create-version':
      return `version ${step.expected} from ${step.from} for ${step.groups.join('+')}`
    case 'move-default':
      return `default for ${step.groups.join('+')}`
    case 'remember-previous':
      return `${step.group} had ${step.configuration}`
    case 'update-group':
      return `update ${step.group} at ${step.moves.map(({ at }) => at).join('+')}`
    default:
      return step satisfies never
  }
}

const stepsOf = (...scene: Parameters<typeof planFor>): readonly string[] => planFor(...scene).steps.map(inShort)

test.each([
  { name: 'a number', base: use('number'), steps: ['version 2 from 1 for web', 'update web at base'] },
  { name: '$Latest', base: use('latest'), steps: ['version 2 from 1 for web'] },
  { name: '$Default', base: use('default'), steps: ['version 2 from 1 for web', 'default for web'] },
])('a reference by $name needs just these steps', ({ base, steps }) => {
  expect(stepsOf([on('web', base)], { template: template([old]) })).toEqual(steps)
  expect(stepsOf([on('web', base)], { template: template([fresh]) })).toEqual([])
})

test('groups that share a version share the new one; each older version gets its own', () => {
  const groups = [on('a', use('number')), on('b', use('number', 2)), on('c', use('number')), on('d', use('default', 2))]
  expect(stepsOf(groups, { template: template([old, { ...old, InstanceType: 'm5.large' }], 2) })).toEqual([
    'version 3 from 1 for a+c',
    'version 4 from 2 for b+d',
    'default for d',
    'update a at base',
    'update b at base',
    'update c at base',
  ])
})

test.each([
  { name: 'which a number needs', base: use('number'), defaultVersion: 2, steps: ['update web at base'] },
  { name: 'which a default needs', base: use('default'), defaultVersion: 1, steps: ['default for web'] },
])('a version that a dead run has left is used, $name', ({ base, defaultVersion, steps }) => {
  const plan = planFor([on('web', base)], { template: template([old, fresh], defaultVersion) })
  expect(plan.steps.map(inShort)).toEqual(steps)
  expect([...plan.found]).toEqual([['template lt-1 1', { kind: 'template', id: 'lt-1', name: 'web', version: 2 }]])
})

test('an older version with the same data is not reused', () => {
  expect(stepsOf([on('web', use('number', 2))], { template: template([fresh, old], 2) })).toEqual([
    'version 3 from 2 for web',
    'update web at base',
  ])
})

test.each([
  { name: 'ours', groups: [on('a', use('number')), on('b', use('latest', 2))], other: 'b' },
  { name: 'of another', groups: [on('a', use('number'))], other: 'z' },
])('no version is made from an older one beside a group, $name, on $Latest', ({ groups, other }) => {
  const { problems } = planFor(groups, {
    template: template([old, { ...old, InstanceType: 'm5.large' }]),
    followers: [{ group: other, template: 'lt-1', follows: 'latest' }],
  })
  expect(problems).toEqual([expect.stringContaining(`${other}, launching \`$Latest\`, would go back from version 2`)])
})

test('other groups that follow a template are named once, and only where the followed version moves', () => {
  const followers = [
    { group: 'z', template: 'lt-1', follows: 'default' },
    { group: 'z', template: 'lt-1', follows: 'default' },
    { group: 'web', template: 'lt-1', follows: 'default' },
    { group: 'y', template: 'lt-2', follows: 'default' },
  ] as const
  const moved = planFor([on('web', use('default'))], { template: template([old]), followers })
  expect(moved.warnings.map(({ message }) => message)).toEqual([
    'The launch template web is shared: its default version moves for others too: z.',
  ])
  expect(planFor([on('web', use('number'))], { template: template([old]), followers }).warnings).toEqual([])
})

test('a launch configuration is copied once for all its groups, and each records it', () => {
  expect(stepsOf([configured('a', 'web'), configured('b', 'web')])).toEqual([
    'copy web as web-20260105T080105Z for a+b',
    'a had web',
    'update a at base',
    'b had web',
    'update b at base',
  ])
})

test('a copy left by a dead run is used, another configuration with that name is not', () => {
  const left = new Map([
    ['web', old],
    ['web-20260105T080000Z', fresh],
  ])
  const plan = planFor([configured('a', 'web')], { configurations: left })
  expect(plan.steps.map(inShort)).toEqual(['a had web', 'update a at base'])
  expect([...plan.found.values()]).toEqual([{ kind: 'configuration', name: 'web-20260105T080000Z' }])
  const taken = new Map([['web-20260105T080105Z', { ...fresh, InstanceType: 'm5.large' }]])
  expect(stepsOf([configured('a', 'web')], { configurations: taken })[0]).toBe(
    'copy web as web-20260105T080105Z-2 for a',
  )
})

test('with migration a launch configuration becomes a template', () => {
  expect(stepsOf([configured('a', 'web')], { migration: 'always' })).toEqual([
    'template of web for a',
    'a had web',
    'update a at base',
  ])
})

test('a mixed policy is updated once, for its base and each override that needs it', () => {
  const overrides = [
    { instanceType: 'm5.large', template: undefined, imageId: undefined },
    { instanceType: 'm6g.large', template: use('number', 2), imageId: undefined },
    { instanceType: 'm7g.large', template: undefined, imageId: 'ami-old' },
    { instanceType: 'c5.large', template: use('default', 1), imageId: undefined },
  ]
  const mixed: SourcedGroup = { group: 'web', source: { kind: 'mixed', base: use('number'), overrides } }
  const plan = planFor([mixed], { template: template([old, { ...old, InstanceType: 'm6g.large' }]) })
  expect(plan.steps.map(inShort)).toEqual([
    'version 3 from 1 for web',
    'version 4 from 2 for web',
    'default for web',
    'update web at base+1+2',
  ])
  expect(plan.steps.at(-1)).toMatchObject({
    moves: [{ to: { spec: 'template lt-1 1' } }, { to: { spec: 'template lt-1 2' } }, { to: { imageId: 'ami-new' } }],
  })
})
