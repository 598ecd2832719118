import {
  type PatchedVersion,
  type VersionOrigin,
  patchDescription,
  putBackDescription,
} from '../../../src/domain/patch/version-description.ts'
import { originOf, runOf } from '../../../src/domain/rollout/version-lineage.ts'

const by = (from: PatchedVersion['from']): string => patchDescription({ from, image: 'ami-1', run: '100/2' })
const byVersion = (version: number): string => by({ kind: 'version', version })

describe('the source of a version', () => {
  const rows: { name: string; number: number; descriptions: Record<number, string | undefined>; expected: VersionOrigin | undefined }[] = [
    { name: 'is named by a patch, with any versions between', number: 5, descriptions: { 1: '', 3: '', 5: byVersion(3) }, expected: { kind: 'version', version: 3 } },
    { name: 'is a launch configuration after a migration', number: 1, descriptions: { 1: by({ kind: 'configuration', name: 'my, web-2024' }) }, expected: { kind: 'configuration', name: 'my, web-2024' } },
    { name: 'is an older version that a rollback has restored', number: 4, descriptions: { 2: '', 3: byVersion(2), 4: putBackDescription({ version: 2, failed: 3 }) }, expected: { kind: 'put back', version: 2 } },
    { name: 'is the version before, without a description', number: 7, descriptions: { 2: undefined, 5: undefined, 7: undefined, 9: undefined }, expected: { kind: 'version', version: 5 } },
    { name: 'is nothing for the first', number: 1, descriptions: { 1: undefined, 2: undefined }, expected: undefined },
  ] // prettier-ignore
  test.each(rows)('$name', ({ number, descriptions, expected }) => {
    const versions = Object.entries(descriptions).map(([key, description]) => ({ number: Number(key), description }))
    expect(originOf(number, versions)).toEqual(expected)
  })
})

test('the run that made a version is known where a patch did', () => {
  const versions = [
    { number: 1, description: 'by hand, run fast' },
    { number: 2, description: byVersion(1) },
  ]
  expect(runOf(1, versions)).toBeUndefined()
  expect(runOf(2, versions)).toBe('100/2')
})
