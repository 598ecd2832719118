/** Carries out what a scenario, one of its events or a control request asks for. */
import type { SimulatedAccount } from '../account.ts'
import { ServiceFault } from '../fault.ts'
import type { FaultRule } from '../faults.ts'
import type { Behaviour } from '../interfaces.ts'
import type { Load } from '../load.ts'
import { githubIssuer } from '../sts/trust.ts'
import type { BehaviourFile, ChangesFile, FaultFile, LoadFile, RoleFile } from './file.ts'

/** Carries the changes out at this moment. Throws an Error that names what is not there. */
export function applyChanges(account: SimulatedAccount, changes: ChangesFile): void {
  const { behaviour, faults = [], load = {}, alarms = {}, roles = [], interruption } = changes
  if (behaviour !== undefined) applyBehaviour(account, behaviour)
  for (const fault of faults) applyFaultFile(account, fault)
  for (const [group, file] of Object.entries(load)) {
    groupNamed(account, group)
    account.cloudWatch.setLoad(group, file === null ? undefined : loadOf(file, account.timeline.now))
  }
  for (const [AlarmName, StateValue] of Object.entries(alarms)) {
    try {
      account.cloudWatch.operations.SetAlarmState({ AlarmName, StateValue, StateReason: 'set by the scenario' })
    } catch (fault) {
      throw fault instanceof ServiceFault ? new Error(`There is no alarm ${AlarmName}.`) : fault
    }
  }
  applyRoles(account, roles)
  const shift = changes['zonal-shift']
  if (shift !== undefined) account.autoScaling.shiftZone(`${account.region}${shift.zone}`, shift.to)
  if (interruption === undefined) return
  groupNamed(account, interruption.group)
  const { inService } = account.autoScaling.capacity(interruption.group).ids
  for (const id of inService.slice(0, interruption.instances))
    if (interruption.how === 'recommended') account.autoScaling.recommendRebalance(id)
    else account.autoScaling.interrupt(id)
}

function groupNamed(account: SimulatedAccount, name: string): void {
  if (!account.autoScaling.groupNames().includes(name)) throw new Error(`There is no group ${name}.`)
}

/** The load from this moment on; the moments of a file count from here. */
export function loadOf({ rate = 0, points, wave, 'per-instance': perInstance }: LoadFile, now: number): Load {
  const from = points ?? [[0, rate] as const]
  return { points: from.map(([at, value]) => [now + at, value] as const), perInstance, ...(wave && { wave }) }
}

export function applyBehaviour({ behaviour }: Pick<SimulatedAccount, 'behaviour'>, file: BehaviourFile): void {
  const words = file['refuse-launches']
  const withheld = file['withhold-launches']
  const changed: Partial<Behaviour> = {
    ...(file.boot !== undefined && { bootSeconds: file.boot }),
    ...(file['balancer-warmup'] !== undefined && { balancerWarmupSeconds: file['balancer-warmup'] }),
    ...(file.shutdown !== undefined && { shutdownSeconds: file.shutdown }),
    ...(file.reaction !== undefined && { reactionSeconds: file.reaction }),
    ...(file['health-check'] !== undefined && { healthCheckSeconds: file['health-check'] }),
    ...(file['status-check'] !== undefined && { statusCheckSeconds: file['status-check'] }),
    ...(file['impaired-after'] !== undefined && { impairedSeconds: file['impaired-after'] }),
    ...(file['stale-answers'] !== undefined && { staleSeconds: file['stale-answers'] }),
    ...(file['zone-ties'] !== undefined && { zoneTies: file['zone-ties'] }),
    ...(file['record-sync'] !== undefined && { recordSyncSeconds: file['record-sync'] }),
    ...(file['zone-busy'] !== undefined && { zoneBusySeconds: file['zone-busy'] }),
    ...(file['network-weights'] !== undefined && { networkWeights: file['network-weights'] }),
    ...(file['launch-configurations'] !== undefined && { launchConfigurations: file['launch-configurations'] }),
    ...(file['vcpu-quotas'] !== undefined && { enforcesVcpuQuotas: file['vcpu-quotas'] }),
    ...(words !== undefined && { refuseLaunch: () => (words === 'no' ? undefined : words) }),
    ...(withheld !== undefined && { withholdsLaunches: () => withheld }),
  }
  Object.assign(behaviour, changed)
}

/** Adds roles; with one, keys that STS has not issued are refused. */
export function applyRoles(
  { account, sts }: Pick<SimulatedAccount, 'account' | 'sts'>,
  roles: readonly RoleFile[],
): void {
  for (const role of roles) {
    sts.accepts = 'known keys'
    sts.addRole({ ...role, arn: `arn:aws:iam::${account}:role/${role.name}`, issuer: githubIssuer })
  }
}

export function applyFaultFile({ faults }: Pick<SimulatedAccount, 'faults'>, file: FaultFile): void {
  if (file.answer === 'denied') {
    faults.deny(file.action)
    return
  }
  const { action, effect, skip, times, chance } = file
  const rule: FaultRule = {
    action,
    fault: callFault(file),
    ...(effect !== undefined && { effect }),
    ...(skip !== undefined && { skip }),
    ...(times !== undefined && { times }),
    ...(chance !== undefined && { chance }),
  }
  faults.inject(rule)
}

function callFault({ answer, code, message }: FaultFile): FaultRule['fault'] {
  switch (answer) {
    case 'error':
      return { kind: 'refusal', code: 'InternalFailure', message: 'An internal error has occurred.', status: 500 }
    case 'refused':
    case 'denied':
      return { kind: 'refusal', code: code ?? 'ValidationError', ...(message !== undefined && { message }) }
    case 'reset':
    case 'silence':
    case 'empty':
    case 'throttled':
      return { kind: answer }
    default:
      return answer satisfies never
  }
}
