import { lineOf, type ReleasePart } from './line.ts'

const words: Readonly<Record<ReleasePart['kind'], string>> = {
  date: 'a date',
  version: 'a version',
  build: 'a build number',
  commit: 'a commit',
}

/**
 * What of the name of an image is taken for what, for people: `its name web-20240131 is read with 20240131 as a date;
 * its line is web-*`.
 */
export function lineInWords(name: string): string {
  const { parts, pattern, vendor } = lineOf(name)
  const taken = parts.map(({ kind, text }) => `${text} as ${words[kind]}`).join(' and ')
  const rule = vendor === undefined ? '' : ` by the rule for ${vendor}`
  return `its name ${name} is read with ${taken}${rule}; its line is ${pattern}`
}
