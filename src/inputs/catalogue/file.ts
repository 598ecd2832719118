/** A catalogue as its schema lets it be written. */

export interface CatalogueFile {
  readonly version: 1
  readonly defaults?: RulesFile
  readonly teams?: Readonly<Record<string, Readonly<Partial<Record<'github' | 'slack' | 'sns' | 'email', string>>>>>
  readonly environments: Readonly<Record<string, EnvironmentFile>>
  readonly services: Readonly<Record<string, ServiceFile>>
  readonly freezes?: readonly FreezeFile[]
  readonly waivers?: readonly WaiverFile[]
}

export interface EnvironmentFile {
  readonly account: string
  readonly regions: readonly [string, ...string[]]
  readonly role?: string
  readonly 'github-environment'?: string
  readonly workflow?: string
  readonly protected?: readonly string[]
  readonly lock?: LockFile
  readonly owner?: string
  readonly rules?: RulesFile
}

export interface ServiceFile {
  readonly owner: string
  readonly description?: string
  readonly lock?: LockFile
  readonly rules?: RulesFile
  readonly in: Readonly<Record<string, PlacementFile>>
}

export interface PlacementFile {
  readonly groups?: readonly string[]
  readonly stacks?: readonly string[]
  readonly tags?: readonly string[]
  readonly bastion?: string
  readonly traffic?: TrafficFile
  readonly after?: string
  readonly lock?: LockFile
  readonly rules?: RulesFile
}

export interface TrafficFile {
  readonly blue?: string
  readonly green?: string
  readonly stack?: string
  readonly versions?: readonly [blue: string, green: string]
  readonly by?: 'alb' | 'nlb' | 'route53' | 'classic'
  readonly 'listener-rules'?: readonly string[]
  readonly record?: string
  readonly 'hosted-zone'?: string
  readonly 'blue-identifier'?: string
  readonly 'green-identifier'?: string
  readonly steps?: readonly number[]
  readonly keep?: number
  readonly afterwards?: 'zero' | 'keep'
}

export interface LockFile {
  readonly reason: string
  readonly by: string
  readonly until?: string
}

export interface FreezeFile {
  readonly name: string
  readonly from: string
  readonly until: string
  readonly environments?: readonly string[]
  readonly services?: readonly string[]
  readonly allows?: readonly string[]
}

export interface WaiverFile {
  readonly service: string
  readonly environment?: string
  readonly rule?: 'max-days-behind' | 'max-image-age-days' | 'window' | 'images' | 'min-size'
  readonly reason: string
  readonly by: string
  readonly until: string
}

export interface WindowFile {
  readonly cron: string
  readonly zone: string
  readonly minutes: number
  readonly modes?: readonly string[]
}

export interface RulesFile {
  readonly modes?: readonly string[]
  readonly refs?: readonly string[]
  readonly actors?: readonly string[]
  readonly images?: {
    readonly owners?: readonly string[]
    readonly names?: readonly string[]
    readonly 'max-image-age-days'?: number
    readonly 'required-tags'?: Readonly<Record<string, string>>
  }
  readonly docker?: {
    readonly repositories?: readonly string[]
    readonly tags?: readonly string[]
    readonly digest?: boolean
  }
  readonly windows?: 'any' | readonly WindowFile[]
  readonly 'max-days-behind'?: number
  readonly 'warn-days-behind'?: number
  readonly 'min-size'?: number
  readonly 'max-surge'?: number | string
  readonly 'max-unavailable'?: number | string
  readonly gates?: {
    readonly checkpoints?: readonly string[]
    readonly alarms?: readonly string[]
    readonly bake?: number
  }
  readonly 'bake-days'?: number
  readonly 'runs-over'?: 'warn' | 'refuse'
  readonly approval?: 'none' | 'plan'
}

/** Every place of rules in a file, with the keys that lead to it. */
export function rulesIn(
  file: CatalogueFile,
): readonly { readonly path: readonly string[]; readonly rules: RulesFile }[] {
  const at = (path: readonly string[], rules: RulesFile | undefined) => (rules === undefined ? [] : [{ path, rules }])
  return [
    ...at(['defaults'], file.defaults),
    ...Object.entries(file.environments).flatMap(([name, { rules }]) => at(['environments', name, 'rules'], rules)),
    ...Object.entries(file.services).flatMap(([name, service]) => [
      ...at(['services', name, 'rules'], service.rules),
      ...Object.entries(service.in).flatMap(([where, { rules }]) =>
        at(['services', name, 'in', where, 'rules'], rules),
      ),
    ]),
  ]
}

/** Every lock in a file, with the keys that lead to it. */
export function locksIn(file: CatalogueFile): readonly { readonly path: readonly string[]; readonly lock: LockFile }[] {
  const at = (path: readonly string[], lock: LockFile | undefined) => (lock === undefined ? [] : [{ path, lock }])
  return [
    ...Object.entries(file.environments).flatMap(([name, { lock }]) => at(['environments', name, 'lock'], lock)),
    ...Object.entries(file.services).flatMap(([name, service]) => [
      ...at(['services', name, 'lock'], service.lock),
      ...Object.entries(service.in).flatMap(([where, { lock }]) => at(['services', name, 'in', where, 'lock'], lock)),
    ]),
  ]
}
