import type { ConstraintTable } from '../constraint-table.ts'

/** From botocore 1.44.8 by `npm run constraints:table`; not edited by hand. */
export const snsConstraints: ConstraintTable = {
  shapes: { PhoneNumber: { secret: true } },
  structures: { MessageAttributeValue: {}, PublishInput: { PhoneNumber: 'PhoneNumber' } },
}
