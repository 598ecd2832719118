import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { withSources } from '../../scripts/readme.ts'
import { modePermissions } from '../../src/modes/permissions.ts'

const markers = ['inputs', 'outputs', 'permissions', 'trust', 'needs']
const blank = markers
  .map((name) => `<!-- ${name}: written by npm run docs -->\nold\n<!-- end of ${name} -->`)
  .join('\n')
const action = `
inputs:
  mode: { description: What to do, required: true }
  surge: { description: "One | other,\\n  two lines", default: '1' }
outputs:
  changed: { description: Whether }
`
const needs = {
  look: { reads: [], changes: {} },
  roll: { reads: [], changes: { Roll: 'always', Remember: 'always', DiscardWarmed: 'with a warm pool' } },
} as const
const sources = { action, permissions: '{ "a": 1 }\n', trust: '{ "b": 2 }\n', needs }

test('the README says what action.yml, the IAM documents and the declared permissions say', () => {
  const readme = readFileSync('README.md', 'utf8')
  // Spaces that only line up a table's columns are the formatter's.
  const squeezed = (text: string): string =>
    text.replaceAll(/-{3,}/g, '---').replaceAll(/ +\|/g, ' |').replaceAll('|  |', '| |')
  const wanted = withSources(readme, {
    action: readFileSync('action.yml', 'utf8'),
    permissions: readFileSync('docs/iam/permissions.json', 'utf8'),
    trust: readFileSync('docs/iam/trust.json', 'utf8'),
    needs: modePermissions,
  })
  expect(squeezed(wanted)).toBe(squeezed(readme))
})

test('a required input, a default and a description of several lines become rows', () => {
  const text = withSources(blank, sources)
  expect(text).toContain('| `mode` | What to do | **required** |')
  expect(text).toContain('| `surge` | One \\| other, two lines | `1` |')
  expect(text).toContain('| `changed` | Whether |')
  expect(text).toContain('```json\n{ "a": 1 }\n```')
  expect(text).toContain('| `look` |  |  |')
  expect(text).toContain('| `roll` | `Roll`, `Remember` | `DiscardWarmed` with a warm pool |')
  expect(text).not.toContain('old')
})

test('writing it twice changes nothing more', () => {
  const once = withSources(blank, sources)
  expect(withSources(once, sources)).toBe(once)
})

test.each(markers)('a README without the marker of %s is an error that names it', (name) => {
  const without = blank.replace(`<!-- end of ${name} -->`, '')
  expect(() => withSources(without, sources)).toThrow(`<!-- end of ${name} -->`)
})

test('every file that the README and CONTRIBUTING point to exists', () => {
  const links = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md'].flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\]\((?!http)([^)#]+)/g)].map(([, path]) => path ?? ''),
  )
  expect(links.length).toBeGreaterThan(3)
  const { status } = spawnSync('ls', links)
  expect(status).toBe(0)
})
