import { inFile } from './mutant.ts'

/** Mutants of what is found out before the first change. */
export const PREFLIGHT_MUTANTS = [
  ...inFile('src/domain/rollout/preflight-findings.ts', [
    {
      name: 'a warning stands against a run',
      find: "weight === 'refusal')",
      replace: "weight !== 'info')",
    },
    {
      name: 'only the first refusal is told',
      find: '  const lines = [...new Set(refusals.map(findingInWords))]',
      replace: '  const lines = [...new Set(refusals.map(findingInWords))].slice(0, 1)',
    },
    {
      name: 'what two checks find alike is told twice',
      find: '[...new Set(refusals.map(findingInWords))]',
      replace: 'refusals.map(findingInWords)',
    },
    {
      name: 'it is not told what to do about a refusal',
      find: "['Nothing was changed.', ...remedies]",
      replace: "['Nothing was changed.']",
    },
  ]),
  ...inFile('src/aws/preflight/checks.ts', [
    {
      name: 'groups that must not be changed are not looked for',
      find: 'find: ({ connection, groups }) => ineligibleGroups(connection, groups),',
      replace: 'find: async () => [],',
    },
    {
      name: 'a read that AWS refuses refuses nothing',
      find: '    return refusedReads(error)',
      replace: '    return refusedReads(error).slice(1)',
    },
    {
      name: 'of several refused reads one is told',
      find: 'error.refusals.flatMap(refusedReads)',
      replace: 'error.refusals.slice(0, 1).flatMap(refusedReads)',
    },
  ]),
  ...inFile('src/aws/client/all-answers.ts', [
    {
      name: 'a refusal hides a lost answer',
      find: 'if (refusals.length < errors.length) throw',
      replace: 'if (refusals.length === 0) throw',
    },
  ]),
]
