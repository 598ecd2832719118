import type { LaunchData } from './launch-data.ts'
import type { SourcedGroup } from './launch-spec.ts'
import { copyName, isCopyOf } from './launch-name.ts'
import { sameData } from './launch-data.ts'
import type { CreatedSource, PatchPlan, PatchStep, SpecPatch } from './plan.ts'
import { groupSteps } from './plan-groups.ts'
import { planTemplate, type TemplateUser, type PlannedTemplate } from './plan-template.ts'

/** What a plan is made from. */
export interface PatchSubject {
  readonly groups: readonly SourcedGroup[]
  readonly templates: readonly PlannedTemplate[]
  /** Groups of the whole region that launch `$Latest` or `$Default` of a template. */
  readonly followers: readonly TemplateUser[]
  /** Every launch configuration of the region, where one is to be copied. */
  readonly configurations: ReadonlyMap<string, LaunchData>
  /** Whether launch configurations become launch templates. */
  readonly migration: 'always' | 'where refused'
  /** Seconds since the Unix epoch. */
  readonly now: number
}

/** Everything that AWS has to be told, in order: first what is new, then what uses it. */
export function planPatch(patching: PatchSubject, patches: readonly SpecPatch[]): PatchPlan {
  const selected = new Set(patching.groups.map(({ group }) => group))
  const patched = new Map(patches.map((patch) => [patch.spec.key, patch]))
  const plans = patching.templates.map((template) =>
    planTemplate(template, { patches, groups: patching.groups, followers: patching.followers, selected }),
  )
  const copies = planConfigurations(patching, patches)
  const found = new Map([...copies.found, ...plans.flatMap((plan) => [...plan.found])])
  return {
    steps: [
      ...copies.steps,
      ...plans.flatMap(({ creates }) => creates),
      ...plans.flatMap(({ defaults }) => defaults),
      ...patching.groups.flatMap((group) => groupSteps(group, patched)),
    ],
    found,
    warnings: plans.flatMap(({ warnings }) => warnings),
    problems: plans.flatMap(({ problems }) => problems),
  }
}

function planConfigurations(
  { configurations, migration, now }: PatchSubject,
  patches: readonly SpecPatch[],
): { readonly steps: readonly PatchStep[]; readonly found: ReadonlyMap<string, CreatedSource> } {
  const steps: PatchStep[] = []
  const found = new Map<string, CreatedSource>()
  const taken = new Set(configurations.keys())
  for (const { spec, changes } of patches) {
    if (spec.location.kind !== 'configuration') continue
    const { key, groups, location } = spec
    const { name: from } = location
    const data = { ...spec.data, ...changes }
    if (migration === 'always') {
      steps.push({ kind: 'create-template', spec: key, groups, from, data })
      continue
    }
    const copy = [...configurations].find(([name, there]) => isCopyOf(name, from) && sameData(there, data))
    if (copy !== undefined) {
      found.set(key, { kind: 'configuration', name: copy[0] })
      continue
    }
    const name = copyName(from, now, taken)
    taken.add(name)
    steps.push({ kind: 'copy-configuration', spec: key, groups, from, name, data })
  }
  return { steps, found }
}
