import type { ConstraintTable } from '../constraint-table.ts'

/** From botocore 1.44.8 by `npm run constraints:table`; not edited by hand. */
export const serviceQuotasConstraints: ConstraintTable = {
  shapes: {
    QuotaCode: { min: 1, max: 128, pattern: '[a-zA-Z][a-zA-Z0-9-]{1,128}' },
    ServiceCode: { min: 1, max: 63, pattern: '[a-zA-Z][a-zA-Z0-9-]{1,63}' },
  },
  structures: { GetServiceQuotaRequest: { ServiceCode: 'ServiceCode', QuotaCode: 'QuotaCode' } },
}
