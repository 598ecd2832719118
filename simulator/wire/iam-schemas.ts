import type { StaticOperationSchema, StaticStructureSchema } from '@smithy/types'

const namespace = 'com.amazonaws.iam'

const input: StaticStructureSchema = [3, namespace, 'ListAccountAliasesRequest', 0, ['Marker', 'MaxItems'], [0, 1]]
const output: StaticStructureSchema = [
  3,
  namespace,
  'ListAccountAliasesResponse',
  0,
  ['AccountAliases', 'IsTruncated'],
  [64 | 0, 2],
]

/** The one operation of IAM that Senza begins with, in the form of the SDK's own schemas. */
export const ListAccountAliases$: StaticOperationSchema = [9, namespace, 'ListAccountAliases', 0, input, output]
