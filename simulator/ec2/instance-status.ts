import type {
  DescribeInstanceStatusCommandInput,
  DescribeInstanceStatusCommandOutput,
  GetConsoleOutputCommandInput,
  GetConsoleOutputCommandOutput,
} from '@aws-sdk/client-ec2'
import { createHash } from 'node:crypto'
import type { ServiceContext } from '../interfaces.ts'
import type { Answer } from '../answer.ts'
import { dateAt } from './answer.ts'
import { invalidCombination, invalidValue, required } from './faults.ts'
import { matcher } from './filters.ts'
import { stateShape } from './instance-shape.ts'
import type { InstanceRecord, Instances } from './instances.ts'
import { ec2Page } from './pages.ts'

interface Parts {
  readonly instances: Instances
  readonly context: ServiceContext
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceStatus.html */
export const statusOperations = ({ instances, context: { timeline, behaviour } }: Parts) => ({
  DescribeInstanceStatus(input: DescribeInstanceStatusCommandInput): Answer<DescribeInstanceStatusCommandOutput> {
    const ids = input.InstanceIds ?? []
    if (ids.length > 100) throw invalidValue('No more than 100 instance ids may be given in one call.')
    if (ids.length > 0 && input.MaxResults !== undefined) {
      throw invalidCombination('The parameter instancesSet cannot be used with the parameter maxResults')
    }
    const status = (instance: InstanceRecord) => statusOf(instance)
    const matches = matcher<InstanceRecord>(input.Filters, {
      fields: {
        'availability-zone': (instance) => instance.zone,
        'instance-state-name': (instance) => instance.state,
        'instance-state-code': (instance) => String(stateShape(instance.state).Code),
        'instance-status.status': status,
        'instance-status.reachability': (instance) => reachability(status(instance)),
        'system-status.status': status,
        'attached-ebs-status.status': (instance) => volumeStatus(status(instance), instance),
        'system-status.reachability': (instance) => reachability(status(instance)),
      },
    })
    const requested = ids.length > 0 ? instances.get(ids) : [...instances.all]
    const wanted = requested
      .filter((instance) => input.IncludeAllInstances === true || instance.state === 'running')
      .filter(matches)
    const { items, ...rest } = ec2Page(wanted, input, { behaviour })
    return {
      InstanceStatuses: items.map((instance) => {
        const Status = status(instance)
        const check = { Status, Details: [{ Name: 'reachability' as const, Status: reachability(Status) }] }
        return {
          InstanceId: instance.id,
          AvailabilityZone: instance.zone,
          InstanceState: stateShape(instance.state),
          InstanceStatus: check,
          // Only the instance check fails for an impaired instance; the system check always passes here.
          SystemStatus:
            Status === 'impaired' ? { Status: 'ok', Details: [{ Name: 'reachability', Status: 'passed' }] } : check,
          AttachedEbsStatus: { Status: volumeStatus(Status, instance) },
        }
      }),
      ...rest,
    }
  },

  GetConsoleOutput(input: GetConsoleOutputCommandInput): Answer<GetConsoleOutputCommandOutput> {
    const [instance] = instances.get([required(input.InstanceId, 'instanceId')])
    const text = instance === undefined || instance.state === 'pending' ? '' : consoleText(instance)
    return {
      InstanceId: input.InstanceId,
      Timestamp: dateAt(timeline.now),
      Output: Buffer.from(text).toString('base64'),
    }
  },
})

/** What both status checks say: nothing before the instance runs, and no verdict until they have been made. */
export function statusOf({ runningSince, checked, impaired }: InstanceRecord) {
  if (runningSince === undefined) return 'not-applicable' as const
  if (!checked) return 'initializing' as const
  return impaired ? ('impaired' as const) : ('ok' as const)
}

const volumeStatus = (status: ReturnType<typeof statusOf>, { volumesFail }: InstanceRecord) => {
  if (status === 'initializing' || status === 'not-applicable') return status
  return volumesFail ? ('impaired' as const) : ('ok' as const)
}

function reachability(status: ReturnType<typeof statusOf>) {
  switch (status) {
    case 'ok':
      return 'passed' as const
    case 'impaired':
      return 'failed' as const
    case 'initializing':
      return 'initializing' as const
    case 'not-applicable':
      return 'insufficient-data' as const
    default:
      return status satisfies never
  }
}

/** The SSH host key of an instance as its console shows it; each instance has its own. */
export const hostKeyFingerprint = (instanceId: string): string =>
  `SHA256:${createHash('sha256').update(`host key of ${instanceId}`).digest('base64').replace(/=+$/, '')}`

const consoleText = (instance: InstanceRecord): string =>
  [
    '-----BEGIN SSH HOST KEY FINGERPRINTS-----',
    `256 ${hostKeyFingerprint(instance.id)} root@ip-${instance.privateAddress.replaceAll('.', '-')} (ED25519)`,
    '-----END SSH HOST KEY FINGERPRINTS-----',
    '',
  ].join('\r\n')
