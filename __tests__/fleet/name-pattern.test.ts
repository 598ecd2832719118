import fc from 'fast-check'
import { isPattern, matchesName } from '../../src/fleet/name-pattern.ts'

describe('a name pattern', () => {
  test.each([
    ['web', 'web', true],
    ['web', 'Web', false],
    ['web', 'web2', false],
    ['web*', 'web', true],
    ['web*', 'web-1.2', true],
    ['*web', 'my-web', true],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-c-b', false],
    ['prod?', 'prods', true],
    ['prod?', 'prod', true],
    ['prod?', 'production', false],
    ['??', 'abc', false],
    ['\\*amazon\\?\\\\', '*amazon?\\', true],
    ['\\*amazon', 'my-amazon', false],
    ['a.c', 'abc', false],
    ['[ab]', 'a', false],
    ['*', '', true],
    ['', '', true],
    ['', 'a', false],
  ])('%j matches %j: %j', (pattern, name, matches) => {
    expect(matchesName(pattern, name)).toBe(matches)
  })

  test('of plain characters matches itself alone', () => {
    const plain = fc.string().map((text) => text.replace(/[*?\\]/gu, '-'))
    fc.assert(fc.property(plain, plain, (one, other) => matchesName(one, other) === (one === other)))
  })

  test('with many stars takes no longer than its length allows', () => {
    expect(matchesName('*a'.repeat(100), `${'a'.repeat(200)}b`)).toBe(false)
  })

  test('is told from a plain name', () => {
    expect(['web-*', 'web-?', 'web\\*', 'web'].map(isPattern)).toEqual([true, true, false, false])
  })
})
