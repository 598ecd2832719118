import type {
  CreateTagsCommandInput,
  DeleteTagsCommandInput,
  DescribeTagsCommandInput,
  DescribeTagsCommandOutput,
  ResourceType,
} from '@aws-sdk/client-ec2'
import type { ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'
import type { Answer } from '../answer.ts'
import { invalidValue, missingParameter } from './faults.ts'
import { matcher } from './filters.ts'
import { KINDS, kindOf, notFound, type KindName } from './ids.ts'
import { ec2Page } from './pages.ts'
import { checkTags, type TagStore } from './tags.ts'

/** Whether a resource of a kind exists; a kind that is not here cannot be tagged. */
export type Existing = Partial<Record<KindName, (id: string) => boolean>>

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTags.html and its neighbours. */
export const tagOperations = (tags: TagStore, existing: Existing, { behaviour }: ServiceContext) => ({
  CreateTags(input: CreateTagsCommandInput): object {
    const resources = checkResources(input.Resources, existing)
    const given = input.Tags ?? []
    if (given.length === 0) throw missingParameter('Tag')
    checkTags(given)
    for (const id of resources) tags.add(id, given)
    return {}
  },

  DeleteTags(input: DeleteTagsCommandInput): object {
    const resources = checkResources(input.Resources, existing)
    const reserved = input.Tags?.find(({ Key }) => Key?.startsWith('aws:'))
    if (reserved !== undefined) throw invalidValue("Tag keys starting with 'aws:' are reserved for internal use")
    for (const id of resources) tags.remove(id, input.Tags)
    return {}
  },

  DescribeTags(input: DescribeTagsCommandInput): Answer<DescribeTagsCommandOutput> {
    const all = [...tags.resources].flatMap(([resource, own]) =>
      [...own].map(([key, value]) => ({ resource, type: typeOf(resource), key, value })),
    )
    const matches = matcher<(typeof all)[number]>(input.Filters, {
      fields: {
        key: ({ key }) => key,
        value: ({ value }) => value,
        'resource-id': ({ resource }) => resource,
        'resource-type': ({ type }) => type,
      },
      tagsOf: ({ key, value }) => new Map([[key, value]]),
    })
    const wanted = all.filter(matches).map((tag, order) => ({ ...tag, order }))
    const { items, ...rest } = ec2Page(wanted, input, {
      behaviour,
      sizes: { smallest: 5, largest: 1000, standard: 1000 },
    })
    return {
      Tags: items.map(({ resource, type, key, value }) => ({
        ResourceId: resource,
        ResourceType: type as ResourceType,
        Key: key,
        Value: value,
      })),
      ...rest,
    }
  },
})

function typeOf(resource: string): string {
  const kind = kindOf(resource)
  return kind === undefined ? '' : KINDS[kind].resourceType
}

function checkResources(resources: readonly string[] | undefined, existing: Existing): readonly string[] {
  if (resources === undefined || resources.length === 0) throw missingParameter('resourceIdSet')
  if (resources.length > 1000) throw invalidValue('No more than 1000 resources may be tagged in one call.')
  for (const id of resources) {
    const kind = kindOf(id)
    const exists = kind === undefined ? undefined : existing[kind]
    if (kind === undefined || exists === undefined) throw new ServiceFault('InvalidID', `The ID '${id}' is not valid`)
    if (!exists(id)) throw notFound(kind, id)
  }
  return resources
}
