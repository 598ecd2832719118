/** What inputs mean, or what is said against them: as a step reads them, before anything is asked of AWS. */
import { UserError } from '../../src/errors.ts'
import { type Inputs, readInputs } from '../../src/inputs/inputs.ts'
import { recordingRunner, testEnvironment } from '../../testing/recording-runner.ts'

export type Given = Readonly<Record<string, string>>

/** Reads inputs of which these are given each time, unless a test gives others. */
export function inputsWith(usual: Given): {
  readonly inputs: (given: Given, environment?: typeof testEnvironment) => Inputs
  /** The error of inputs that must be refused. */
  readonly problem: (given: Given, environment?: typeof testEnvironment) => string
} {
  const inputs = (given: Given, environment = testEnvironment): Inputs =>
    readInputs(recordingRunner({ inputs: { ...usual, ...given } }), environment)
  const problem = (given: Given, environment = testEnvironment): string => {
    try {
      inputs(given, environment)
    } catch (error) {
      if (error instanceof UserError) return error.message
      throw error
    }
    throw new Error('the inputs were accepted')
  }
  return { inputs, problem }
}
