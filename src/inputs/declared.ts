/**
 * The inputs of action.yml with their defaults; undefined where it gives none. A test holds this table to action.yml.
 * It is here because GitHub hands an input over as empty, not as its default, when a workflow passes an empty value on.
 */
export const declaredInputs = {
  mode: undefined,
  'aws-region': undefined,
  'role-to-assume': undefined,
  'role-session-name': undefined,
  'role-duration-seconds': '3600',
  audience: undefined,
  'allowed-account-ids': undefined,
  'auto-scaling-groups': undefined,
  stacks: undefined,
  tags: undefined,
  catalogue: undefined,
  service: undefined,
  environment: undefined,
  'break-glass': undefined,
  'audit-path': undefined,
  'audit-bus': undefined,
  'audit-log-group': undefined,
  'audit-bucket': undefined,
  image: 'latest',
  'image-owners': undefined,
  'max-days-behind': undefined,
  'max-image-age-days': undefined,
  'report-rows': 'groups',
  'report-path': undefined,
  'replace-ssm-alias': 'false',
  'docker-image': undefined,
  'allow-other-repository': 'false',
  'user-data': undefined,
  'instance-type': undefined,
  'migrate-to-launch-template': 'false',
  rollout: 'none',
  surge: undefined,
  'max-unavailable': '0',
  'max-leaving': undefined,
  scaling: 'suspend',
  force: 'false',
  'instance-timeout': '15',
  warmup: undefined,
  'max-failures': '1',
  'on-failure': undefined,
  'protected-instances': 'replace',
  'standby-instances': 'ignore',
  'managed-groups': 'warn',
  order: undefined,
  'group-bake': undefined,
  'max-groups': undefined,
  'max-failed-groups': '0',
  checkpoints: undefined,
  bake: undefined,
  'bake-at-end': undefined,
  promote: 'auto',
  alarms: undefined,
  'alarms-at-start': 'refuse',
  'alarms-without-data': 'neutral',
  'on-gate-failure': 'rollback',
  dark: 'false',
  'release-after': undefined,
  probe: undefined,
  bastion: undefined,
  'elastic-ip': undefined,
  subnets: '*dmz*',
  'ssh-port': '22',
  'ssh-timeout': '10',
  'probe-address': 'public',
  'keep-old-minutes': '0',
  'lift-termination-protection': 'false',
  blue: undefined,
  green: undefined,
  traffic: undefined,
  steps: '100',
  to: undefined,
  'listener-rules': undefined,
  record: undefined,
  'hosted-zone': undefined,
  'blue-identifier': undefined,
  'green-identifier': undefined,
  versions: undefined,
  keep: '60',
  afterwards: 'zero',
  timeout: '330',
  'dry-run': 'false',
} as const satisfies Readonly<Record<string, string | undefined>>

/** Inputs that were called otherwise, by their old name, with a sentence on what has changed besides. */
export const renamedInputs: Readonly<Record<string, { readonly to: InputName; readonly note: string }>> = {
  'max-age-days': {
    to: 'max-days-behind',
    note: 'It counts the days since a newer image exists; for the age of the image itself there is `max-image-age-days`.',
  },
}

export type InputName = keyof typeof declaredInputs

/** The inputs that have another text than the default, by name, as they were given. */
export function givenInputs(read: (name: string) => string): Readonly<Partial<Record<InputName, string>>> {
  const names = Object.keys(declaredInputs) as InputName[]
  const texts = names.map((name) => [name, read(name).trim()] as const)
  return Object.fromEntries(texts.filter(([name, text]) => text !== '' && text !== declaredInputs[name]))
}
