/** The JSON schema of a plan (draft 2020-12), published as docs/plan.schema.json. */
import { PLAN_SCHEMA_VERSION } from '../../domain/plan/plan.ts'
import { declaredInputs } from '../declared.ts'
import { isMode, isPlannable, modes } from '../modes.ts'

const object = (properties: object, description?: string): object => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  ...(description !== undefined && { description }),
  properties,
})
const list = (items: object, description: string): object => ({ type: 'array', items, description })
const text = (description: string): object => ({ type: 'string', description })
const matching = (pattern: string, description: string): object => ({ type: 'string', pattern, description })
const digest = (description: string): object => matching('^[0-9a-f]{64}$', description)
const orNull = (schema: object): object => ({ anyOf: [schema, { type: 'null' }] })
const count = (description: string): object => ({ type: 'integer', minimum: 0, description })
const moment = (description: string): object =>
  matching('^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?Z$', description)
const ref = (name: string): object => ({ $ref: `#/$defs/${name}` })
const inputs = (values: object, description: string): object => ({
  type: 'object',
  propertyNames: { enum: Object.keys(declaredInputs) },
  additionalProperties: values,
  description,
})

/** Of version 1. */
export const planSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:fleet-patch:plan:${PLAN_SCHEMA_VERSION}`,
  title: 'Fleet Patch plan',
  description: 'What a dry run has seen and would do. `apply` carries out that and nothing else.',
  ...object({
    schemaVersion: { const: PLAN_SCHEMA_VERSION, description: 'the version of this format' },
    id: matching('^[0-9a-f]{16}$', 'the first 16 hex digits of the SHA-256 of all the rest'),
    actionVersion: matching('^\\d+\\.\\d+\\.\\d+$', 'the version of Fleet Patch that has made it'),
    createdAt: moment('when it was made, by the clock of AWS'),
    expiresAt: moment('from when on it is refused'),
    account: matching('^\\d{12}$', 'the account of the credentials'),
    region: text('the region of the groups'),
    role: text('the role or user of the credentials, without the name of a session'),
    run: text('the address of the workflow run that has made it'),
    mode: { enum: Object.keys(modes).filter((mode) => isMode(mode) && isPlannable(mode)) },
    inputs: inputs({ type: 'string' }, 'the inputs that are not at their default, with what the catalogue gave'),
    hashedInputs: inputs(
      digest('SHA-256 of its text'),
      'inputs that may hold secrets: `apply` must be given them anew',
    ),
    catalogue: orNull(
      object(
        { path: text('the file'), digest: digest('SHA-256 of its text') },
        'the catalogue that governed the dry run',
      ),
    ),
    groups: list(ref('group'), 'the groups, and what is done with each'),
    bastion: orNull(ref('bastion')),
  }),
  $defs: {
    group: object({
      group: text('its name'),
      fingerprint: digest('SHA-256 of `now`, `becomes`, the mode, the inputs and the catalogue'),
      now: object(
        {
          arn: text('its ARN, which a group that is made anew does not have'),
          minSize: count('its minimum size; like all sizes as before an unfinished run'),
          maxSize: count('its maximum size'),
          suspendedProcesses: list({ type: 'string' }, 'less those that an unfinished run has suspended'),
          targetGroups: list({ type: 'string' }, 'target groups, Classic Load Balancers and other traffic sources'),
          lifecycleHooks: list({ type: 'string' }, 'a line for each hook'),
          protectsNewInstances: { type: 'boolean', description: 'whether it protects new instances from scale-in' },
          protectedInstances: list({ type: 'string' }, 'ids of instances that are protected from scale-in'),
          standbyInstances: list({ type: 'string' }, 'ids of instances in Standby'),
          unfinishedSince: orNull(moment('when the run began whose saved state stands on the group')),
          source: object(
            {
              label: text('what it launches from'),
              fingerprint: text('hex digits that change whenever a launch would give something else'),
            },
            'what it launches from',
          ),
          launches: list(ref('place'), 'its base, then each override with a template or an image of its own'),
        },
        'how the group was; its desired capacity and the ids of its instances may move',
      ),
      becomes: list(ref('place'), 'what it will launch, place by place'),
      steps: list(ref('step'), 'what the dry run would do'),
      userData: list(ref('change'), 'what changes in user data, masked as in the log'),
    }),
    place: object({
      at: text('`base`, or `override` with its number'),
      image: orNull(text('the image that is launched')),
      chosenBy: orNull(text('what the input `image` said where that has chosen it')),
      userData: orNull(digest('SHA-256 of the user data')),
      data: digest('SHA-256 of everything that is launched with'),
    }),
    step: object({ action: text('its kind'), detail: text('what is done'), reason: text('why') }),
    change: object({
      path: text('where'),
      before: orNull(text('what was there, masked')),
      after: orNull(text('what will be there, masked')),
    }),
    bastion: object({
      name: text('its name'),
      allocation: text('the allocation id of its Elastic IP'),
      instance: text('the instance that is replaced'),
      launch: matching('^[0-9a-f]{16}$', 'changes whenever the launch of its successor would give something else'),
      image: text('the image of its successor'),
      chosenBy: orNull(text('what the input `image` said')),
      userData: orNull(digest('SHA-256 of the user data of its successor')),
      fingerprint: digest('SHA-256 of all of these, the mode, the inputs and the catalogue'),
      steps: list(ref('step'), 'what the dry run would do'),
      userDataChanges: list(ref('change'), 'what changes in user data, masked as in the log'),
    }),
  },
}
