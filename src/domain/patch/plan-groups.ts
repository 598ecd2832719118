import { keyOf, templateLocation, type SourcedGroup, type TemplateUse } from './launch-spec.ts'
import type { SourceChange, PatchStep, SpecPatch } from './plan.ts'

/** What a group itself must be told: nothing where it only follows a template. */
export function groupSteps(
  { group, source }: SourcedGroup,
  patched: ReadonlyMap<string, SpecPatch>,
): readonly PatchStep[] {
  const groups = [group]
  const update = (moves: readonly SourceChange[]): readonly PatchStep[] =>
    moves.length === 0 ? [] : [{ kind: 'update-group', groups, group, moves }]
  switch (source.kind) {
    case 'configuration': {
      const spec = keyOf({ kind: 'configuration', name: source.name })
      if (!patched.has(spec)) return []
      return [
        { kind: 'remember-previous', groups, group, configuration: source.name },
        ...update([{ at: 'base', to: { spec } }]),
      ]
    }
    case 'template':
      return update(numbered('base', source.base, patched))
    case 'mixed':
      return update([
        ...numbered('base', source.base, patched),
        ...source.overrides.flatMap(({ template, imageId = '' }, index) => {
          const image = patched.get(keyOf({ kind: 'override', group, index, imageId }))?.changes.ImageId
          return [
            ...(template ? numbered(index, template, patched) : []),
            ...(image === undefined ? [] : [{ at: index, to: { imageId: image } }]),
          ]
        }),
      ])
    default:
      return source satisfies never
  }
}

/** A number stays where it is until the group is told; `$Latest` and `$Default` move by themselves. */
function numbered(
  at: SourceChange['at'],
  use: TemplateUse,
  patched: ReadonlyMap<string, SpecPatch>,
): readonly SourceChange[] {
  const spec = keyOf(templateLocation(use))
  return use.follows === 'number' && patched.has(spec) ? [{ at, to: { spec } }] : []
}
