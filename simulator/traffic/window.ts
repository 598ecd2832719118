/** Shares by name; they add up to 1 where anything is there. */
export type Shares = ReadonlyMap<string, number>

interface Segment {
  readonly from: number
  readonly shares: Shares
  /** How long a choice that was made in this segment is kept, in seconds. */
  readonly kept: number
}

/**
 * What clients hold that keep a choice for a time: a cookie of a target group, an answer of a name server. Clients come evenly, so
 * what one holds at a moment was chosen at any moment of that time alike.
 */
export class Window {
  readonly #segments: Segment[] = []

  /** From this moment on (seconds) clients choose by these shares, and keep their choice for `kept` seconds. */
  note(from: number, shares: Shares, kept: number): void {
    const last = this.#segments.at(-1)
    if (last !== undefined && last.kept === kept && isSame(last.shares, shares)) return
    // The first one stays: it tells what clients chose before.
    if (last?.from === from && this.#segments.length > 1) this.#segments.pop()
    this.#segments.push({ from, shares, kept })
  }

  /** What clients hold at a moment; before the first note they chose as by the first. */
  at(now: number): Shares {
    const held = new Map<string, number>()
    let all = 0
    this.#forget(now)
    for (const [index, { from, shares, kept }] of this.#segments.entries()) {
      const begin = Math.max(index === 0 ? -Infinity : from, now - kept)
      const end = Math.min(this.#segments[index + 1]?.from ?? now, now)
      if (end <= begin) continue
      for (const [name, share] of shares) if (share > 0) held.set(name, (held.get(name) ?? 0) + share * (end - begin))
      all += end - begin
    }
    if (all === 0) return this.#segments.at(-1)?.shares ?? held
    return new Map([...held].map(([name, share]) => [name, share / all]))
  }

  /** What was chosen so long ago that no client holds it any more. */
  #forget(now: number): void {
    while (this.#segments.length > 1) {
      const [first, second] = this.#segments
      if (first === undefined || second === undefined || second.from + first.kept > now) return
      this.#segments.shift()
    }
  }
}

const isSame = (one: Shares, other: Shares): boolean =>
  one.size === other.size && [...one].every(([name, share]) => other.get(name) === share)
