import type { PatchedGroup } from '../aws/patch/select-for-patch.ts'
import type { PatchableSources } from '../aws/patch/read-sources.ts'
import type { Explanation } from '../errors.ts'
import {
  keyOf,
  templateLocation,
  locationsOf,
  type SourcedGroup,
  type TemplateUse,
} from '../domain/patch/launch-spec.ts'
import { ownerOf, type PatchedField, undoesGroup, undoesTemplate } from '../domain/patch/ownership.ts'
import type { CreatedSource, PatchStep } from '../domain/patch/plan.ts'
import type { PatchReport, SpecReport } from '../domain/patch/report.ts'
import type { GroupResult } from '../report/events.ts'
import { patchStepInWords, patchStepReason } from '../report/log/patch-words.ts'
import type { RequestedChanges } from './patch-changes.ts'

/** All that is known at the end of a patch. */
export interface Patched {
  readonly region: string
  readonly sources: PatchableSources
  readonly wished: RequestedChanges
  /** By site: what is launched from now on, in a dry run would be. */
  readonly made: ReadonlyMap<string, CreatedSource>
  /** Steps that were made, in a dry run would be. */
  readonly steps: readonly PatchStep[]
  /** By group. */
  readonly failures: ReadonlyMap<string, Explanation>
  /** Groups for which a step may have been made, though AWS's answer does not tell. */
  readonly perhapsChanged: ReadonlySet<string>
  readonly dryRun: boolean
  /** Seconds since the Unix epoch. */
  readonly startedAt: number
  readonly endedAt: number
}

/** The result of one group. */
export function patchResult({ group, sizes, inService, tags }: PatchedGroup, patched: Patched): GroupResult {
  const sourced = patched.sources.groups.find((each) => each.group === group)
  if (sourced === undefined) throw new Error(`${group} was patched without its launch source being known`)
  const steps = patched.steps.filter((step) => step.groups.includes(group))
  const failure = patched.failures.get(group)
  const changed = steps.length > 0 || patched.perhapsChanged.has(group)
  const patch = patchReportOf(sourced, { patched, tags, changed })
  const images = imagesOf(sourced, patched)
  return {
    group,
    region: patched.region,
    status: failure ? 'failed' : !changed ? 'current' : patched.dryRun ? 'planned' : 'patched',
    changed,
    source: failure ? patch.before : patch.after,
    imageId: failure ? images.before : images.after,
    previousImageId: images.before,
    sizes: { before: sizes, after: sizes },
    replaced: [],
    launched: [],
    lowestReady: inService,
    floor: 0,
    startedAt: patched.startedAt,
    endedAt: patched.endedAt,
    timeline: [],
    left: [],
    failure,
    steps: steps.map((step) => ({
      group,
      at: patched.endedAt,
      action: step.kind,
      detail: patchStepInWords(step),
      reason: patchStepReason(step),
    })),
    patch,
  }
}

interface PatchReportSource {
  readonly patched: Patched
  readonly tags: PatchedGroup['tags']
  readonly changed: boolean
}

function patchReportOf(sourced: SourcedGroup, { patched, tags, changed }: PatchReportSource): PatchReport {
  const keys = new Set(locationsOf(sourced).map(({ location }) => keyOf(location)))
  const patches = patched.wished.patches.filter(({ spec }) => keys.has(spec.key))
  const fields = [...new Set(patches.flatMap(({ changes }) => FIELDS.filter((field) => field in changes)))]
  const owner = ownerOf(tags)
  const templates = patched.sources.templates.filter(({ id }) =>
    patches.some(({ spec: { location } }) => location.kind === 'template' && location.id === id),
  )
  const undoing = [
    owner && undoesGroup(owner, sourced.source, fields),
    ...templates.map((template) => {
      const theirs = ownerOf(template.tags)
      return theirs && undoesTemplate(theirs, template.name, fields)
    }),
  ]
  return {
    before: labelOf(sourced, patched, new Map()),
    after: labelOf(sourced, patched, patched.made),
    specs: patches.map((patch) => specReportOf(patch, patched)),
    undoneBy: changed ? undoing.filter((sentence) => sentence !== undefined) : [],
  }
}

const FIELDS: readonly PatchedField[] = ['ImageId', 'InstanceType', 'UserData']

function specReportOf(
  { spec, changes, userData }: RequestedChanges['patches'][number],
  { wished }: Patched,
): SpecReport {
  const before = wished.images.get(spec.key)?.before?.id ?? spec.data.ImageId
  return {
    label: spec.label,
    image: changes.ImageId === undefined ? undefined : { before, after: changes.ImageId },
    instanceType:
      changes.InstanceType === undefined ? undefined : { before: spec.data.InstanceType, after: changes.InstanceType },
    userData,
  }
}

function imagesOf({ group, source }: SourcedGroup, { sources, wished }: Patched) {
  const location = source.kind === 'configuration' ? source : templateLocation(source.base)
  const chosen = wished.images.get(keyOf(location))
  const { ImageId } = sources.describe(location).data
  const named = ImageId?.startsWith('ami-') ? ImageId : undefined
  // A base without an image: its overrides bring theirs, and the first stands for all.
  const [override] = locationsOf({ group, source }).filter((use) => use.location.kind === 'override')
  const theirs = named === undefined && override ? wished.images.get(keyOf(override.location)) : undefined
  const before = chosen?.before?.id ?? named ?? theirs?.before?.id
  return { before, after: chosen?.after.id ?? theirs?.after.id ?? before }
}

/** What the group launches from, for people. */
function labelOf({ source }: SourcedGroup, { sources }: Patched, made: ReadonlyMap<string, CreatedSource>): string {
  if (source.kind === 'configuration') {
    const there = made.get(keyOf(source))
    if (there === undefined) return source.name
    return there.kind === 'configuration' ? there.name : `${there.name} (${there.id}) version ${there.version}`
  }
  const base = templateLabel(source.base, sources, made)
  if (source.kind === 'template' || source.overrides.length === 0) return base
  return `${base} with ${source.overrides.length} overrides`
}

function templateLabel(
  use: TemplateUse,
  { templates }: PatchableSources,
  made: ReadonlyMap<string, CreatedSource>,
): string {
  const there = made.get(keyOf(templateLocation(use)))
  const version = there?.kind === 'template' ? there.version : use.version
  const name = templates.find(({ id }) => id === use.id)?.name ?? use.id
  const follows = use.follows === 'number' ? '' : use.follows === 'latest' ? ' ($Latest)' : ' ($Default)'
  return `${name} (${use.id}) version ${version}${follows}`
}
