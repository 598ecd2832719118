/** `fleet-patch portal`: writes the dispatch form of a catalogue, or checks that it is what the catalogue gives. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { UserError } from '../../errors.ts'
import { readCatalogue } from '../../inputs/catalogue/read-catalogue.ts'
import { USUAL_CATALOGUE } from '../../inputs/catalogue/usual-path.ts'
import type { CommandLine } from '../command.ts'
import { runTool, textOf, wrongWords } from '../run-tool.ts'
import { portalForm } from './form.ts'

/** The file that it writes. */
export const PORTAL_FILE = 'fleet-patch-portal.yml'

/** Runs the tool; the exit code: 0, 1 where the check fails or the catalogue is wrong, 2 where the words mean nothing. */
export const portal = async (line: CommandLine, words: readonly string[]): Promise<number> =>
  await runTool(line, readWords(words), (asked) => writeOrCheck(line, asked))

interface Asked {
  readonly does: 'write' | 'check'
  readonly catalogue: string
  readonly folder: string
}

/** A sentence where the words mean nothing. */
function readWords(words: readonly string[]): Asked | string {
  let values: {
    readonly write?: boolean
    readonly check?: boolean
    readonly catalogue: string
    readonly folder: string
  }
  try {
    values = parseArgs({
      args: [...words],
      options: {
        write: { type: 'boolean' },
        check: { type: 'boolean' },
        catalogue: { type: 'string', default: USUAL_CATALOGUE },
        folder: { type: 'string', default: '.github/workflows' },
      },
    }).values
  } catch (error) {
    return wrongWords(error, 'portal')
  }
  const { write = false, check = false, catalogue, folder } = values
  if (write === check) return 'Give either `--write` or `--check`.'
  return { does: write ? 'write' : 'check', catalogue, folder }
}

async function writeOrCheck(line: CommandLine, { does, catalogue: path, folder }: Asked): Promise<number> {
  const text = await textOf(resolve(line.folder, path))
  if (text === undefined)
    throw new UserError({
      what: `There is no catalogue at ${path}.`,
      remedy: 'Write one, or name it with `--catalogue`: docs/catalogue.md says how.',
    })
  const catalogue = readCatalogue({ path, text, now: line.clock.now() / 1000 })
  const { version } = JSON.parse(await line.ownFile('package.json')) as { version: string }
  const wanted = portalForm({ catalogue, path, version })
  const shown = join(folder, PORTAL_FILE)
  const place = resolve(line.folder, folder)
  if (does === 'write') {
    await mkdir(place, { recursive: true })
    await writeFile(join(place, PORTAL_FILE), wanted)
    line.stdout.write(`${shown} is written.\n`)
    return 0
  }
  const found = await textOf(join(place, PORTAL_FILE))
  // A checkout may have other line ends.
  if (found?.replaceAll('\r\n', '\n') === wanted) {
    line.stdout.write(`${shown} is what ${path} gives.\n`)
    return 0
  }
  const why = found === undefined ? 'is missing' : `is not what ${path} gives`
  throw new UserError({ what: `${shown} ${why}.`, remedy: 'Run `npx fleet-patch portal --write` and commit it.' })
}
