import { inFile } from './mutant.ts'

/** Mutants of the lines that `latest` stays in. */
export const IMAGE_LINE_MUTANTS = [
  ...inFile('src/domain/image/line-rules.ts', [
    {
      name: 'a Windows build is a build number',
      find: '(?!${product})\\\\d{5,}${end}',
      replace: '\\\\d{5,}${end}',
    },
    {
      name: 'an Ubuntu release behind a date is a time',
      find: '[-_ ](?!${product})${hours}',
      replace: '[-_ ]${hours}',
    },
    {
      name: 'a word with a date is a commit',
      find: '(?![a-f]+\\\\d{8,}${end})',
      replace: '',
    },
  ]),
  ...inFile('src/domain/image/line.ts', [
    {
      name: 'a name that shows nothing is current',
      find: 'return parts.length > 0',
      replace: 'return parts.length >= 0',
    },
    {
      name: 'a date that is left over is no doubt',
      find: 'if (texts.some(holdsDate))',
      replace: 'if (texts.every(holdsDate))',
    },
  ]),
  ...inFile('src/domain/image/succession.ts', [
    {
      name: 'a lower version that was made later comes after',
      find: 'compareParts(lineOf(one.name).parts, lineOf(other.name).parts) || byRelease(one, other)',
      replace: 'byRelease(one, other)',
    },
    {
      name: 'versions are compared as text',
      find: '(part.text.match(/\\d+/gu) ?? []).map(Number)',
      replace: "[Number(part.text.replace(/\\D/gu, ''))]",
    },
  ]),
  ...inFile('src/domain/image/vendors.ts', [
    {
      name: 'Flatcar LTS goes on to another major',
      find: '^Flatcar-lts-\\d+\\.(?<version>\\d+\\.\\d+)',
      replace: '^Flatcar-lts-(?<version>\\d+\\.\\d+\\.\\d+)',
    },
  ]),
]
