/** How an instance is tried before it may serve; `{private-ip}` and `{instance-id}` stand for the instance's own. */
export type Probe =
  /** Answered with 200 to 399. */
  | { readonly kind: 'http'; readonly url: string }
  /** Takes a connection. */
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  /** A command that ends with 0 on the instance itself, run by Systems Manager. */
  | { readonly kind: 'ssm'; readonly command: string }

/** What became of a probe of one instance. */
export interface ProbeOutcome {
  readonly id: string
  readonly at: number
  readonly passed: boolean
  /** What was answered, for people. */
  readonly reason: string
}
