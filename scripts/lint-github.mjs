// Checks action.yml and the workflows with GitHub's own language service, without the network: unknown keys, wrong
// contexts and expressions, and inputs that this action does not have. Other people's actions are not looked up.
import { readdirSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { parse } from 'yaml'

// The language service imports JSON files without the attribute that Node requires.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
})
const { validate } = await import('@actions/languageservice/validate')

const severities = ['', 'error', 'warning', 'info', 'hint']
// The service looks up only published names: the action as the repository itself uses it gets one.
const published = { owner: 'fleet-patch', name: 'fleet-patch' }
const manifest = parse(readFileSync('action.yml', 'utf8'))
const actionsMetadataProvider = {
  fetchActionMetadata: async ({ owner, name }) =>
    owner === published.owner && name === published.name ? manifest : undefined,
}

async function problemsOf(path) {
  const text = readFileSync(path, 'utf8').replaceAll(
    /uses: \.\/?(?=[\s,}]|$)/gm,
    `uses: ${published.owner}/${published.name}@v1`,
  )
  const document = TextDocument.create(pathToFileURL(path).href, 'yaml', 1, text)
  const problems = await validate(document, { actionsMetadataProvider })
  return problems
    .filter(({ message }) => !message.startsWith('Unable to resolve action'))
    .map(({ message, severity = 1, range: { start } }) => ({
      severity,
      line: `${path}:${start.line + 1}:${start.character + 1} ${severities[severity]}: ${message}`,
    }))
}

const workflows = '.github/workflows'
const paths = ['action.yml', ...readdirSync(workflows).map((name) => join(workflows, name))]
const given = process.argv.slice(2)
const problems = (await Promise.all((given.length > 0 ? given : paths).map(problemsOf))).flat()
for (const { line } of problems) console.log(line)
process.exitCode = problems.some(({ severity }) => severity <= 2) ? 1 : 0
