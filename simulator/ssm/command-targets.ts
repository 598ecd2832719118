import type { SendCommandRequest, Target } from '@aws-sdk/client-ssm'
import { ServiceFault } from '../fault.ts'

/** An instance that Systems Manager may reach, with its tags in EC2. */
export interface ManagedInstance {
  readonly id: string
  readonly tags: ReadonlyMap<string, string>
}

/**
 * The instances that targets name: all targets must fit, one value of each suffices.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/send-commands-multiple.html
 */
export function targeted(targets: readonly Target[], managed: readonly ManagedInstance[]): string[] {
  const tests = targets.map(testOf)
  return managed.filter((instance) => tests.every((test) => test(instance))).map(({ id }) => id)
}

function testOf({ Key = '', Values = [] }: Target): (instance: ManagedInstance) => boolean {
  if (Values.length === 0) throw invalid(`The target ${Key} has no values.`)
  if (Key === 'InstanceIds') return ({ id }) => Values.includes(id)
  if (Key === 'tag-key') return ({ tags }) => Values.some((key) => tags.has(key))
  if (Key.startsWith('tag:')) return ({ tags }) => Values.includes(tags.get(Key.slice(4)) ?? '\u0000')
  if (Key.startsWith('resource-groups:')) throw invalid('The simulator knows no resource groups.')
  throw invalid(`The target key ${Key} is not valid.`)
}

/** How many instances run a command at once, and how many failures end it. */
export interface CommandLimits {
  readonly concurrency: number
  readonly errors: number
}

/** Without limits 50 at once, and the first failure ends it. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_SendCommand.html */
export const commandLimits = ({ MaxConcurrency, MaxErrors }: SendCommandRequest, instances: number): CommandLimits => ({
  concurrency: Math.max(1, share(MaxConcurrency ?? '50', instances)),
  errors: share(MaxErrors ?? '0', instances),
})

const share = (limit: string, of: number): number =>
  limit.endsWith('%') ? Math.floor((Number.parseInt(limit, 10) * of) / 100) : Number(limit)

const invalid = (message: string): ServiceFault => new ServiceFault('ValidationException', message)
