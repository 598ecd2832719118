import type { Member } from './model.ts'

type Beginning = Omit<
  Member,
  | 'healthy'
  | 'sickness'
  | 'sickByBalancer'
  | 'inServiceAt'
  | 'activity'
  | 'returning'
  | 'waiting'
  | 'registered'
  | 'fullCapacity'
>

/** A new member, healthy as all new ones are; each change of its state raises the group's revision. */
export function newMember(beginning: Beginning): Member {
  const { group } = beginning
  let { lifecycle } = beginning
  let healthy = true
  group.revision++
  const member: Member = {
    ...beginning,
    get lifecycle() {
      return lifecycle
    },
    set lifecycle(state) {
      lifecycle = state
      noteChange(member)
    },
    get healthy() {
      return healthy
    },
    set healthy(state) {
      healthy = state
      noteChange(member)
    },
    sickness: '',
    sickByBalancer: false,
    inServiceAt: undefined,
    activity: undefined,
    returning: false,
    waiting: new Map(),
    registered: new Set(),
    fullCapacity: undefined,
  }
  return member
}

/** What the group's capacity is reckoned from has changed of this instance. */
export function noteChange(member: Member): void {
  member.fullCapacity = undefined
  member.group.revision++
}
