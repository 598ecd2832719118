import { inFile } from './mutant.ts'

/** Mutants of how the inputs are read, and of what is said of wrong ones. */
export const INPUT_MUTANTS = [
  ...inFile('src/inputs/common.ts', [
    {
      name: 'an input of rolls is taken without a word where a release is of two groups',
      find: 'usedInputs(mode, isOfPair)',
      replace: 'modes[mode].uses',
    },
    {
      name: 'an empty dry-run is a run that changes things',
      find: "!reader.empty.includes('dry-run')",
      replace: 'reader.problems.length >= 0',
    },
  ]),
  ...inFile('src/inputs/reader.ts', [
    {
      name: 'an input without a default counts as passed empty',
      find: '.filter((name) => declaredInputs[name] !== undefined)',
      replace: '',
    },
    {
      name: 'an input that is read twice is told twice',
      find: 'if (!wrong.has(name))',
      replace: 'if (!wrong.has(name) || text !== fallback)',
    },
  ]),
  ...inFile('src/inputs/list-form.ts', [
    {
      name: 'a name that begins with a dash is taken for an entry of YAML',
      find: '/^- +\\S/',
      replace: '/^- *\\S/',
    },
    {
      name: 'a quote inside of an entry is refused',
      find: '/^(["\'`]).*\\1$/',
      replace: '/(["\'`]).*\\1$/',
    },
  ]),
  ...inFile('src/inputs/patch.ts', [
    {
      name: 'an image reference that cannot be is taken',
      find: '() => problem === undefined',
      replace: '() => problem !== null',
    },
  ]),
  ...inFile('src/aws/select/suggestions.ts', [
    {
      name: 'the name of a stack with its version means nothing',
      find: 'stack === text',
      replace: 'stack === `${text}-`',
    },
    {
      name: 'for the beginning of a name whole names are near',
      find: 'name.slice(0, beginning.length)',
      replace: 'name',
    },
  ]),
  ...inFile('src/text/nearest.ts', [
    {
      name: 'two letters in the wrong order are two mistakes',
      find: 'at(row - 2, column - 2) + 1',
      replace: 'at(row - 2, column - 2) + 2',
    },
    {
      name: 'a word that has nothing in common is near',
      find: 'Math.max(1, Math.floor(wanted.length / 3))',
      replace: 'Math.max(1, wanted.length)',
    },
  ]),
]
