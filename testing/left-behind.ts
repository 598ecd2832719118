/** Groups of which something was left behind, one thing each: what a janitor can heal, by what it calls it. */
import type { SimulatedAccount } from '../simulator/account.ts'
import { addGroup, instanceIds } from '../simulator/scenario.ts'
import { runAction } from './run-action.ts'

type Leave = (account: SimulatedAccount, names: readonly string[]) => void | Promise<void>

/** What is left when a roll of all these groups dies in the middle. */
const deadRoll: Leave = async (account, names) => {
  for (const name of names) addGroup(account, { name, size: 2, outdated: true, balancers: ['target-group'] })
  const call = 40 + 10 * names.length
  const { died } = await runAction(account, {
    inputs: { mode: 'respawn', 'auto-scaling-groups': names.join('\n') },
    runId: '777',
    process: { crash: { when: 'after', call } },
  })
  if (!died) throw new Error(`the roll has ended before call ${call}`)
}

const PROCESSES = ['AZRebalance', 'AlarmNotification', 'ScheduledActions', 'HealthCheck', 'ReplaceUnhealthy']

export const leave = {
  'stale-state': deadRoll,
  'suspended-processes': (account, names) => {
    for (const [index, name] of names.entries()) {
      addGroup(account, { name, size: 1 })
      const ScalingProcesses = PROCESSES.slice(0, 1 + (index % PROCESSES.length))
      account.autoScaling.operations.SuspendProcesses({ AutoScalingGroupName: name, ScalingProcesses })
    }
  },
  standby: (account, names) => {
    for (const [index, name] of names.entries()) {
      addGroup(account, { name, size: 3 })
      account.autoScaling.operations.EnterStandby({
        AutoScalingGroupName: name,
        InstanceIds: instanceIds(account, name).slice(0, 1 + (index % 2)),
        ShouldDecrementDesiredCapacity: true,
      })
    }
  },
  unregistered: (account, names) => {
    const { classic, v2 } = account.balancers
    for (const [index, name] of names.entries()) {
      const {
        instanceIds: ids,
        classicNames,
        targetGroupArns,
      } = addGroup(account, {
        name,
        size: 2,
        balancers: [index % 2 === 0 ? 'classic' : 'target-group'],
      })
      const Instances = [{ InstanceId: ids[0] }]
      for (const LoadBalancerName of classicNames)
        classic.operations.DeregisterInstancesFromLoadBalancer({ LoadBalancerName, Instances })
      for (const TargetGroupArn of targetGroupArns)
        v2.operations.DeregisterTargets({ TargetGroupArn, Targets: [{ Id: ids[0] }] })
    }
  },
  /** An empty list of checkpoints leaves a refresh in Pending for ever. */
  'stuck-refresh': (account, names) => {
    for (const name of names) {
      addGroup(account, { name, size: 1, outdated: true })
      const Preferences = { CheckpointPercentages: [] }
      account.autoScaling.operations.StartInstanceRefresh({ AutoScalingGroupName: name, Preferences })
    }
  },
} as const satisfies Readonly<Record<string, Leave>>

export type Defect = keyof typeof leave

/** So many groups with each defect, called by it and a number; gives their names. */
export async function leaveBehind(account: SimulatedAccount, each: number): Promise<readonly string[]> {
  const left: string[] = []
  for (const [defect, make] of Object.entries(leave)) {
    const names = Array.from({ length: each }, (_, index) => `${defect}-${index}`)
    await make(account, names)
    left.push(...names)
  }
  return left
}

/** Launch sources that nothing uses, once they are 90 days old: a configuration, and the oldest versions of a template. */
export function leaveSources(account: SimulatedAccount): { readonly configuration: string; readonly template: string } {
  const { autoScaling, ec2 } = account
  const { sourceNames, oldImageId } = addGroup(account, { name: 'patched', size: 1, launch: 'template-latest' })
  const [LaunchTemplateName = ''] = sourceNames
  for (let version = 1; version <= 12; version += 1)
    ec2.operations.CreateLaunchTemplateVersion({
      LaunchTemplateName,
      SourceVersion: '1',
      VersionDescription: `fleet-patch: from version ${version}, image ami-1, run ${version}/1`,
      LaunchTemplateData: {},
    })
  const configuration = 'forgotten-1'
  autoScaling.operations.CreateLaunchConfiguration({
    LaunchConfigurationName: configuration,
    ImageId: oldImageId,
    InstanceType: 't3.micro',
  })
  account.timeline.advance(91 * 86_400)
  return { configuration, template: LaunchTemplateName }
}
