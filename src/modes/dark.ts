import { instanceProber } from '../aws/probe/prober.ts'
import type { DarkInputs } from '../inputs/inputs.ts'
import type { Prober } from '../controllers/rollout/ports.ts'
import type { Run } from './run.ts'
import type { Policy } from '../domain/rollout/policy.ts'
import type { Probe } from '../domain/rollout/probe.ts'

/** What a dark launch adds to a RollRequest; empty where `dark` is not set. */
export function darkLaunchOptions(
  { connection, clock, signal, network }: Run,
  { dark }: DarkInputs,
): { readonly dark?: Policy['dark']; readonly probe?: Prober; readonly probedBy?: Probe['kind'] } {
  if (dark === undefined) return {}
  const { releaseAfterSeconds, probe } = dark
  return {
    dark: {
      kind: 'launch',
      bakeSeconds: releaseAfterSeconds ?? 0,
      probes: probe !== undefined,
      byHand: releaseAfterSeconds === undefined && probe === undefined,
    },
    ...(probe && {
      probe: instanceProber({ connection, clock, signal, network }, probe),
      probedBy: probe.kind,
    }),
  }
}
