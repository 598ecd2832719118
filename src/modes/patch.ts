import { type PatchedGroup, selectForPatch } from '../aws/patch/select-for-patch.ts'
import { patchPort } from '../aws/patch/patch-port.ts'
import type { NextLaunch } from '../aws/plan/observe-groups.ts'
import { usersOf, type PatchableSources, readLaunchSources } from '../aws/patch/read-sources.ts'
import { fullConfigurations } from '../aws/patch/launch-configuration-data.ts'
import { UserError } from '../errors.ts'
import type { Fleet } from '../domain/rollout/fleet.ts'
import type { LaunchData } from '../domain/patch/launch-data.ts'
import { type LaunchSpec, launchSpecsOf } from '../domain/patch/launch-spec.ts'
import type { LaunchShape } from '../domain/image/launch-shape.ts'
import { parameterOf } from '../domain/image/request.ts'
import { parameterValues } from '../aws/images/image-parameters.ts'
import { sourceImage } from '../aws/observe/launch-sources.ts'
import type { LaunchedSource } from '../aws/preflight/check.ts'
import type { CreatedSource, PatchPlan, PatchStep } from '../domain/patch/plan.ts'
import { planPatch } from '../domain/patch/plan-patch.ts'
import { patchedEarly } from '../domain/patch/patched-early.ts'
import { type PreflightFinding, refusalOf } from '../domain/rollout/preflight-findings.ts'
import type { GroupResult, RunResult } from '../report/events.ts'
import { patchStepInWords, patchStepReason } from '../report/log/patch-words.ts'
import { type AppliedPatch, applyPatch } from './apply-patch.ts'
import { patchInTurns } from './patch-in-turns.ts'
import { type PatchRequest, type RequestedChanges, requestedChanges } from './patch-changes.ts'
import { patchResult } from './patch-results.ts'
import { governedDocker } from './governed-images.ts'
import { lookAhead } from './look-ahead.ts'
import { chosenBy, plannedImages } from './planned.ts'
import { firstLook, lookAheadOfRoll, type RollTurns } from './roll.ts'
import { type PatchingInputs, rollOut, rolloutOf } from './rollout.ts'
import type { Run } from './run.ts'
import { turnsOf } from './waves.ts'

/**
 * Gives groups another image, instance type or user data, and rolls them where that is asked. Everything is checked for
 * all groups before the first change; running instances are left alone by the patch itself.
 */
export async function patch(run: Run, inputs: PatchingInputs, wish: PatchRequest): Promise<RunResult> {
  const { connection, clock, report } = run
  const startedAt = clock.now() / 1000
  report({ kind: 'phase', title: 'Select groups' })
  const selected = await selectForPatch(connection, inputs.selectors, { run: run.id, now: startedAt })
  report({ kind: 'info', message: `Selected: ${selected.groups.map(({ group }) => group).join(', ')}` })
  const turns = turnsOf(run, selected.groups, inputs)
  if (inputs.dryRun) report({ kind: 'phase', title: 'Plan the patch' })
  const sources = await readLaunchSources(connection, selected.groups.map(({ described }) => described)) // prettier-ignore
  const specs = launchSpecsOf(sources.groups, sources.describe)
  const wished = await requestedChanges(run, specs, { ...wish, pinned: plannedImages(run, sources.groups) })
  const plan = await planFor(run, { sources, wished, wish })
  const problems = [...sources.problems, ...wished.problems, ...plan.problems]
  const early = turns === undefined ? [] : tooEarly(plan, sources, turns)
  const found = [
    ...selected.problems,
    ...problems.map((what) => refusalOf(undefined, what)),
    ...governedDocker(run, wished.patches.map(({ spec, userData }) => ({ userData, groups: selected.groups.flatMap(({ group, described }) => (spec.groups.includes(group) ? described : [])) }))), // prettier-ignore
    ...early,
  ]
  const known = sources.groups.map(({ group }) => group)
  const launches = await launchedAfter(run, specs, wished)
  const before = await refuse(run, inputs, {
    groups: selected.groups.map(({ group }) => group),
    known,
    plan,
    found,
    launches,
    next: { kind: 'patches', patches: wished.patches, chosenBy: chosenBy(wish, wished) },
  })
  for (const message of wished.notes) report({ kind: 'info', message })
  for (const { group, message } of [...wished.warnings, ...plan.warnings])
    report({ kind: 'warning', message, ...(group !== undefined && { group }) })

  const port = patchPort({ ...run, run: run.id, groups: selected.groups.map(({ described }) => described), found: plan.found }) // prettier-ignore
  const make = (steps: readonly PatchStep[]): Promise<AppliedPatch> =>
    inputs.dryRun ? planOnly(run, steps) : applyPatch(run, steps, port)
  const resultOf = (group: PatchedGroup, { done, ...applied }: AppliedPatch, since: number): GroupResult =>
    patchResult(group, {
      region: connection.region,
      sources,
      wished,
      made: inputs.dryRun ? expected(plan) : port.made,
      steps: done,
      ...applied,
      dryRun: inputs.dryRun,
      startedAt: since,
      endedAt: clock.now() / 1000,
    })
  if (turns !== undefined) {
    const described = new Map(selected.groups.map((group) => [group.group, group]))
    return {
      kind: 'groups',
      groups: await patchInTurns(run, inputs, {
        groups: [...described.keys()],
        turns,
        steps: plan.steps,
        make,
        resultOf: (name, applied, since) => resultOf(described.get(name) as PatchedGroup, applied, since),
      }),
    }
  }
  if (!inputs.dryRun) report({ kind: 'phase', title: 'Patch' })
  const applied = await make(plan.steps)
  const results = selected.groups.map((group) => resultOf(group, applied, startedAt))
  for (const { group, patch: reported } of results)
    for (const message of reported?.undoneBy ?? []) report({ kind: 'warning', group, message })
  if (inputs.rollout !== 'none') return { kind: 'groups', groups: await rollOut(run, inputs, { results, before }) }
  for (const result of results) report({ kind: 'finished', at: result.endedAt, result })
  return { kind: 'groups', groups: results }
}

interface PlannedPatch {
  readonly groups: readonly string[]
  /** Those of which it is known what they launch from. */
  readonly known: readonly string[]
  readonly plan: PatchPlan
  readonly found: readonly PreflightFinding[]
  readonly launches: readonly LaunchedSource[]
  readonly next: NextLaunch
}

/**
 * What each group will launch from: the image that the patch chose was looked at, and held against the types as where the
 * patch changes the type; any other one stays as it is, and is looked at with them.
 */
async function launchedAfter(
  { connection }: Run,
  specs: readonly LaunchSpec[],
  { patches }: RequestedChanges,
): Promise<readonly LaunchedSource[]> {
  const patched = new Map(patches.map(({ spec, changes }) => [spec.key, changes]))
  // Without a type that is launched with it the image is never used.
  const used = specs.filter(({ types, requirements }) => types.length > 0 || requirements.length > 0)
  const texts = used.map((spec) => [spec, patched.get(spec.key)?.ImageId ?? spec.data.ImageId ?? ''] as const)
  const values = await parameterValues(connection, texts.flatMap(([, text]) => parameterOf(text) ?? [])) // prettier-ignore
  return texts.flatMap(([spec, text]) => {
    const changes = patched.get(spec.key)
    const isChecked = changes?.ImageId !== undefined || changes?.InstanceType !== undefined
    const shapes = isChecked ? [] : shapesOf(spec)
    return spec.groups.map((group) => ({ group, label: spec.label, image: sourceImage(text, values), shapes }))
  })
}

const shapesOf = ({
  types,
  requirements,
  data: { BlockDeviceMappings: devices },
}: LaunchSpec): readonly LaunchShape[] => [
  ...types.map((instanceType) => ({ instanceType, devices })),
  ...requirements.map((each) => ({ requirements: each, devices })),
]

/**
 * One error for all that is wrong, so that it can be mended in one go. What is patched is old from then on: whether it
 * can be replaced must be known before. Gives the groups as they are before the patch, where they are rolled after it.
 */
async function refuse(
  run: Run,
  inputs: PatchingInputs,
  { groups, known, plan, found, launches, next }: PlannedPatch,
): Promise<readonly Fleet[]> {
  if (inputs.rollout === 'none') {
    await lookAhead(run, { groups, found, seen: undefined, launches, next, managedGroups: inputs.managedGroups })
    return []
  }
  const seen = await firstLook(run, known)
  const patched = new Set(plan.steps.flatMap((step) => step.groups))
  await lookAheadOfRoll(run, {
    groups,
    found,
    launches,
    next,
    seen,
    rollRequestOf: (group) =>
      rolloutOf({ ...inputs, ...(patched.has(group) && { force: true, forceUntil: undefined }) }),
  })
  return seen instanceof UserError ? [] : seen.fleets
}

interface Planning {
  readonly sources: PatchableSources
  readonly wished: RequestedChanges
  readonly wish: PatchRequest
}

async function planFor({ connection, clock }: Run, { sources, wished, wish }: Planning): Promise<PatchPlan> {
  const { patches } = wished
  const migration = wish.migrateToLaunchTemplate ? 'always' : 'where refused'
  const copies = migration !== 'always' && patches.some(({ spec }) => spec.location.kind === 'configuration')
  const templates = sources.templates.filter(({ id }) =>
    patches.some(({ spec: { location } }) => location.kind === 'template' && location.id === id),
  )
  const [configurations, followers] = await Promise.all([
    copies ? fullConfigurations(connection) : new Map<string, LaunchData>(),
    usersOf(connection, templates),
  ])
  const now = clock.now() / 1000
  return planPatch({ groups: sources.groups, templates, followers, configurations, migration, now }, patches)
}

/** Groups that would be patched before their turn, through a launch template that they share. */
const tooEarly = (
  { steps }: PatchPlan,
  { groups }: PatchableSources,
  { waves, limits }: RollTurns,
): readonly PreflightFinding[] => {
  // Of a wave that has more groups than may be on their way at once each has a turn of its own.
  const turns = waves.flatMap((wave) => (wave.length > limits.maxGroups ? wave.map((group) => [group]) : [wave]))
  const turnOf = (group: string): number => turns.findIndex((turn) => turn.includes(group))
  return patchedEarly({ steps, groups, turnOf }).map((what) => refusalOf(undefined, what, TOGETHER))
}

const TOGETHER =
  'Put them into one wave of `order` with no more groups than `max-groups`, or let them launch a version by its number.'

async function planOnly({ report }: Run, steps: readonly PatchStep[]): Promise<AppliedPatch> {
  for (const step of steps)
    report({ kind: 'info', message: `would ${patchStepInWords(step)}: ${patchStepReason(step)}` })
  return { done: steps, failures: new Map<string, never>(), perhapsChanged: new Set<string>() }
}

/** What a plan's steps would make. */
function expected({ steps, found }: PatchPlan): ReadonlyMap<string, CreatedSource> {
  const template = (step: Extract<PatchStep, { kind: 'create-template' }>): CreatedSource => ({
    kind: 'template',
    id: 'new',
    name: step.from,
    version: 1,
  })
  const new_ = steps.flatMap((step): (readonly [string, CreatedSource])[] => {
    if (step.kind === 'copy-configuration') return [[step.spec, { kind: 'configuration', name: step.name }]]
    if (step.kind === 'create-template') return [[step.spec, template(step)]]
    if (step.kind !== 'create-version') return []
    return [[step.spec, { kind: 'template', id: step.template, name: step.name, version: step.expected }]]
  })
  return new Map([...found, ...new_])
}
