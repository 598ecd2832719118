import type { LifecycleState } from '@aws-sdk/client-auto-scaling'
import type { Group, InstanceOrigin, Member } from './model.ts'

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
export const newMember = (beginning: Beginning): Member => new GroupMember(beginning)

/** Its state is read for a thousand members at a time: one getter for all of them is what the engine can inline. */
class GroupMember implements Member {
  readonly id: string
  readonly group: Group
  readonly zone: string
  readonly type: string
  imageId: string
  imageShown: boolean
  readonly weight: number
  readonly weightShown: boolean
  readonly market: Member['market']
  readonly launchedAt: number
  origin: InstanceOrigin | undefined
  protected: boolean
  sickness = ''
  sickByBalancer = false
  inServiceAt: number | undefined = undefined
  activity: Member['activity'] = undefined
  returning = false
  readonly waiting: Member['waiting'] = new Map()
  readonly registered = new Set<string>()
  fullCapacity: boolean | undefined = undefined
  #lifecycle: LifecycleState
  #healthy = true

  constructor(beginning: Beginning) {
    this.id = beginning.id
    this.group = beginning.group
    this.zone = beginning.zone
    this.type = beginning.type
    this.imageId = beginning.imageId
    this.imageShown = beginning.imageShown
    this.weight = beginning.weight
    this.weightShown = beginning.weightShown
    this.market = beginning.market
    this.launchedAt = beginning.launchedAt
    this.origin = beginning.origin
    this.protected = beginning.protected
    this.#lifecycle = beginning.lifecycle
    this.group.revision++
  }

  get lifecycle(): LifecycleState {
    return this.#lifecycle
  }

  set lifecycle(state: LifecycleState) {
    this.#lifecycle = state
    noteChange(this)
  }

  get healthy(): boolean {
    return this.#healthy
  }

  set healthy(state: boolean) {
    this.#healthy = state
    noteChange(this)
  }
}

/** What the group's capacity is reckoned from has changed of this instance. */
export function noteChange(member: Member): void {
  member.fullCapacity = undefined
  member.group.revision++
}
