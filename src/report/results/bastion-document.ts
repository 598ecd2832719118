import type { BastionResult } from '../events.ts'
import type { RunRequest } from './request.ts'
import { RESULT_SCHEMA_VERSION } from './result.ts'
import { isoTime } from '../../text/time.ts'

/** The value of the output `result`: one line of JSON after docs/result.schema.json. */
export function bastionDocument({ mode, account, region, dryRun }: RunRequest, result: BastionResult): string {
  const { failure, startedAt, endedAt, steps, ...reported } = result
  return JSON.stringify({
    schemaVersion: RESULT_SCHEMA_VERSION,
    truncated: false,
    cut: [],
    mode,
    account: account ?? null,
    region,
    dryRun,
    changed: result.changed,
    groupCount: 0,
    groups: [],
    bastion: {
      name: reported.name,
      region: reported.region,
      address: reported.address,
      status: reported.status,
      changed: reported.changed,
      instanceId: reported.instanceId ?? null,
      previousInstanceId: reported.previousInstanceId ?? null,
      imageId: reported.imageId ?? null,
      previousImageId: reported.previousImageId ?? null,
      zone: reported.zone ?? null,
      banner: reported.banner ?? null,
      hostKeys: reported.hostKeys,
      left: reported.left,
      failure:
        failure === undefined ? null : { what: failure.what, why: failure.why ?? null, remedy: failure.remedy ?? null },
      steps: steps.map(({ at, ...step }) => ({ at: isoTime(at), ...step })),
      startedAt: isoTime(startedAt),
      endedAt: isoTime(endedAt),
    },
  })
}

/** The steps of a dry run, for the output `plan`. */
export const bastionPlan = ({ status, steps }: BastionResult): string =>
  JSON.stringify(status === 'planned' ? steps : [])
