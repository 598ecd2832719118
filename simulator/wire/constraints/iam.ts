import type { ConstraintTable } from '../constraint-table.ts'

/** From botocore 1.44.8 by `npm run constraints:table`; not edited by hand. */
export const iamConstraints: ConstraintTable = {
  shapes: {
    markerType: { min: 1, max: 320, pattern: '[\\u0020-\\u00FF]+' },
    maxItemsType: { min: 1, max: 1000, whole: 32 },
  },
  structures: { ListAccountAliasesRequest: { Marker: 'markerType', MaxItems: 'maxItemsType' } },
}
