/** Makes the steps of a patch: new launch sources, and the groups that are moved to them. */
import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import type { Clock } from '../../platform/clock.ts'
import { UserError } from '../../errors.ts'
import { leaseConflict } from '../../domain/rollout/lease.ts'
import { workflowAttemptOf } from '../../domain/rollout/run-id.ts'
import { sameData } from '../../domain/patch/launch-data.ts'
import type { CreatedSource, PatchStep } from '../../domain/patch/plan.ts'
import { isRefusedAs } from '../client/refusals.ts'
import type { Connection } from '../client/connection.ts'
import { ConfigurationsRefused, copyConfiguration, createTemplate, createVersion } from './create-source.ts'
import { readMemo } from '../groups/memo-tag.ts'
import { moveDefault, recordPrevious, updateSource } from './update-source.ts'

/** How long AWS may take to show its own parts what it has just made. */
const LAG_SECONDS = 60
const LAG_PAUSE_SECONDS = 2

/** Carries out a plan's steps, one call or a few each; every step may be repeated. */
export interface PatchPort {
  /** Gives a sentence where something else was done than the step says. */
  carryOut(step: PatchStep): Promise<string | undefined>
  /** What was made, or found, so far, by site. */
  readonly made: ReadonlyMap<string, CreatedSource>
}

export interface PatchPortOptions {
  readonly connection: Connection
  readonly clock: Clock
  readonly signal: AbortSignal
  /** `<run id>/<attempt>/<nonce>`. */
  readonly run: string
  /** The groups as they were when the plan was made. */
  readonly groups: readonly AutoScalingGroup[]
  /** By site: what is there already. */
  readonly found: ReadonlyMap<string, CreatedSource>
}

/** The port to AWS through which a patch is made. */
export function patchPort({ connection, clock, signal, run, groups, found }: PatchPortOptions): PatchPort {
  const made = new Map(found)
  const workflowAttempt = workflowAttemptOf(run)

  const versionOf = (spec: string): number => {
    const there = made.get(spec)
    if (there?.kind !== 'template') throw new Error('A default version was to move to a version that was not created.')
    return there.version
  }

  const guard = (now: AutoScalingGroup): void => {
    const group = now.AutoScalingGroupName ?? ''
    const memo = readMemo(now)
    const hands = memo && leaseConflict(memo, { run, now: clock.now() / 1000 })
    if (hands !== undefined) throw meanwhile(group, `${hands}.`)
    const before = groups.find(({ AutoScalingGroupName }) => AutoScalingGroupName === group)
    if (before !== undefined && !sameData(sourceIn(before), sourceIn(now)))
      throw meanwhile(group, 'What it launches from was changed from outside this run after this run had looked.')
  }

  /** What was made a moment ago may not be seen yet by the service that is to use it. */
  const patiently = async (act: () => Promise<void>): Promise<void> => {
    const giveUpAt = clock.now() + LAG_SECONDS * 1000
    for (;;) {
      try {
        return await act()
      } catch (error) {
        if (!isRefusedAs(error, 'launch source is not shown yet') || clock.now() >= giveUpAt) throw error
        await clock.sleep(LAG_PAUSE_SECONDS * 1000, signal)
      }
    }
  }

  const copy = async (step: Extract<PatchStep, { kind: 'copy-configuration' }>): Promise<string | undefined> => {
    try {
      made.set(step.spec, await copyConfiguration(connection, step))
      return undefined
    } catch (error) {
      if (!(error instanceof ConfigurationsRefused)) throw error
      made.set(step.spec, await createTemplate(connection, step, workflowAttempt))
      return `${error.message} ${step.from} becomes a launch template instead.`
    }
  }

  return {
    made,
    carryOut: async (step) => {
      switch (step.kind) {
        case 'copy-configuration':
          return await copy(step)
        case 'create-template':
          return void made.set(step.spec, await createTemplate(connection, step, workflowAttempt))
        case 'create-version':
          return void made.set(step.spec, await createVersion(connection, step, workflowAttempt))
        case 'move-default':
          await patiently(() => moveDefault(connection, step.template, versionOf(step.spec)))
          return undefined
        case 'remember-previous':
          await recordPrevious(connection, step.group, step.configuration)
          return undefined
        case 'update-group':
          await patiently(() => updateSource(connection, { step, made, guard }))
          return undefined
        default:
          return step satisfies never
      }
    },
  }
}

const sourceIn = ({ LaunchConfigurationName, LaunchTemplate, MixedInstancesPolicy }: AutoScalingGroup): object => ({
  LaunchConfigurationName,
  LaunchTemplate,
  MixedInstancesPolicy,
})

const meanwhile = (group: string, why: string): UserError =>
  new UserError({ what: `${group} was not moved to its new launch source.`, why, remedy: 'Start again.' })
