import type {
  AddTagsCommandInput,
  DescribeTagsCommandInput,
  DescribeTagsCommandOutput,
  RemoveTagsCommandInput,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { validationError } from '../fault.ts'
import type { Answer } from '../answer.ts'
import type { V2Parts } from './v2-balancers.ts'

/** Tags of load balancers, target groups, listeners and rules; 20 resources in one call. */
export function v2Tags({ balancers, groups, tags }: V2Parts) {
  return {
    AddTags(input: AddTagsCommandInput): object {
      for (const arn of taggable(input.ResourceArns)) tags.add(arn, input.Tags)
      return {}
    },

    RemoveTags(input: RemoveTagsCommandInput): object {
      for (const arn of taggable(input.ResourceArns)) tags.remove(arn, input.TagKeys ?? [])
      return {}
    },

    DescribeTags(input: DescribeTagsCommandInput): Answer<DescribeTagsCommandOutput> {
      const arns = taggable(input.ResourceArns)
      return { TagDescriptions: arns.map((arn) => ({ ResourceArn: arn, Tags: tags.of(arn) })) }
    },
  }

  function taggable(arns: readonly string[] | undefined): readonly string[] {
    if (arns === undefined || arns.length === 0) throw validationError('At least one resource ARN must be specified')
    if (arns.length > 20) throw validationError('Only 20 resources can be specified in one call')
    for (const arn of arns) {
      // The kind of resource that the ARN names decides the error for an absent one.
      if (arn.includes(':targetgroup/')) groups.get(arn)
      else if (arn.includes(':listener-rule/')) balancers.rule(arn)
      else if (arn.includes(':listener/')) balancers.listener(arn)
      else balancers.get(arn)
    }
    return arns
  }
}
