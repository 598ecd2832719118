import type { LaunchTemplateSpecification } from '@aws-sdk/client-auto-scaling'
import type { LaunchTemplateVersion } from '@aws-sdk/client-ec2'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { findVersions, MOST_VERSIONS, versionPages } from '../launch-sources/template-versions.ts'

/** What a version of a launch template says of its image; empty where it names none. */
export type ImageOfTemplate = (specification: LaunchTemplateSpecification) => string | undefined

/**
 * The image that each of these versions names, `resolve:ssm:...` as it is; undefined for a version that does not exist.
 * The latest and the default version of all templates of the account come in one listing, which is read for as long as
 * it can be cheaper than to ask template by template; other versions can only be asked for so.
 */
export async function templateImages(
  connection: Connection,
  specifications: readonly LaunchTemplateSpecification[],
): Promise<ImageOfTemplate> {
  const seen = new SeenVersions()
  const wanted = new Map(specifications.map((one) => [keyOf(one), one]))
  const templates = new Set([...wanted.values()].map(templateOf)).size
  const missing = (): LaunchTemplateSpecification[] =>
    [...wanted.values()].filter((specification) => seen.imageOf(specification) === undefined)
  if (templates > 1) {
    let pages = 0
    for await (const page of versionPages(connection, { Versions: [LATEST, DEFAULT], MaxResults: MOST_VERSIONS })) {
      for (const version of page) seen.learn(version)
      for (const [key, specification] of wanted) if (seen.imageOf(specification) !== undefined) wanted.delete(key)
      if (wanted.size === 0 || ++pages >= templates) break
    }
  }
  const byTemplate = Map.groupBy(missing(), templateOf)
  await mapConcurrently([...byTemplate.values()], async (ofOne) => {
    for (const batch of batches(ofOne, MOST_VERSIONS)) await ask(connection, batch, seen)
  })
  return (specification) => seen.imageOf(specification)
}

const LATEST = '$Latest'
const DEFAULT = '$Default'

/** Left out, the version means the default one. */
const versionOf = ({ Version }: LaunchTemplateSpecification): string => Version || DEFAULT
const templateOf = ({ LaunchTemplateId, LaunchTemplateName = '' }: LaunchTemplateSpecification): string =>
  LaunchTemplateId ?? `name ${LaunchTemplateName}`
const keyOf = (specification: LaunchTemplateSpecification): string =>
  `${templateOf(specification)} ${versionOf(specification)}`

/** Images by template and version, under both names of the template. */
class SeenVersions {
  readonly #images = new Map<string, string>()
  readonly #latest = new Map<string, number>()

  learn({
    LaunchTemplateId,
    LaunchTemplateName,
    VersionNumber,
    DefaultVersion,
    LaunchTemplateData,
  }: LaunchTemplateVersion) {
    if (VersionNumber === undefined) return
    const image = LaunchTemplateData?.ImageId ?? ''
    for (const template of [LaunchTemplateId, `name ${LaunchTemplateName}`]) {
      if (template === undefined) continue
      this.#images.set(`${template} ${VersionNumber}`, image)
      if (DefaultVersion === true) this.#images.set(`${template} ${DEFAULT}`, image)
      // A question for the latest is answered with it, so of what was seen the highest is the latest.
      if (VersionNumber < (this.#latest.get(template) ?? 0)) continue
      this.#latest.set(template, VersionNumber)
      this.#images.set(`${template} ${LATEST}`, image)
    }
  }

  imageOf(specification: LaunchTemplateSpecification): string | undefined {
    return this.#images.get(keyOf(specification))
  }
}

/** Versions of one template. */
async function ask(
  connection: Connection,
  specifications: readonly LaunchTemplateSpecification[],
  seen: SeenVersions,
): Promise<void> {
  const [first] = specifications
  if (first === undefined) return
  const { LaunchTemplateId, LaunchTemplateName = '' } = first
  const template = LaunchTemplateId === undefined ? { LaunchTemplateName } : { LaunchTemplateId }
  const question = { ...template, Versions: specifications.map(versionOf), MaxResults: MOST_VERSIONS }
  const versions = await findVersions(connection, question)
  for (const version of versions ?? []) seen.learn(version)
  // One version that is gone fails the whole call: each alone, the others are answered.
  if (versions === undefined && specifications.length > 1)
    for (const one of specifications) await ask(connection, [one], seen)
}
