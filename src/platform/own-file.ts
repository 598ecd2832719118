import { realpathSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The text of a file beside dist/, in which the file that was started lies, perhaps behind a link. */
export const ownFile = async (name: string): Promise<string> =>
  await readFile(join(dirname(realpathSync(process.argv[1] ?? '')), '..', name), 'utf8')
