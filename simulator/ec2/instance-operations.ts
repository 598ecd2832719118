import type {
  DescribeInstancesCommandInput,
  DescribeInstancesCommandOutput,
  Reservation,
  RunInstancesCommandInput,
  RunInstancesCommandOutput,
} from '@aws-sdk/client-ec2'
import type { Answer } from '../answer.ts'
import { withoutAbsent } from './answer.ts'
import { invalidCombination, invalidValue, required } from './faults.ts'
import { matcher } from './filters.ts'
import { Idempotency } from './idempotency.ts'
import { checkIds, notFound } from './ids.ts'
import { instanceFilters, instanceShape, type ShapeParts } from './instance-shape.ts'
import type { InstanceRecord, Instances } from './instances.ts'
import type { LaunchParameters } from './launch-spec.ts'
import { OTHER_TAGGED, type Launcher } from './launcher.ts'
import { ec2Page } from './pages.ts'
import { specifiedTags } from './tags.ts'

export interface InstanceParts extends ShapeParts {
  readonly instances: Instances
  readonly launcher: Launcher
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html and DescribeInstances. */
export function instanceOperations(parts: InstanceParts) {
  const { instances, launcher, context } = parts
  const launches = new Idempotency<readonly InstanceRecord[]>()
  return {
    RunInstances(input: RunInstancesCommandInput): Answer<RunInstancesCommandOutput> {
      const { LaunchTemplate, MinCount, MaxCount, TagSpecifications, DryRun: _, ...own } = input
      const launched = launches.once(input, () => {
        const least = required(MinCount, 'MinCount')
        const most = required(MaxCount, 'MaxCount')
        if (least < 1 || most < least) {
          throw invalidValue(
            `Invalid value '${least}' for MinCount: it must be at least 1 and not above MaxCount '${most}'.`,
          )
        }
        const template = LaunchTemplate === undefined ? undefined : launcher.template(LaunchTemplate)
        const data = (template?.version.data ?? {}) as LaunchParameters
        const requested = TagSpecifications ?? []
        const inherited = (data.TagSpecifications ?? []).filter(
          ({ ResourceType }) => !requested.some((own) => own.ResourceType === ResourceType),
        )
        const tags = specifiedTags([...requested, ...inherited], 'instance', OTHER_TAGGED)
        return launcher.run({ ...data, ...withoutAbsent(own) }, { least, most, template, tags })
      })
      return reservation(launched, parts)
    },

    DescribeInstances(input: DescribeInstancesCommandInput): Answer<DescribeInstancesCommandOutput> {
      const ids = input.InstanceIds ?? []
      if (ids.length > 0 && input.MaxResults !== undefined) {
        throw invalidCombination('The parameter instancesSet cannot be used with the parameter maxResults')
      }
      const settled = (instance: InstanceRecord): boolean => isSettled(instance, context)
      const requested = ids.length > 0 ? byId(ids, { instances, settled }) : [...instances.all].filter(settled)
      const matches = matcher(input.Filters, instanceFilters(parts))
      const { items, ...rest } = ec2Page(requested.filter(matches), input, context)
      const reservations = new Map<string, InstanceRecord[]>()
      for (const instance of items) {
        const together = reservations.get(instance.reservationId)
        if (together === undefined) reservations.set(instance.reservationId, [instance])
        else together.push(instance)
      }
      return { Reservations: [...reservations.values()].map((together) => reservation(together, parts)), ...rest }
    },
  }
}

/** Within the lag after a launch a Describe call does not know the instance yet. */
const isSettled = (instance: InstanceRecord, { behaviour, timeline }: ShapeParts['context']): boolean =>
  behaviour.staleSeconds === 0 || timeline.now >= instance.createdAt + behaviour.staleSeconds

function byId(
  ids: readonly string[],
  { instances, settled }: { instances: Instances; settled: (instance: InstanceRecord) => boolean },
): InstanceRecord[] {
  checkIds('instance', ids)
  const unknown = ids.filter((id) => {
    const instance = instances.find(id)
    return instance === undefined || !settled(instance)
  })
  if (unknown.length > 0) throw notFound('instance', ...unknown)
  return instances.get(ids)
}

const reservation = (together: readonly InstanceRecord[], parts: ShapeParts): Reservation => ({
  ReservationId: together[0]?.reservationId ?? '',
  OwnerId: parts.context.account,
  Groups: [],
  Instances: together.map((instance, index) => ({ ...instanceShape(instance, parts), AmiLaunchIndex: index })),
})
