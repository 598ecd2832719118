/**
 * What a group cannot launch without, deleted by an operator while a roll is under way, or after it and before its recovery: a target
 * group, the launch template, the version of it that the group names. It is made anew when all faults end.
 */
import type { LaunchTemplateSpecification } from '@aws-sdk/client-auto-scaling'
import type { RequestLaunchTemplateData } from '@aws-sdk/client-ec2'
import { deleteTargetGroups, makeTargetGroup } from '../../simulator/scenario-balancers.ts'
import { Random } from '../../simulator/random.ts'
import type { ActionRun } from '../run-action.ts'
import type { ExternalFault } from './external-faults.ts'
import { removeListeners } from './arrange.ts'
import { isServiceAtRisk } from './assertions.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'
import { focusOf, isDrawn, type Source } from './focus.ts'
import { describedGroup, sourceFields, specificationsOf } from './launch-specifications.ts'
import { subnetsOf } from './rare-settings.ts'
import { addToTrace } from './trace.ts'

/** Apart from what else a seed draws, so that its fleet and its other faults stay. */
const APART = 0xde1e7ed

/** One seed of so many has one of these, each of the three about equally often. */
const ONE_OF = 10

/** Longer than the load balancers of a seed take to call a target healthy. */
const HEALTHY_SECONDS = 120

const group = { AutoScalingGroupName: FUZZ_GROUP } as const

/** Something that is deleted. */
interface Deleted {
  readonly what: string
  /** Makes it anew, and gives the group what it names now. */
  readonly makeAnew: () => void
}

interface Deletion {
  readonly name: string
  /** Whether the group has such a thing. */
  readonly fits: (fixture: Fixture) => boolean
  /** Undefined where others have taken it away before. */
  readonly strike: (fixture: Fixture, random: Random) => Deleted | undefined
  /** What a run must say that comes to its end by it. */
  readonly says: RegExp
}

const DELETIONS: readonly Deletion[] = [
  {
    name: 'a target group',
    fits: ({ group: { targetGroupArns } }) => targetGroupArns.length > 0,
    strike: deleteTargetGroup,
    says: /targetgroup\/\S+, which does not exist|target groups not found/,
  },
  {
    name: 'a launch template',
    fits: ({ plan }) => plan.plan.launch !== 'configuration',
    strike: deleteTemplate,
    says: /launch template.* does not exist/,
  },
  {
    name: 'a launch template version',
    fits: ({ plan }) => plan.plan.launch === 'template-number' || plan.plan.launch?.startsWith('mixed') === true,
    strike: deleteVersion,
    says: /version .*does not exist|specified version/,
  },
]

function deleteTargetGroup(fixture: Fixture, random: Random): Deleted {
  const { account, plan } = fixture
  const { operations } = account.balancers.v2
  const arn = random.pick(fixture.group.targetGroupArns)
  const [{ TargetGroupName: name = '' } = {}] =
    operations.DescribeTargetGroups({ TargetGroupArns: [arn] }).TargetGroups ?? []
  const { Attributes } = operations.DescribeTargetGroupAttributes({ TargetGroupArn: arn })
  deleteTargetGroups(account, [arn])
  return {
    what: `the target group ${name}`,
    makeAnew: () => {
      const anew = makeTargetGroup(account, `${name}-again`, subnetsOf(account, FUZZ_GROUP))
      if (plan.unused) removeListeners(account)
      operations.ModifyTargetGroupAttributes({ TargetGroupArn: anew, Attributes })
      const { operations: scaling } = account.autoScaling
      scaling.DetachLoadBalancerTargetGroups({ ...group, TargetGroupARNs: [arn] })
      scaling.AttachLoadBalancerTargetGroups({ ...group, TargetGroupARNs: [anew] })
      const { targetGroupArns } = fixture.group
      fixture.group = { ...fixture.group, targetGroupArns: targetGroupArns.map((each) => (each === arn ? anew : each)) }
      account.timeline.advance(HEALTHY_SECONDS)
    },
  }
}

function deleteTemplate(fixture: Fixture, random: Random): Deleted | undefined {
  const { account } = fixture
  const named = specificationsOf(account)
  if (named.length === 0) return undefined
  const gone = random.pick(named)
  const { LaunchTemplateId, LaunchTemplateName = '', Version = '' } = gone
  const { operations } = account.ec2
  const data = dataOf(fixture, { LaunchTemplateId, Version })
  operations.DeleteLaunchTemplate({ LaunchTemplateId })
  return {
    what: `the launch template ${LaunchTemplateName}`,
    makeAnew: () => {
      const { LaunchTemplate } = operations.CreateLaunchTemplate({
        LaunchTemplateName: `${LaunchTemplateName}-again`,
        LaunchTemplateData: data,
      })
      const anew = {
        LaunchTemplateId: LaunchTemplate?.LaunchTemplateId,
        Version: Version.startsWith('$') ? Version : '1',
      }
      launchFrom(fixture, (each) => (isOf(each, gone) ? anew : each))
    },
  }
}

function deleteVersion(fixture: Fixture, random: Random): Deleted | undefined {
  const { account } = fixture
  const named = specificationsOf(account).filter(({ Version = '' }) => /^\d+$/.test(Version))
  if (named.length === 0) return undefined
  const gone = random.pick(named)
  const { LaunchTemplateId, LaunchTemplateName = '', Version = '' } = gone
  const { operations } = account.ec2
  const data = dataOf(fixture, { LaunchTemplateId, Version })
  const { LaunchTemplateVersions = [] } = operations.DescribeLaunchTemplateVersions({ LaunchTemplateId })
  const other = LaunchTemplateVersions.find(({ VersionNumber }) => String(VersionNumber) !== Version)
  if (other === undefined) return undefined
  // The default version is not deleted.
  operations.ModifyLaunchTemplate({ LaunchTemplateId, DefaultVersion: String(other.VersionNumber) })
  operations.DeleteLaunchTemplateVersions({ LaunchTemplateId, Versions: [Version] })
  return {
    what: `version ${Version} of the launch template ${LaunchTemplateName}`,
    makeAnew: () => {
      const { LaunchTemplateVersion } = operations.CreateLaunchTemplateVersion({
        LaunchTemplateId,
        LaunchTemplateData: data,
      })
      const anew = { LaunchTemplateId, Version: String(LaunchTemplateVersion?.VersionNumber) }
      launchFrom(fixture, (each) => (isOf(each, gone) && each.Version === Version ? anew : each))
    },
  }
}

/** Whether a group names a template, by its id or, as some operators do, by its name. */
const isOf = (named: LaunchTemplateSpecification, gone: LaunchTemplateSpecification): boolean =>
  named.LaunchTemplateId === undefined
    ? named.LaunchTemplateName === gone.LaunchTemplateName
    : named.LaunchTemplateId === gone.LaunchTemplateId

/** What is made anew launches what the lost one has launched. */
const dataOf = (
  { account }: Fixture,
  { LaunchTemplateId, Version = '' }: Pick<LaunchTemplateSpecification, 'LaunchTemplateId' | 'Version'>,
): RequestLaunchTemplateData =>
  (account.ec2.operations.DescribeLaunchTemplateVersions({ LaunchTemplateId, Versions: [Version] })
    .LaunchTemplateVersions?.[0]?.LaunchTemplateData ?? {}) as RequestLaunchTemplateData

function launchFrom(
  fixture: Fixture,
  inPlaceOf: (specification: LaunchTemplateSpecification) => LaunchTemplateSpecification,
): void {
  const { account } = fixture
  fixture.newSource = true
  account.autoScaling.operations.UpdateAutoScalingGroup({
    ...group,
    ...sourceFields(describedGroup(account), inPlaceOf),
  })
}

/** What may befall a roll beside a deletion so that it still says what is gone, and puts all sizes back itself. */
const BESIDE: readonly Source[] = ['deletions', 'a crash', 'a cancellation', 'dark', 'doubled', 'gates', 'max-leaving', 'a warm pool', 'rollback'] // prettier-ignore

/** Whether nothing else befalls the roll of a seed that could keep it from that. */
const isAlone = ({ operatorSizes, maxima }: Fixture, seed: number): boolean =>
  operatorSizes.length === 0 &&
  maxima.length === 0 &&
  focusOf(seed)?.every((source) => BESIDE.includes(source)) === true

/** Deletes what the seed draws, in mid-roll or before the recovery; one thing or none. */
export function applyDeletion(fixture: Fixture, seed: number): readonly ExternalFault[] {
  const random = new Random(seed ^ APART)
  if (!isDrawn(random, { share: 1 / ONE_OF, source: 'deletions', seed })) return []
  const fitting = DELETIONS.filter(({ fits }) => fits(fixture))
  if (fitting.length === 0) return []
  const { name, strike, says } = random.pick(fitting)
  const isBetween = random.next() < 0.3
  const { account } = fixture
  let deleted: Deleted | undefined
  let isMidRoll = false
  const apply = (): string => {
    account.ledger.sample()
    deleted = strike(fixture, random)
    isMidRoll = fixture.isRolling
    fixture.disturbedAt.push(account.timeline.now)
    account.ledger.sample()
    return deleted === undefined ? 'nothing is there to delete' : `an operator deletes ${deleted.what}`
  }
  if (!isBetween) account.timeline.after(random.between(0, 240), () => addToTrace(fixture, apply()))
  return [
    {
      name: `${name} is deleted`,
      share: 1,
      weight: 'heavy',
      apply,
      owed: (_, first) =>
        deleted !== undefined && isMidRoll && isAlone(fixture, seed)
          ? [...unnamed(first, { name, says }), ...notPutBack(fixture, first, name)]
          : [],
      beforeRecovery: () => {
        if (isBetween) addToTrace(fixture, apply())
      },
      isGone: () => deleted !== undefined,
      end: () => {
        if (deleted === undefined) return []
        addToTrace(fixture, `an operator makes ${deleted.what} anew`)
        fixture.disturbedAt.push(account.timeline.now)
        deleted.makeAnew()
        return []
      },
    },
  ]
}

const reasonsOf = ({ annotations }: ActionRun): string => annotations.map(({ message }) => message).join(' ')

const isStopped = (run: ActionRun): boolean =>
  !run.died && run.failed && !reasonsOf(run).includes('The run was cancelled')

/** A roll that comes to its end by what is gone says so; one that needs it no more may end green. */
const unnamed = (first: ActionRun, { name, says }: Pick<Deletion, 'name' | 'says'>): readonly string[] =>
  isStopped(first) && !says.test(reasonsOf(first))
    ? [`a roll from which ${name} was taken ended red, and does not say so: ${reasonsOf(first)}`]
    : []

/** A roll that is stopped by it puts sizes and processes back itself. */
function notPutBack(fixture: Fixture, first: ActionRun, name: string): readonly string[] {
  const { recorder, begin } = fixture
  const { min, max, desired, suspended } = recorder.snapshot()
  const isBack =
    [min, max, desired].join() === [begin.min, begin.max, begin.desired].join() &&
    suspended.toSorted().join() === begin.suspended.toSorted().join()
  return isStopped(first) && !isBack && !isServiceAtRisk(fixture)
    ? [
        `a roll from which ${name} was taken left ${min}-${desired}-${max}, and suspended ${suspended.join(', ') || 'nothing'}`,
      ]
    : []
}
