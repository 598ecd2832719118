import type { InstanceType } from '../../domain/image/fit.ts'
import { namedTypes, notAllowed, shapeMisfits } from '../../domain/image/launch-shape.ts'
import type { MachineImage } from '../../domain/image/machine-image.ts'
import { noteOf, type PreflightFinding, refusalOf } from '../../domain/rollout/preflight-findings.ts'
import { UserError } from '../../errors.ts'
import { awsFaultOf } from '../client/aws-fault.ts'
import { UncertainOutcome } from '../client/uncertain-outcome.ts'
import type { LaunchedSource, PreflightQuestion } from './check.ts'

/** A source whose image is there. */
export interface UsableSource extends Omit<LaunchedSource, 'image'> {
  readonly image: MachineImage
}

const REMEDY = 'Give the group an image and instance types that fit each other, such as by `mode: patch-image`, or leave it out.' // prettier-ignore

/** The types that launches name. Where AWS does not describe them, a sentence says so, and nothing is refused for it. */
export async function launchedTypes(
  { types }: Pick<PreflightQuestion, 'types'>,
  launched: readonly LaunchedSource[],
): Promise<{ readonly known: ReadonlyMap<string, InstanceType>; readonly skipped: readonly PreflightFinding[] }> {
  const names = launched.flatMap(({ shapes }) => shapes.flatMap(namedTypes))
  try {
    return { known: await types.learn(names), skipped: [] }
  } catch (error) {
    if (!(error instanceof UserError) && !(error instanceof UncertainOutcome)) throw error
    const what = `Whether images fit their instance types was not checked: ${awsFaultOf(error)?.message ?? error.message}`
    return { known: new Map(), skipped: [{ group: undefined, weight: 'notice', what }] }
  }
}

/**
 * Groups that could launch nothing: no image fits what it is launched on. Where some launches fit, AWS makes those, and the
 * others are told; so is an image that the account will not allow.
 */
export function unfitSources(
  sources: readonly UsableSource[],
  types: ReadonlyMap<string, InstanceType>,
): readonly PreflightFinding[] {
  return [...Map.groupBy(sources, ({ group }) => group)].flatMap(([group, own]) => {
    const launches = own.flatMap(({ label, image, shapes }) =>
      shapes.map((shape) => shapeMisfits(image, shape, types).map((text) => `${label}: ${text}`)),
    )
    const found = [...new Set(launches.flat())]
    const isHopeless = launches.length > 0 && launches.every((texts) => texts.length > 0)
    const told = found.map((what) =>
      isHopeless ? refusalOf(group, what, REMEDY) : noteOf(group, `${what}; AWS launches what else there is instead.`),
    )
    // Of what a patch has chosen itself it has told already.
    const kept = own.filter(({ shapes }) => shapes.length > 0)
    const cautions = new Set(kept.flatMap(({ image }) => notAllowed(image) ?? []))
    return [...told, ...[...cautions].map((what) => noteOf(group, `${what}.`))]
  })
}
