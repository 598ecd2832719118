import { Ajv2020 } from 'ajv/dist/2020.js'
import { type Plan, PLAN_SCHEMA_VERSION } from '../../domain/plan/plan.ts'
import { UserError } from '../../errors.ts'
import { planSchema } from './schema.ts'

/** The text of a file that is said to be a plan. */
export interface PlanText {
  /** For people. */
  readonly path: string
  readonly text: string
}

const ANEW = 'Nothing was changed. Make a new plan with this version of the action.'

/** Reads a plan. UserError for what no dry run of this version has written. */
export function readPlan({ path, text }: PlanText): Plan {
  const value = parsed({ path, text })
  const { schemaVersion } = (value ?? {}) as { readonly schemaVersion?: unknown }
  if (schemaVersion !== PLAN_SCHEMA_VERSION)
    throw new UserError({
      what:
        typeof schemaVersion === 'number'
          ? `The plan ${path} is of the format ${schemaVersion}, and this version reads the format ${PLAN_SCHEMA_VERSION}.`
          : `The file ${path} is no plan.`,
      remedy: ANEW,
    })
  const validate = new Ajv2020({ strict: true }).compile<Plan>(planSchema)
  if (validate(value)) return value
  const [error] = validate.errors ?? []
  throw new UserError({
    what: `The file ${path} is no plan that a dry run has written.`,
    why: `\`${error?.instancePath ?? ''}\` ${error?.message ?? 'is wrong'}.`,
    remedy: ANEW,
  })
}

function parsed({ path, text }: PlanText): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UserError({ what: `The file ${path} is no plan: it is no JSON.`, remedy: ANEW, cause })
  }
}
