import fc from 'fast-check'
import { baseName, copyName, isCopyOf, templateName } from '../../../src/domain/patch/launch-name.ts'

const now = Date.UTC(2026, 0, 5, 8, 1, 5) / 1000
const none: ReadonlySet<string> = new Set()

test.each([
  { name: 'a plain name', original: 'web', copy: 'web-20260105T080105Z' },
  { name: 'a name that a patch made', original: 'web-20251224T000000Z', copy: 'web-20260105T080105Z' },
  {
    name: 'a name that a patch made in a crowded second',
    original: 'web-20251224T000000Z-2',
    copy: 'web-20260105T080105Z',
  },
  { name: 'a name with a date of its own', original: 'web-20251224', copy: 'web-20251224-20260105T080105Z' },
  {
    name: 'a name of CloudFormation',
    original: 'x-v1-AppServerConfig-1A2B',
    copy: 'x-v1-AppServerConfig-1A2B-20260105T080105Z',
  },
])('$name is copied as $copy', ({ original, copy }) => {
  expect(copyName(original, now, none)).toBe(copy)
  expect(isCopyOf(copy, original)).toBe(true)
})

test('a name that is taken gets a number', () => {
  const taken = new Set(['web-20260105T080105Z', 'web-20260105T080105Z-2'])
  expect(copyName('web', now, taken)).toBe('web-20260105T080105Z-3')
  expect(baseName('web-20260105T080105Z-3')).toBe('web')
})

test('a name that only looks alike is no copy', () => {
  expect(isCopyOf('web-canary-20260105T080105Z', 'web')).toBe(false)
  expect(isCopyOf('web', 'web')).toBe(false)
})

test('no name is ever longer than AWS takes, and no copy of a copy is longer than the copy', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ -~]{1,255}$/), (original) => {
      const copy = copyName(original, now, none)
      const again = copyName(copy, now + 86_400, none)
      expect(copyName(original, now, new Set([copy])).length).toBeLessThanOrEqual(255)
      expect(again).toHaveLength(copy.length)
      expect(isCopyOf(copy, original)).toBe(true)
      expect(templateName(original, '0123456789ab')).toMatch(/^[a-zA-Z0-9().\-/_]{3,128}$/)
    }),
  )
})
