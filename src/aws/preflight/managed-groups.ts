import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import {
  type GroupHook,
  isHookAwaited,
  isHookOfService,
  managedFindings,
  type ManagedGroup,
} from '../../domain/rollout/managed-groups.ts'
import type { PreflightFinding } from '../../domain/rollout/preflight-findings.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { nameOf } from '../groups/identity.ts'
import type { PreflightQuestion } from './check.ts'

/** Groups that EKS, ECS, Batch, Elastic Beanstalk, CodeDeploy or Kubernetes work with. */
export async function managedGroups({
  connection,
  ahead,
  groups,
  managed,
}: PreflightQuestion): Promise<readonly PreflightFinding[]> {
  const hooksOf = await hooksByGroup(ahead, groups)
  const found = groups.flatMap((group) =>
    managedFindings(
      { group: nameOf(group), region: connection.region, tags: tagsOf(group), hooks: hooksOf.get(nameOf(group)) ?? [] },
      managed,
    ),
  )
  return hooksOf.size < groups.length ? [...found, notAsked(groups.length - hooksOf.size)] : found
}

const notAsked = (number: number): PreflightFinding => ({
  group: undefined,
  weight: 'notice',
  what: `the lifecycle hooks of ${number} ${number === 1 ? 'group' : 'groups'} were not asked, since ${SAMPLED} others have none of ECS or CodeDeploy: whether these services work with ${number === 1 ? 'it' : 'them'} is not known`,
})

/** Of so many groups of which no tag tells that hooks matter the hooks are asked: each costs a call of Auto Scaling. */
const SAMPLED = 50

/**
 * The hooks of the groups that they may matter to. Of many groups without such a tag some are asked, evenly over the list, and the
 * others only where one of these has a hook of a service: groups that are rolled together are mostly alike.
 */
async function hooksByGroup(
  ahead: PreflightQuestion['ahead'],
  groups: readonly AutoScalingGroup[],
): Promise<ReadonlyMap<string, readonly GroupHook[]>> {
  const found = new Map<string, readonly GroupHook[]>()
  const ask = async (asked: readonly AutoScalingGroup[]): Promise<void> => {
    const names = asked.map(nameOf).filter((name) => !found.has(name))
    await mapConcurrently(names, async (name) => found.set(name, await hooksOf(ahead, name)))
  }
  const others = groups.filter((group) => !isHookAwaited(tagsOf(group)))
  const every = Math.max(1, others.length / SAMPLED)
  const sample = others.filter((_, index) => Math.floor(index / every) > Math.floor((index - 1) / every))
  await ask([...groups.filter((group) => isHookAwaited(tagsOf(group))), ...sample])
  if (sample.some((group) => found.get(nameOf(group))?.some(isHookOfService))) await ask(others)
  return found
}

async function hooksOf({ hooks }: PreflightQuestion['ahead'], group: string): Promise<readonly GroupHook[]> {
  return (await hooks.of(group)).map(({ LifecycleHookName = '', LifecycleTransition = '' }) => ({
    name: LifecycleHookName,
    transition: LifecycleTransition.endsWith('TERMINATING') ? 'terminating' : 'launching',
  }))
}

const tagsOf = ({ Tags = [] }: AutoScalingGroup): ManagedGroup['tags'] =>
  new Map(Tags.map(({ Key = '', Value = '' }) => [Key, Value]))
