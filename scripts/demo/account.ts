import { addGroup, addSenzaStack } from '../../src/simulator/scenario.ts'
import { World } from '../../src/simulator/world.ts'

/** A group of the demo, as it was before anything was done to it. */
export interface DemoGroup {
  readonly name: string
  readonly outdated: readonly string[]
  readonly newImageId: string
  readonly before: string
}

export interface Account {
  readonly world: World
  readonly groups: readonly DemoGroup[]
}

/** An account with the Senza stack `mystack v1` on a classic load balancer and `web` behind an ALB, both on old images. */
export function demoAccount(): Account {
  const world = new World({ behaviour: { bootSeconds: [40, 80], balancerWarmupSeconds: [15, 30] } })
  const stack = addSenzaStack(world, { size: 2, sizes: { min: 2, max: 4 }, outdated: true })
  const web = addGroup(world, {
    name: 'web',
    size: 6,
    sizes: { min: 3, max: 9 },
    launch: 'template-latest',
    balancers: ['target-group'],
    tags: { team: 'shop' },
    outdated: true,
  })
  // What was needed to set the scene is no part of the story.
  world.ledger.clear()
  const groups = [stack, web].map(({ name, instanceIds, newImageId }) => ({
    name,
    outdated: instanceIds,
    newImageId,
    before: settings(world, name),
  }))
  return { world, groups }
}

/** Everything of a group that a roll may change and must put back, in words that can be compared. */
export function settings(world: World, name: string): string {
  const { AutoScalingGroups } = world.autoScaling.operations.DescribeAutoScalingGroups({
    AutoScalingGroupNames: [name],
  })
  const { MinSize, MaxSize, DesiredCapacity, SuspendedProcesses, Tags } = AutoScalingGroups?.[0] ?? {}
  const processes = (SuspendedProcesses ?? []).map(({ ProcessName = '' }) => ProcessName).sort()
  const tags = (Tags ?? []).map(({ Key, Value }) => `${Key}=${Value}`).sort()
  return JSON.stringify({ MinSize, MaxSize, DesiredCapacity, processes, tags })
}
