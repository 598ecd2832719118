// Checks action.yml, the workflows and every fenced block of YAML in the documentation, with GitHub's own language
// service and without the network: unknown keys, wrong contexts and expressions, and inputs that this action does not
// have. In the documentation steps alone count as those of a workflow, and other YAML has to parse. Other people's
// actions are not looked up.
import { readdirSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { LineCounter, parse, parseAllDocuments } from 'yaml'

import { fencedYaml, framed } from './fenced-yaml.ts'

// The language service imports JSON files without the attribute that Node requires.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
})
const { validate } = await import('@actions/languageservice/validate')

const workflows = '.github/workflows'
const severities = ['', 'error', 'warning', 'info', 'hint']
// The service looks up only published names: the action as the repository itself uses it gets one.
const published = { owner: 'fleet-patch', name: 'fleet-patch' }
const manifest = parse(readFileSync('action.yml', 'utf8'))
const actionsMetadataProvider = {
  fetchActionMetadata: async ({ owner, name }) =>
    owner === published.owner && name === published.name ? manifest : undefined,
}

/** What the service says of a file of that path, with lines and columns from 1. */
async function problemsOf(path, content) {
  const text = content.replaceAll(/uses: \.\/?(?=[\s,}]|$)/gm, `uses: ${published.owner}/${published.name}@v1`)
  const document = TextDocument.create(pathToFileURL(path).href, 'yaml', 1, text)
  const problems = await validate(document, { actionsMetadataProvider })
  return problems
    .filter(({ message }) => !message.startsWith('Unable to resolve action'))
    .map(({ message, severity = 1, range: { start } }) => ({
      severity,
      message,
      line: start.line + 1,
      column: start.character + 1,
    }))
}

/** What is wrong with a block, where it stands in its page. The service remembers files by their path: each has its own. */
async function problemsOfBlock({ line, indent, text }, path) {
  const broken = syntaxErrors(text)
  const { kind, text: file, lines, columns } = framed(text)
  const found =
    broken.length > 0 || kind === 'other' ? broken : await problemsOf(join(workflows, `${path}-${line}.yml`), file)
  const [above, before] = broken.length > 0 ? [0, 0] : [lines, columns]
  return found.map((problem) => ({
    ...problem,
    line: Math.max(line, problem.line - above + line - 1),
    column: Math.max(1, problem.column - before + indent),
  }))
}

function syntaxErrors(text) {
  const lineCounter = new LineCounter()
  return parseAllDocuments(text, { lineCounter, prettyErrors: false })
    .flatMap(({ errors }) => errors)
    .map(({ message, pos: [offset] }) => {
      const { line, col } = lineCounter.linePos(offset)
      return { severity: 1, message, line, column: col }
    })
}

async function problemsIn(path) {
  const text = readFileSync(path, 'utf8')
  const problems = path.endsWith('.md')
    ? (await Promise.all(fencedYaml(text).map((block) => problemsOfBlock(block, path)))).flat()
    : await problemsOf(path, text)
  return problems.map(({ severity, message, line, column }) => ({
    severity,
    text: `${path}:${line}:${column} ${severities[severity]}: ${message}`,
  }))
}

const pages = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
const paths = [
  'action.yml',
  ...[workflows, 'examples'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.yml'))
      .map((name) => join(folder, name)),
  ),
  ...pages('.'),
  ...pages('docs'),
  ...pages('simulator'),
]
const given = process.argv.slice(2)
const problems = (await Promise.all((given.length > 0 ? given : paths).map(problemsIn))).flat()
for (const { text } of problems) console.log(text)
process.exitCode = problems.some(({ severity }) => severity <= 2) ? 1 : 0
