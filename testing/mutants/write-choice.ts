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
  const { played, noticed, worse } = await noticedOfHeldOut(root, progress, mutants)
  return [
    ...told(progress, mutants),
    `Of ${played} mutants for which no world was chosen ${noticed.length} break a promise, and ${worse.length} more make figures worse`,
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
  const worse = tried.filter((each) => !noticed.includes(each) && each.all.some((trial) => trial.worse !== undefined))
  const unnoticed = tried.filter((each) => !noticed.includes(each) && !worse.includes(each))
  const shown = unnoticed.filter(({ all }) => all.some(({ differs }) => differs))
  const nameOf = ({ mutant: { name, file } }: (typeof tried)[number]): string => `  ${name} (${file})`
  return [
    ...worlds.flatMap(({ only, seed, problem }) =>
      problem === undefined ? [] : [`${only}, seed ${seed}, without any mutant: ${problem}`],
    ),
    'Something happens otherwise, no promise is broken, and no figure is worse:',
    ...shown.map(nameOf),
    'Nothing happens otherwise where they were tried:',
    ...unnoticed.filter((each) => !shown.includes(each)).map(nameOf),
    `${noticed.length} of ${tried.length} mutants break a promise in one of ${worlds.length} worlds, ${worse.length} more make its figures worse, ${shown.length} more show in one`,
  ]
}
