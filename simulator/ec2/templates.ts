import type { RequestLaunchTemplateData, ResponseLaunchTemplateData } from '@aws-sdk/client-ec2'
import type { ServiceContext, TemplateSpecification } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'
import { invalidCombination, invalidValue, missingParameter } from './faults.ts'
import { checkIds, notFound } from './ids.ts'
import type { TagStore } from './tags.ts'

export interface TemplateVersion {
  readonly number: number
  readonly description: string | undefined
  readonly createdAt: number
  readonly data: ResponseLaunchTemplateData
}

export interface TemplateRecord {
  readonly order: number
  readonly id: string
  readonly name: string
  readonly createdAt: number
  readonly versions: Map<number, TemplateVersion>
  latest: number
  defaultVersion: number
}

/** 5,000 templates in a region and 10,000 versions of each: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/launch-template-restrictions.html */
const LIMITS = { templates: 5000, versions: 10_000 }

/** Launch templates and their versions; numbers are given in order and never again. */
export class Templates {
  readonly #byId = new Map<string, TemplateRecord>()
  readonly #byName = new Map<string, TemplateRecord>()
  readonly #context: ServiceContext
  readonly #tags: TagStore
  #order = 0

  constructor(context: ServiceContext, tags: TagStore) {
    this.#context = context
    this.#tags = tags
  }

  get all(): readonly TemplateRecord[] {
    return [...this.#byId.values()]
  }

  has(id: string): boolean {
    return this.#byId.has(id)
  }

  create(name: string, version: Pick<TemplateVersion, 'data' | 'description'>): TemplateRecord {
    if (!/^[a-zA-Z0-9().\-/_]{3,128}$/.test(name)) {
      throw new ServiceFault(
        'InvalidLaunchTemplateName.MalformedException',
        'A launch template name must be between 3 and 128 characters, and may contain letters, numbers, and the following characters: - ( ) . / _.',
      )
    }
    if (this.#byName.has(name)) {
      throw new ServiceFault('InvalidLaunchTemplateName.AlreadyExistsException', 'Launch template name already in use.')
    }
    if (this.#byId.size >= LIMITS.templates) {
      throw new ServiceFault('MaxTemplateLimitExceeded', 'You have reached the maximum number of launch templates.')
    }
    const { random, timeline } = this.#context
    const template: TemplateRecord = {
      order: this.#order++,
      id: `lt-${random.hex(17)}`,
      name,
      createdAt: timeline.now,
      versions: new Map(),
      latest: 0,
      defaultVersion: 1,
    }
    this.#byId.set(template.id, template)
    this.#byName.set(name, template)
    this.addVersion(template, version)
    return template
  }

  addVersion(
    template: TemplateRecord,
    { data, description }: Pick<TemplateVersion, 'data' | 'description'>,
  ): TemplateVersion {
    if (template.versions.size >= LIMITS.versions) {
      throw new ServiceFault(
        'MaxTemplateVersionLimitExceeded',
        'You have reached the maximum number of versions for the launch template.',
      )
    }
    template.latest += 1
    const version = { number: template.latest, description, createdAt: this.#context.timeline.now, data }
    template.versions.set(version.number, version)
    return version
  }

  remove(template: TemplateRecord): void {
    this.#byId.delete(template.id)
    this.#byName.delete(template.name)
    this.#tags.forget(template.id)
  }

  /** The template by id or name, exactly one of which must be given. */
  get({ LaunchTemplateId, LaunchTemplateName }: TemplateSpecification): TemplateRecord {
    if (LaunchTemplateId !== undefined && LaunchTemplateName !== undefined) {
      throw invalidCombination('The request must specify either LaunchTemplateId or LaunchTemplateName, but not both.')
    }
    if (LaunchTemplateId !== undefined) return this.byId(LaunchTemplateId)
    if (LaunchTemplateName === undefined) throw missingParameter('LaunchTemplateId or LaunchTemplateName')
    const found = this.#byName.get(LaunchTemplateName)
    if (found === undefined) throw noSuchName(LaunchTemplateName)
    return found
  }

  byId(id: string): TemplateRecord {
    const found = this.#byId.get(id)
    if (found !== undefined) return found
    checkIds('template', [id])
    throw notFound('template', id)
  }

  /** The version behind a number, `$Latest` or `$Default`; throws `InvalidLaunchTemplateId.VersionNotFound`. */
  version(template: TemplateRecord, requested: string | undefined): TemplateVersion {
    const found = template.versions.get(versionNumber(template, requested))
    if (found === undefined) throw noSuchVersion(template, requested)
    return found
  }
}

/** The highest number that still exists; a deleted one is not given again. */
export const highestVersion = (template: TemplateRecord): number =>
  template.versions.has(template.latest) ? template.latest : Math.max(...template.versions.keys())

function versionNumber(template: TemplateRecord, requested = '$Default'): number {
  if (requested === '$Latest') return highestVersion(template)
  if (requested === '$Default' || requested === '') return template.defaultVersion
  if (!/^\d+$/.test(requested))
    throw invalidValue(
      `Invalid launch template version: either '$Default', '$Latest', or a numeric version are allowed.`,
    )
  return Number(requested)
}

export const noSuchName = (name: string): ServiceFault =>
  new ServiceFault(
    'InvalidLaunchTemplateName.NotFoundException',
    `The specified launch template, with template name ${name}, does not exist.`,
  )

export const noSuchVersion = (template: TemplateRecord, version: string | undefined): ServiceFault =>
  new ServiceFault(
    'InvalidLaunchTemplateId.VersionNotFound',
    `Could not find the specified version ${version} for the launch template with ID ${template.id}.`,
  )

/** Given fields replace inherited ones whole; inherited snapshots are dropped, as EC2 does unless they are sent again. */
export function inherit(
  source: ResponseLaunchTemplateData | undefined,
  given: RequestLaunchTemplateData,
): ResponseLaunchTemplateData {
  const inherited = structuredClone(source ?? {})
  for (const device of inherited.BlockDeviceMappings ?? []) delete device.Ebs?.SnapshotId
  const fields = Object.entries(structuredClone(given)).filter(([, value]) => value !== undefined)
  // Request and answer name the same fields with the same shapes; the answer only has more of them.
  return { ...inherited, ...(Object.fromEntries(fields) as ResponseLaunchTemplateData) }
}
