import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const files = readdirSync('src/aws', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))

/** Each of these calls pages, batches and says in its own way that something does not exist: one module knows how. */
test.each([
  { command: 'DescribeAutoScalingGroups', reader: 'groups/describe.ts' },
  { command: 'DescribeLaunchConfigurations', reader: 'launch-sources/configurations.ts' },
  { command: 'DescribeLaunchTemplates', reader: 'launch-sources/templates.ts' },
  { command: 'DescribeLaunchTemplateVersions', reader: 'launch-sources/template-versions.ts' },
])('only $reader calls $command', ({ command, reader }) => {
  const callers = files.filter((name) =>
    new RegExp(`\\b${command}Command\\b`).test(readFileSync(join('src/aws', name), 'utf8')),
  )
  expect(callers).toEqual([reader])
})
