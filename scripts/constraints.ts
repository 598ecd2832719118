/**
 * Writes simulator/wire/constraints/ anew: the constraints of AWS's own models, which the SDK's schemas leave out, for the
 * operations that the simulator knows. The models are botocore's; pip fetches them into a folder that is removed again.
 */
import '../simulator/require-node-24.ts'
import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { format, resolveConfig } from 'prettier'
import { SimulatedAccount } from '../simulator/account.ts'
import { constraintsOf } from './service-model.ts'
import type { ServiceModel } from './service-model.ts'

/** Where botocore keeps the model of each API; the newest version is taken. */
const folders: Readonly<Record<string, string>> = {
  'Auto Scaling': 'autoscaling',
  EC2: 'ec2',
  'Elastic Load Balancing': 'elb',
  'Elastic Load Balancing v2': 'elbv2',
  STS: 'sts',
  SSM: 'ssm',
  CloudWatch: 'cloudwatch',
  'Service Quotas': 'service-quotas',
  'Route 53': 'route53',
  CloudFormation: 'cloudformation',
  IAM: 'iam',
  EventBridge: 'events',
  'CloudWatch Logs': 'logs',
  SNS: 'sns',
  S3: 's3',
}

const temporary = mkdtempSync(join(tmpdir(), 'botocore-'))
try {
  const options = ['--quiet', '--no-deps', '--root-user-action', 'ignore', '--target', temporary]
  execFileSync('python3', ['-m', 'pip', 'install', ...options, 'botocore'], { stdio: 'inherit' })
  const version = /__version__ = '([^']+)'/.exec(readFileSync(join(temporary, 'botocore/__init__.py'), 'utf8'))?.[1]
  for (const { sdkId, operations } of new SimulatedAccount().services) {
    const folder = folders[sdkId]
    if (folder === undefined) throw new Error(`scripts/constraints.ts does not say where botocore keeps ${sdkId}.`)
    await write(folder, readModel(folder), { operations: Object.keys(operations), version: version ?? 'unknown' })
  }
} finally {
  rmSync(temporary, { recursive: true })
}

function readModel(folder: string): ServiceModel {
  const newest = globSync(join(temporary, 'botocore/data', folder, '*/service-2.json.gz'))
    .sort()
    .at(-1)
  if (newest === undefined) throw new Error(`botocore has no model of ${folder}.`)
  return JSON.parse(gunzipSync(readFileSync(newest)).toString()) as ServiceModel
}

async function write(
  folder: string,
  model: ServiceModel,
  { operations, version }: { readonly operations: readonly string[]; readonly version: string },
): Promise<void> {
  const path = `simulator/wire/constraints/${folder}.ts`
  const name = `${folder.replaceAll(/-(.)/g, (_match, letter: string) => letter.toUpperCase())}Constraints`
  const text = `import type { ConstraintTable } from '../constraint-table.ts'

    /** From botocore ${version} by \`npm run constraints:table\`; not edited by hand. */
    export const ${name}: ConstraintTable = ${JSON.stringify(constraintsOf(model, operations))}\n`
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), parser: 'typescript' }))
  console.log(`${path}: ${operations.length} operations`)
}
