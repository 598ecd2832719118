/**
 * The schema of scenario files (JSON Schema, draft 2020-12), from which `npm run docs` writes `simulator/scenario.schema.json`
 * for editors. The descriptions complete the sentence "must be …" of an error.
 */

const number = (description: string, bounds: object = { minimum: 0 }) => ({ type: 'number', ...bounds, description })
const whole = (description: string, bounds: object = { minimum: 0 }) => ({ type: 'integer', ...bounds, description })
const flag = (description: string) => ({ type: 'boolean', description })
const text = (description: string) => ({ type: 'string', minLength: 1, description })
const list = (items: object, description: string) => ({ type: 'array', items, minItems: 1, description })
const map = (values: object, description: string) => ({
  type: 'object',
  additionalProperties: values,
  propertyNames: { minLength: 1 },
  description,
})
const choice = (values: readonly string[], description: string) => ({ enum: values, description })
const object = (properties: Record<string, object>, description: string, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
  description,
})

/** One number of seconds, or the lowest and the highest of a range from which each instance draws. */
const seconds = (description: string) => ({
  description: `${description}: seconds, or [lowest, highest]`,
  anyOf: [
    { type: 'number', minimum: 0 },
    { type: 'array', items: { type: 'number', minimum: 0 }, minItems: 2, maxItems: 2 },
  ],
})

const aws = (what: string) => ({ type: 'object', description: `the fields of ${what}, as AWS names them` })

const load = object(
  {
    rate: number('requests a second'),
    points: list(
      { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2, description: '[seconds from now, requests a second]' },
      'moments with their requests a second, in order; straight lines between them',
    ),
    wave: object(
      { amplitude: number('requests a second up and down'), seconds: number('the length of a round, above 0', { exclusiveMinimum: 0 }) },
      'a sine on top',
      ['amplitude', 'seconds'],
    ),
    'per-instance': number('requests a second that keep one instance at 100 % CPU, above 0', { exclusiveMinimum: 0 }),
  },
  'the requests on a group; `rate` or `points`',
  ['per-instance'],
) // prettier-ignore

const behaviour = object(
  {
    boot: seconds('from launch to InService'),
    'balancer-warmup': seconds('from registration to the first healthy check'),
    shutdown: number('seconds from the call to terminated, draining and hooks not included'),
    reaction: seconds('from a change of a group to what Auto Scaling does about it'),
    'health-check': number('seconds between looks at the health of instances', { exclusiveMinimum: 0 }),
    'status-check': seconds('from running to the verdict of EC2’s status checks'),
    'impaired-after': number('seconds of failed status checks after which a group calls an instance unhealthy'),
    'stale-answers': number('seconds after a write for which an answer may still show what was before'),
    'zone-ties': choice(['the first', 'by chance'], 'which of equally empty zones gets the next instance'),
    'record-sync': seconds('from a change of records to INSYNC, when the name servers have it'),
    'zone-busy': number('seconds after a change of records for which the next one of the zone is refused'),
    'network-weights': flag('whether network load balancers take weights and several target groups'),
    'launch-configurations': flag('whether the account may create launch configurations'),
    'vcpu-quotas': flag('whether launches beyond the vCPU quotas are refused'),
    'refuse-launches': text('the words with which EC2 refuses every launch; `no` ends that'),
    'withhold-launches': flag('whether groups begin no launch, and say nothing about it'),
  },
  'how the account behaves',
)

const fault = object(
  {
    action: text('an IAM action; `*` stands for anything, as in `autoscaling:*`'),
    answer: choice(
      ['throttled', 'refused', 'denied', 'error', 'reset', 'silence', 'empty'],
      'what becomes of the call',
    ),
    code: text('AWS’s error code, with `refused`'),
    message: text('AWS’s words, with `refused`'),
    effect: choice(['done', 'not done'], 'whether AWS carries the call out before its answer goes wrong'),
    skip: whole('how many such calls pass first'),
    times: whole('how many such calls are hit before it ends', { minimum: 1 }),
    chance: number('the share of such calls that are hit, 0 to 1', { minimum: 0, maximum: 1 }),
  },
  'a fault of calls',
  ['action', 'answer'],
)

const group = object(
  {
    size: whole('instances at the beginning'),
    min: whole('MinSize'),
    max: whole('MaxSize'),
    launch: choice(
      ['configuration', 'template-number', 'template-latest', 'template-default', 'mixed', 'mixed-override-template'],
      'what it launches from',
    ),
    image: text('the name of an image of `images`'),
    'newer-image': text('the name of an image of `images` that `outdated` gives to the launch source'),
    outdated: flag('whether the launch source gets a newer image once the instances are healthy'),
    zones: list({ type: 'string', pattern: '^[a-f]$', description: 'the last letter of a zone' }, 'the last letters of its zones'), // prettier-ignore
    balancers: list(choice(['classic', 'target-group'], 'a kind of load balancer'), 'a load balancer or target group each'),
    'instance-type': text('an instance type of EC2'),
    weights: map(whole('a weight from 1 to 999', { minimum: 1, maximum: 999 }), 'weights by instance type, for the mixed kinds'), // prettier-ignore
    spot: flag('whether a mixed kind launches Spot Instances only'),
    'user-data': text('plain text; it is encoded for AWS'),
    tags: map({ type: 'string' }, 'tags, propagated at launch'),
    hooks: list(aws('PutLifecycleHook'), 'lifecycle hooks'),
    policies: list(aws('PutScalingPolicy'), 'scaling policies'),
    schedules: list(aws('PutScheduledUpdateGroupAction'), 'scheduled actions'),
    'warm-pool': aws('PutWarmPool'),
    settings: aws('CreateAutoScalingGroup'),
    load,
    keeps: object(
      {
        ready: whole('the fewest instances that may be ready; default: `size`'),
        total: whole('the most instances that may be in service or on the way there'),
      },
      'what must hold at every moment',
    ),
  },
  'an Auto Scaling group',
) // prettier-ignore

const alarm = object(
  {
    state: choice(['OK', 'ALARM', 'INSUFFICIENT_DATA'], 'its state at the beginning'),
    'bad-after': number('seconds for which instances of a bad image must serve until it is in ALARM'),
    metric: aws('PutMetricAlarm'),
  },
  'a CloudWatch alarm',
)

const entrance = object(
  {
    by: choice(['rule', 'record'], 'whether a rule of one load balancer shifts it, or weighted records of Route 53'),
    weights: map(whole('a weight from 0 to 999', { minimum: 0, maximum: 999 }), 'weights by group'),
    sticky: whole('seconds for which clients keep their group, with `by: rule`', { minimum: 1, maximum: 604_800 }),
    cookies: number('the share of clients that keep cookies, 0 to 1', { minimum: 0, maximum: 1 }),
    ttl: whole('the TTL of records that are no alias, with `by: record`'),
    'evaluate-health': flag('whether aliases evaluate the health of their targets, with `by: record`'),
    rate: number('requests a second that CloudWatch counts'),
  },
  'an entrance of requests',
  ['by', 'weights'],
)

const shift = object(
  {
    zone: { type: 'string', pattern: '^[a-f]$', description: 'the last letter of a zone' },
    to: choice(['away', 'back'], 'where its traffic goes'),
  },
  'a zonal shift',
  ['zone', 'to'],
)

const interruption = object(
  {
    group: text('the name of a group'),
    instances: whole('how many instances EC2 takes away', { minimum: 1 }),
    how: choice(['reclaimed', 'recommended'], 'taken away at once, or recommended to be replaced first'),
  },
  'instances that EC2 takes away, the oldest first',
  ['group', 'instances'],
)

const role = object(
  {
    name: text('its name'),
    subjects: list(text('a pattern of the `sub` claim'), 'the jobs that may assume it by OIDC'),
    audience: text('the audience of the token'),
  },
  'a role',
  ['name'],
)

/** What can change while the account is served: a body of the control API, and an event of a scenario. */
export const CHANGES = {
  behaviour,
  faults: list(fault, 'faults of calls'),
  load: map({ anyOf: [load, { type: 'null' }] }, 'loads by group; null takes one away'),
  alarms: map(choice(['OK', 'ALARM', 'INSUFFICIENT_DATA'], 'its state'), 'states by alarm'),
  roles: list(role, 'roles; with one, keys that STS has not issued are refused'),
  'zonal-shift': shift,
  interruption,
} as const

export const scenarioSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A scenario of the AWS simulator',
  ...object(
    {
      region: { type: 'string', pattern: '^[a-z]{2}(-[a-z]+)+-[0-9]$', description: 'a region such as eu-west-1' },
      account: { type: 'string', pattern: '^[0-9]{12}$', description: 'an account id of 12 digits, in quotes' },
      seed: whole('a whole number: the same seed gives the same account'),
      'availability-zones': whole('the number of zones of the region, 1 to 6', { minimum: 1, maximum: 6 }),
      start: text('the moment at which it begins, such as 2026-01-05T08:00:00Z'),
      time: object(
        {
          virtual: flag('whether time moves only by requests and by being advanced'),
          latency: number('seconds that a request takes, in virtual time'),
          speed: number('virtual seconds in a real one, above 0', { exclusiveMinimum: 0 }),
        },
        'how time passes',
      ),
      throttling: flag('whether calls are throttled by AWS’s published limits'),
      behaviour,
      images: list(
        object(
          {
            name: text('its name'),
            created: text('its creation date, such as 2026-01-05'),
            architecture: choice(['x86_64', 'arm64'], 'its architecture'),
            is: choice(['sound', 'sick', 'impaired', 'bad'], 'how its instances do: never healthy in a load balancer, never through status checks, or serving bad answers'),
            parameter: text('the name of a Systems Manager parameter that names it'),
          },
          'an image',
          ['name'],
        ),
        'images beside those of every account',
      ),
      groups: map(group, 'groups by name'),
      traffic: map(entrance, 'entrances of requests: load balancers by name, or names of Route 53'),
      roles: CHANGES.roles,
      alarms: map(alarm, 'CloudWatch alarms by name'),
      faults: CHANGES.faults,
      events: list(
        object({ at: number('seconds after the beginning'), ...CHANGES }, 'what happens at a moment', ['at']),
        'what happens later',
      ),
    },
    'a scenario',
  ),
} as const // prettier-ignore
