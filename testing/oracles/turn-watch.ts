/** What must hold of a run that goes wave by wave, judged from outside: by its calls, and by the groups at the moment of each. */
import { type CallObserver, isChange } from '../../simulator/ledger.ts'
import type { SimulatedAccount } from '../../simulator/account.ts'
import type { Call } from '../../simulator/wire/message.ts'

/** The order that a run was given, and what it starts from. */
export interface WatchedTurns {
  readonly waves: readonly (readonly string[])[]
  readonly maxGroups: number
  readonly maxFailedGroups: number
  /** The outdated instances of each group. */
  readonly old: ReadonlyMap<string, readonly string[]>
}

/**
 * Watches one run. What it reads before its first change is its selection and its look ahead; from there on no call may name a
 * group, or an instance that was in it, before all groups of earlier waves are through: without saved state, and without an
 * outdated instance. As many of them as may fail may have been put back instead.
 */
export class TurnWatch implements CallObserver {
  readonly breaches: string[] = []
  readonly #account: SimulatedAccount
  readonly #turns: WatchedTurns
  readonly #next: CallObserver | undefined
  #hasChanged = false

  /** Takes the place of the observer that the account has, and passes everything on to it. */
  constructor(account: SimulatedAccount, turns: WatchedTurns) {
    this.#account = account
    this.#turns = turns
    this.#next = account.ledger.recorder
    account.ledger.recorder = this
  }

  before(call: Call): void {
    this.#next?.before(call)
    if (this.#hasChanged || isChange(call.operation)) this.#judge(call)
  }

  after(call: Call, outcome: string): void {
    this.#next?.after(call, outcome)
    if (!isChange(call.operation)) return
    this.#hasChanged = true
    const going = this.#turns.waves.flat().filter((group) => this.#isRemembered(group))
    // What has failed may keep its saved state.
    if (going.length > this.#turns.maxGroups + this.#turns.maxFailedGroups)
      this.#tell(call, `left ${going.join(', ')} on their way at once`)
  }

  /** Gives the account its observer back. */
  end(): readonly string[] {
    this.#account.ledger.recorder = this.#next
    return this.breaches
  }

  #judge(call: Call): void {
    const texts = new Set(textsIn(call.input))
    const { waves, maxFailedGroups, old } = this.#turns
    for (const [index, wave] of waves.entries())
      for (const group of wave) {
        if (!texts.has(group) && !(old.get(group) ?? []).some((id) => texts.has(id))) continue
        const before = waves.slice(0, index).flat()
        const going = before.filter((each) => this.#isRemembered(each))
        const failed = before.filter((each) => !going.includes(each) && this.#isOutdated(each))
        if (going.length + failed.length > maxFailedGroups)
          this.#tell(call, `named ${group} before ${[...going, ...failed].join(', ')} had come to an end`)
      }
  }

  #tell({ operation }: Call, what: string): void {
    this.breaches.push(`groups keep their turns: ${operation} ${what}`)
  }

  readonly #isRemembered = (group: string): boolean =>
    'fleet-patch:memo' in this.#account.autoScaling.capacity(group).tags

  readonly #isOutdated = (group: string): boolean => {
    const { inService, pending } = this.#account.autoScaling.capacity(group).ids
    return [...inService, ...pending].some((id) => this.#turns.old.get(group)?.includes(id))
  }
}

/** Every text that a call hands over. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
