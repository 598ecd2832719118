import type { SourcedGroup, TemplateUse } from './launch-spec.ts'
import type { PatchStep } from './plan.ts'
import { usesOf } from './plan-template.ts'

/** What a patch that is made in turns is judged by. */
export interface PatchInTurns {
  readonly steps: readonly PatchStep[]
  readonly groups: readonly SourcedGroup[]
  /** Groups of the same turn are patched at the same moment; a lower one is earlier. */
  readonly turnOf: (group: string) => number
}

/**
 * Groups that would launch something else at another moment than their own turn, a sentence without its full stop for each template:
 * a new version is the latest for all that follow `$Latest`, and a new default one for all that follow `$Default`.
 */
export const patchedEarly = ({ steps, groups, turnOf }: PatchInTurns): readonly string[] => [
  ...new Set(
    steps.flatMap((step) => {
      if (step.kind !== 'create-version' && step.kind !== 'move-default') return []
      const follows = step.kind === 'create-version' ? 'latest' : 'default'
      const [first = ''] = step.groups.toSorted((one, other) => turnOf(one) - turnOf(other))
      const others = groups.filter(
        (group) => turnOf(group.group) !== turnOf(first) && usesOf(group).some(isUse({ id: step.template, follows })),
      )
      if (others.length === 0) return []
      const names = others.map(({ group }) => group).join(', ')
      const version = follows === 'latest' ? '$Latest' : '$Default'
      return [
        `${first} is patched before the turn of ${names}, and ${others.length > 1 ? 'they launch' : 'that one launches'} \`${version}\` of the same launch template ${step.name} (${step.template}): its patch would change what ${others.length > 1 ? 'they launch' : 'it launches'}`,
      ]
    }),
  ),
]

const isUse =
  ({ id, follows }: Pick<TemplateUse, 'id' | 'follows'>) =>
  (use: TemplateUse): boolean =>
    use.id === id && use.follows === follows
