/** A role that a job may assume. */
export interface AssumableRole {
  readonly arn: string
  /** `aws`, `aws-cn`, `aws-us-gov`, `aws-eusc` and whatever comes. */
  readonly partition: string
  /** 12 digits. */
  readonly account: string
}
