import { type LaunchData, sameData } from './launch-data.ts'
import type { SourcedGroup, TemplateUse } from './launch-spec.ts'
import type { CreatedSource, PatchPlan, PatchStep, SpecPatch } from './plan.ts'

/** A launch template as it is now. */
export interface PlannedTemplate {
  readonly id: string
  readonly name: string
  readonly latest: number
  readonly default: number
  /** By number: at least those in use and all that are newer. */
  readonly versions: ReadonlyMap<number, LaunchData>
}

/** A group that launches whatever version of a template is the latest, or the default, at the moment. */
export interface TemplateUser {
  readonly group: string
  readonly template: string
  readonly follows: 'latest' | 'default'
}

export interface TemplatePlan extends Pick<PatchPlan, 'found' | 'warnings' | 'problems'> {
  readonly creates: readonly PatchStep[]
  readonly defaults: readonly PatchStep[]
}

/** What the plan for one template depends on. */
export interface TemplateContext {
  readonly patches: readonly SpecPatch[]
  readonly groups: readonly SourcedGroup[]
  readonly followers: readonly TemplateUser[]
  readonly selected: ReadonlySet<string>
}

interface VersionPatch extends SpecPatch {
  readonly version: number
  readonly wanted: LaunchData
}

/**
 * One new version for each version in use, also where groups share it. A new version is the latest at once: where a group follows
 * `$Latest`, only one that is made from the latest may be added, or they would go back to older settings.
 */
export function planTemplate(template: PlannedTemplate, around: TemplateContext): TemplatePlan {
  const patches = patchesOf(template, around.patches)
  const found = new Map<string, CreatedSource>()
  const missing: VersionPatch[] = []
  for (const patch of patches) {
    const version = existing(template, patch)
    if (version === undefined) missing.push(patch)
    else found.set(patch.spec.key, { kind: 'template', id: template.id, name: template.name, version })
  }
  const creates = missing.map(({ spec, version, changes, wanted }, index): PatchStep => ({
    kind: 'create-version',
    spec: spec.key,
    groups: spec.groups,
    template: template.id,
    name: template.name,
    from: version,
    expected: template.latest + index + 1,
    changes,
    data: wanted,
  }))
  const latest = afterCreation(template, missing, around)
  const defaults = movedDefault(template, patches, around)
  return {
    found,
    creates,
    defaults: defaults.steps,
    warnings: [...latest.warnings, ...defaults.warnings],
    problems: latest.problems,
  }
}

const patchesOf = ({ id }: PlannedTemplate, patches: readonly SpecPatch[]): readonly VersionPatch[] =>
  patches
    .flatMap((patch): VersionPatch[] => {
      const { location, data } = patch.spec
      if (location.kind !== 'template' || location.id !== id) return []
      return [{ ...patch, version: location.version, wanted: { ...data, ...patch.changes } }]
    })
    .sort((one, other) => one.version - other.version)

/** A newer version with just that data: a run that died before it was used has left it. */
const existing = ({ versions }: PlannedTemplate, { version, wanted }: VersionPatch): number | undefined =>
  [...versions]
    .filter(([number, data]) => number > version && sameData(data, wanted))
    .map(([number]) => number)
    .sort((one, other) => other - one)[0]

type Told = Pick<PatchPlan, 'warnings' | 'problems'>

/** What a new version means for groups that launch `$Latest`, ours and others. */
function afterCreation(template: PlannedTemplate, missing: readonly VersionPatch[], around: TemplateContext): Told {
  const following = around.followers.filter(({ template: id, follows }) => id === template.id && follows === 'latest')
  if (missing.length === 0 || following.length === 0) return { warnings: [], problems: [] }
  const older = missing.filter(({ version }) => version !== template.latest)
  const problems = older.map(
    ({ spec, version }) =>
      `${spec.groups.join(', ')}: a new version of the launch template ${template.name}, made from version ${version}, would be the latest, and ${namesOf(following)}, launching \`$Latest\`, would go back from version ${template.latest} to it; let all of them launch one version first`,
  )
  const others = following.filter(({ group }) => !around.selected.has(group))
  if (problems.length > 0 || others.length === 0) return { warnings: [], problems }
  const message = `The launch template ${template.name} is shared: what launches its \`$Latest\` will take the new version too: ${namesOf(others)}.`
  return { warnings: [{ message }], problems: [] }
}

const namesOf = (followers: readonly TemplateUser[]): string =>
  [...new Set(followers.map(({ group }) => group))].sort().join(', ')

function movedDefault(
  template: PlannedTemplate,
  patches: readonly VersionPatch[],
  { groups, followers, selected }: TemplateContext,
): { readonly steps: readonly PatchStep[]; readonly warnings: PatchPlan['warnings'] } {
  const patch = patches.find(({ version }) => version === template.default)
  const users = groups.filter((group) =>
    usesOf(group).some(({ id, follows }) => id === template.id && follows === 'default'),
  )
  if (patch === undefined || users.length === 0) return { steps: [], warnings: [] }
  const others = followers.filter(
    ({ template: id, follows, group }) => id === template.id && follows === 'default' && !selected.has(group),
  )
  const message = `The launch template ${template.name} is shared: its default version moves for others too: ${namesOf(others)}.`
  return {
    steps: [
      {
        kind: 'move-default',
        spec: patch.spec.key,
        groups: users.map(({ group }) => group),
        template: template.id,
        name: template.name,
      },
    ],
    warnings: others.length === 0 ? [] : [{ message }],
  }
}

/** Every way in which a group names a template. */
export function usesOf({ source }: SourcedGroup): readonly TemplateUse[] {
  switch (source.kind) {
    case 'configuration':
      return []
    case 'template':
      return [source.base]
    case 'mixed':
      return [source.base, ...source.overrides.flatMap(({ template }) => template ?? [])]
    default:
      return source satisfies never
  }
}
