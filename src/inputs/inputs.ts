import { UserError } from '../errors.ts'
import { type AuditInputs, readAudit } from './audit.ts'
import { declaredInputs, renamedInputs } from './declared.ts'
import { type BastionInputs, type BastionNames, readBastion, readBastionNames } from './bastion.ts'
import { namesPair, readCommon, type CommonInputs, type Selectors } from './common.ts'
import { type JanitorInputs, readJanitor } from './janitor.ts'
import { type GateContext, type GateInputs, readGates } from './gates.ts'
import { type ImageInputs, readImage } from './image.ts'
import { isMode, modes, type Mode } from './modes.ts'
import { boolean, hint, quoted } from './parse.ts'
import {
  type DockerInputs,
  type PatchInputs,
  readDocker,
  readDockerImage,
  readPatch,
  readSourceChanges,
  rollout,
  type Rollout,
} from './patch.ts'
import { inputReader, type InputReader, type InputSource } from './reader.ts'
import { ONE, readRoll, type RollInputs } from './roll.ts'
import { readRollout, readScaleUp, type ScaleUpInputs } from './scale-up.ts'
import { readShift, readTrafficIfNamed, type ShiftSettings, type TrafficInputs } from './traffic.ts'
import { readWaves, type WaveInputs } from './waves.ts'
import type { Environment } from '../platform/runner.ts'
import { nearest } from '../text/nearest.ts'

export type { AuditInputs } from './audit.ts'
export type { BastionInputs, BastionNames } from './bastion.ts'
export type { CommonInputs, CredentialInputs, Selectors } from './common.ts'
export type { Mode } from './modes.ts'
export type { ImageInputs } from './image.ts'
export type { DockerInputs, PatchInputs } from './patch.ts'
export type { Role } from './role.ts'
export type { DarkInputs, DarkLaunch } from './dark.ts'
export type { JanitorInputs } from './janitor.ts'
export type { GateInputs, Gates } from './gates.ts'
export type { WaveInputs, WaveOrder } from './waves.ts'
export type { RollInputs } from './roll.ts'
export type { PairInputs, ShiftSettings, TrafficInputs } from './traffic.ts'
export type { ScaleUpInputs } from './scale-up.ts'

export type ImagesInputs = CommonInputs & ImageInputs & AuditInputs & { readonly mode: 'images' }
export type PatchImageInputs = CommonInputs &
  ScaleUpInputs &
  GateInputs &
  WaveInputs &
  PatchInputs &
  ImageInputs & { readonly mode: 'patch-image'; readonly replaceSsmAlias: boolean }
export type PatchDockerInputs = CommonInputs &
  ScaleUpInputs &
  GateInputs &
  WaveInputs &
  PatchInputs &
  DockerInputs & { readonly mode: 'patch-docker' }
export type RespawnInputs = CommonInputs & RollInputs & GateInputs & WaveInputs & { readonly mode: 'respawn' }
export type RestoreInputs = CommonInputs & BastionNames & { readonly mode: 'restore' }
export type RedeployBastionInputs = CommonInputs & ImageInputs & BastionInputs & { readonly mode: 'redeploy-bastion' }
export type ScaleUpPatchInputs = CommonInputs &
  ScaleUpInputs &
  GateInputs &
  WaveInputs & { readonly mode: 'scale-up-patch' }
export type ReleaseInputs = CommonInputs &
  RollInputs &
  GateInputs &
  WaveInputs & {
    readonly mode: 'release'
    /** Undefined where no two groups are named between which traffic is shifted. */
    readonly shift: (ShiftSettings & TrafficInputs) | undefined
  }
export type RollbackInputs = CommonInputs &
  ScaleUpInputs & { readonly mode: 'rollback'; readonly shift: TrafficInputs | undefined }
export type ShiftInputs = CommonInputs & ShiftSettings & TrafficInputs & { readonly mode: 'shift' }
export type BlueGreenInputs = CommonInputs &
  ShiftSettings &
  TrafficInputs &
  ImageInputs &
  DockerInputs &
  Pick<PatchInputs, 'instanceType' | 'migrateToLaunchTemplate'> & {
    readonly mode: 'blue-green'
    readonly replaceSsmAlias: boolean
  }
export type JanitorModeInputs = CommonInputs & JanitorInputs & { readonly mode: 'janitor' }
export type CatalogueInputs = CommonInputs & { readonly mode: 'catalogue' }
export type Inputs =
  | ImagesInputs
  | PatchImageInputs
  | PatchDockerInputs
  | RespawnInputs
  | ScaleUpPatchInputs
  | ReleaseInputs
  | RollbackInputs
  | ShiftInputs
  | BlueGreenInputs
  | RedeployBastionInputs
  | RestoreInputs
  | JanitorModeInputs
  | CatalogueInputs

/**
 * All inputs of a run. UserError names every wrong input with what is allowed. `selectors` stand where the inputs name no
 * group.
 */
export function readInputs(
  source: InputSource,
  environment: Pick<Environment, 'awsRegion' | 'runId' | 'isHosted'>,
  selectors?: Selectors,
): Inputs {
  const reader = inputReader({
    input: (name) => source.input(name) || (name === 'aws-region' ? environment.awsRegion : ''),
    passedInputs: () => source.passedInputs(),
  })
  const text = source.input('mode').trim()
  const mode = isMode(text) ? text : undefined
  const inputs =
    mode === undefined ? everything(reader, environment) : inputsOf(mode, { reader, environment, selectors })
  const names = [...renamedProblems(source), ...unknownProblems(source)]
  const problems = [...(inputs === undefined ? [wrongMode(text)] : []), ...names, ...reader.problems]
  if (inputs === undefined || problems.length > 0) throw wrongInputs(problems)
  return inputs
}

interface ReadSource {
  readonly reader: InputReader
  readonly environment: Pick<Environment, 'awsRegion' | 'runId' | 'isHosted'>
  readonly selectors?: Selectors | undefined
}

function inputsOf(mode: Mode, { reader, environment, selectors }: ReadSource): Inputs {
  const common = readCommon(reader, { environment, mode, selectors })
  const { isHosted } = environment
  const course = (follows?: Rollout): GateInputs & WaveInputs => ({
    ...readGates(reader, { ...common, isHosted }),
    ...readWaves(reader, { ...common, isHosted, rollout: follows }),
  })
  switch (mode) {
    case 'images':
      return { mode, ...common, ...readImage(reader), ...readAudit(reader) }
    case 'patch-image':
      return {
        mode,
        ...common,
        ...readImage(reader),
        replaceSsmAlias: reader.value('replace-ssm-alias', boolean),
        ...readPatch(reader),
        ...readRollout(reader),
        ...course(reader.value('rollout', rollout)),
      }
    case 'patch-docker':
      return {
        mode,
        ...common,
        ...readDocker(reader),
        ...readPatch(reader),
        ...readRollout(reader),
        ...course(reader.value('rollout', rollout)),
      }
    case 'respawn':
      return { mode, ...common, ...readRoll(reader, ONE), ...course() }
    case 'scale-up-patch':
      return { mode, ...common, ...readScaleUp(reader), ...course() }
    case 'release':
      return { mode, ...common, ...readRoll(reader, ONE), ...releasedShift(reader, { ...common, isHosted }, course) }
    case 'rollback':
      return { mode, ...common, ...readScaleUp(reader), shift: readTrafficIfNamed(reader) }
    case 'shift':
      return { mode, ...common, ...readShift(reader, { ...common, isHosted, mode }) }
    case 'blue-green':
      return {
        mode,
        ...common,
        ...readImage(reader),
        replaceSsmAlias: reader.value('replace-ssm-alias', boolean),
        ...readDockerImage(reader),
        ...readSourceChanges(reader),
        ...readShift(reader, { ...common, isHosted, mode }),
      }
    case 'redeploy-bastion':
      return { mode, ...common, ...readImage(reader), ...readBastion(reader) }
    case 'restore':
      return { mode, ...common, ...readBastionNames(reader) }
    case 'janitor':
      return { mode, ...common, ...readJanitor(reader) }
    case 'catalogue':
      return { mode, ...common }
    default:
      return mode satisfies never
  }
}

/** A release is of a shift where two groups are named, and of rolls elsewhere. */
function releasedShift(
  reader: InputReader,
  context: GateContext,
  course: () => GateInputs & WaveInputs,
): GateInputs & WaveInputs & Pick<ReleaseInputs, 'shift'> {
  return namesPair(reader)
    ? { gates: undefined, waves: undefined, shift: readShift(reader, { ...context, mode: 'release' }) }
    : { ...course(), shift: undefined }
}

/** Without a mode there are no inputs, but the problems of all of them can be told. */
function everything(reader: InputReader, environment: ReadSource['environment']): undefined {
  const common = readCommon(reader, { environment, mode: undefined })
  readImage(reader)
  readAudit(reader)
  readJanitor(reader)
  readPatch(reader)
  readRollout(reader)
  readGates(reader, { ...common, isHosted: environment.isHosted })
  readWaves(reader, { ...common, isHosted: environment.isHosted })
}

/** An old name that did nothing any more would be a limit that never fails. */
function renamedProblems({ input }: InputSource): readonly string[] {
  return Object.entries(renamedInputs).flatMap(([from, { to, note }]) =>
    input(from).trim() === '' ? [] : [`\`${from}\` has another name: ${from} -> ${to}. ${note}`],
  )
}

/** GitHub only warns of such a name: `dryrun: true` would be a real run. One that is near to none may be anything. */
function unknownProblems({ passedInputs }: InputSource): readonly string[] {
  const known = Object.keys(declaredInputs)
  return passedInputs().flatMap((name) => {
    if (known.includes(name) || Object.hasOwn(renamedInputs, name)) return []
    const near = nearest(name, known)
    return near.length === 0 ? [] : [`\`${name}\` is no input of this action; the nearest is ${quoted(near)}.`]
  })
}

function wrongMode(text: string): string {
  const names = Object.keys(modes)
  return `\`mode\` is ${text === '' ? 'missing' : quoted([text])} but must be one of ${quoted(names)}${hint(text, names)}.`
}

function wrongInputs(problems: readonly string[]): UserError {
  const [only, ...more] = problems
  if (more.length === 0)
    return new UserError({ what: `An input is wrong: ${only}`, remedy: 'Correct it; nothing was changed.' })
  return new UserError({
    what: `${problems.length} inputs are wrong:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    remedy: 'Correct them; nothing was changed.',
  })
}
