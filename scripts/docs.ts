/** Writes the README's tables from action.yml; with --check it changes nothing and fails where they differ. */
import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { withTables } from './tables.ts'

const readme = readFileSync('README.md', 'utf8')
const options = { ...(await resolveConfig('README.md')), parser: 'markdown' }
const wanted = await format(withTables(readme, readFileSync('action.yml', 'utf8')), options)

if (process.argv.includes('--check')) {
  if (wanted !== readme) {
    console.error('README.md does not tell what action.yml says. Run: npm run docs')
    process.exit(1)
  }
} else {
  writeFileSync('README.md', wanted)
}
