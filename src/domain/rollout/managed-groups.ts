/** Groups that another service of AWS, or Kubernetes, works with, by their tags, hooks and names. Pure. */
import { type PreflightFinding, refusalOf } from './preflight-findings.ts'

/** What tells of a group which service works with it. */
export interface ManagedGroup {
  readonly group: string
  readonly region: string
  readonly tags: ReadonlyMap<string, string>
  readonly hooks: readonly GroupHook[]
}

/** A lifecycle hook of a group. */
export interface GroupHook {
  readonly name: string
  readonly transition: 'launching' | 'terminating'
}

/** What is done with groups that an EKS managed node group owns: they are refused, or rolled with a warning as all others. */
export type ManagedGroups = 'warn' | 'allow'

/** Whether the tags of a group tell that hooks matter to what is said of it. */
export const isHookAwaited = (tags: ManagedGroup['tags']): boolean =>
  clusterOf(tags) !== undefined || tags.has(ECS_MANAGED)

/** Whether a hook tells of a service that no tag tells of. */
export const isHookOfService = ({ name }: GroupHook): boolean => name === ECS_DRAINING || CODEDEPLOY.test(name)

const KUBERNETES = /^kubernetes\.io\/cluster\/(.+)$/

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instance-draining.html */
const ECS_MANAGED = 'AmazonECSManaged'
const ECS_DRAINING = 'ecs-managed-draining-termination-hook'

/** https://docs.aws.amazon.com/codedeploy/latest/userguide/integrations-aws-auto-scaling.html */
const CODEDEPLOY = /^CodeDeploy-managed-automatic-(launch|termination)-deployment-hook/

/** What is to be said of a group that another service works with, and what a roll does not do for it. */
export function managedFindings(managed: ManagedGroup, policy: ManagedGroups): readonly PreflightFinding[] {
  const { group } = managed
  const nodeGroup = managed.tags.get('eks:nodegroup-name')
  if (nodeGroup !== undefined) return [ofNodeGroup(managed, nodeGroup, policy)]
  return [ofKubernetes, ofEcs, ofBatch, ofBeanstalk, ofCodeDeploy].flatMap((find) => {
    const what = find(managed)
    return what === undefined ? [] : [{ group, weight: 'warning', what } as const]
  })
}

/** https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html */
function ofNodeGroup(
  { group, region, tags }: ManagedGroup,
  nodeGroup: string,
  policy: ManagedGroups,
): PreflightFinding {
  const cluster = tags.get('eks:cluster-name') ?? clusterOf(tags) ?? 'CLUSTER'
  const owner = `the EKS managed node group ${nodeGroup} of the cluster ${cluster} owns it`
  const command = `aws eks update-nodegroup-version --region ${region} --cluster-name ${cluster} --nodegroup-name ${nodeGroup}`
  if (policy === 'warn')
    return refusalOf(
      group,
      `${owner}: EKS alone changes it, and drains its nodes. \`${command}\` rolls it`,
      'Use the command of EKS, leave these groups out, or set `managed-groups: allow`.',
    )
  const what = `${owner}: nodes leave without being drained, and EKS may undo what it has not changed itself. \`${command}\` would roll it.`
  return { group, weight: 'warning', what }
}

const clusterOf = (tags: ReadonlyMap<string, string>): string | undefined =>
  [...tags].flatMap(([key, value]) => (value === 'owned' ? (KUBERNETES.exec(key)?.[1] ?? []) : []))[0]

/** A hook such as that of the node termination handler drains a node while it leaves. */
function ofKubernetes({ tags, hooks }: ManagedGroup): string | undefined {
  const cluster = clusterOf(tags)
  if (cluster === undefined) return undefined
  const owner = `its instances are nodes of the Kubernetes cluster ${cluster}`
  const draining = hooks.find(({ transition }) => transition === 'terminating')
  return draining === undefined
    ? `${owner}, and no termination hook drains them: their pods end with the node.`
    : `${owner}: the hook ${draining.name} holds each that leaves, which is not waited for.`
}

function ofEcs({ tags, hooks }: ManagedGroup): string | undefined {
  const isDraining = hooks.some(({ name }) => name === ECS_DRAINING)
  if (!isDraining && !tags.has(ECS_MANAGED)) return undefined
  const owner = 'it is the capacity of an ECS cluster'
  return isDraining
    ? `${owner}: ECS drains each instance that leaves, which is not waited for, and may move a task to an instance that leaves next. Tasks that belong to no service are not stopped by ECS.`
    : `${owner} without managed draining: the tasks of an instance end with it.`
}

/** https://docs.aws.amazon.com/batch/latest/userguide/updating-compute-environments.html */
const ofBatch = ({ group, tags }: ManagedGroup): string | undefined =>
  tags.has('AWSBatchServiceTag') || group.startsWith('AWSBatch-')
    ? 'it belongs to a compute environment of AWS Batch: jobs on an instance that leaves end with it, and Batch sets the desired capacity itself. `aws batch update-compute-environment` lets Batch replace its instances.'
    : undefined

/** https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/applications-tagging-resources.html */
function ofBeanstalk({ region, tags }: ManagedGroup): string | undefined {
  const environment = tags.get('elasticbeanstalk:environment-name')
  if (environment === undefined) return undefined
  return `it belongs to the Elastic Beanstalk environment ${environment}: what Beanstalk says of its health is not read, and its next update undoes a patch of the launch source. \`aws elasticbeanstalk update-environment --region ${region} --environment-name ${environment}\` changes it for good.`
}

function ofCodeDeploy({ hooks }: ManagedGroup): string | undefined {
  const hook = hooks.find(({ name }) => CODEDEPLOY.test(name))
  return (
    hook &&
    `CodeDeploy deploys to each new instance (${hook.name}): one whose deployment fails is abandoned by its hook and counts as a failure, and a deployment to the group that is under way is not waited for.`
  )
}
