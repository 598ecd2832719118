import type { BastionPolicy, BastionObservation } from '../../domain/bastion/bastion.ts'
import { afterBastionChange, PLANNED } from '../../domain/bastion/forecast.ts'
import type { BastionPort } from './ports.ts'

/** The bastion as a dry run sees it: from here on a model in which everything goes well. No call of it changes anything. */
export function dryRunBastion(
  seen: BastionObservation,
  plan: { readonly policy: BastionPolicy; readonly imageId: string; readonly wasProtected: boolean },
): BastionPort {
  const { imageId, wasProtected } = plan
  const ready = { state: 'running', checks: 'ok' } as const
  let model: BastionObservation = {
    ...seen,
    old: seen.old && { ...seen.old, protected: seen.old.protected ?? wasProtected },
    // What is on its way arrives.
    successors: seen.successors.map((one) =>
      one.state === 'pending' || one.state === 'running' ? { ...one, ...ready } : one,
    ),
  }
  return {
    look: async (now) => (model = { ...model, at: now }),
    apply: async (change) => {
      model = afterBastionChange(model, change, { ...plan.policy, imageId, wasProtected })
      if (change.kind === 'launch') return { kind: 'done', id: PLANNED.instance }
      return { kind: 'done', id: change.kind === 'allocate' ? PLANNED.allocation : undefined }
    },
  }
}
