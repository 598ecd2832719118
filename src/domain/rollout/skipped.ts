import type { Fleet } from './fleet.ts'
import { isOutdated } from './capacity.ts'
import type { Policy } from './policy.ts'
import { isCounted } from './counted.ts'

/** Old instances that a roll has left as they are, since the user said so; a sentence each. */
export function skippedInstances(fleet: Fleet, policy: Policy): readonly string[] {
  if (policy.intent !== 'roll') return []
  const old = fleet.instances.filter((each) => isOutdated(each, fleet, policy))
  const decided = policy.standbyInstances === 'replace' ? ['Standby'] : []
  const guarded = old.filter(
    (each) => (isCounted(each) || decided.includes(each.lifecycle)) && each.protectedFromScaleIn,
  )
  const resting = old.filter(({ lifecycle }) => lifecycle === 'Standby')
  return [
    ...(policy.protectedInstances === 'ignore'
      ? guarded.map(({ id }) => `${id} is old but protected from scale-in: left alone.`)
      : []),
    ...(policy.standbyInstances === 'ignore'
      ? resting.map(({ id }) => `${id} is old but in Standby: left alone.`)
      : []),
  ]
}
