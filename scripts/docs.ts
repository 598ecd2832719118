/** Writes the texts that the README repeats from their sources; with --check it changes nothing and fails where they differ. */
import '../simulator/require-node-24.ts'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { controlApi } from '../simulator/scenario-file/control-api.ts'
import { scenarioSchema } from '../simulator/scenario-file/schema.ts'
import { modePermissions } from '../src/modes/permissions.ts'
import { catalogueSchema } from '../src/inputs/catalogue/schema.ts'
import { modesPage } from './modes-page.ts'
import { planSchema } from '../src/inputs/plan/schema.ts'
import { withSources } from './readme.ts'

const text = (path: string): string => readFileSync(path, 'utf8')
const sources = {
  action: text('action.yml'),
  permissions: text('docs/iam/permissions.json'),
  trust: text('docs/iam/trust.json'),
  needs: modePermissions,
}
/** What is written, by file, and from what. */
const pages = {
  'README.md': {
    content: withSources(text('README.md'), sources),
    from: 'action.yml, docs/iam/ and src/modes/permissions.ts',
  },
  'docs/modes.md': {
    content: modesPage(sources),
    from: 'src/inputs/modes.ts, docs/iam/ and src/modes/permissions.ts',
  },
  'docs/catalogue.schema.json': {
    content: JSON.stringify(catalogueSchema),
    from: 'src/inputs/catalogue/schema.ts',
  },
  'simulator/control.openapi.json': {
    content: JSON.stringify(controlApi),
    from: 'simulator/scenario-file/control-api.ts',
  },
  'docs/plan.schema.json': {
    content: JSON.stringify(planSchema),
    from: 'src/inputs/plan/schema.ts',
  },
  'simulator/scenario.schema.json': {
    content: JSON.stringify(scenarioSchema),
    from: 'simulator/scenario-file/schema.ts',
  },
}

for (const [path, { content, from }] of Object.entries(pages)) {
  const options = await resolveConfig(path)
  const wanted = await format(content, { ...options, parser: path.endsWith('.md') ? 'markdown' : 'json' })
  if (!process.argv.includes('--check')) writeFileSync(path, wanted)
  else if (!existsSync(path) || wanted !== text(path)) {
    console.error(`${path} does not say what ${from} say. Run: npm run docs`)
    process.exitCode = 1
  }
}
