import type { DescribeRegionsCommandInput, DescribeRegionsCommandOutput } from '@aws-sdk/client-ec2'
import type { Answer } from '../answer.ts'
import { filled } from './answer.ts'
import { invalidValue } from './faults.ts'
import { matcher } from './filters.ts'

/** https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
const ENABLED = [
  'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'ca-central-1',
  'eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'sa-east-1', 'us-east-1', 'us-east-2', 'us-west-1',
  'us-west-2',
] // prettier-ignore

const OPT_IN = [
  'af-south-1', 'ap-east-1', 'ap-south-2', 'ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5', 'ca-west-1',
  'eu-central-2', 'eu-south-1', 'eu-south-2', 'il-central-1', 'me-central-1', 'me-south-1',
] // prettier-ignore

interface Region {
  readonly name: string
  readonly status: 'opt-in-not-required' | 'opted-in' | 'not-opted-in'
}

/** The regions of AWS; those to opt in to are not enabled, but for the account's own. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html */
export const regionOperations = (own: string) => ({
  DescribeRegions(input: DescribeRegionsCommandInput): Answer<DescribeRegionsCommandOutput> {
    const regions = regionsFor(own)
    const names = filled(input.RegionNames)
    const unknown = names?.filter((name) => !regions.some((region) => region.name === name)) ?? []
    if (unknown.length > 0) throw invalidValue(`Invalid region name: ${unknown.join(', ')}`) // unsourced text
    const matches = matcher<Region>(input.Filters, {
      fields: {
        endpoint: ({ name }) => endpoint(name),
        'opt-in-status': ({ status }) => status,
        'region-name': ({ name }) => name,
      },
    })
    return {
      Regions: regions
        .filter(({ name }) => names?.includes(name) ?? true)
        .filter(({ status }) => names !== undefined || input.AllRegions === true || status !== 'not-opted-in')
        .filter(matches)
        .map(({ name, status }) => ({ RegionName: name, OptInStatus: status, Endpoint: endpoint(name) })),
    }
  },
})

const endpoint = (region: string): string => `ec2.${region}.amazonaws.com`

/** An account may be simulated in a region that the list does not have. */
function regionsFor(own: string): readonly Region[] {
  const enabled = ENABLED.includes(own) || OPT_IN.includes(own) ? ENABLED : [...ENABLED, own]
  return [
    ...enabled.map((name) => ({ name, status: 'opt-in-not-required' as const })),
    ...OPT_IN.map((name) => ({ name, status: name === own ? ('opted-in' as const) : ('not-opted-in' as const) })),
  ]
}
