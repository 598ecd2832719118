/** GitHub's token endpoint, or STS's way to GitHub's keys, fails for a while in one seed of some. */
import { Random } from '../../simulator/random.ts'
import type { Fixture } from './fixture.ts'
import { addToTrace } from './trace.ts'
import { isDrawn } from './focus.ts'

/** Apart from what else a seed draws, so that its fleet and its faults stay. */
const APART = 0x70ce2

const ONE_OF = 12

/** Less than a step waits for its first credentials, and than is left of a session when its renewal is due. */
const LONGEST_SECONDS = 120

const KEYLESS =
  "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements"

/** Whether a run gets a token at this moment; undefined: in this seed it always does. A run bears what is drawn here. */
export function drawTokenOutage(fixture: Fixture, seed: number): (() => Error | undefined) | undefined {
  const random = new Random(seed ^ APART)
  if (!isDrawn(random, { share: 1 / ONE_OF, source: 'tokens', seed })) return undefined
  const { timeline, faults } = fixture.account
  if (random.next() < 0.3) {
    const [times, skip] = [Math.ceil(random.between(0, 7)), random.pick([0, 1, 2])]
    const fault = { kind: 'refusal', code: 'InvalidIdentityToken', message: KEYLESS } as const
    faults.inject({ action: 'sts:AssumeRoleWithWebIdentity', fault, times, skip })
    addToTrace(fixture, `STS has no keys of GitHub for ${times} calls, ${skip} sessions later`)
    return undefined
  }
  // From the beginning, or where the first renewals are due.
  const from = timeline.now + random.pick([0, random.between(0, 60), random.between(500, 800)])
  const to = from + random.between(5, LONGEST_SECONDS)
  addToTrace(
    fixture,
    `GitHub gives no token from ${Math.round(from - timeline.now)} s on for ${Math.round(to - from)} s`,
  )
  return () =>
    timeline.now >= from && timeline.now < to ? new Error('its endpoint answered with status 500') : undefined
}
