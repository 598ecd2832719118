/**
 * The JSON schema of a catalogue (draft 2020-12), published as docs/catalogue.schema.json for editors. Where a text must follow
 * a pattern, its `description` ends the sentence `it must be ...`.
 */
import { waivableRules } from '../../domain/catalogue/catalogue.ts'
import { modes } from '../modes.ts'

/** The modes that a catalogue can name. */
export const catalogueModes: readonly string[] = Object.keys(modes).filter((mode) => mode !== 'catalogue')

const object = (properties: object, more: object = {}): object => ({
  type: 'object',
  additionalProperties: false,
  ...more,
  properties,
})
const named = (values: object, more: object = {}): object => ({
  type: 'object',
  ...more,
  propertyNames: { $ref: '#/$defs/name' },
  additionalProperties: values,
})
const ref = (name: string, description?: string): object => ({
  $ref: `#/$defs/${name}`,
  ...(description !== undefined && { description }),
})
const days = (description: string): object => ({ type: 'integer', minimum: 0, maximum: 36_500, description })
const SELECTORS = ['groups', 'stacks', 'tags', 'bastion', 'traffic']
const text = (description: string): object => ({ type: 'string', minLength: 1, description })

/** Of version 1. */
export const catalogueSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:fleet-patch:catalogue:1',
  title: 'Fleet Patch catalogue',
  description: 'What may be changed, by whom, when, and to what. Nothing that is not in here is changed.',
  ...object(
    {
      $schema: { type: 'string', description: 'for editors; it means nothing' },
      version: { const: 1, description: '1, the version of this format' },
      defaults: ref('rules', 'rules that hold wherever no environment and no service states them'),
      teams: named(
        object({
          github: {
            type: 'string',
            pattern: '^@?[A-Za-z0-9][A-Za-z0-9-]*(/[A-Za-z0-9._-]+)?$',
            description: 'a user or `org/team` of GitHub',
          },
          slack: { type: 'string', minLength: 1, description: 'a channel' },
          sns: { type: 'string', pattern: '^arn:aws[a-z-]*:sns:', description: 'the ARN of an SNS topic' },
          email: {
            type: 'string',
            pattern: '^[^@\\s]+@[^@\\s]+$',
            description: 'an address such as `ops@example.org`',
          },
        }),
      ),
      environments: named(
        object(
          {
            account: {
              type: 'string',
              pattern: '^[0-9]{12}$',
              description: 'an account id of 12 digits in quotes, since it may begin with 0',
            },
            regions: {
              type: 'array',
              minItems: 1,
              uniqueItems: true,
              items: {
                type: 'string',
                pattern: '^[a-z]{2,6}(-[a-z]+)+-[0-9]{1,2}$',
                description: 'a region such as `eu-central-1`',
              },
              description: 'the regions in which it has groups',
            },
            role: {
              type: 'string',
              pattern: '^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+$',
              description: 'the ARN of the IAM role that runs assume here',
            },
            'github-environment': {
              type: 'string',
              minLength: 1,
              description: 'the environment of GitHub whose reviewers approve',
            },
            workflow: {
              type: 'string',
              pattern:
                '^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+/[.]github/workflows/[A-Za-z0-9_.-]+[.]ya?ml@(refs/(heads|tags)/[^*?]|[0-9a-f]{40}$)',
              description:
                'the reviewed workflow that alone may assume the role, `owner/repository/.github/workflows/file.yml@refs/tags/v1*`',
            },
            protected: {
              type: 'array',
              uniqueItems: true,
              items: ref('mode'),
              description: 'modes that are never allowed here',
            },
            lock: ref('lock'),
            owner: ref('name', 'a team'),
            rules: ref('rules', 'a ceiling: no service of the environment can widen what they say'),
          },
          { required: ['account', 'regions'] },
        ),
        { minProperties: 1 },
      ),
      services: named(
        object(
          {
            owner: ref('name', 'a team'),
            description: { type: 'string' },
            lock: ref('lock'),
            rules: ref('rules'),
            in: named(
              object(
                {
                  groups: ref('lines', 'names of Auto Scaling groups; `*` and `?` are wildcards'),
                  stacks: ref('stacks'),
                  tags: ref('tags'),
                  bastion: { type: 'string', minLength: 1, description: 'the `Name` tag or the id of an instance' },
                  traffic: ref('traffic'),
                  after: ref('name', 'an environment that must run the same image for `bake-days` first'),
                  lock: ref('lock'),
                  rules: ref('rules'),
                },
                // Strict mode wants a required key declared where it is required.
                { anyOf: SELECTORS.map((name) => ({ required: [name], properties: { [name]: true } })) },
              ),
              { minProperties: 1, description: 'by environment' },
            ),
          },
          { required: ['owner', 'in'] },
        ),
        { minProperties: 1 },
      ),
      freezes: {
        type: 'array',
        items: object(
          {
            name: { type: 'string', minLength: 1 },
            from: ref('moment'),
            until: ref('moment', 'the last day or moment'),
            environments: ref('names', 'without it all'),
            services: ref('names', 'without it all'),
            allows: {
              type: 'array',
              uniqueItems: true,
              items: ref('mode'),
              description: 'modes that stay allowed; `images`, `restore` and `rollback` always are',
            },
          },
          { required: ['name', 'from', 'until'] },
        ),
      },
      waivers: {
        type: 'array',
        items: object(
          {
            service: ref('name'),
            environment: ref('name', 'without it all of the service'),
            rule: { enum: waivableRules, description: 'without it all of these' },
            reason: { type: 'string', minLength: 10 },
            by: { type: 'string', minLength: 1 },
            until: {
              type: 'string',
              pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
              description: 'its last day, in UTC, such as `2026-12-31`',
            },
          },
          { required: ['service', 'reason', 'by', 'until'] },
        ),
      },
    },
    { required: ['version', 'environments', 'services'] },
  ),
  $defs: {
    name: {
      type: 'string',
      pattern: '^[a-z0-9][a-z0-9._-]{0,62}$',
      description: 'a name of at most 63 small letters, digits and `._-`, which begins with a letter or digit',
    },
    names: { type: 'array', minItems: 1, uniqueItems: true, items: ref('name') },
    lines: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', minLength: 1 } },
    stacks: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: {
        type: 'string',
        pattern: '^[a-zA-Z][a-zA-Z0-9-]{0,126}( [a-zA-Z0-9]+)?$',
        description: 'a stack as `name version`, or a `name` alone for all its versions',
      },
      description: 'stacks of Senza',
    },
    tags: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: { type: 'string', pattern: '^[^=]+=', description: 'a tag as `Key=Value`' },
      description: 'tags that a group must have, all of them',
    },
    moment: {
      type: 'string',
      pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2}))?$',
      description: 'a day in UTC such as `2026-12-18`, or a moment with its zone such as `2026-12-18T18:00+01:00`',
    },
    mode: { enum: catalogueModes, description: 'a mode of the action' },
    amount: {
      description: 'a whole number of instances such as 2, or a percentage such as `25%`',
      oneOf: [
        { type: 'integer', minimum: 0 },
        { type: 'string', pattern: '^[0-9]{1,3}%$' },
      ],
    },
    traffic: object(
      {
        blue: text('the name of the one group'),
        green: text('the name of the other group'),
        stack: {
          type: 'string',
          pattern: '^[a-zA-Z][a-zA-Z0-9-]{0,126}$',
          description: 'a stack of Senza by its name, in place of `blue` and `green`',
        },
        versions: {
          type: 'array',
          minItems: 2,
          maxItems: 2,
          uniqueItems: true,
          items: { type: 'string', pattern: '^[a-zA-Z0-9]+$', description: 'a version, letters and digits' },
          description: 'its two versions, blue and green',
        },
        by: { enum: ['alb', 'nlb', 'route53', 'classic'], description: 'without it the one that fits' },
        'listener-rules': {
          type: 'array',
          minItems: 1,
          uniqueItems: true,
          items: {
            type: 'string',
            pattern: '^arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:listener(-rule)?/(app|net)/',
            description: 'the ARN of a rule or listener',
          },
          description: 'without it all that forward to either group',
        },
        record: text('the name of weighted records in Route 53'),
        'hosted-zone': text('the name or id of their zone'),
        'blue-identifier': text('the identifier of the record of `blue`'),
        'green-identifier': text('the identifier of the record of `green`'),
        steps: {
          type: 'array',
          minItems: 1,
          uniqueItems: true,
          items: { type: 'number', minimum: 0, maximum: 100, description: 'a percent from 0 to 100' },
          description: 'shares at which a shift holds, ascending',
        },
        keep: { type: 'number', minimum: 0, maximum: 43_200, description: 'minutes for which the old side is kept' },
        afterwards: { enum: ['zero', 'keep'], description: 'what becomes of the old side then' },
      },
      {
        description: 'two groups of the service between which traffic is shifted',
        anyOf: [
          { required: ['blue', 'green'], properties: { blue: true, green: true } },
          { required: ['stack', 'versions'], properties: { stack: true, versions: true } },
        ],
      },
    ),
    lock: object(
      {
        reason: { type: 'string', minLength: 3 },
        by: { type: 'string', minLength: 1 },
        until: ref('moment', 'its last day or moment'),
      },
      { required: ['reason', 'by'] },
    ),
    rules: object({
      modes: { type: 'array', uniqueItems: true, items: ref('mode'), description: 'modes that are allowed' },
      refs: ref('lines', 'git refs from which a change may come, such as `refs/heads/main`; `*` is a wildcard'),
      actors: {
        type: 'array',
        uniqueItems: true,
        items: { type: 'string', minLength: 1 },
        description: 'logins of GitHub; empty: all that may run the workflow',
      },
      images: object({
        owners: {
          type: 'array',
          minItems: 1,
          uniqueItems: true,
          items: {
            type: 'string',
            pattern: '^([0-9]{12}|self|amazon|aws-marketplace)$',
            description: 'an account id of 12 digits in quotes, `self`, `amazon` or `aws-marketplace`',
          },
        },
        names: ref('lines', 'names of images; `*` is a wildcard'),
        'max-image-age-days': { type: 'integer', minimum: 1, maximum: 36_500 },
        'required-tags': { type: 'object', additionalProperties: { type: 'string' } },
      }),
      docker: object({
        repositories: ref('lines', 'repositories with their host; `*` is a wildcard'),
        tags: ref('lines', 'tags; `*` is a wildcard, `[0-9]` one of these'),
        digest: { type: 'boolean', description: 'whether an image must be named by its digest' },
      }),
      windows: {
        description: 'when changes may begin; the word `any` means always',
        anyOf: [
          { const: 'any' },
          {
            type: 'array',
            minItems: 1,
            items: object(
              {
                cron: {
                  type: 'string',
                  pattern: '^\\S+( \\S+){4}$',
                  description: 'a cron expression of five fields, such as `0 8 * * 2-4`: when the window opens',
                },
                zone: {
                  type: 'string',
                  pattern: '^(UTC|[A-Z][A-Za-z_]+(/[A-Za-z0-9_+-]+)+)$',
                  description: 'a time zone by its IANA name, such as `Europe/Berlin`',
                },
                minutes: { type: 'integer', minimum: 5, maximum: 10_080, description: 'how long it is open' },
                modes: {
                  type: 'array',
                  minItems: 1,
                  uniqueItems: true,
                  items: ref('mode'),
                  description: 'the modes that it is for; without it all',
                },
              },
              { required: ['cron', 'zone', 'minutes'] },
            ),
          },
        ],
      },
      'max-days-behind': days('`mode: images` fails where a group is more days behind'),
      'warn-days-behind': days('`mode: images` warns where a group is more days behind'),
      'min-size': { type: 'integer', minimum: 0, description: 'a group with a lower desired capacity is not rolled' },
      'max-surge': ref('amount'),
      'max-unavailable': ref('amount'),
      gates: object({
        checkpoints: {
          type: 'array',
          minItems: 1,
          uniqueItems: true,
          items: {
            type: 'string',
            pattern: '^[0-9]{1,6}%?$',
            description: 'an amount of new capacity in quotes, such as `1` or `25%`',
          },
        },
        alarms: ref('lines', 'names of CloudWatch alarms'),
        bake: { type: 'number', minimum: 0, description: 'minutes' },
      }),
      'bake-days': {
        type: 'number',
        minimum: 0,
        description: 'how long the environment that `after` names must have run the image',
      },
      'runs-over': {
        enum: ['warn', 'refuse'],
        description: 'what follows where the expected end is outside of the window',
      },
      approval: {
        enum: ['none', 'plan'],
        description: '`plan`: what changes something runs only as a plan that was approved',
      },
    }),
  },
} as const
