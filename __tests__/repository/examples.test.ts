import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

import { fencedYaml } from '../../scripts/fenced-yaml.ts'
import { readCatalogue } from '../../src/inputs/catalogue/read-catalogue.ts'
import { readInputs } from '../../src/inputs/inputs.ts'
import { recordingRunner } from '../../testing/recording-runner.ts'
import { lintGithub, lintPage } from './github-lint.ts'

interface Step {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}

describe('the check of a page', () => {
  const step = (inputs: string): string => `- uses: fleet-patch/fleet-patch@v1.0.0\n  with: { ${inputs} }`
  const page = (...lines: readonly string[]): string => ['# Page', '', '```yaml', ...lines, '```', ''].join('\n')

  const rows = [
    {
      name: 'a step with an input that there is not',
      text: page(step('mode: images, surgee: 2')),
      says: /^5:\d+ error: .*surgee/,
    },
    { name: 'an ellipsis among the inputs', text: page(step('mode: images, …')), says: /^4:/ },
    {
      name: 'an output that this action does not set',
      text: page(
        '- id: a',
        '  uses: fleet-patch/fleet-patch@v1.0.0',
        '  with: { mode: images }',
        '- if: steps.b.outputs.x',
        '  run: ls',
      ),
      says: /^7:\d+ warning: .*: b$/,
    },
    {
      name: 'jobs without a runner',
      text: page('jobs:', '  a:', '    steps: [{ run: ls }]'),
      says: /^6:\d+ error: Required property is missing: runs-on/,
    },
    {
      name: 'a whole workflow with an unknown key',
      text: page('on: push', 'jobs: { a: { runs-on: ubuntu-latest, steps: [{ ruun: ls }] } }'),
      says: /^5:.*ruun/,
    },
    {
      name: 'a command that YAML takes for a mapping',
      text: page('- run: jq ".a: .b"', '- run: jq a: b'),
      says: /^5:/,
    },
    { name: 'other YAML that does not parse', text: page('a: [1', 'b: 2'), says: /^[45]:\d+ error/ },
    {
      name: 'a block in a list',
      text: `1. One\n\n   \`\`\`yml\n   ${step('mo: a').replace('\n', '\n   ')}\n   \`\`\`\n`,
      says: /^5:\d+ .*mo/,
    },
    {
      name: 'the second of two blocks',
      text: page('- run: ls') + page(step('mode: a, b: c')),
      says: /^10:\d+ error: .*'b'/,
    },
  ]
  test.each(rows)('refuses $name, and says where', ({ text, says }) => {
    const { status, places } = lintPage(text)
    expect(places).toEqual(expect.arrayContaining([expect.stringMatching(says)]))
    expect(status).toBe(1)
  })

  test('accepts steps alone, jobs without a trigger and other YAML, and leaves other languages alone', () => {
    const text = [
      page(step('mode: respawn, stacks: web'), '- run: echo ${{ runner.os }}'),
      page('jobs:', '  a:', '    runs-on: ubuntu-latest', '    steps: [{ run: ls }]'),
      page('some: { other: yaml }'),
      page('[1').replace('yaml', 'text'),
    ]
    expect(lintPage(text.join('\n'))).toEqual({ status: 0, places: [] })
  })

  test('finds nothing in the pages of this repository', () => {
    expect(lintGithub([])).toMatchObject({ status: 0, stdout: '' })
  })
})

describe('an example of the documentation', () => {
  const examples = pagesOf().flatMap((path) =>
    fencedYaml(readFileSync(path, 'utf8')).flatMap(({ text, line }) =>
      stepsIn(parse(text)).flatMap((step) =>
        step.uses?.startsWith('fleet-patch/') === true ? [{ name: `${path}:${line}`, inputs: step.with ?? {} }] : [],
      ),
    ),
  )

  test('is found on each page that shows how to use the action', () => {
    expect(new Set(examples.map(({ name }) => name.replace(/:.*/, '')))).toEqual(
      new Set([
        'README.md',
        ...[
          'audit',
          'bastion',
          'catalogue',
          'gates',
          'github',
          'patching',
          'plan-and-approve',
          'report',
          'result-schema',
          'scale-up',
          'traffic',
          'scaling',
          'waves',
        ].map((name) => `docs/${name}.md`),
      ]),
    )
  })

  test.each(examples)('at $name gives inputs that the action accepts, without a warning', ({ inputs }) => {
    const texts = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, valueOf(value)]))
    const environment = { awsRegion: '', runId: '1', isHosted: true }
    // What a service gives comes from its catalogue.
    const usual =
      'service' in inputs ? { selectors: { groups: ['web'], stacks: [], tags: [] }, region: 'eu-west-1' } : undefined
    // What a plan says is the plan's.
    const planned = 'apply' in inputs && { mode: 'respawn', 'aws-region': 'eu-west-1', 'auto-scaling-groups': 'web' }
    const runner = recordingRunner({ inputs: { ...(usual && { 'aws-region': usual.region }), ...planned, ...texts } })
    const { warnings, notes } = readInputs(runner, environment, usual?.selectors)
    expect([warnings, notes]).toEqual([[], []])
  })
})

test('every catalogue of the documentation is one', () => {
  const found = pagesOf().flatMap((path) =>
    fencedYaml(readFileSync(path, 'utf8')).flatMap(({ text, line }) =>
      (parse(text) as { services?: unknown } | null)?.services === undefined ? [] : [{ path: `${path}:${line}`, text }],
    ),
  )
  expect(found.length).toBeGreaterThan(0)
  for (const catalogue of found) expect(readCatalogue({ ...catalogue, now: 0 }).services.size).toBeGreaterThan(0)
})

/** A value as GitHub passes it, with something for each expression. */
function valueOf(value: unknown): string {
  return String(value)
    .replaceAll('${{ matrix.region }}', 'eu-west-1')
    .replaceAll('${{ secrets.SLACK_WEBHOOK }}', 'https://hooks.example.org/services/x')
    .replaceAll(/\$\{\{.*?\}\}/g, '123456789012')
}

function pagesOf(): readonly string[] {
  const names = readdirSync('docs').filter((name) => name.endsWith('.md'))
  return ['README.md', ...names.map((name) => join('docs', name))]
}

function stepsIn(yaml: unknown): readonly Step[] {
  if (Array.isArray(yaml)) return yaml as readonly Step[]
  const { jobs = {} } = (yaml ?? {}) as {
    readonly jobs?: Readonly<Record<string, { readonly steps?: readonly Step[] }>>
  }
  return Object.values(jobs).flatMap(({ steps = [] }) => steps)
}
