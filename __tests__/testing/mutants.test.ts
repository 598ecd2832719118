import { readFileSync } from 'node:fs'
import { transform } from 'esbuild'
import { MUTANTS } from '../../testing/mutants/mutants.ts'
import { mutated } from '../../testing/mutants/patch.ts'
import { roomOf } from '../../testing/mutants/suites.ts'

describe('the mutant', () => {
  test.each(MUTANTS)('“$name” breaks one text of $file, which can still be read', async (mutant) => {
    const source = readFileSync(mutant.file, 'utf8')
    const text = mutated(source, mutant)
    expect(text).not.toBe(source)
    await transform(text, { loader: 'ts' })
    expect(roomOf(mutant.file).suites).not.toEqual([])
  })
})

test('each mutant has a name of its own', () => {
  const names = MUTANTS.map(({ name }) => name)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test('a text that does not occur once breaks nothing', () => {
  const mutant = { name: 'none', file: 'x.ts', find: 'a', replace: 'b' }
  for (const [source, count] of [
    ['', 0],
    ['a a', 2],
  ] as const)
    expect(() => mutated(source, mutant)).toThrow(`"none": its text occurs ${count} times in x.ts, not once`)
})
