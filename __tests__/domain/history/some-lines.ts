import type { AuditLine, AuditRowLine, ChangeLine } from '../../../src/domain/history/records.ts'

export const day = (text: string): number => Date.parse(text) / 1000

/** Of everything in eu-west-1 of one account, on the first of March. */
export const anAudit = (over: Partial<AuditLine> = {}): AuditLine => ({
  kind: 'audit',
  at: day('2026-03-01'),
  account: '123456789012',
  regions: ['eu-west-1'],
  whole: true,
  ...over,
})

/** `web`, ten days behind. */
export const aRow = (over: Partial<AuditRowLine> = {}): AuditRowLine => ({
  kind: 'audit-row',
  at: day('2026-03-01'),
  account: '123456789012',
  region: 'eu-west-1',
  environment: 'production',
  group: 'web',
  instance: undefined,
  service: 'shop',
  owner: 'team',
  stack: undefined,
  imageId: 'ami-1',
  imageName: 'web-20260101',
  newestImageName: 'web-20260131',
  instances: 2,
  daysBehind: 10,
  imageAgeDays: 60,
  verdict: 'stale',
  reason: undefined,
  ...over,
})

/** `web` was rolled in ten minutes. */
export const aChange = (over: Partial<ChangeLine> = {}): ChangeLine => ({
  kind: 'change',
  at: day('2026-03-02T00:10:00Z'),
  startedAt: day('2026-03-02T00:00:00Z'),
  run: 'https://github.example/octo/fleet/actions/runs/1000',
  actor: 'octocat',
  mode: 'respawn',
  account: '123456789012',
  region: 'eu-west-1',
  environment: 'production',
  service: 'shop',
  owner: 'team',
  group: 'web',
  result: 'rolled',
  reason: undefined,
  breakGlass: undefined,
  floor: { promised: 2, lowest: 2 },
  ...over,
})
