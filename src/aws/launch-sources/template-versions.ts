/** Reads versions of launch templates: the one module that calls DescribeLaunchTemplateVersions. */
import type {
  DescribeLaunchTemplateVersionsCommandInput,
  DescribeLaunchTemplateVersionsCommandOutput,
  LaunchTemplateVersion,
} from '@aws-sdk/client-ec2'
import type { Connection } from '../client/connection.ts'
import { isRefusedAs } from '../client/refusals.ts'
import { pageStream } from '../client/page-stream.ts'
import { everyPage } from '../client/pages.ts'

/** The longest page, and the most versions of one template that one call takes. */
export const MOST_VERSIONS = 200

/** Which versions: of one template, or, with `Versions` of `$Latest` and `$Default` alone, of every template. */
export type VersionsQuestion = Pick<
  DescribeLaunchTemplateVersionsCommandInput,
  'LaunchTemplateId' | 'LaunchTemplateName' | 'Versions' | 'MinVersion' | 'MaxResults'
>

type Page = DescribeLaunchTemplateVersionsCommandOutput

/** Asks for one page after the other. */
function pagesOf(connection: Connection, question: VersionsQuestion): (token: object) => Promise<Page> {
  return async (token) => {
    const { DescribeLaunchTemplateVersionsCommand } = await import('@aws-sdk/client-ec2')
    const client = await connection.clients.ec2()
    return await connection.send(client, new DescribeLaunchTemplateVersionsCommand({ ...question, ...token }))
  }
}

/** The versions; AWS's refusal is thrown where the template, or one of the versions, does not exist. */
export async function listVersions(
  connection: Connection,
  question: VersionsQuestion,
): Promise<readonly LaunchTemplateVersion[]> {
  const pages = await everyPage(pagesOf(connection, question))
  return pages.flatMap(({ LaunchTemplateVersions }) => LaunchTemplateVersions ?? [])
}

/** The versions; undefined where the template, or one of the versions, does not exist. */
export async function findVersions(
  connection: Connection,
  question: VersionsQuestion,
): Promise<readonly LaunchTemplateVersion[] | undefined> {
  try {
    return await listVersions(connection, question)
  } catch (error) {
    if (!isRefusedAs(error, 'launch template does not exist')) throw error
    return undefined
  }
}

/** Pages of versions, for a reader that may stop early. */
export async function* versionPages(
  connection: Connection,
  question: VersionsQuestion,
): AsyncGenerator<readonly LaunchTemplateVersion[]> {
  const pages = pageStream(pagesOf(connection, question))
  for await (const { LaunchTemplateVersions = [] } of pages) yield LaunchTemplateVersions
}

const NUMBER = /^[1-9]\d*$/

/** A version as AWS writes it, as a number; undefined for `$Latest`, `$Default` and nothing. */
export const versionNumber = (text: string | undefined): number | undefined =>
  text !== undefined && NUMBER.test(text) ? Number(text) : undefined
