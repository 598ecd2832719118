// Writes each documented workflow, and each documented step in a workflow of its own, into a folder: for linters that read files.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { fencedYaml, framed } from './fenced-yaml.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Usage: documented-workflows.mjs FOLDER')
mkdirSync(folder, { recursive: true })
const pages = ['.', 'docs', 'simulator'].flatMap((room) =>
  readdirSync(room)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(room, name)),
)
let written = 0
for (const page of pages)
  for (const block of fencedYaml(readFileSync(page, 'utf8'))) {
    const { kind, text } = framed(block.text)
    if (kind === 'other') continue
    writeFileSync(join(folder, `${page.replaceAll('/', '-')}-${block.line}.yml`), `${text}\n`)
    written++
  }
if (written === 0) throw new Error('The documentation shows no workflow.')
