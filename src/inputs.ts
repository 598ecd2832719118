import { UserError } from './errors.ts'
import { readCommon, type CommonInputs } from './inputs/common.ts'
import { isMode, modes, type Mode } from './inputs/modes.ts'
import { quoted } from './inputs/parse.ts'
import { inputReader, type InputReader } from './inputs/reader.ts'
import { readRoll, type RollInputs } from './inputs/roll.ts'
import type { Environment } from './runner.ts'

export type { CommonInputs, CredentialInputs, Selectors } from './inputs/common.ts'
export type { Mode } from './inputs/modes.ts'
export type { Amount } from './inputs/parse.ts'
export type { Role } from './inputs/role.ts'
export type { RollInputs } from './inputs/roll.ts'

export type RespawnInputs = CommonInputs & RollInputs & { readonly mode: 'respawn' }
export type RestoreInputs = CommonInputs & { readonly mode: 'restore' }
export type Inputs = RespawnInputs | RestoreInputs

/** All inputs of a run; `read` gives the text of one. UserError names every wrong input with what is allowed. */
export function readInputs(
  read: (name: string) => string,
  environment: Pick<Environment, 'awsRegion' | 'runId'>,
): Inputs {
  const reader = inputReader((name) => read(name) || (name === 'aws-region' ? environment.awsRegion : ''))
  const text = read('mode').trim()
  const mode = isMode(text) ? text : undefined
  const inputs = mode === undefined ? everything(reader, environment) : inputsOf(mode, { reader, environment })
  const problems = inputs === undefined ? [wrongMode(text), ...reader.problems] : reader.problems
  if (inputs === undefined || problems.length > 0) throw wrongInputs(problems)
  return inputs
}

interface Source {
  readonly reader: InputReader
  readonly environment: Pick<Environment, 'awsRegion' | 'runId'>
}

function inputsOf(mode: Mode, { reader, environment }: Source): Inputs {
  switch (mode) {
    case 'respawn':
      return { mode, ...readCommon(reader, { environment, mode }), ...readRoll(reader) }
    case 'restore':
      return { mode, ...readCommon(reader, { environment, mode }) }
    default:
      return mode satisfies never
  }
}

/** Without a mode there are no inputs, but the problems of all of them can be told. */
function everything(reader: InputReader, environment: Source['environment']): undefined {
  readCommon(reader, { environment, mode: undefined })
  readRoll(reader)
}

function wrongMode(text: string): string {
  return `\`mode\` is ${text === '' ? 'missing' : quoted([text])} but must be one of ${quoted(Object.keys(modes))}.`
}

function wrongInputs(problems: readonly string[]): UserError {
  const [only, ...more] = problems
  if (more.length === 0) return new UserError({ what: `An input is wrong: ${only}`, remedy: 'Nothing was changed.' })
  return new UserError({
    what: `${problems.length} inputs are wrong:\n${problems.map((problem) => `- ${problem}`).join('\n')}\n`,
    remedy: 'Nothing was changed.',
  })
}
