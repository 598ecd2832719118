import { inFile } from './mutant.ts'

/** Mutants of the lines that `latest` stays in. */
export const IMAGE_LINE_MUTANTS = [
  ...inFile('src/domain/image/line-rules.ts', [
    {
      name: 'a Windows build is a build number',
      find: '(?!${product}|${reversedDate}',
      replace: '(?!${reversedDate}',
    },
    {
      name: 'an Ubuntu release behind a date is a time',
      find: '[-_ ](?!${product})${hours}',
      replace: '[-_ ]${hours}',
    },
    {
      name: 'an instance that was copied is a commit',
      find: '(?<!(?:^|[^A-Za-z0-9])(?:i|snap|vol)-)',
      replace: '',
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
      name: 'a date comes after a commit',
      find: 'namesAlike(image, other) && ',
      replace: '',
    },
    {
      name: 'a commit without a letter is a build number',
      find: 'if (isUnordered(part.kind, other[index]?.kind)) continue',
      replace: '',
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
