import { matchesPattern } from '../../../src/domain/catalogue/pattern.ts'

const rows = [
  ['web', 'web', true],
  ['web', 'Web', false],
  ['web', 'web-1', false],
  ['*', '', true],
  ['refs/heads/*', 'refs/heads/feature/x', true],
  ['refs/heads/*', 'refs/tags/v1', false],
  ['*-AMI-*', 'Taupage-AMI-20260101', true],
  ['*a*b', 'aXbXab', true],
  ['*a*b', 'aXbXa', false],
  ['?', '', false],
  ['?', '/', true],
  ['v[0-9]', 'v7', true],
  ['v[0-9]', 'vx', false],
  ['v[0-9]', 'v', false],
  ['[0-9]*.[0-9]*', '1.2.3', true],
  ['[0-9]*.[0-9]*', 'latest', false],
  ['[0-9]*.[0-9]*', '12', false],
  ['[!0-9]*', 'latest', true],
  ['[!0-9]*', '1.2', false],
  ['[abc-]', '-', true],
  ['[abc-]', 'd', false],
  ['a[b', 'a[b', true],
  ['a[]b', 'a[]b', true],
  ['a.b', 'axb', false],
  ['(a|b)+', '(a|b)+', true],
  ['*😀?', 'x😀é', true],
] as const

test.each(rows)('the pattern %s and the text %s: %s', (pattern, text, matches) => {
  expect(matchesPattern(pattern, text)).toBe(matches)
})
