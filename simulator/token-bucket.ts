/** AWS's way to limit calls: a bucket of tokens that refills steadily; a call that finds it empty is throttled. */
export class TokenBucket {
  readonly #size: number
  readonly #refillPerSecond: number
  #tokens: number
  #at: number | undefined

  constructor({ size, refillPerSecond }: { readonly size: number; readonly refillPerSecond: number }) {
    this.#size = size
    this.#refillPerSecond = refillPerSecond
    this.#tokens = size
  }

  /** Whether this number of tokens is there at this moment (seconds). */
  holds(tokens: number, now: number): boolean {
    this.#refill(now)
    return this.#tokens >= tokens
  }

  take(tokens: number, now: number): void {
    this.#refill(now)
    this.#tokens -= tokens
  }

  #refill(now: number): void {
    const passed = now - (this.#at ?? now)
    this.#tokens = Math.min(this.#size, this.#tokens + passed * this.#refillPerSecond)
    this.#at = now
  }
}
