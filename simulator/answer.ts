/** What an operation gives: the SDK's output without what the transport adds. */
export type Answer<Output> = Omit<Output, '$metadata'>
