/** Reads launch templates without their versions: the one module that calls DescribeLaunchTemplates. */
import type { LaunchTemplateSpecification } from '@aws-sdk/client-auto-scaling'
import type { LaunchTemplate } from '@aws-sdk/client-ec2'
import { isRefusedAs } from '../client/refusals.ts'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyPage } from '../client/pages.ts'

/** The longest page, and the most templates that one call is asked for. */
const MOST_TEMPLATES = 200

/** How the templates of a refused call are asked for again: one that does not exist fails the call for all. */
export type SplitCall = 'in halves' | 'one by one'

/** The templates that are named, by id and by name, each asked for once; one that does not exist is missing. */
export async function readTemplates(
  connection: Connection,
  specifications: readonly LaunchTemplateSpecification[],
  split: SplitCall,
): Promise<ReadonlyMap<string, LaunchTemplate>> {
  const ids = new Set(specifications.flatMap(({ LaunchTemplateId }) => LaunchTemplateId ?? []))
  const names = new Set(
    specifications.flatMap(({ LaunchTemplateId, LaunchTemplateName }) =>
      LaunchTemplateId === undefined ? (LaunchTemplateName ?? []) : [],
    ),
  )
  const found = await mapConcurrently(
    [
      ...batches(ids, MOST_TEMPLATES).map((list) => ({ by: 'LaunchTemplateIds', list }) as const),
      ...batches(names, MOST_TEMPLATES).map((list) => ({ by: 'LaunchTemplateNames', list }) as const),
    ],
    (question) => describe(connection, question, split),
  )
  return new Map(
    found.flat().flatMap((template) => [
      [template.LaunchTemplateId ?? '', template],
      [template.LaunchTemplateName ?? '', template],
    ]),
  )
}

interface Question {
  readonly by: 'LaunchTemplateIds' | 'LaunchTemplateNames'
  readonly list: readonly string[]
}

async function describe(
  connection: Connection,
  { by, list }: Question,
  split: SplitCall,
): Promise<readonly LaunchTemplate[]> {
  const { DescribeLaunchTemplatesCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  try {
    const pages = await everyPage((token) =>
      connection.send(client, new DescribeLaunchTemplatesCommand({ [by]: [...list], ...token })),
    )
    return pages.flatMap((page) => page.LaunchTemplates ?? [])
  } catch (error) {
    if (!isRefusedAs(error, 'launch template does not exist')) throw error
    if (list.length < 2) return []
    const parts = batches(list, split === 'in halves' ? Math.ceil(list.length / 2) : 1)
    return (await mapConcurrently(parts, (part) => describe(connection, { by, list: part }, split))).flat()
  }
}
