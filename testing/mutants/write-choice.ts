/** Chooses worlds until the time is over, writes them into the file that the fuzzer plays, and tells what they notice. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { WORLD_KINDS } from '../fuzz/chosen-worlds.ts'
import { FIRST_FOCUSED } from '../fuzz/focus.ts'
import { type Bounds, chosenWorlds, noticedOfHeldOut, playAll, Progress, triedMutants } from './choose.ts'
import type { Mutant } from './mutant.ts'

const FILE = 'testing/fuzz/chosen-worlds.ts'

/** Plays in a folder that keeps the progress, and goes on where an earlier call has stopped; gives the lines to print. */
export async function writeChoice(
  root: string,
  { folder, mutants, bounds }: { readonly folder: string; readonly mutants: readonly Mutant[]; readonly bounds: Bounds },
): Promise<readonly string[]> {
  const progress = new Progress(folder, mutants)
  const isDone = await playAll(root, progress, mutants, bounds)
  const path = join(root, FILE)
  const written = WORLD_KINDS.reduce((text, only) => {
    const numbers = chosenWorlds(progress, only).map((seed) => seed - FIRST_FOCUSED)
    return text.replace(new RegExp(`${only}: \\[[^\\]]*\\]`), `${only}: [${numbers.join(', ')}]`)
  }, readFileSync(path, 'utf8'))
  writeFileSync(path, await format(written, { ...(await resolveConfig(path)), parser: 'typescript' }))
  const { played, noticed } = await noticedOfHeldOut(root, progress, mutants)
  return [
    ...told(progress, mutants),
    `${noticed.length} of ${played} mutants noticed for which no world was chosen`,
    isDone ? 'Everything within the bounds was played.' : 'The time is over: the same command goes on.',
  ]
} // prettier-ignore

/** What became of the mutants that were tried. */
function told({ trials, worlds }: Progress, mutants: readonly Mutant[]): readonly string[] {
  const tried = triedMutants(mutants).flatMap((mutant) => {
    const all = trials.get(mutants.indexOf(mutant))
    return all === undefined ? [] : [{ mutant, all }]
  })
  const noticed = tried.filter(({ all }) => all.some(({ problem }) => problem !== undefined))
  const shown = tried.filter((each) => !noticed.includes(each) && each.all.some(({ differs }) => differs))
  const nameOf = ({ mutant: { name, file } }: (typeof tried)[number]): string => `  ${name} (${file})`
  return [
    ...worlds.flatMap(({ only, seed, problem }) =>
      problem === undefined ? [] : [`${only}, seed ${seed}, without any mutant: ${problem}`],
    ),
    'Something happens otherwise, and no check sees it:',
    ...shown.map(nameOf),
    'Nothing happens otherwise where they were tried:',
    ...tried.filter((each) => !noticed.includes(each) && !shown.includes(each)).map(nameOf),
    `${noticed.length} of ${tried.length} mutants noticed in ${worlds.length} worlds, ${shown.length} more show in one`,
  ]
}
