import { switched } from '../../testing/mutants/switched.ts'

const on = (number: number): string => `globalThis.isMutantOn(${number})`

/** The text in one line, since the line breaks are for comments only. */
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(' )', ')').trim()

async function written(source: string, ...mutants: readonly { find: string; replace: string }[]) {
  const numbered = mutants.map((mutant, index) => ({ number: index + 1, mutant: { name: 'm', file: 'f.ts', ...mutant } }))
  const { text, ...numbers } = await switched(source, numbered)
  return { text: flat(text), ...numbers }
} // prettier-ignore

test.each([
  {
    name: 'an argument',
    source: 'const f = (a: number) => g(a - 1)',
    find: 'a - 1',
    replace: 'a',
    text: `const f = (a: number) => g((${on(1)} ? (a) : (a - 1)))`,
  },
  {
    name: 'as much as binds what stands there otherwise with what is around it',
    source: 'const f = (a, b) => g(a && b)',
    find: ' && b',
    replace: ' || b',
    text: `const f = (a, b) => g((${on(1)} ? (a || b) : (a && b)))`,
  },
  {
    name: 'a statement of its own, which no line before may take for its arguments',
    source: 'function f(a) {\n  g()\n  a.set(1).then(g)\n}',
    find: 'a.set(1)',
    replace: 'a.set(2)',
    text: `function f(a) { g() void 0, (${on(1)} ? (a.set(2).then(g)) : (a.set(1).then(g))) }`,
  },
  {
    name: 'the whole body where a statement is left out',
    source: 'function f(a) {\n  if (a) return 1\n  return 2\n}',
    find: '  if (a) return 1\n',
    replace: '',
    text: `function f(a) {if (${on(1)}) {{ return 2 } return}{ if (a) return 1 return 2 }}`,
  },
  {
    name: 'the whole body where a function answers at once',
    source: 'function f(a) {\n  return a\n}',
    find: 'function f(a) {\n',
    replace: 'function f(a) {\n  return 1\n',
    text: `function f(a) {if (${on(1)}) {{ return 1 return a } return}{ return a }}`,
  },
])('around $name', async ({ source, find, replace, text }) => {
  expect(await written(source, { find, replace })).toEqual({ text, numbers: [1], atLoad: [] })
})

test('two mutants of one expression, and one in it', async () => {
  const source = 'const f = (a) => g(a < 1)'
  const { text } = await written(source, { find: 'a < 1', replace: 'a' }, { find: '<', replace: '>' }, { find: '1', replace: '2' }) // prettier-ignore
  expect(text).toBe(`const f = (a) => g((${on(1)} ? (a) : ${on(2)} ? (a > 1) : (a < (${on(3)} ? (2) : (1)))))`)
})

test('what runs when the file is loaded must be on by then', async () => {
  const found = await written('const LONGEST = 60', { find: '60', replace: '6' })
  expect(found).toEqual({ text: `const LONGEST = (${on(1)} ? (6) : (60))`, numbers: [], atLoad: [1] })
})

test('what no expression holds cannot be switched', async () => {
  const source = "import { g } from './g.ts'"
  expect(await written(source, { find: 'g.ts', replace: 'h.ts' })).toEqual({ text: source, numbers: [], atLoad: [] })
})

test('where a file only computes both values are handed over, of an expression and of a body', async () => {
  const pure = async (source: string, find: string, replace: string) =>
    flat((await switched(source, [{ number: 1, mutant: { name: 'm', file: 'f.ts', find, replace } }], true)).text)
  expect(await pure('const f = (a) => g(a - 1)', 'a - 1', 'a')).toBe(
    'const f = (a) => g(globalThis.eitherOf(1, () => (a), () => (a - 1)))',
  )
  expect(await pure('function f(a) {\n  if (a) return 1\n  return 2\n}', '  if (a) return 1\n', '')).toBe(
    'function f(a) { return globalThis.eitherOf(1, () => { return 2 }, () => { if (a) return 1 return 2 }) }',
  )
  // To wait, or to change something, is more than to compute.
  expect(await pure('const f = async (a) => g(await a)', 'await a', 'a')).toContain(`${on(1)} ?`)
  expect(await pure('function f(a) {\n  let b = 1\n  if (a) b = 2\n  return b\n}', '  if (a) b = 2\n', '')).toContain(
    `if (${on(1)})`,
  )
})
