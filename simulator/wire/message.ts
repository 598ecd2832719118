import type { ServiceFault } from '../fault.ts'

/** One HTTP request as both entrances of the simulator (socket and in-process) pass it on; header names in lower case. */
export interface WireRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** The HTTP answer; `body` is a Buffer, which every SDK takes as it is. */
export interface WireResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** A call in the SDK's terms, independent of the protocol. */
export interface Call {
  readonly sdkId: string
  /** The prefix of the service's IAM actions: `autoscaling`, `ec2`, `elasticloadbalancing`, ... */
  readonly iamPrefix: string
  readonly operation: string
  readonly input: Readonly<Record<string, unknown>>
  /** The access key that signed; undefined for the unsigned calls of STS. */
  readonly accessKeyId: string | undefined
  /** When it was signed, in seconds since the Unix epoch; missing where nothing on a wire says so. */
  readonly signedAt?: number | undefined
  /** What the API refuses before any service sees the input: it cannot be read, or breaks rules of AWS's model. */
  readonly refusal?: ServiceFault | undefined
}
