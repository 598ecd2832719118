/** Where the record of a run is sent, by name; undefined: not there. */
export interface RecordSinks {
  /** Of EventBridge; or its ARN. */
  readonly bus: string | undefined
  /** Of CloudWatch Logs. */
  readonly logGroup: string | undefined
  /** Of S3. */
  readonly bucket: string | undefined
}
