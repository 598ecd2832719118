import type { StaticOperationSchema, StaticStructureSchema } from '@smithy/types'

/**
 * The one operation of S3 that is modelled, in the form of the SDK's own schemas: 0 is a text, 21 are bytes; a pair adds traits to
 * a member, of which 1 is a part of the path and 16 the body. Of its fifty members those that the service knows.
 */
const namespace = 'com.amazonaws.s3'

const input = [
  3,
  namespace,
  'PutObjectRequest',
  0,
  ['Bucket', 'Key', 'Body', 'ContentType', 'ChecksumAlgorithm', 'ChecksumCRC32', 'IfNoneMatch'],
  [
    [0, 1],
    [0, 1],
    [21, 16],
    [0, { httpHeader: 'content-type' }],
    [0, { httpHeader: 'x-amz-sdk-checksum-algorithm' }],
    [0, { httpHeader: 'x-amz-checksum-crc32' }],
    [0, { httpHeader: 'if-none-match' }],
  ],
  2,
] as unknown as StaticStructureSchema

const output = [
  3,
  namespace,
  'PutObjectOutput',
  0,
  ['ETag', 'ChecksumCRC32', 'ChecksumType'],
  [
    [0, { httpHeader: 'etag' }],
    [0, { httpHeader: 'x-amz-checksum-crc32' }],
    [0, { httpHeader: 'x-amz-checksum-type' }],
  ],
] as unknown as StaticStructureSchema

export const PutObject$: StaticOperationSchema = [9, namespace, 'PutObject', 0, input, output]
