import type {
  MonitorInstancesCommandInput,
  MonitorInstancesCommandOutput,
  RebootInstancesCommandInput,
  StartInstancesCommandInput,
  StartInstancesCommandOutput,
  StopInstancesCommandInput,
  StopInstancesCommandOutput,
  TerminateInstancesCommandInput,
  TerminateInstancesCommandOutput,
  UnmonitorInstancesCommandInput,
  UnmonitorInstancesCommandOutput,
} from '@aws-sdk/client-ec2'
import { ServiceFault } from '../fault.ts'
import type { Answer } from '../answer.ts'
import { missingParameter } from './faults.ts'
import { stateShape } from './instance-shape.ts'
import type { InstanceRecord, Instances, InstanceState } from './instances.ts'

/** Start, stop, terminate. All ids are checked before anything changes. */
export const lifeOperations = (instances: Instances) => ({
  StartInstances(input: StartInstancesCommandInput): Answer<StartInstancesCommandOutput> {
    const chosen = all(instances, input.InstanceIds)
    refuseStates(chosen, { states: ['stopping', 'shutting-down', 'terminated'], verb: 'started' })
    return { StartingInstances: changes(chosen, (one) => void (one.state === 'stopped' && instances.start(one))) }
  },

  StopInstances(input: StopInstancesCommandInput): Answer<StopInstancesCommandOutput> {
    const chosen = all(instances, input.InstanceIds)
    refuseStates(chosen, { states: ['pending', 'shutting-down', 'terminated'], verb: 'stopped' })
    const spot = chosen.find((instance) => instance.spec.spot)
    if (spot !== undefined) {
      throw new ServiceFault(
        'UnsupportedOperation',
        `You can't stop the Spot Instance '${spot.id}' because it is associated with a one-time Spot Instance request. You can only stop Spot Instances associated with persistent Spot Instance requests.`,
      )
    }
    const kept = chosen.find((instance) => instance.disableApiStop)
    if (kept !== undefined) throw protectedFrom(kept, { verb: 'stopped', attribute: 'disableApiStop' })
    return { StoppingInstances: changes(chosen, (one) => void (one.state === 'running' && instances.stop(one))) }
  },

  /** What is ending is left alone, as what has not begun to run. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RebootInstances.html */
  RebootInstances(input: RebootInstancesCommandInput): object {
    const chosen = all(instances, input.InstanceIds)
    refuseStates(chosen, { states: ['stopping', 'stopped'], verb: 'rebooted' })
    for (const instance of chosen) if (instance.state === 'running') instances.reboot(instance)
    return {}
  },

  /** With protected instances among them none in their zones is terminated, all in other zones are, and the call fails. */
  TerminateInstances(input: TerminateInstancesCommandInput): Answer<TerminateInstancesCommandOutput> {
    const chosen = all(instances, input.InstanceIds)
    const kept = chosen.filter((one) => (one.disableApiTermination || one.disableApiStop) && isAlive(one))
    const keptZones = new Set(kept.map((instance) => instance.zone))
    const ended = changes(
      chosen.filter((instance) => !keptZones.has(instance.zone)),
      (one) => instances.terminate(one),
    )
    const [first] = kept
    if (first !== undefined) {
      const attribute = first.disableApiTermination ? 'disableApiTermination' : 'disableApiStop'
      throw protectedFrom(first, { verb: 'terminated', attribute })
    }
    return { TerminatingInstances: ended }
  },

  MonitorInstances: (input: MonitorInstancesCommandInput): Answer<MonitorInstancesCommandOutput> => ({
    InstanceMonitorings: all(instances, input.InstanceIds).map((instance) => {
      instance.monitored = true
      return { InstanceId: instance.id, Monitoring: { State: 'pending' } }
    }),
  }),

  UnmonitorInstances: (input: UnmonitorInstancesCommandInput): Answer<UnmonitorInstancesCommandOutput> => ({
    InstanceMonitorings: all(instances, input.InstanceIds).map((instance) => {
      instance.monitored = false
      return { InstanceId: instance.id, Monitoring: { State: 'disabling' } }
    }),
  }),
})

function all(instances: Instances, ids: readonly string[] | undefined): InstanceRecord[] {
  if (ids === undefined || ids.length === 0) throw missingParameter('InstanceId')
  return instances.get(ids)
}

const isAlive = (instance: InstanceRecord): boolean =>
  instance.state !== 'terminated' && instance.state !== 'shutting-down'

function refuseStates(
  chosen: readonly InstanceRecord[],
  { states, verb }: { readonly states: readonly InstanceState[]; readonly verb: string },
): void {
  const wrong = chosen.find((instance) => states.includes(instance.state))
  if (wrong === undefined) return
  throw new ServiceFault(
    'IncorrectInstanceState',
    `The instance '${wrong.id}' is not in a state from which it can be ${verb}.`,
  )
}

const protectedFrom = (
  instance: InstanceRecord,
  { verb, attribute }: { verb: string; attribute: string },
): ServiceFault =>
  new ServiceFault(
    'OperationNotPermitted',
    `The instance '${instance.id}' may not be ${verb}. Modify its '${attribute}' instance attribute and try again.`,
  )

const changes = (chosen: readonly InstanceRecord[], act: (instance: InstanceRecord) => void) =>
  chosen.map((instance) => {
    const PreviousState = stateShape(instance.state)
    act(instance)
    return { InstanceId: instance.id, PreviousState, CurrentState: stateShape(instance.state) }
  })
