import type { LaunchTemplateSpecification } from '@aws-sdk/client-auto-scaling'
import type { LaunchTemplate } from '@aws-sdk/client-ec2'
import { awsFaultOf } from '../client/aws-fault.ts'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import type { ResolveTemplate, TemplateReference } from './launch-source.ts'
import { everyPage } from '../client/pages.ts'

/** The longest page of DescribeLaunchTemplates. */
const MOST_TEMPLATES = 200

const NUMBER = /^[1-9]\d*$/

/** A version as AWS writes it, as a number; undefined for `$Latest`, `$Default` and nothing. */
export const versionNumber = (text: string | undefined): number | undefined =>
  text !== undefined && NUMBER.test(text) ? Number(text) : undefined

/**
 * Asks for the templates whose version is `$Latest`, `$Default` or left out, or whose id is not given. These move at
 * any time, so they are asked for anew at each look. A template that is gone resolves to undefined.
 */
export async function resolveTemplates(
  connection: Connection,
  specifications: readonly LaunchTemplateSpecification[],
): Promise<ResolveTemplate> {
  const asked = specifications.filter(
    ({ LaunchTemplateId, Version }) => LaunchTemplateId === undefined || versionNumber(Version) === undefined,
  )
  const ids = new Set(asked.flatMap(({ LaunchTemplateId }) => LaunchTemplateId ?? []))
  const names = new Set(
    asked.flatMap(({ LaunchTemplateId, LaunchTemplateName }) =>
      LaunchTemplateId === undefined ? (LaunchTemplateName ?? []) : [],
    ),
  )
  const found = await mapConcurrently(
    [
      ...batches(ids, MOST_TEMPLATES).map((LaunchTemplateIds) => ({ LaunchTemplateIds })),
      ...batches(names, MOST_TEMPLATES).map((LaunchTemplateNames) => ({ LaunchTemplateNames })),
    ],
    (question) => describe(connection, question),
  )
  const known = new Map(
    found.flat().flatMap((template) => [
      [template.LaunchTemplateId, template],
      [template.LaunchTemplateName, template],
    ]),
  )
  return ({ LaunchTemplateId, LaunchTemplateName, Version }) => {
    const template = known.get(LaunchTemplateId ?? LaunchTemplateName)
    const id = LaunchTemplateId ?? template?.LaunchTemplateId
    const version =
      versionNumber(Version) ?? (Version === '$Latest' ? template?.LatestVersionNumber : template?.DefaultVersionNumber)
    return id === undefined || version === undefined ? undefined : { kind: 'template', id, version }
  }
}

type Question = { readonly LaunchTemplateIds: readonly string[] } | { readonly LaunchTemplateNames: readonly string[] }

async function describe(connection: Connection, question: Question): Promise<readonly LaunchTemplate[]> {
  const { DescribeLaunchTemplatesCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  try {
    const pages = await everyPage((token) =>
      connection.send(client, new DescribeLaunchTemplatesCommand({ ...mutable(question), ...token })),
    )
    return pages.flatMap((page) => page.LaunchTemplates ?? [])
  } catch (error) {
    if (!isMissing(error)) throw error
    // One template that is gone fails the whole call: the halves find out which, and the others are answered.
    const halves = halvesOf(question)
    if (halves === undefined) return []
    return (await Promise.all(halves.map((half) => describe(connection, half)))).flat()
  }
}

const mutable = (question: Question): { LaunchTemplateIds: string[] } | { LaunchTemplateNames: string[] } =>
  'LaunchTemplateIds' in question
    ? { LaunchTemplateIds: [...question.LaunchTemplateIds] }
    : { LaunchTemplateNames: [...question.LaunchTemplateNames] }

function halvesOf(question: Question): readonly Question[] | undefined {
  const all = 'LaunchTemplateIds' in question ? question.LaunchTemplateIds : question.LaunchTemplateNames
  if (all.length < 2) return undefined
  return batches(all, Math.ceil(all.length / 2)).map((half) =>
    'LaunchTemplateIds' in question ? { LaunchTemplateIds: half } : { LaunchTemplateNames: half },
  )
}

/** Whether AWS says that a launch template, or the version asked for, does not exist. */
const isMissing = (error: unknown): boolean =>
  /^InvalidLaunchTemplate(Id|Name)\.(\w*NotFound\w*|Malformed)/.test(awsFaultOf(error)?.code ?? '')

const key = ({ id, version }: TemplateReference): string => `${id} ${version}`

/** Images of launch template versions. A version never changes, so each is asked for once. */
export class TemplateImages {
  readonly #connection: Connection
  readonly #images = new Map<string, string | undefined>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** Undefined for a version that names no image, one that leaves it to a parameter, and one that is gone. */
  of(reference: TemplateReference): string | undefined {
    return this.#images.get(key(reference))
  }

  async learn(references: readonly TemplateReference[]): Promise<void> {
    const unknown = references.filter((reference) => !this.#images.has(key(reference)))
    const versions = Map.groupBy(
      new Map(unknown.map((reference) => [key(reference), reference])).values(),
      ({ id }) => id,
    )
    await mapConcurrently([...versions], async ([id, list]) => {
      for (const batch of batches(list, MOST_TEMPLATES)) await this.#ask(id, batch)
    })
  }

  async #ask(id: string, references: readonly TemplateReference[]): Promise<void> {
    const { DescribeLaunchTemplateVersionsCommand } = await import('@aws-sdk/client-ec2')
    const client = await this.#connection.clients.ec2()
    const question = { LaunchTemplateId: id, Versions: references.map(({ version }) => String(version)) }
    try {
      const pages = await everyPage((token) =>
        this.#connection.send(client, new DescribeLaunchTemplateVersionsCommand({ ...question, ...token })),
      )
      for (const { VersionNumber, LaunchTemplateData } of pages.flatMap((page) => page.LaunchTemplateVersions ?? [])) {
        if (VersionNumber === undefined) continue
        const image = LaunchTemplateData?.ImageId
        // `resolve:ssm:...` is a promise of an image, not an image.
        this.#images.set(
          key({ kind: 'template', id, version: VersionNumber }),
          image?.startsWith('ami-') ? image : undefined,
        )
      }
    } catch (error) {
      // A version made a moment ago may not be seen yet: it is asked for again at the next look.
      if (!isMissing(error)) throw error
    }
  }
}
