import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { UserError } from '../../../src/errors.ts'
import { readCatalogue } from '../../../src/inputs/catalogue/read-catalogue.ts'
import { catalogueSchema } from '../../../src/inputs/catalogue/schema.ts'
import { BASE, NOW } from './base.ts'

interface Row {
  readonly name: string
  /** The whole file, or one text of the base and what stands there instead. */
  readonly file: string | readonly [from: string, to: string]
  /** What is told, without the path: `line:column: sentence`, a line each. */
  readonly says: readonly string[]
}

const rows: readonly Row[] = [
  {
    name: 'no YAML',
    file: ['version: 1\n', 'version: [1\n'],
    says: [
      '2:1: it is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ].',
    ],
  },
  {
    name: 'two documents',
    file: ['version: 1\n', 'version: 1\n---\nversion: 1\n'],
    says: ['2:1: it is not valid YAML: Source contains multiple documents; please use YAML.parseAllDocuments().'],
  },
  {
    name: 'a key twice',
    file: ['version: 1\n', 'version: 1\nversion: 1\n'],
    says: ['2:1: it is not valid YAML: Map keys must be unique.'],
  },
  {
    name: 'a tab for an indent',
    file: ['    owner: shop\n    in:\n', '\towner: shop\n    in:\n'],
    says: [
      '18:1: it is not valid YAML: Tabs are not allowed as indentation.',
      '18:9: it is not valid YAML: Nested mappings are not allowed in compact mappings.',
      '18:9: it is not valid YAML: Implicit keys need to be on a single line.',
      '29:1: it is not valid YAML: All mapping items must start at the same column.',
    ],
  },
  {
    name: 'an alias of nothing',
    file: ['version: 1\n', 'version: *one\n'],
    says: ['1:1: it is not valid YAML: Unresolved alias (the anchor must be set before the alias): one.'],
  },
  {
    name: 'a list in place of a catalogue',
    file: '- version: 1\n',
    says: ['1:1: the catalogue is a list but must be keys with values.'],
  },
  { name: 'an empty file', file: '', says: ['1:1: the catalogue is empty but must be keys with values.'] },
  { name: 'no version', file: ['version: 1\n', ''], says: ['1:1: the catalogue lacks `version`.'] },
  {
    name: 'a version of another format',
    file: ['version: 1\n', 'version: 2\n'],
    says: ['1:10: `version` is `2` but must be 1, the version of this format.'],
  },
  {
    name: 'no environments',
    file: 'version: 1\nservices: { web: { owner: shop, in: { test: { groups: [web] } } } }\n',
    says: ['1:1: the catalogue lacks `environments`.'],
  },
  {
    name: 'no services',
    file: "version: 1\nenvironments: { test: { account: '012345678901', regions: [eu-central-1] } }\n",
    says: ['1:1: the catalogue lacks `services`.'],
  },
  {
    name: 'an unknown key at the top with a typing mistake',
    file: ['freezes:\n', 'freezs:\n'],
    says: ['33:1: `freezs` is no key of a catalogue; the nearest is `freezes`.'],
  },
  {
    name: 'an unknown key that is near to none',
    file: ['waivers:\n', 'exceptions:\n'],
    says: [
      '35:1: `exceptions` is no key of a catalogue; there are `$schema`, `version`, `defaults`, `teams`, `environments`, `services`, `freezes`, `waivers`.',
    ],
  },
  {
    name: 'an unknown key of rules',
    file: ['max-surge', 'max-surg'],
    says: ['27:11: `services.web.in.production.rules.max-surg` is no key of a catalogue; the nearest is `max-surge`.'],
  },
  {
    name: 'an unknown key of an environment',
    file: ['github-environment', 'githubenvironment'],
    says: [
      '13:5: `environments.production.githubenvironment` is no key of a catalogue; the nearest is `github-environment`.',
    ],
  },
  {
    name: 'a workflow of any branch',
    file: [
      'github-environment: production\n',
      'github-environment: production\n    workflow: acme/fleet/.github/workflows/roll.yml@*\n',
    ],
    says: [
      '14:15: `environments.production.workflow` is `acme/fleet/.github/workflows/roll.yml@*` but must be the reviewed workflow that alone may assume the role, `owner/repository/.github/workflows/file.yml@refs/tags/v1*`.',
    ],
  },
  {
    name: 'an unknown key of a window',
    file: ['minutes: 360', 'minuets: 360'],
    says: [
      '26:15: `services.web.in.production.rules.windows.0` lacks `minutes`.',
      '26:59: `services.web.in.production.rules.windows.0.minuets` is no key of a catalogue; the nearest is `minutes`.',
    ],
  },
  {
    name: 'an unknown key of a service',
    file: ['owner: shop\n    lock', 'ownr: shop\n    lock'],
    says: [
      '30:5: `services.odd` lacks `owner`.',
      '30:5: `services.odd.ownr` is no key of a catalogue; the nearest is `owner`.',
    ],
  },
  {
    name: 'a name with a capital letter',
    file: ['  web:\n', '  Web:\n'],
    says: [
      '17:3: `services.Web` must be a name of at most 63 small letters, digits and `._-`, which begins with a letter or digit.',
    ],
  },
  {
    name: 'a name of a team with a space',
    file: ['  shop:', '  the shop:'],
    says: [
      '6:3: `teams.the shop` must be a name of at most 63 small letters, digits and `._-`, which begins with a letter or digit.',
    ],
  },
  {
    name: 'an account without quotes',
    file: ["account: '123456789012'", 'account: 123456789012'],
    says: ['10:14: `environments.production.account` is `123456789012` but must be a text: put it in quotes.'],
  },
  {
    name: 'an account without quotes that begins with 0',
    file: ["'012345678901'", '012345678901'],
    says: ['8:20: `environments.test.account` is `12345678901` but must be a text: put it in quotes.'],
  },
  {
    name: 'an account of 11 digits',
    file: ["account: '123456789012'", "account: '12345678901'"],
    says: [
      '10:14: `environments.production.account` is `12345678901` but must be an account id of 12 digits in quotes, since it may begin with 0.',
    ],
  },
  {
    name: 'no region',
    file: ['regions: [eu-central-1] }', 'regions: [] }'],
    says: ['8:45: `environments.test.regions` is empty but must have at least one entry.'],
  },
  {
    name: 'a region that is a zone',
    file: ['[eu-central-1, eu-west-1]', '[eu-central-1a]'],
    says: [
      '11:15: `environments.production.regions.0` is `eu-central-1a` but must be a region such as `eu-central-1`.',
    ],
  },
  {
    name: 'a region twice',
    file: ['[eu-central-1, eu-west-1]', '[eu-west-1, eu-west-1]'],
    says: ['11:15: `environments.production.regions.0` stands in the list twice.'],
  },
  {
    name: 'regions as one text',
    file: ['[eu-central-1, eu-west-1]', 'eu-west-1'],
    says: ['11:14: `environments.production.regions` is `eu-west-1` but must be a list.'],
  },
  {
    name: 'a role by its name',
    file: ['arn:aws:iam::123456789012:role/fleet-patch', 'fleet-patch'],
    says: [
      '12:11: `environments.production.role` is `fleet-patch` but must be the ARN of the IAM role that runs assume here.',
    ],
  },
  {
    name: 'a role of another account',
    file: ['arn:aws:iam::123456789012:role', 'arn:aws:iam::123456789013:role'],
    says: ['12:11: `environments.production.role` is a role of the account 123456789013, not of 123456789012.'],
  },
  {
    name: 'a role of another partition',
    file: ['arn:aws:iam::123456789012:role', 'arn:aws-cn:iam::123456789012:role'],
    says: [
      '12:11: `environments.production.role` is a role of the partition `aws-cn`, to which `eu-central-1`, `eu-west-1` does not belong.',
    ],
  },
  {
    name: 'a mode with a typing mistake',
    file: ['protected: [scale-up-patch]', 'protected: [scale-up-pach]'],
    says: [
      '14:17: `environments.production.protected.0` is `scale-up-pach` but must be one of `images`, `patch-image`, `patch-docker`, `respawn`, `scale-up-patch`, `release`, `rollback`, `shift`, `blue-green`, `redeploy-bastion`, `restore`, `janitor`; the nearest is `scale-up-patch`.',
    ],
  },
  {
    name: 'a mode that is near to none',
    file: ['allows: [patch-docker]', 'allows: [everything]'],
    says: [
      '34:102: `freezes.0.allows.0` is `everything` but must be one of `images`, `patch-image`, `patch-docker`, `respawn`, `scale-up-patch`, `release`, `rollback`, `shift`, `blue-green`, `redeploy-bastion`, `restore`, `janitor`.',
    ],
  },
  {
    name: 'a mode twice',
    file: ['protected: [scale-up-patch]', 'protected: [respawn, respawn]'],
    says: ['14:26: `environments.production.protected.1` stands in the list twice.'],
  },
  {
    name: 'a service without an owner',
    file: ['    owner: shop\n    in:', '    in:'],
    says: ['18:5: `services.web` lacks `owner`.'],
  },
  {
    name: 'a service without a place',
    file: ['in: { production: { bastion: Odd } }', 'in: {}'],
    says: ['32:9: `services.odd.in` is empty but must have at least one entry.'],
  },
  {
    name: 'a service without a selector',
    file: ["test: { groups: ['web-*'] }", 'test: {}'],
    says: ['20:13: `services.web.in.test` needs at least one of `groups`, `stacks`, `tags`, `bastion` and `traffic`.'],
  },
  {
    name: 'an empty list of groups',
    file: ["['web-*']", '[]'],
    says: ['20:23: `services.web.in.test.groups` is empty but must have at least one entry.'],
  },
  {
    name: 'a group that is no text',
    file: ["['web-*']", '[[web]]'],
    says: ['20:24: `services.web.in.test.groups.0` is a list but must be a text.'],
  },
  {
    name: 'a stack with its hyphen',
    file: ["['web v1']", "['web_v1']"],
    says: [
      '22:18: `services.web.in.production.stacks.0` is `web_v1` but must be a stack as `name version`, or a `name` alone for all its versions.',
    ],
  },
  {
    name: 'a tag without a value',
    file: ["test: { groups: ['web-*'] }", 'test: { tags: [team] }'],
    says: ['20:22: `services.web.in.test.tags.0` is `team` but must be a tag as `Key=Value`.'],
  },
  {
    name: 'a window without a zone',
    file: [', zone: Europe/Berlin', ''],
    says: ['26:15: `services.web.in.production.rules.windows.0` lacks `zone`.'],
  },
  {
    name: 'a window of four fields',
    file: ["'0 8 * * 2-4'", "'0 8 * *'"],
    says: [
      '26:23: `services.web.in.production.rules.windows.0.cron` is `0 8 * *` but must be a cron expression of five fields, such as `0 8 * * 2-4`: when the window opens.',
    ],
  },
  {
    name: 'a window of impossible fields',
    file: ["'0 8 * * 2-4'", "'0 28 * * 2-4'"],
    says: [
      '26:23: `services.web.in.production.rules.windows.0.cron` is `0 28 * * 2-4`, which is no cron expression of five fields (CronPattern: Invalid value for hour: 28).',
    ],
  },
  {
    name: 'a window on a day that never comes',
    file: ["'0 8 * * 2-4'", "'0 8 30 2 *'"],
    says: ['26:23: `services.web.in.production.rules.windows.0.cron` is `0 8 30 2 *`, which never falls due.'],
  },
  {
    name: 'a zone with an offset',
    file: ['zone: Europe/Berlin', 'zone: GMT+1'],
    says: [
      '26:44: `services.web.in.production.rules.windows.0.zone` is `GMT+1` but must be a time zone by its IANA name, such as `Europe/Berlin`.',
    ],
  },
  {
    name: 'a zone that there is not',
    file: ['zone: Europe/Berlin', 'zone: Europe/Berlim'],
    says: ['26:44: `services.web.in.production.rules.windows.0.zone` is `Europe/Berlim`, which is no time zone.'],
  },
  {
    name: 'a window of a minute',
    file: ['minutes: 360', 'minutes: 1'],
    says: ['26:68: `services.web.in.production.rules.windows.0.minutes` is `1` but must be at least 5.'],
  },
  {
    name: 'a window without an end',
    file: ['minutes: 360', 'minutes: 100000'],
    says: ['26:68: `services.web.in.production.rules.windows.0.minutes` is `100000` but must be at most 10080.'],
  },
  {
    name: 'windows as another word',
    file: [
      "          windows:\n            - { cron: '0 8 * * 2-4', zone: Europe/Berlin, minutes: 360 }",
      '          windows: always',
    ],
    says: [
      '25:20: `services.web.in.production.rules.windows` is `always` but must be the word `any`, or a list of windows.',
    ],
  },
  {
    name: 'an empty list of windows',
    file: [
      "          windows:\n            - { cron: '0 8 * * 2-4', zone: Europe/Berlin, minutes: 360 }",
      '          windows: []',
    ],
    says: ['25:20: `services.web.in.production.rules.windows` is empty but must have at least one entry.'],
  },
  {
    name: 'a surge that is neither',
    file: ['max-surge: 25%', 'max-surge: some'],
    says: [
      '27:22: `services.web.in.production.rules.max-surge` is `some` but must be a whole number of instances such as 2, or a percentage such as `25%`.',
    ],
  },
  {
    name: 'a surge below nothing',
    file: ['max-surge: 25%', 'max-surge: -1'],
    says: [
      '27:22: `services.web.in.production.rules.max-surge` is `-1` but must be a whole number of instances such as 2, or a percentage such as `25%`.',
    ],
  },
  {
    name: 'checkpoints that fall',
    file: ["['1', '25%']", "['3', '2']"],
    says: ['28:39: `services.web.in.production.rules.gates.checkpoints.1` must be more than the one before it.'],
  },
  {
    name: 'a checkpoint of nothing',
    file: ["['1', '25%']", "['0']"],
    says: ['28:34: `services.web.in.production.rules.gates.checkpoints.0` is nothing: it must be more than 0.'],
  },
  {
    name: 'a checkpoint of more than all',
    file: ["['1', '25%']", "['101%']"],
    says: ['28:34: `services.web.in.production.rules.gates.checkpoints.0` is more than `100%`.'],
  },
  {
    name: 'a checkpoint without quotes',
    file: ["['1', '25%']", '[1]'],
    says: [
      '28:34: `services.web.in.production.rules.gates.checkpoints.0` is `1` but must be a text: put it in quotes.',
    ],
  },
  {
    name: 'a bake that is no number',
    file: ['bake: 10', 'bake: ten'],
    says: ['28:72: `services.web.in.production.rules.gates.bake` is `ten` but must be a number.'],
  },
  {
    name: 'an approval by another word',
    file: ['approval: plan', 'approval: plans'],
    says: [
      '15:24: `environments.production.rules.approval` is `plans` but must be one of `none`, `plan`; the nearest is `plan`.',
    ],
  },
  {
    name: 'an approval without an environment of GitHub',
    file: ['    github-environment: production\n', ''],
    says: ['9:3: `environments.production` lacks `github-environment`, which `approval: plan` needs.'],
  },
  {
    name: 'a lock without its reason',
    file: ['reason: moves house, by', 'by'],
    says: ['31:11: `services.odd.lock` lacks `reason`.'],
  },
  {
    name: 'a lock that ends on a day that does not exist',
    file: ["'2027-01-31'", "'2027-02-30'"],
    says: ['31:53: `services.odd.lock.until` is `2027-02-30`, which is no day or time that exists.'],
  },
  {
    name: 'a lock with a time without a zone',
    file: ["'2027-01-31'", "'2027-01-31T10:00'"],
    says: [
      '31:53: `services.odd.lock.until` is `2027-01-31T10:00` but must be a day in UTC such as `2026-12-18`, or a moment with its zone such as `2026-12-18T18:00+01:00`.',
    ],
  },
  { name: 'a freeze without an end', file: [", until: '2027-01-04'", ''], says: ['34:5: `freezes.0` lacks `until`.'] },
  {
    name: 'a freeze that ends before it begins',
    file: ["'2027-01-04'", "'2026-01-04'"],
    says: ['34:51: `freezes.0.until` is `2026-01-04`, before it begins.'],
  },
  {
    name: 'a freeze of an environment with a typing mistake',
    file: ['environments: [production]', 'environments: [produktion]'],
    says: [
      '34:80: `freezes.0.environments.0` names the environment `produktion`, which the catalogue does not have; the nearest is `production`.',
    ],
  },
  { name: 'a waiver without an end', file: [", until: '2026-12-31'", ''], says: ['36:5: `waivers.0` lacks `until`.'] },
  {
    name: 'a waiver with too short a reason',
    file: ['reason: host keys move first', 'reason: later'],
    says: ['36:77: `waivers.0.reason` is `later` but must have at least 10 characters.'],
  },
  {
    name: 'a waiver with a time',
    file: ["until: '2026-12-31'", "until: '2026-12-31T10:00Z'"],
    says: ['36:118: `waivers.0.until` is `2026-12-31T10:00Z` but must be its last day, in UTC, such as `2026-12-31`.'],
  },
  {
    name: 'a waiver of a rule that cannot be waived',
    file: ['rule: max-days-behind', 'rule: protected'],
    says: [
      '36:52: `waivers.0.rule` is `protected` but must be one of `max-days-behind`, `max-image-age-days`, `window`, `images`, `min-size`.',
    ],
  },
  {
    name: 'a waiver of an unknown service',
    file: ['service: odd', 'service: od'],
    says: [
      '36:16: `waivers.0.service` names the service `od`, which the catalogue does not have; the nearest is `odd`.',
    ],
  },
  {
    name: 'a waiver where the service is not',
    file: ['environment: production, rule', 'environment: test, rule'],
    says: ['36:34: `waivers.0.environment` is `test`, where the service odd is not.'],
  },
  {
    name: 'an owner with a typing mistake',
    file: ['owner: shop\n    in:', 'owner: shopp\n    in:'],
    says: [
      '18:12: `services.web.owner` names the team `shopp`, which the catalogue does not have; the nearest is `shop`.',
    ],
  },
  {
    name: 'a service in an unknown environment',
    file: ['      test: { groups', '      tests: { groups'],
    says: [
      '20:7: `services.web.in.tests` names the environment `tests`, which the catalogue does not have; the nearest is `test`.',
      '23:16: `services.web.in.production.after` names `test`, where the service is not; the nearest is `tests`.',
    ],
  },
  {
    name: 'after another environment than the service has',
    file: ['after: test', 'after: staging'],
    says: ['23:16: `services.web.in.production.after` names `staging`, where the service is not.'],
  },
  {
    name: 'after itself',
    file: ['after: test', 'after: production'],
    says: ['23:16: `services.web.in.production.after` leads back to its own environment.'],
  },
  {
    name: 'environments after each other',
    file: ["test: { groups: ['web-*'] }", "test: { groups: ['web-*'], after: production }"],
    says: [
      '20:41: `services.web.in.test.after` leads back to its own environment.',
      '23:16: `services.web.in.production.after` leads back to its own environment.',
    ],
  },
  {
    name: 'a group in two services',
    file: [
      'in: { production: { bastion: Odd } }',
      "in: { test: { groups: ['web-*'] } }\n  other:\n    owner: shop\n    in: { test: { groups: ['web-*'] } }",
    ],
    says: [
      '32:28: `services.odd.in.test.groups.0` is `web-*`, which the service web claims in test already.',
      '35:28: `services.other.in.test.groups.0` is `web-*`, which the service web claims in test already.',
      '39:34: `waivers.0.environment` is `production`, where the service odd is not.',
    ],
  },
  {
    name: 'a bastion in two services',
    file: ['  odd:\n', '  even:\n    owner: shop\n    in: { production: { bastion: Odd } }\n  odd:\n'],
    says: [
      '35:34: `services.odd.in.production.bastion` is `Odd`, which the service even claims in production already.',
    ],
  },
  {
    name: 'a merge key',
    file: ['defaults:\n', 'defaults:\n  <<: { min-size: 1 }\n'],
    says: [
      '3:3: `defaults.<<` is no key of a catalogue; there are `modes`, `refs`, `actors`, `images`, `docker`, `windows`, `max-days-behind`, `warn-days-behind`, `min-size`, `max-surge`, `max-unavailable`, `gates`, `bake-days`, `runs-over`, `approval`.',
    ],
  },
  {
    name: 'an owner of images that is no word',
    file: ["owners: ['123456789012']", 'owners: [myself]'],
    says: [
      '4:22: `defaults.images.owners.0` is `myself` but must be an account id of 12 digits in quotes, `self`, `amazon` or `aws-marketplace`.',
    ],
  },
  ...(
    [
      ['one group without the other', '{ blue: web }', ['24:18: `services.web.in.production.traffic` needs `blue` and `green`, or `stack` with `versions`.']],
      ['one group for both sides', '{ blue: web, green: web }', ['24:38: `services.web.in.production.traffic.green` is `web`, as `blue` is.']],
      ['two names for the groups', '{ blue: a, green: b, stack: web, versions: [v1, v2] }', ['24:39: `services.web.in.production.traffic.stack` names the groups a second time, besides `blue` and `green`.']],
      ['steps that descend', '{ blue: a, green: b, steps: [50, 10] }', ['24:51: `services.web.in.production.traffic.steps.1` must be more than the one before it.']],
      ['a share that the means does not take', '{ blue: a, green: b, by: alb, steps: [12.5] }', ['24:56: `services.web.in.production.traffic.steps.0` is `12.5`, but a load balancer takes whole percents.']],
      ['rules and a record', "{ blue: a, green: b, record: w, listener-rules: ['arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/w/1/2'] }", ['24:50: `services.web.in.production.traffic.listener-rules` are of load balancers, and the traffic is divided by something else.']],
      ['a record of a load balancer', '{ blue: a, green: b, by: nlb, record: w }', ['24:43: `services.web.in.production.traffic.by` is `nlb`, which has no records.']],
    ] as const
  ).map(([name, traffic, says]): Row => ({ name: `traffic: ${name}`, file: ['after: test\n', `after: test\n        traffic: ${traffic}\n`], says })), // prettier-ignore
]

function told(text: string): string {
  try {
    readCatalogue({ path: 'c.yml', text, now: NOW })
  } catch (error) {
    if (error instanceof UserError) return error.what
    throw error
  }
  return 'nothing'
}

describe('a catalogue file', () => {
  test('in which nothing is wrong is read', () => {
    expect(told(BASE)).toBe('nothing')
  })

  test.each(rows)('is refused with $name', ({ file, says }) => {
    const isWhole = typeof file === 'string'
    expect(isWhole || BASE.includes(file[0])).toBe(true)
    const text = isWhole ? file : BASE.replace(file[0], () => file[1])
    const [only = '', ...more] = says.map((line) => `c.yml:${line}`)
    expect(told(text)).toBe(
      more.length === 0
        ? `The catalogue is wrong: ${only}`
        : `The catalogue is wrong at ${says.length} places:\n${[only, ...more].map((line) => `- ${line}`).join('\n')}`,
    )
  })

  test('may write a value once and name it again', () => {
    const [once, again] = ["{ groups: ['web-*'] }", 'lock: &lock { reason: moves house']
    const text = BASE.replace('lock: { reason: moves house', again).replace(
      'in: { production: { bastion: Odd } }',
      'in: { production: { bastion: Odd, lock: *lock } }',
    )
    expect(BASE).toContain(once)
    expect(told(text)).toBe('nothing')
  })

  test('says of an alias where what it stands for is wrong', () => {
    const text = BASE.replace('test: { groups', 'test: &where { group')
      .replace('in: { production: { bastion: Odd } }', 'in: { test: *where }')
      .replace(/waivers:[^]*/, '')
    expect(told(text)).toContain(
      'c.yml:20:22: `services.web.in.test.group` is no key of a catalogue; the nearest is `groups`.',
    )
  })
})

describe('the schema', () => {
  test('is the one that is published', () => {
    expect(JSON.parse(readFileSync('docs/catalogue.schema.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(catalogueSchema)),
    )
  })

  test('compiles in strict mode, every format and keyword of it known', () => {
    const { compile } = { compile: (schema: object) => new Ajv2020({ strict: true }).compile(schema) }
    expect(typeof compile(catalogueSchema)).toBe('function')
  })
})
