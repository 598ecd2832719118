import { inFile } from './mutant.ts'

/** Mutants of the check of what can be launched. */
export const FIT_MUTANTS = [
  ...inFile('src/domain/image/fit.ts', [
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
  ]),
  ...inFile('src/domain/image/launch-shape.ts', [
    {
      name: 'the types that requirements name are not looked at',
      find: 'each.length > 0 && each.every((found) => found.length > 0)',
      replace: 'shape.instanceType !== undefined && each.flat().length > 0',
    },
    {
      name: 'one allowed type that does not fit stands for all',
      find: 'each.length > 0 && each.every((found) => found.length > 0)',
      replace: 'each.some((found) => found.length > 0)',
    },
    {
      name: 'the manufacturers of CPUs are not looked at',
      find: 'makers.length === 0 ||',
      replace: 'makers.length >= 0 ||',
    },
    {
      name: 'a root volume matters only where a type is named',
      find: 'if (alone.length > 0) return alone',
      replace: 'if (alone.length > 0 && shape.instanceType !== undefined) return alone',
    },
    {
      name: 'an image that the account would not allow is passed over',
      find: "demands?.allowed === 'no'",
      replace: "demands?.allowed === 'no' && demands.ena === 'missing'",
    },
  ]),
  ...inFile('src/aws/preflight/launch-fit.ts', [
    {
      name: 'a group is refused where one of its launches fits',
      find: 'launches.every((texts) => texts.length > 0)',
      replace: 'launches.some((texts) => texts.length > 0)',
    },
    {
      name: 'types that may not be described stand against a roll',
      find: "{ group: undefined, weight: 'notice', what }",
      replace: "{ group: undefined, weight: 'refusal', what }",
    },
    {
      name: 'it is not told what the account would not allow',
      find: '[...told, ...[...cautions]',
      replace: '[...told, ...[...cautions].slice(99)',
    },
  ]),
  ...inFile('src/aws/preflight/launched-from.ts', [
    {
      name: 'a type of an override does not take the place of its template’s',
      find: 'instanceType === undefined && requirements === undefined ? stated',
      replace: 'stated !== undefined ? stated',
    },
    {
      name: 'images of overrides are not held against their types',
      find: 'shapes: [shapeOf(launch)]',
      replace: 'shapes: []',
    },
  ]),
  ...inFile('src/aws/images/instance-types.ts', [
    {
      name: 'each reader asks for the same types again',
      find: '!this.#asked.has(name)',
      replace: "name !== ''",
    },
  ]),
]
