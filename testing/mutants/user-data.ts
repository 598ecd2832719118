import { inFile } from './mutant.ts'

/** Mutants of how user data is read and changed. */
export const USER_DATA_MUTANTS = [
  ...inFile('src/domain/user-data/kind.ts', [
    {
      name: 'an archive of cloud-config is cloud-config',
      find: '(?!-archive|-jsonp)',
      replace: '',
    },
    {
      name: 'cloud-config behind white space is text',
      find: '?\\s*#cloud-config',
      replace: '?#cloud-config',
    },
  ]),
  ...inFile('src/domain/yaml/source.ts', [
    {
      name: 'YAML that contains itself is read',
      find: 'if (!around ||',
      replace: 'if (around ||',
    },
  ]),
]
