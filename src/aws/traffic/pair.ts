/** The two groups between which traffic is shifted. */
import { createHash } from 'node:crypto'
import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { UserError } from '../../errors.ts'
import { otherSide, type Side } from '../../domain/traffic/shares.ts'
import type { Connection } from '../client/connection.ts'
import { groupsByName } from '../groups/describe.ts'

/** Both groups as AWS describes them, and how each is named in the saved state of the other. */
export interface Pair {
  readonly groups: Readonly<Record<Side, AutoScalingGroup>>
  readonly names: Readonly<Record<Side, string>>
  readonly partners: Readonly<Record<Side, string>>
}

/** How a group is named in the saved state of its partner: the first 16 hex digits of the SHA-256 of its ARN. */
export const partnerHash = ({ AutoScalingGroupARN = '' }: AutoScalingGroup): string =>
  createHash('sha256').update(AutoScalingGroupARN).digest('hex').slice(0, 16)

/** The pair of these names. UserError that names each that does not exist. */
export async function readPair(connection: Connection, names: Readonly<Record<Side, string>>): Promise<Pair> {
  const found = await groupsByName(connection, [names.blue, names.green])
  const of = (side: Side): AutoScalingGroup | undefined =>
    found.find(({ AutoScalingGroupName }) => AutoScalingGroupName === names[side])
  const blue = of('blue')
  const green = of('green')
  if (blue === undefined || green === undefined) {
    const gone = (['blue', 'green'] as const).filter((side) => of(side) === undefined)
    throw new UserError({
      what: `No Auto Scaling group in ${connection.region} is called ${gone.map((side) => `${names[side]} (\`${side}\`)`).join(' or ')}.`,
      remedy: 'Nothing was changed. Check the spelling and `aws-region`.',
    })
  }
  const groups = { blue, green }
  const partners = { blue: partnerHash(groups[otherSide('blue')]), green: partnerHash(groups[otherSide('green')]) }
  return { groups, names, partners }
}
