import type { LaunchConfiguration } from '@aws-sdk/client-auto-scaling'
import type { LaunchData } from '../../domain/patch/launch-data.ts'
import type { Connection } from '../client/connection.ts'
import { configurationsByName, everyConfiguration } from '../launch-sources/configurations.ts'

/** What a copy must have, of each of these launch configurations that is there, by name; of all without `names`. */
export async function fullConfigurations(
  connection: Connection,
  names?: Iterable<string>,
): Promise<ReadonlyMap<string, LaunchData>> {
  const found = await (names === undefined ? everyConfiguration(connection) : configurationsByName(connection, names))
  return new Map(found.map((each) => [each.LaunchConfigurationName ?? '', copied(each)]))
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
