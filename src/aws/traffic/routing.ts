import type { Means, Side, Weights } from '../../domain/traffic/shares.ts'
import type { PreviousShares, Route } from '../../domain/traffic/traffic.ts'

/** What divides the traffic, by one of the means: how it is read, and how it is changed. */
export interface Routing {
  readonly means: Means
  /** ARNs of Application and Network Load Balancers whose rules divide the traffic; none of other means. */
  readonly balancers: readonly string[]
  /** The routes as they are now. */
  read(): Promise<readonly Route[]>
  /** Makes the one call that sets the weights of a route. */
  setWeights(route: string, weights: Weights): Promise<void>
  note(routes: readonly string[], previous: PreviousShares): Promise<void>
  removeNotes(routes: readonly string[]): Promise<void>
  /** What must call an instance of a side healthy, as its health names it, by the last reading. */
  vouching(): Readonly<Record<Side, readonly string[]>>
}
