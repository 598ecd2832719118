import type { Random } from '../../simulator/random.ts'
import type { Fixture } from './fixture.ts'

/** One kind of fault that may happen to a group while it is rolled. */
export interface Fault {
  readonly name: string
  /** How often it is drawn, relative to the others. */
  readonly share: number
  /** `bearable`: a run must still end green. */
  readonly weight: 'bearable' | 'heavy'
  /** Applies the fault, with details drawn from the present state, and gives a sentence about it. */
  readonly apply: (fixture: Fixture, random: Random) => string
}

export const inService = (fixture: Fixture): readonly string[] => fixture.recorder.snapshot().ids.inService

/** One of the instances in service; undefined where there is none. */
export function anInstanceInService(fixture: Fixture, random: Random): string | undefined {
  const ids = inService(fixture)
  return ids.length === 0 ? undefined : random.pick(ids)
}

export const NO_INSTANCE = 'no instance was in service'

/**
 * Makes load balancers of the group call those instances unhealthy that they know. Gives what ends it, also for one whose zone they
 * serve no more by then: it would be called so again once they do.
 */
export function callUnhealthy({ account: { balancers }, group }: Fixture, ids: readonly string[]): () => void {
  const called = [...group.classicNames, ...group.targetGroupArns].flatMap((name) =>
    ids.filter((id) => balancers.exists(name) && balancers.health(name, id) !== 'unused').map((id) => ({ name, id })),
  )
  const say = (verdict: 'healthy' | 'unhealthy') => (): void => {
    // A target group may be deleted meanwhile.
    for (const { name, id } of called) if (balancers.exists(name)) balancers.setHealth(name, id, verdict)
  }
  say('unhealthy')()
  return say('healthy')
}
