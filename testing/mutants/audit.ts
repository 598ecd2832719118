import { inFile } from './mutant.ts'

/** Mutants of what an audit counts and reports. */
export const AUDIT_MUTANTS = [
  ...inFile('src/report/results/audit-lines.ts', [
    {
      name: 'an audit whose catalogue names no account has none',
      find: 'account ?? rows.find((row) => row.account !== undefined)?.account ?? null',
      replace: 'account',
    },
  ]),
  ...inFile('src/modes/images.ts', [
    {
      name: 'an audit of a service seems to be one of everything',
      find: 'selectors.groups.length + selectors.stacks.length + selectors.tags.length === 0',
      replace: 'selectors.stacks.length + selectors.tags.length === 0',
    },
    {
      name: 'the files of an audit do not say whose a group is',
      find: 'serviceOf: (group: string) => governance?.claimed.get(group) ?? null',
      replace: 'serviceOf: () => null',
    },
  ]),
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
