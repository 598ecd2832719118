import { UserError } from '../errors.ts'
import { type AuditInputs, readAudit } from './audit.ts'
import { renamedInputs } from './declared.ts'
import { type BastionInputs, type BastionNames, readBastion, readBastionNames } from './bastion.ts'
import { readCommon, type CommonInputs } from './common.ts'
import { type ImageInputs, readImage } from './image.ts'
import { isMode, modes, type Mode } from './modes.ts'
import { boolean, quoted } from './parse.ts'
import { type DockerInputs, type PatchInputs, readDocker, readPatch } from './patch.ts'
import { inputReader, type InputReader } from './reader.ts'
import { ONE, readRoll, type RollInputs } from './roll.ts'
import { readRollout, readScaleUp, type ScaleUpInputs } from './scale-up.ts'
import type { Environment } from '../platform/runner.ts'

export type { AuditInputs } from './audit.ts'
export type { BastionInputs, BastionNames } from './bastion.ts'
export type { CommonInputs, CredentialInputs, Selectors } from './common.ts'
export type { Mode } from './modes.ts'
export type { ImageInputs } from './image.ts'
export type { DockerInputs, PatchInputs } from './patch.ts'
export type { Role } from './role.ts'
export type { DarkInputs, DarkLaunch } from './dark.ts'
export type { RollInputs } from './roll.ts'
export type { ScaleUpInputs } from './scale-up.ts'

export type ImagesInputs = CommonInputs & ImageInputs & AuditInputs & { readonly mode: 'images' }
export type PatchImageInputs = CommonInputs &
  ScaleUpInputs &
  PatchInputs &
  ImageInputs & { readonly mode: 'patch-image'; readonly replaceSsmAlias: boolean }
export type PatchDockerInputs = CommonInputs &
  ScaleUpInputs &
  PatchInputs &
  DockerInputs & { readonly mode: 'patch-docker' }
export type RespawnInputs = CommonInputs & RollInputs & { readonly mode: 'respawn' }
export type RestoreInputs = CommonInputs & BastionNames & { readonly mode: 'restore' }
export type RedeployBastionInputs = CommonInputs & ImageInputs & BastionInputs & { readonly mode: 'redeploy-bastion' }
export type ScaleUpPatchInputs = CommonInputs & ScaleUpInputs & { readonly mode: 'scale-up-patch' }
export type ReleaseInputs = CommonInputs & RollInputs & { readonly mode: 'release' }
export type RollbackInputs = CommonInputs & ScaleUpInputs & { readonly mode: 'rollback' }
export type Inputs =
  | ImagesInputs
  | PatchImageInputs
  | PatchDockerInputs
  | RespawnInputs
  | ScaleUpPatchInputs
  | ReleaseInputs
  | RollbackInputs
  | RedeployBastionInputs
  | RestoreInputs

/** All inputs of a run; `read` gives the text of one. UserError names every wrong input with what is allowed. */
export function readInputs(
  read: (name: string) => string,
  environment: Pick<Environment, 'awsRegion' | 'runId'>,
): Inputs {
  const reader = inputReader((name) => read(name) || (name === 'aws-region' ? environment.awsRegion : ''))
  const text = read('mode').trim()
  const mode = isMode(text) ? text : undefined
  const inputs = mode === undefined ? everything(reader, environment) : inputsOf(mode, { reader, environment })
  const problems = [...(inputs === undefined ? [wrongMode(text)] : []), ...renamedProblems(read), ...reader.problems]
  if (inputs === undefined || problems.length > 0) throw wrongInputs(problems)
  return inputs
}

interface Source {
  readonly reader: InputReader
  readonly environment: Pick<Environment, 'awsRegion' | 'runId'>
}

function inputsOf(mode: Mode, { reader, environment }: Source): Inputs {
  switch (mode) {
    case 'images':
      return { mode, ...readCommon(reader, { environment, mode }), ...readImage(reader), ...readAudit(reader) }
    case 'patch-image':
      return {
        mode,
        ...readCommon(reader, { environment, mode }),
        ...readImage(reader),
        replaceSsmAlias: reader.value('replace-ssm-alias', boolean),
        ...readPatch(reader),
        ...readRollout(reader),
      }
    case 'patch-docker':
      return {
        mode,
        ...readCommon(reader, { environment, mode }),
        ...readDocker(reader),
        ...readPatch(reader),
        ...readRollout(reader),
      }
    case 'respawn':
      return { mode, ...readCommon(reader, { environment, mode }), ...readRoll(reader, ONE) }
    case 'scale-up-patch':
      return { mode, ...readCommon(reader, { environment, mode }), ...readScaleUp(reader) }
    case 'release':
      return { mode, ...readCommon(reader, { environment, mode }), ...readRoll(reader, ONE) }
    case 'rollback':
      return { mode, ...readCommon(reader, { environment, mode }), ...readScaleUp(reader) }
    case 'redeploy-bastion':
      return { mode, ...readCommon(reader, { environment, mode }), ...readImage(reader), ...readBastion(reader) }
    case 'restore':
      return { mode, ...readCommon(reader, { environment, mode }), ...readBastionNames(reader) }
    default:
      return mode satisfies never
  }
}

/** Without a mode there are no inputs, but the problems of all of them can be told. */
function everything(reader: InputReader, environment: Source['environment']): undefined {
  readCommon(reader, { environment, mode: undefined })
  readImage(reader)
  readAudit(reader)
  readPatch(reader)
  readRollout(reader)
}

/** An old name that did nothing any more would be a limit that never fails. */
function renamedProblems(read: (name: string) => string): readonly string[] {
  return Object.entries(renamedInputs).flatMap(([from, { to, note }]) =>
    read(from).trim() === '' ? [] : [`\`${from}\` has another name: ${from} -> ${to}. ${note}`],
  )
}

function wrongMode(text: string): string {
  return `\`mode\` is ${text === '' ? 'missing' : quoted([text])} but must be one of ${quoted(Object.keys(modes))}.`
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
