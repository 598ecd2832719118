import type { AuditRow } from './audit.ts'
import type { Classification } from './classify.ts'

/** One thing that a group may launch: an image, or the reason why it cannot be told which. */
export type AuditedSource =
  /** `parameter`: the one that names the image. */
  | { readonly kind: 'image'; readonly imageId: string; readonly parameter?: string | undefined }
  | { readonly kind: 'unknown'; readonly reason: string }

/** A group with what it launches and what it runs. */
export interface AuditedGroup {
  readonly region: string
  readonly group: string
  readonly account?: string | undefined
  readonly stack: string | undefined
  readonly ownerTag?: string | undefined
  /** The base and every override that brings a template or an image of its own. */
  readonly sources: readonly AuditedSource[]
  /** Instances by the image they run on. */
  readonly instances: ReadonlyMap<string, number>
}

/** An instance with what a row of its own tells of it. */
export interface AuditedInstance {
  readonly id: string
  /** Of its tag `Name`. */
  readonly name: string | undefined
  readonly imageId: string
  readonly ownerTag?: string | undefined
  /** Seconds since the Unix epoch. */
  readonly launchedAt?: number | undefined
}

/** An instance that belongs to no group. */
export interface UngroupedInstance extends AuditedInstance {
  readonly region: string
  readonly account?: string | undefined
  readonly stack: string | undefined
}

/** What is to be said of an image, by its id. */
export type Classify = (imageId: string) => Classification

/**
 * A row for each image that the group launches, also where it runs no instance, and one for each other image that its
 * instances run on.
 */
export function rowsOfGroup(audited: AuditedGroup, judge: Classify): readonly AuditRow[] {
  const { region, account, group, stack, ownerTag, sources, instances } = audited
  const location = { region, account, group, instance: undefined, stack, ownerTag }
  const launched = new Set(sources.flatMap((source) => (source.kind === 'image' ? source.imageId : [])))
  const ofSources = [...launched].map((imageId): AuditRow => {
    const row = { ...location, imageId, instances: instances.get(imageId) ?? 0, ...judge(imageId) }
    const parameters = new Set(
      sources.flatMap((source) =>
        source.kind === 'image' && source.imageId === imageId ? (source.parameter ?? []) : [],
      ),
    )
    if (row.verdict !== 'stale' || parameters.size === 0) return row
    const decides = `The parameter ${[...parameters].join(', ')} decides the image: change it, then roll.`
    return { ...row, reason: [decides, row.reason].filter((text) => text !== undefined).join(' ') }
  })
  const reasons = new Set(sources.flatMap((source) => (source.kind === 'unknown' ? source.reason : [])))
  const ofReasons = [...reasons].map((reason): AuditRow => ({ ...location, ...nothing, verdict: 'unknown', reason }))
  const launchesCurrent =
    ofReasons.length === 0 && ofSources.length > 0 && ofSources.every(({ verdict }) => verdict === 'current')
  const ofInstances = [...instances]
    .filter(([imageId]) => !launched.has(imageId))
    .map(([imageId, count]): AuditRow => {
      const row = { ...location, imageId, instances: count, ...judge(imageId) }
      if (!launchesCurrent) return row
      // Whatever they run on is not what the group launches: to roll is enough, even where the image is gone.
      const next = ofSources.find(({ image }) => image?.architecture === row.image?.architecture) ?? ofSources[0]
      return { ...row, verdict: 'unrolled', newest: next?.newest, reason: undefined }
    })
  return [...ofSources, ...ofReasons, ...ofInstances]
}

/** The row of an instance that belongs to no group. */
export function rowOfInstance(
  { region, account, id, name, stack, ownerTag, launchedAt, imageId }: UngroupedInstance,
  judge: Classify,
): AuditRow {
  const location = { region, account, group: undefined, instance: { id, name }, stack, ownerTag, launchedAt }
  return { ...location, imageId, instances: 1, ...judge(imageId) }
}

/** A row for each instance in the place of one for each image; a row without instances stays. */
export function rowsOfInstances(rows: readonly AuditRow[], instances: readonly AuditedInstance[]): readonly AuditRow[] {
  const byImage = Map.groupBy(instances, ({ imageId }) => imageId)
  return rows.flatMap((row): readonly AuditRow[] => {
    const own = row.imageId === undefined ? [] : (byImage.get(row.imageId) ?? [])
    if (own.length === 0) return [row]
    return own.map(({ id, name, ownerTag = row.ownerTag, launchedAt }) => ({
      ...row,
      instance: { id, name },
      instances: 1,
      ownerTag,
      launchedAt,
    }))
  })
}

const nothing = {
  imageId: undefined,
  image: undefined,
  instances: 0,
  newest: undefined,
  daysBehind: undefined,
  state: undefined,
} as const
