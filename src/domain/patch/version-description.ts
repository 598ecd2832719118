/**
 * The descriptions of launch template versions that Fleet Patch makes: how they are written, and what a rollback reads in
 * them. Pure.
 */

/** The longest description: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplateVersion.html */
const LONGEST = 255

/** What a version was made from. */
export type VersionOrigin =
  | { readonly kind: 'version'; readonly version: number }
  | { readonly kind: 'configuration'; readonly name: string }
  /** A copy that puts back an older version: the last change was to go back. */
  | { readonly kind: 'put back'; readonly version: number }

/** A version that a patch makes. */
export interface PatchedVersion {
  readonly from: Exclude<VersionOrigin, { kind: 'put back' }>
  readonly image: string | undefined
  /** `<run id>/<attempt>`. */
  readonly run: string
}

/**
 * What a patch writes on a version: `fleet-patch: from version 3, image ami-1, run 4711/1`. A long name of a launch
 * configuration is cut, image and run are not.
 */
export function patchDescription({ from, image, run }: PatchedVersion): string {
  const origin = from.kind === 'version' ? `version ${from.version}` : `launch configuration ${from.name}`
  const end = `${image === undefined ? '' : `, image ${image}`}, run ${run}`
  return `${`fleet-patch: from ${origin}`.slice(0, LONGEST - end.length)}${end}`.slice(0, LONGEST)
}

/** What a rollback writes on the copy of a version that puts it back after another one has failed. */
export const putBackDescription = ({
  version,
  failed,
}: {
  readonly version: number
  readonly failed: number
}): string => `A copy of version ${version}, after version ${failed} failed`

/** What a description says; both are undefined where Fleet Patch has not written it. */
export interface DescribedVersion {
  readonly origin: VersionOrigin | undefined
  /** `<run id>/<attempt>` of the patch that made the version. */
  readonly run: string | undefined
}

/** Reads the description of a version. */
export const parseDescription = (text: string): DescribedVersion => ({
  origin: originIn(text),
  run: /^fleet-patch: .*, run ([^,]*)$/.exec(text)?.[1],
})

function originIn(text: string): VersionOrigin | undefined {
  const [, copied] = /^A copy of version (\d+), after version \d+ failed$/.exec(text) ?? []
  if (copied !== undefined) return { kind: 'put back', version: Number(copied) }
  const [, version] = /^fleet-patch: from version (\d+)\b/.exec(text) ?? []
  if (version !== undefined) return { kind: 'version', version: Number(version) }
  const [, name] = /^fleet-patch: from launch configuration (.+?)(?:, image [^,]*)?, run [^,]*$/.exec(text) ?? []
  return name === undefined ? undefined : { kind: 'configuration', name }
}
