import { inFile } from './mutant.ts'

/** Mutants of the check of what can be launched. */
export const FIT_MUTANTS = inFile('src/domain/image/fit.ts', [
  {
    name: 'an image boots in a mode that the type does not have',
    find: 'modes === undefined || modes.includes(bootMode)',
    replace: 'modes === undefined || modes.length > 0',
  },
  {
    name: 'an image without ENA is launched where it is required',
    find: "ena === 'missing' && type.ena === 'required'",
    replace: 'false',
  },
  {
    name: 'an image that is not allowed is launched',
    find: "if (image.demands?.allowed === 'no')",
    replace: 'if (image.demands?.allowed === undefined && image.rootGiB === -1)',
  },
])
