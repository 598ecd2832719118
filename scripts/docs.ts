/** Writes the texts that the README repeats from their sources; with --check it changes nothing and fails where they differ. */
import '../simulator/require-node-24.ts'
import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { modePermissions } from '../src/modes/permissions.ts'
import { withSources } from './readme.ts'

const text = (path: string): string => readFileSync(path, 'utf8')
const sources = {
  action: text('action.yml'),
  permissions: text('docs/iam/permissions.json'),
  trust: text('docs/iam/trust.json'),
  needs: modePermissions,
}
const readme = text('README.md')
const options = { ...(await resolveConfig('README.md')), parser: 'markdown' }
const wanted = await format(withSources(readme, sources), options)

if (!process.argv.includes('--check')) writeFileSync('README.md', wanted)
else if (wanted !== readme) {
  console.error('README.md does not say what action.yml, docs/iam/ and src/modes/permissions.ts say. Run: npm run docs')
  process.exit(1)
}
