import { readFileSync } from 'node:fs'

import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'

import { declaredInputs } from '../../src/inputs/declared.ts'
import { modes } from '../../src/inputs/modes.ts'
import { outputNames } from '../../src/report/results/outputs.ts'

interface Entry {
  readonly description: string
  readonly required?: boolean
  readonly default?: unknown
}

const action = parse(readFileSync('action.yml', 'utf8')) as {
  readonly inputs: Readonly<Record<string, Entry>>
  readonly outputs: Readonly<Record<string, Entry>>
  readonly runs: Readonly<Record<string, string>>
}

describe('action.yml', () => {
  test('declares the inputs and defaults that the code knows, in the same order', () => {
    const declared = Object.entries(action.inputs).map(([name, entry]) => [name, entry.default])
    expect(declared).toEqual(Object.entries(declaredInputs))
  })

  test('gives every default as text, as GitHub passes it', () => {
    const given = Object.values(action.inputs).filter((entry) => 'default' in entry)
    expect(given.length).toBeGreaterThan(0)
    for (const entry of given) expect(typeof entry.default).toBe('string')
  })

  test('declares the outputs that the code sets', () => {
    expect(Object.keys(action.outputs)).toEqual([...outputNames])
  })

  test('has no input that no mode uses', () => {
    const used = new Set<string>(Object.values(modes).flatMap((mode): readonly string[] => mode.uses))
    expect(Object.keys(action.inputs).filter((name) => !used.has(name))).toEqual([])
  })

  test('names every mode where it describes the input', () => {
    for (const mode of Object.keys(modes)) expect(action.inputs['mode']?.description).toContain(`\`${mode}\``)
  })

  test('describes everything in a cell of a table: a line, at most three sentences', () => {
    for (const entry of [...Object.values(action.inputs), ...Object.values(action.outputs)]) {
      expect(entry.description).toMatch(/^[^\n|]{10,240}\.$/)
    }
  })

  test('runs one bundle on Node 24, before and after', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js', post: 'dist/post.js' })
  })
})
