import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOM = 'src/domain/rollout'

const text = (name: string): string => readFileSync(join(ROOM, name), 'utf8')

/** The rules that stand in files of their own: what takes a situation and may give an action. */
const rules = readdirSync(ROOM)
  .filter((name) => name.endsWith('.ts') && name !== 'rules.ts')
  .flatMap((file) =>
    [...text(file).matchAll(/^export function (\w+)\([^)]*: Situation\b[^)]*\): Action \| undefined/gm)].map(
      ([, name = '']) => ({ name, file }),
    ),
  )

test('the rules are found', () => {
  expect(rules.length).toBeGreaterThan(5)
})

test.each(rules)('$name of $file has its place in a list of rules.ts', ({ name }) => {
  const lists = text('rules.ts').match(/^const (?:ROLL|RESTORE): readonly Rule\[\] = \[[^\]]*\]/gm) ?? []
  expect(lists).toHaveLength(2)
  expect(lists.join('\n')).toMatch(new RegExp(`^ {2}${name},$`, 'm'))
})
