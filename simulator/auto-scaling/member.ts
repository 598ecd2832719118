import type { Member } from './model.ts'

type Beginning = Omit<
  Member,
  'healthy' | 'sickness' | 'sickByBalancer' | 'inServiceAt' | 'activity' | 'returning' | 'waiting' | 'registered'
>

/** A new member, healthy as all new ones are; each change of its state raises the group's revision. */
export function newMember(beginning: Beginning): Member {
  const { group } = beginning
  let { lifecycle } = beginning
  let healthy = true
  group.revision++
  return {
    ...beginning,
    get lifecycle() {
      return lifecycle
    },
    set lifecycle(state) {
      lifecycle = state
      group.revision++
    },
    get healthy() {
      return healthy
    },
    set healthy(state) {
      healthy = state
      group.revision++
    },
    sickness: '',
    sickByBalancer: false,
    inServiceAt: undefined,
    activity: undefined,
    returning: false,
    waiting: new Map(),
    registered: new Set(),
  }
}
