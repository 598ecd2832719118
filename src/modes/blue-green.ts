import { InstanceTypeReader } from '../aws/images/instance-types.ts'
import { idleHeadroom } from '../aws/preflight/idle-side.ts'
import { otherSide, shareOf } from '../domain/traffic/shares.ts'
import { isOfShift } from '../domain/rollout/shift-memo.ts'
import { UserError } from '../errors.ts'
import { ONE } from '../inputs/roll.ts'
import type { BlueGreenInputs } from '../inputs/inputs.ts'
import type { RunResult } from '../report/events.ts'
import { patch } from './patch.ts'
import type { PatchRequest } from './patch-changes.ts'
import type { PatchingInputs } from './rollout.ts'
import type { Run } from './run.ts'
import { type FoundShift, type PreparedShift, shiftPair } from './shift.ts'

/** Patches the idle one of two groups, sizes and proves it, moves the traffic there by steps, and shrinks the old one. */
export async function blueGreen(run: Run, inputs: BlueGreenInputs): Promise<RunResult> {
  return await shiftPair(run, {
    inputs,
    settings: inputs,
    resizes: true,
    prepare: (found) => prepareIdle(run, inputs, found),
  })
}

/** Checks what the idle side is to launch, and whether there is room for it; the patch itself comes once its state is saved. */
async function prepareIdle(run: Run, inputs: BlueGreenInputs, { pair, seen, to }: FoundShift): Promise<PreparedShift> {
  const idle = seen.groups[to]
  const isMoved = seen.routes.every(({ weights }) => shareOf(weights, to) === 100)
  // The traffic may be there already, in part or as a whole: what serves is not patched under way.
  if (isMoved || (isOfShift(idle.memo ?? {}) && idle.memo?.progress?.share !== undefined)) return { found: [] }
  // What is recorded is the shift: this is a part of it.
  const { beginning: _, selected: __, ...part } = run
  const patching = patchingOf(inputs, idle.group)
  // What is worth a warning is told by the patch itself.
  const quiet: Run = { ...part, report: (event) => (event.kind === 'warning' && !inputs.dryRun ? undefined : part.report(event)) } // prettier-ignore
  await patch(quiet, { ...patching, dryRun: true }, requestOf(inputs))
  const found = await idleHeadroom(run.connection, new InstanceTypeReader(run.connection), {
    described: pair.groups[to],
    idle,
    active: seen.groups[otherSide(to)],
  })
  return {
    found,
    patch: async () => {
      const result = await patch(part, patching, requestOf(inputs))
      const failure = result.kind === 'groups' ? result.groups.find((group) => group.failure !== undefined)?.failure : undefined // prettier-ignore
      if (failure !== undefined) throw new UserError(failure)
    },
  }
}

const requestOf = (inputs: BlueGreenInputs): PatchRequest => {
  const { images, imageOwners, replaceSsmAlias, dockerImage, allowOtherRepository, userData } = inputs
  return {
    image: { images, imageOwners, replaceSsmAlias },
    ...((dockerImage !== undefined || userData !== undefined) && {
      userData: { dockerImage, allowOtherRepository, userData },
    }),
    instanceType: inputs.instanceType,
    migrateToLaunchTemplate: inputs.migrateToLaunchTemplate,
  }
}

/** A patch of one group that no roll follows. */
const patchingOf = (inputs: BlueGreenInputs, group: string): PatchingInputs => ({
  ...inputs,
  selectors: { groups: [group], stacks: [], tags: [] },
  rollout: 'none',
  surge: ONE,
  maxUnavailable: { kind: 'count', value: 0 },
  maxLeaving: undefined,
  force: false,
  warmupSeconds: undefined,
  maxFailures: 1,
  onFailure: undefined,
  protectedInstances: 'replace',
  standbyInstances: 'ignore',
  scaling: 'follow',
  dark: undefined,
  gates: undefined,
  waves: undefined,
})
