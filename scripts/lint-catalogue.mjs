// Holds docs/catalogue.schema.json and a catalogue in yaml-language-server, the one that editors use: `npm run
// lint:catalogue`, with other paths as arguments. The server is no dependency: npm brings it for the one call.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fencedYaml } from './fenced-yaml.ts'

const SERVER = 'yaml-language-server@2.0.0'
const schema = pathToFileURL(resolve('docs/catalogue.schema.json')).href
const paths = process.argv.slice(2)
/** Those that are given, or those of the documentation. */
const catalogues =
  paths.length > 0
    ? paths.map((path) => ({ name: path, text: readFileSync(path, 'utf8') }))
    : fencedYaml(readFileSync('docs/catalogue.md', 'utf8')).flatMap(({ text, line }) =>
        /^version: 1$/m.test(text) ? [{ name: `docs/catalogue.md:${line}`, text }] : [],
      )
if (catalogues.length === 0) throw new Error('docs/catalogue.md shows no catalogue')
/** What the server must notice, or it has not read the schema. */
const broken = { name: 'a catalogue with a wrong key', text: 'version: 1\nenvironmentz: {}\nservices: {}\n' }

const server = spawn('npm', ['exec', '--yes', `--package=${SERVER}`, '--', 'yaml-language-server', '--stdio'], {
  stdio: ['pipe', 'pipe', 'inherit'],
})
const answers = new Map()
let received = Buffer.alloc(0)
let ids = 0

const send = (message) => {
  const text = JSON.stringify({ jsonrpc: '2.0', ...message })
  server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
}
const ask = (method, params) =>
  new Promise((done) => {
    answers.set(++ids, done)
    send({ id: ids, method, params })
  })
const diagnostics = new Map()

server.stdout.on('data', (chunk) => {
  received = Buffer.concat([received, chunk])
  for (;;) {
    const head = received.indexOf('\r\n\r\n')
    const [, length] = /Content-Length: (\d+)/i.exec(received.subarray(0, Math.max(0, head)).toString()) ?? []
    if (length === undefined || received.length < head + 4 + Number(length)) return
    const message = JSON.parse(received.subarray(head + 4, head + 4 + Number(length)).toString())
    received = received.subarray(head + 4 + Number(length))
    if (message.method === 'textDocument/publishDiagnostics')
      diagnostics.get(message.params.uri)?.(message.params.diagnostics)
    else if (message.method === 'workspace/configuration')
      send({
        id: message.id,
        result: message.params.items.map(() => ({ validate: true, schemaStore: { enable: false } })),
      })
    else if (message.method !== undefined && message.id !== undefined) send({ id: message.id, result: null })
    else answers.get(message.id)?.(message.result)
  }
})

/** What the server says of a text that names our schema. */
function problemsOf({ text }, index) {
  const uri = pathToFileURL(resolve(`catalogue-${index}.yml`)).href
  const own = text.replace(/^# yaml-language-server:.*\n/m, '')
  return new Promise((done) => {
    diagnostics.set(uri, done)
    const document = { uri, languageId: 'yaml', version: 1, text: `# yaml-language-server: $schema=${schema}\n${own}` }
    send({ method: 'textDocument/didOpen', params: { textDocument: document } })
  })
}

await ask('initialize', { processId: process.pid, rootUri: null, capabilities: { workspace: { configuration: true } } })
send({ method: 'initialized', params: {} })
let failed = false
for (const [index, catalogue] of [...catalogues, broken].entries()) {
  const problems = await problemsOf(catalogue, index)
  const isFine =
    catalogue === broken ? problems.some(({ message }) => /environmentz/.test(message)) : problems.length === 0
  console.log(`${isFine ? 'ok' : 'NOT OK'}: ${catalogue.name}`)
  if (!isFine)
    for (const { message, range } of problems)
      console.log(`  ${range.start.line}:${range.start.character + 1} ${message}`)
  failed ||= !isFine
}
server.kill()
process.exit(failed ? 1 : 0)
