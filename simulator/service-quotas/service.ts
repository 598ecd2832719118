import type { GetServiceQuotaRequest, GetServiceQuotaResponse } from '@aws-sdk/client-service-quotas'
import type { Service, ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'

/** One quota of EC2; a scenario may change its value. */
interface Quota {
  readonly name: string
  value: number
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-quotas.html; simulated accounts may be larger than a default account. */
const standardQuotas = (): Map<string, Quota> =>
  new Map([
    ['L-1216C47A', { name: 'Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances', value: 10_000 }],
    ['L-34B43A08', { name: 'All Standard (A, C, D, H, I, M, R, T, Z) Spot Instance Requests', value: 10_000 }],
  ])

/** Service Quotas with the vCPU quotas of EC2's standard families. They are enforced where `behaviour.enforcesVcpuQuotas` says so. */
export class ServiceQuotasService implements Service {
  readonly sdkId = 'Service Quotas'
  readonly #context: ServiceContext
  readonly #quotas = standardQuotas()

  constructor(context: ServiceContext) {
    this.#context = context
  }

  readonly operations = {
    GetServiceQuota: (input: GetServiceQuotaRequest): GetServiceQuotaResponse => this.#get(input),
  }

  /** Gives a quota another value, as AWS's support does; throws where there is no such quota. */
  set(code: string, value: number): void {
    const quota = this.#quotas.get(code)
    if (quota === undefined) throw new Error(`the simulator has no quota ${code}`)
    quota.value = value
  }

  /** The value of a quota that is in force; throws where there is no such quota. */
  value(code: string): number {
    const quota = this.#quotas.get(code)
    if (quota === undefined) throw new Error(`the simulator has no quota ${code}`)
    return quota.value
  }

  #get({ ServiceCode = '', QuotaCode = '' }: GetServiceQuotaRequest): GetServiceQuotaResponse {
    const quota = ServiceCode === 'ec2' ? this.#quotas.get(QuotaCode) : undefined
    if (quota === undefined) throw new ServiceFault('NoSuchResourceException', 'The request failed because the specified quota does not exist.') // prettier-ignore
    const { region, account } = this.#context
    return {
      Quota: {
        ServiceCode,
        ServiceName: 'Amazon Elastic Compute Cloud (Amazon EC2)',
        QuotaArn: `arn:aws:servicequotas:${region}:${account}:ec2/${QuotaCode}`,
        QuotaCode,
        QuotaName: quota.name,
        Value: quota.value,
        Unit: 'None',
        Adjustable: true,
        GlobalQuota: false,
      },
    }
  }
}
