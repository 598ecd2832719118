import type { RuleKind } from './rule.ts'
import type { Api } from './services.ts'

/** Where a rule stands in AWS's model: the structure, and the member or the shape that it is about. */
export interface RulePlace {
  readonly structure: string
  readonly kind: RuleKind
  readonly shape?: string
  readonly member?: string
}

/** Rules of AWS's model that the wire layer does not check. */
export interface Leniency {
  readonly sdkId: string
  readonly structure: RegExp
  readonly kinds: readonly RuleKind[]
  readonly names: RegExp
  /** Whether AWS accepts what breaks the rule, or the service refuses it with a code and words of its own. */
  readonly by: 'nothing' | 'the service'
  readonly reason: string
}

/** All of them, with reasons. */
export const leniencies: readonly Leniency[] = [
  {
    sdkId: 'EC2',
    structure: /^(Request)?LaunchTemplate|^InstanceRequirementsRequest$|^CpuOptions|^NetworkBandwidthGbps/,
    kinds: ['values'],
    names: /./,
    by: 'nothing',
    reason: 'CreateLaunchTemplate does not validate the data; a launch does (EC2 user guide, create-launch-template)',
  },
  {
    sdkId: 'EC2',
    structure: /./,
    kinds: ['values'],
    names: /^ResourceType$/,
    by: 'the service',
    reason: 'each operation tags its own types only, and refuses all others in the same words',
  },
  {
    sdkId: 'EC2',
    structure: /^RegisterImageRequest$/,
    kinds: ['shortest', 'longest'],
    names: /^ImageNameRequest$/,
    by: 'the service',
    reason: 'length and letters of a name are refused together, as InvalidAMIName.Malformed',
  },
]

/** Whether the wire layer leaves a rule unchecked. */
export const isUnchecked = (api: Api, { structure, kind, shape, member }: RulePlace): boolean =>
  leniencies.some(
    (each) =>
      each.sdkId === api.sdkId &&
      each.kinds.includes(kind) &&
      each.structure.test(structure) &&
      each.names.test(shape ?? member ?? ''),
  )
