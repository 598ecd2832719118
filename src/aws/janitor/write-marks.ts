import type { Tag } from '@aws-sdk/client-auto-scaling'
import { GroupTags } from '../act/group-tags.ts'
import type { Connection } from '../client/connection.ts'
import { NO_MARKS, SEEN_PARAMETER, SEEN_TAG } from './marks.ts'

const tagOf = (group: string): Tag => ({
  ResourceId: group,
  ResourceType: 'auto-scaling-group',
  Key: SEEN_TAG,
})

/** Writes the marks of a group; an empty text removes them. */
export async function markGroup(connection: Connection, group: string, text: string): Promise<void> {
  const tags = new GroupTags(connection)
  if (text === '') await tags.remove([tagOf(group)])
  else await tags.write([{ ...tagOf(group), Value: text, PropagateAtLaunch: false }])
}

/** Writes the marks of what belongs to no group; AWS takes no empty value, so that the version stands alone then. */
export async function markRegion(connection: Connection, text: string): Promise<void> {
  const { PutParameterCommand } = await import('@aws-sdk/client-ssm')
  const client = await connection.clients.ssm?.()
  if (client === undefined) throw new Error('This connection writes no parameters.')
  const Value = text === '' ? NO_MARKS : text
  await connection.send(client, new PutParameterCommand({ Name: SEEN_PARAMETER, Type: 'String', Overwrite: true, Value }))
} // prettier-ignore
