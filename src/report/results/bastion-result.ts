import type { BastionChange } from '../../domain/bastion/bastion.ts'
import type { UserDataChange } from '../../domain/yaml/diff.ts'
import type { RunRequest } from './request.ts'
import { RESULT_SCHEMA_VERSION } from './result.ts'
import { isoTime } from '../../text/time.ts'

/** Everything that is told of a bastion at the end. */
export interface BastionResult {
  readonly name: string
  readonly region: string
  /** The address that people log in at. */
  readonly address: string
  /**
   * `current`: nothing was to do. `replaced`: the old one is gone. `restored`: taken back as asked. `halted`: taken back
   * after a failure. `unfinished`: neither. `planned`: a dry run.
   */
  readonly status: 'current' | 'replaced' | 'restored' | 'halted' | 'unfinished' | 'planned'
  readonly changed: boolean
  /** The bastion now; undefined where it cannot be told. */
  readonly instanceId: string | undefined
  /** The one that was replaced. */
  readonly previousInstanceId: string | undefined
  readonly imageId: string | undefined
  readonly previousImageId: string | undefined
  readonly zone: string | undefined
  /** `SSH-2.0-...` as the new bastion said it at the address. */
  readonly banner: string | undefined
  /** Fingerprints of its host keys. */
  readonly hostKeys: readonly string[]
  readonly userData: readonly UserDataChange[]
  /** What is left, a sentence each. */
  readonly left: readonly string[]
  readonly failure: { readonly what: string; readonly why?: string; readonly remedy?: string } | undefined
  /** The steps made, or in a dry run those that would be. */
  readonly steps: readonly BastionStepResult[]
  readonly startedAt: number
  readonly endedAt: number
}

export interface BastionStepResult {
  readonly at: number
  readonly action: BastionChange['kind']
  readonly detail: string
  readonly reason: string
}

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
