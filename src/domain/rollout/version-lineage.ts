/** What the last change of a launch source was made from, read from what that change has left in descriptions and names. */
import { parseDescription, type VersionOrigin } from '../patch/version-description.ts'

/** A launch template's version as far as its history goes. */
export interface VersionNote {
  readonly number: number
  readonly description: string | undefined
}

const described = (number: number, versions: readonly VersionNote[]) =>
  parseDescription(versions.find((each) => each.number === number)?.description ?? '')

/**
 * What a version was made from: as its description says where a patch or a rollback has made it, else the highest
 * version below it; undefined for a first version that says nothing.
 */
export function originOf(number: number, versions: readonly VersionNote[]): VersionOrigin | undefined {
  const { origin } = described(number, versions)
  if (origin !== undefined) return origin
  const below = versions.map((each) => each.number).filter((each) => each < number)
  return below.length === 0 ? undefined : { kind: 'version', version: Math.max(...below) }
}

/** The workflow run that made a version, where a patch did. */
export const runOf = (number: number, versions: readonly VersionNote[]): string | undefined =>
  described(number, versions).run
