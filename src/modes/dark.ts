import type { DarkInputs, RollInputs } from '../inputs/inputs.ts'
import type { Policy } from '../domain/rollout/policy.ts'

/** What a dark launch adds to a RollRequest; empty where `dark` is not set. */
export const darkLaunchOptions = ({
  dark,
  probe,
}: DarkInputs & Pick<RollInputs, 'probe'>): { readonly dark?: Policy['dark'] } =>
  dark === undefined
    ? {}
    : {
        dark: {
          kind: 'launch',
          bakeSeconds: dark.releaseAfterSeconds ?? 0,
          byHand: dark.releaseAfterSeconds === undefined && probe === undefined,
        },
      }
