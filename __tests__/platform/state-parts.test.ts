import { spawnSync } from 'node:child_process'
import { stateParts, wholeState } from '../../src/platform/state-parts.ts'

const saved = (name: string, value: string): Map<string, string> => new Map(stateParts(name, value))
const read = (state: ReadonlyMap<string, string>, name: string): string =>
  wholeState(name, (each) => state.get(each) ?? '')

test('a short value is saved as it is', () => {
  expect(stateParts('run', '1/1/abcd')).toEqual([['run', '1/1/abcd']])
  expect(read(new Map(), 'run')).toBe('')
})

test.each([40_000, 40_001, 400_000])('a value of %i characters is read as it was saved', (length) => {
  const value = 'äöü'.repeat(length).slice(0, length)
  const state = saved('record', value)
  expect(read(state, 'record')).toBe(value)
  expect(Math.max(...[...state.values()].map((text) => Buffer.byteLength(text)))).toBeLessThan(128 * 1024)
})

test('a value that was longer before is the last one', () => {
  const state = new Map([...stateParts('record', 'x'.repeat(100_000)), ...stateParts('record', 'short')])
  expect(read(state, 'record')).toBe('short')
})

test('a process begins with the parts in its environment', () => {
  const env = Object.fromEntries(stateParts('STATE_record', 'x'.repeat(400_000)))
  expect(spawnSync(process.execPath, ['--version'], { env }).status).toBe(0)
})
