/** What the last change of a launch source was made from, read from what that change has left in descriptions and names. */

/** A launch template's version as far as its history goes. */
export interface VersionNote {
  readonly number: number
  readonly description: string | undefined
}

/** What a version was made from. */
export type VersionOrigin =
  | { readonly kind: 'version'; readonly version: number }
  | { readonly kind: 'configuration'; readonly name: string }
  /** A copy that puts back an older version: the last change was to go back. */
  | { readonly kind: 'put back'; readonly version: number }

/**
 * What a version was made from: as its description says where a patch or a rollback has made it, else the highest
 * version below it; undefined for a first version that says nothing.
 */
export function originOf(number: number, versions: readonly VersionNote[]): VersionOrigin | undefined {
  const description = versions.find((each) => each.number === number)?.description ?? ''
  const [, copied] = /^A copy of version (\d+), after version \d+ failed$/.exec(description) ?? []
  if (copied !== undefined) return { kind: 'put back', version: Number(copied) }
  const [, from] = /^fleet-patch: from version (\d+)\b/.exec(description) ?? []
  if (from !== undefined) return { kind: 'version', version: Number(from) }
  const [, name] = /^fleet-patch: from launch configuration (.+?)(?:, image [^,]*)?, run [^,]*$/.exec(description) ?? []
  if (name !== undefined) return { kind: 'configuration', name }
  const below = versions.map((each) => each.number).filter((each) => each < number)
  return below.length === 0 ? undefined : { kind: 'version', version: Math.max(...below) }
}

/** The workflow run that made a version, where a patch did. */
export const runOf = (number: number, versions: readonly VersionNote[]): string | undefined =>
  /^fleet-patch: .*, run ([^,]*)$/.exec(versions.find((each) => each.number === number)?.description ?? '')?.[1]
