import { boolean, integer, list, minutes, oneOf, optionalText, WrongInput } from './parse.ts'
import { type DockerInputs, readDockerImage } from './patch.ts'
import type { InputReader } from './reader.ts'

/** How a bastion is named: at least one of the two, where a mode is about one. */
export interface BastionNames {
  /** Instance id or `Name` tag. */
  readonly bastion: string | undefined
  /** Allocation id or address. */
  readonly elasticIp: string | undefined
}

/** What the replacement of a bastion is told. */
export interface BastionInputs extends BastionNames, DockerInputs {
  /** Ids, or globs on the `Name` tag. */
  readonly subnets: readonly string[]
  readonly sshPort: number
  readonly sshTimeoutSeconds: number
  readonly instanceTimeoutSeconds: number
  /** How long the old instance stays once the new one answers at the address. */
  readonly keepOldSeconds: number
  readonly liftTerminationProtection: boolean
  readonly probeAddress: 'public' | 'private'
  /** True: replace one that is up to date as well. */
  readonly force: boolean
}

export function readBastionNames(reader: InputReader): BastionNames {
  return {
    bastion: reader.value('bastion', optionalText),
    elasticIp: reader.value('elastic-ip', optionalElasticIp),
  }
}

/** Reads what the replacement of a bastion takes; problems are left in the reader. */
export function readBastion(reader: InputReader): BastionInputs {
  const names = readBastionNames(reader)
  reader.rule(
    ['bastion', 'elastic-ip'],
    () => names.bastion !== undefined || names.elasticIp !== undefined,
    '`mode: redeploy-bastion` needs `bastion` or `elastic-ip`.',
  )
  return {
    ...names,
    subnets: reader.value('subnets', list),
    sshPort: reader.value('ssh-port', integer({ from: 1, to: 65_535 })),
    sshTimeoutSeconds: reader.value('ssh-timeout', minutes(1440)),
    instanceTimeoutSeconds: reader.value('instance-timeout', minutes(1440)),
    keepOldSeconds: reader.value('keep-old-minutes', minutesOrNone),
    liftTerminationProtection: reader.value('lift-termination-protection', boolean),
    probeAddress: reader.value('probe-address', oneOf('public', 'private')),
    force: reader.value('force', boolean),
    ...readDockerImage(reader),
  }
}

const minutesOrNone = (text: string): number => (/^0(\.0+)?$/.test(text) ? 0 : minutes(1440)(text))

function optionalElasticIp(text: string): string | undefined {
  if (text === '' || /^(eipalloc-[0-9a-f]+|\d{1,3}(\.\d{1,3}){3})$/.test(text)) return optionalText(text)
  throw new WrongInput('must be an allocation id such as `eipalloc-0123456789abcdef0`, or an IPv4 address')
}
