import type { DescribeLaunchConfigurationsCommandInput, LaunchConfiguration } from '@aws-sdk/client-auto-scaling'
import type { LaunchData } from '../../domain/patch/launch-data.ts'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyPage } from '../client/pages.ts'

/** The most names that one DescribeLaunchConfigurations call takes. */
const MOST_NAMES = 50
/** Its longest page. */
const MOST_RECORDS = 100

/** What a copy must have, of each of these launch configurations that is there, by name; of all without `names`. */
export async function fullConfigurations(
  connection: Connection,
  names?: Iterable<string>,
): Promise<ReadonlyMap<string, LaunchData>> {
  const { DescribeLaunchConfigurationsCommand } = await import('@aws-sdk/client-auto-scaling')
  const client = await connection.clients.autoScaling()
  const questions: readonly DescribeLaunchConfigurationsCommandInput[] =
    names === undefined
      ? [{ MaxRecords: MOST_RECORDS }]
      : batches(new Set(names), MOST_NAMES).map((batch) => ({ LaunchConfigurationNames: [...batch] }))
  const answers = await mapConcurrently(questions, (question) =>
    everyPage((token) => connection.send(client, new DescribeLaunchConfigurationsCommand({ ...question, ...token }))),
  )
  return new Map(
    answers
      .flat()
      .flatMap((page) => page.LaunchConfigurations ?? [])
      .map((configuration) => [configuration.LaunchConfigurationName ?? '', copied(configuration)]),
  )
}

/**
 * Every field that CreateLaunchConfiguration takes, those included that this version has never heard of. Left out are the
 * name, what only AWS writes, EC2-Classic, which is gone, and empty values: AWS answers with empty texts that it does not
 * take back (https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateLaunchConfiguration.html).
 */
export function copied(configuration: LaunchConfiguration): LaunchData {
  const {
    LaunchConfigurationName: _name,
    LaunchConfigurationARN: _arn,
    CreatedTime: _time,
    ClassicLinkVPCId: _vpc,
    ClassicLinkVPCSecurityGroups: _groups,
    ...fields
  } = configuration
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)))
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
