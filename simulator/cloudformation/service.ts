import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import type { AutoScalingService } from '../auto-scaling/service.ts'
import type { Service } from '../interfaces.ts'
import { validationError } from '../fault.ts'

interface Stack {
  readonly name: string
  readonly id: string
  readonly groups: readonly AutoScalingGroup[]
}

/**
 * CloudFormation, read only: a stack is there when an Auto Scaling group carries its tags
 * `aws:cloudformation:stack-name`, `stack-id` and `logical-id`, and the groups are its only resources.
 */
export class CloudFormationService implements Service {
  readonly sdkId = 'CloudFormation'
  readonly #autoScaling: Pick<AutoScalingService, 'operations'>

  constructor(autoScaling: Pick<AutoScalingService, 'operations'>) {
    this.#autoScaling = autoScaling
  }

  readonly operations = {
    ListStacks: ({ StackStatusFilter }: { readonly StackStatusFilter?: readonly string[] }): object => {
      const wanted = (StackStatusFilter?.length ?? 0) === 0 || StackStatusFilter?.includes('CREATE_COMPLETE') === true
      return { StackSummaries: wanted ? this.#stacks().map(summary) : [] }
    },
    DescribeStacks: ({ StackName }: { readonly StackName?: string }): object => {
      const stacks = StackName === undefined ? this.#stacks() : [this.#stack(StackName)]
      return {
        Stacks: stacks.map((stack) => ({
          ...summary(stack),
          Tags: (stack.groups[0]?.Tags ?? [])
            .filter(({ Key = '' }) => !Key.startsWith('aws:'))
            .map(({ Key, Value }) => ({ Key, Value })),
        })),
      }
    },
    DescribeStackResources: ({ StackName = '' }: { readonly StackName?: string }): object => {
      const stack = this.#stack(StackName)
      return {
        StackResources: stack.groups.map((group) => ({
          StackName: stack.name,
          StackId: stack.id,
          LogicalResourceId: tagOf(group, 'logical-id') ?? 'AppServer',
          PhysicalResourceId: group.AutoScalingGroupName,
          ResourceType: 'AWS::AutoScaling::AutoScalingGroup',
          Timestamp: group.CreatedTime,
          ResourceStatus: 'CREATE_COMPLETE',
        })),
      }
    },
  }

  #stack(nameOrId: string): Stack {
    const stack = this.#stacks().find(({ name, id }) => name === nameOrId || id === nameOrId)
    if (stack === undefined) throw validationError(`Stack with id ${nameOrId} does not exist`)
    return stack
  }

  #stacks(): readonly Stack[] {
    const byName = new Map<string, AutoScalingGroup[]>()
    for (const group of this.#groups()) {
      const name = tagOf(group, 'stack-name')
      if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), group])
    }
    return [...byName].map(([name, groups]) => ({ name, id: tagOf(groups[0], 'stack-id') ?? name, groups }))
  }

  #groups(): readonly AutoScalingGroup[] {
    const groups: AutoScalingGroup[] = []
    let token: string | undefined
    do {
      const page = this.#autoScaling.operations.DescribeAutoScalingGroups({
        MaxRecords: 100,
        IncludeInstances: false,
        ...(token === undefined ? {} : { NextToken: token }),
      })
      groups.push(...(page.AutoScalingGroups ?? []))
      token = page.NextToken
    } while (token !== undefined)
    return groups
  }
}

const tagOf = (group: AutoScalingGroup | undefined, name: string): string | undefined =>
  group?.Tags?.find(({ Key }) => Key === `aws:cloudformation:${name}`)?.Value

const summary = ({ name, id, groups }: Stack): object => ({
  StackName: name,
  StackId: id,
  CreationTime: groups[0]?.CreatedTime,
  StackStatus: 'CREATE_COMPLETE',
})
