import fc from 'fast-check'
import {
  type PatchedVersion,
  parseDescription,
  patchDescription,
  putBackDescription,
} from '../../../src/domain/patch/version-description.ts'

const NOTHING = { origin: undefined, run: undefined }

const number = fc.integer({ min: 1, max: 1_000_000 })
// So short that nothing of it must be cut.
const name = fc.stringMatching(/^[A-Za-z0-9._/, -]{1,160}$/).filter((text) => text.trim() !== '')
const patched: fc.Arbitrary<PatchedVersion> = fc.record({
  from: fc.oneof(
    fc.record({ kind: fc.constant('version' as const), version: number }),
    fc.record({ kind: fc.constant('configuration' as const), name }),
  ),
  image: fc.stringMatching(/^ami-[0-9a-f]{17}$/),
  run: fc.stringMatching(/^[0-9]{1,12}\/[0-9]{1,3}$/),
})

test('a description names source, image and run in at most 255 characters', () => {
  expect(patchDescription({ from: { kind: 'version', version: 3 }, image: 'ami-1', run: '4711/1' })).toBe(
    'fleet-patch: from version 3, image ami-1, run 4711/1',
  )
  expect(patchDescription({ from: { kind: 'version', version: 3 }, image: undefined, run: '4711/1' })).toBe(
    'fleet-patch: from version 3, run 4711/1',
  )
  const from = { kind: 'configuration', name: 'x'.repeat(255) } as const
  const long = patchDescription({ from, image: 'ami-1', run: '4711/1' })
  expect(long).toHaveLength(255)
  expect(long).toMatch(/x, image ami-1, run 4711\/1$/)
})

test('what a patch wrote is read back: the origin and the run', () => {
  fc.assert(
    fc.property(patched, (version) => {
      expect(parseDescription(patchDescription(version))).toEqual({ origin: version.from, run: version.run })
    }),
  )
})

test('a name that was cut is read as far as it goes, and the run is whole', () => {
  const from = { kind: 'configuration', name: 'x'.repeat(255) } as const
  const { origin, run } = parseDescription(patchDescription({ from, image: 'ami-1', run: '4711/1' }))
  expect(origin).toEqual({ kind: 'configuration', name: expect.stringMatching(/^x{190,255}$/) })
  expect(run).toBe('4711/1')
})

test('what a rollback wrote is read back', () => {
  fc.assert(
    fc.property(number, number, (version, failed) => {
      const text = putBackDescription({ version, failed })
      expect(parseDescription(text)).toEqual({ origin: { kind: 'put back', version }, run: undefined })
    }),
  )
  expect(putBackDescription({ version: 2, failed: 3 })).toBe('A copy of version 2, after version 3 failed')
})

test.each([
  { name: 'nothing', text: '' },
  { name: 'prose', text: 'a new kernel, from version 3, run fast' },
  { name: 'the prefix in the middle', text: 'see fleet-patch: from version 3, run 1/1' },
  { name: 'a copy that says more', text: 'A copy of version 2, after version 3 failed, by Ann' },
  { name: 'a copy of no number', text: 'A copy of version two, after version 3 failed' },
])('a description that Fleet Patch has not written says nothing: $name', ({ text }) => {
  expect(parseDescription(text)).toEqual(NOTHING)
})
