import type { SourcedGroup, TemplateUse } from '../../../src/domain/patch/launch-spec.ts'
import { patchedEarly } from '../../../src/domain/patch/patched-early.ts'
import type { PatchStep } from '../../../src/domain/patch/plan.ts'

const use = (follows: TemplateUse['follows'], id = 'lt-1'): TemplateUse => ({ id, follows, version: 3 })
const plain = (group: string, base: TemplateUse): SourcedGroup => ({ group, source: { kind: 'template', base } })
const mixed = (group: string, base: TemplateUse, override: TemplateUse): SourcedGroup => ({
  group,
  source: {
    kind: 'mixed',
    base,
    overrides: [{ instanceType: 't3.micro', requirements: undefined, template: override, imageId: undefined }],
  },
})

const creates = (...groups: readonly string[]): PatchStep => ({
  kind: 'create-version',
  groups,
  spec: 'template lt-1 3',
  template: 'lt-1',
  name: 'web',
  from: 3,
  expected: 4,
  changes: {},
  data: {},
})
const moves = (...groups: readonly string[]): PatchStep => ({
  kind: 'move-default',
  groups,
  spec: 'template lt-1 3',
  template: 'lt-1',
  name: 'web',
})

interface Row {
  readonly name: string
  readonly groups: readonly SourcedGroup[]
  readonly steps: readonly PatchStep[]
  /** The groups of each turn; by default each has its own. */
  readonly turns?: readonly (readonly string[])[]
  readonly says: readonly (readonly string[])[]
}

const rows: readonly Row[] = [
  {
    name: 'two that follow $Latest',
    groups: [plain('a', use('latest')), plain('b', use('latest'))],
    steps: [creates('a', 'b')],
    says: [
      ['a is patched before the turn of b, and that one launches `$Latest` of the same launch template web (lt-1)'],
    ],
  },
  {
    name: 'two that follow $Default',
    groups: [plain('a', use('default')), plain('b', use('default')), plain('c', use('default'))],
    steps: [creates('a', 'b', 'c'), moves('a', 'b', 'c')],
    says: [['a is patched before the turn of b, c, and they launch `$Default`']],
  },
  {
    name: 'groups in one turn',
    groups: [
      plain('a', use('latest')),
      plain('b', use('latest')),
      plain('c', use('default')),
      plain('d', use('default')),
    ],
    steps: [creates('a', 'b', 'c', 'd'), moves('c', 'd')],
    turns: [['a', 'b', 'c', 'd']],
    says: [],
  },
  {
    name: 'one that follows $Latest after one that launches a number',
    groups: [plain('a', use('number')), plain('b', use('latest'))],
    steps: [creates('a', 'b')],
    says: [['a is patched before the turn of b']],
  },
  {
    name: 'one that launches a number after one that follows $Latest',
    groups: [plain('a', use('latest')), plain('b', use('number'))],
    steps: [creates('a', 'b')],
    says: [],
  },
  {
    name: 'one that follows $Default after one that launches a number: the default moves in its own turn',
    groups: [plain('a', use('number')), plain('b', use('default'))],
    steps: [creates('a', 'b'), moves('b')],
    says: [],
  },
  {
    name: 'two numbers',
    groups: [plain('a', use('number')), plain('b', use('number'))],
    steps: [creates('a', 'b')],
    says: [],
  },
  {
    name: 'another launch template',
    groups: [plain('a', use('latest')), plain('b', use('latest', 'lt-2'))],
    steps: [creates('a')],
    says: [],
  },
  {
    name: 'an override that follows',
    groups: [plain('a', use('number')), mixed('b', use('number', 'lt-2'), use('latest'))],
    steps: [creates('a')],
    says: [['a is patched before the turn of b']],
  },
  {
    name: 'two that follow a template which is not patched',
    groups: [plain('a', use('latest')), plain('b', use('latest'))],
    steps: [],
    says: [],
  },
]

test.each(rows)('$name', ({ groups, steps, turns = groups.map(({ group }) => [group]), says }) => {
  const told = patchedEarly({ steps, groups, turnOf: (group) => turns.findIndex((turn) => turn.includes(group)) })
  expect(told).toHaveLength(says.length)
  says.forEach((texts, index) => {
    for (const text of texts) expect(told[index]).toContain(text)
  })
})
