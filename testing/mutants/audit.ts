import { inFile } from './mutant.ts'

/** Mutants of what an audit counts and reports. */
export const AUDIT_MUTANTS = [
  ...inFile('src/domain/audit/audit.ts', [
    {
      name: 'an image of exactly the limit is too old',
      find: 'imageAgeDays > days',
      replace: 'imageAgeDays >= days',
    },
    {
      name: 'each instance of a group counts in a limit',
      find: "[row.region, row.group, 'group']",
      replace: '[row.region, row.group, row.instance?.id]',
    },
  ]),
  ...inFile('src/domain/audit/rows.ts', [
    {
      name: 'what a group launches and does not run is left out of rows for instances',
      find: 'if (own.length === 0) return [row]',
      replace: 'if (own.length === 0) return []',
    },
  ]),
  ...inFile('src/domain/audit/classify.ts', [
    {
      name: 'a name that shows no successors is current',
      find: 'return doubt === undefined',
      replace: "return doubt !== 'none'",
    },
  ]),
]
