import { UserError } from '../../errors.ts'
import type { Connection } from '../client/connection.ts'

/** Where Service Quotas cannot be reached from, a roll shall not wait long for what it can do without. */
const ATTEMPTS = 3

/**
 * The value of a quota of EC2 that is in force in this region, in its own unit. UserError where AWS, or what stands in
 * for it, does not tell.
 */
export async function ec2Quota(connection: Connection, code: string): Promise<number> {
  const { serviceQuotas } = connection.clients
  if (serviceQuotas === undefined) throw silent(code)
  const { GetServiceQuotaCommand } = await import('@aws-sdk/client-service-quotas')
  const client = await serviceQuotas()
  const question = new GetServiceQuotaCommand({ ServiceCode: 'ec2', QuotaCode: code })
  const { Quota } = await connection.send(client, question, { attempts: ATTEMPTS })
  if (Quota?.Value === undefined) throw silent(code)
  return Quota.Value
}

const silent = (code: string): UserError =>
  new UserError({ what: `Service Quotas did not tell the quota ${code} of EC2.` })
