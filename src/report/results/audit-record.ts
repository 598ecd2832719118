import type { AuditRow } from '../../domain/audit/audit.ts'
import { isoTime } from '../../text/time.ts'

/** A row of an audit as every machine-readable report names its parts; times are UTC, `2026-01-31T09:05:07Z`. */
export interface AuditRecord {
  readonly region: string
  readonly group: string | null
  readonly instanceId: string | null
  readonly instanceName: string | null
  readonly stack: string | null
  readonly imageId: string | null
  readonly imageName: string | null
  readonly imageOwner: string | null
  readonly imageCreatedAt: string | null
  readonly instances: number
  readonly newestImageId: string | null
  readonly newestImageName: string | null
  readonly newestImageCreatedAt: string | null
  readonly daysBehind: number | null
  readonly state: string | null
  readonly verdict: AuditRow['verdict']
  readonly reason: string | null
  readonly account: string | null
  readonly launchedAt: string | null
  readonly imageAgeDays: number | null
  readonly ownerTag: string | null
}

/** The columns, in their order. */
export const auditColumns = [
  'region',
  'group',
  'instanceId',
  'instanceName',
  'stack',
  'imageId',
  'imageName',
  'imageOwner',
  'imageCreatedAt',
  'instances',
  'newestImageId',
  'newestImageName',
  'newestImageCreatedAt',
  'daysBehind',
  'state',
  'verdict',
  'reason',
  'account',
  'launchedAt',
  'imageAgeDays',
  'ownerTag',
] as const satisfies readonly (keyof AuditRecord)[]

export function auditRecord({ image, instance, newest, ...row }: AuditRow): AuditRecord {
  return {
    region: row.region,
    group: row.group ?? null,
    instanceId: instance?.id ?? null,
    instanceName: instance?.name ?? null,
    stack: row.stack ?? null,
    imageId: row.imageId ?? null,
    imageName: image?.name ?? null,
    imageOwner: image?.owner ?? null,
    imageCreatedAt: image ? isoTime(image.createdAt) : null,
    instances: row.instances,
    newestImageId: newest?.id ?? null,
    newestImageName: newest?.name ?? null,
    newestImageCreatedAt: newest ? isoTime(newest.createdAt) : null,
    daysBehind: row.daysBehind ?? null,
    state: row.state ?? null,
    verdict: row.verdict,
    reason: row.reason ?? null,
    account: row.account ?? null,
    launchedAt: row.launchedAt === undefined ? null : isoTime(row.launchedAt),
    imageAgeDays: row.imageAgeDays ?? null,
    ownerTag: row.ownerTag ?? null,
  }
}
