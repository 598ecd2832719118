import { productNumbers } from './vendors.ts'

const date = /(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/u.source
const punctuatedDate = /(?:19|20)\d{2}(?<mark>[-_.])(?:0[1-9]|1[0-2])\k<mark>(?:0[1-9]|[12]\d|3[01])/u.source
/** `31012024`, `01312024`: the order of such numbers is not that of their days. */
const reversedDate =
  '(?:(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))(?:19|20)\\d{2}'
const punctuatedReversedDate = /(?:0?[1-9]|[12]\d|3[01])(?<sign>[-_.])(?:0?[1-9]|[12]\d|3[01])\k<sign>(?:19|20)\d{2}/u
  .source
const start = /(?<![A-Za-z0-9]|\d\.)/u.source
const end = /(?![A-Za-z0-9]|\.\d)/u.source
/** A number that names a product of its own: in doubt it is that, and no time and no build. */
const product = `(?:${productNumbers.flatMap(({ numbers }) => numbers).join('|')})(?!\\d)`
const hours = '(?:[01]\\d|2[0-3])'
const minutes = '[0-5]\\d'
/** `1011`, `101112`, `10-11-12`, behind a date. */
const time = `[-_ ](?!${product})${hours}[-_.]?${minutes}(?:[-_.]?${minutes})?`

/** A part of a name that changes from release to release, whichever vendor gave the name. */
export interface LineRule {
  /** Examples. */
  readonly meaning: string
  readonly kind: 'date' | 'build' | 'commit'
  /** The group `kept` in front of it belongs to the product. */
  readonly pattern: RegExp
}

/** The general rule, in this order. */
export const generalRules: readonly LineRule[] = [
  {
    meaning: '2024-01-31T10.11.12Z, 20240131T101112Z',
    kind: 'date',
    pattern: rule(`(?:${date}|${punctuatedDate})T\\d[\\d.:_-]*Z?${end}`),
  },
  {
    meaning: '2024.01.16, 2024-01-31-1011, 2024.01.16.1',
    kind: 'date',
    pattern: rule(`v?${punctuatedDate}(?:\\.\\d{1,3})*(?:${time})?${end}`),
  },
  {
    meaning: '20240131101112, 202401311011',
    kind: 'date',
    pattern: rule(`v?${date}${hours}${minutes}(?:${minutes})?${end}`),
  },
  {
    meaning: '20160208-163341, 20240126.1, v20240129',
    kind: 'date',
    pattern: rule(`v?${date}(?:\\.\\d+)*(?:${time})?${end}`),
  },
  {
    meaning: '1.4.20240903.0: the version in front of it stays',
    kind: 'date',
    pattern: rule(`(?<kept>(?:\\d+\\.)+)${date}(?:\\.\\d+)*${end}`),
  },
  {
    meaning: 'fe20240131: the word in front of it stays',
    kind: 'date',
    pattern: new RegExp(`(?<kept>(?<![A-Za-z0-9])[A-Za-z]+)${date}(?:\\.\\d+)*${end}`, 'gu'),
  },
  {
    meaning: '3f2a1bc: a commit',
    kind: 'commit',
    // Letters and then a number may be a word with a number: fe170669587.
    // An instance, a snapshot or a volume that was copied is a product of its own.
    pattern: rule(
      `(?<!(?:^|[^A-Za-z0-9])(?:i|snap|vol)-)(?![a-f]+\\d{8,}${end})(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{7,40}${end}`,
    ),
  },
  {
    meaning: 'ami-05713873c6794f575.4: the image it was copied from',
    kind: 'commit',
    pattern: rule(`ami-[0-9a-f]{8,17}(?:\\.\\d+)?(?![A-Za-z0-9])`),
  },
  {
    meaning: '1.4.2-rc1, 1.4-beta.2: the number; the word stays, so no candidate replaces a release',
    kind: 'build',
    pattern:
      /(?<kept>(?<![A-Za-z0-9])v?\d+(?:\.\d+)+[-_.+ ]?(?:alpha|beta|build|dev|nightly|pre|preview|rc|snapshot)[-_. ]?)\d+(?![A-Za-z0-9])/giu,
  },
  { meaning: 'build-45', kind: 'build', pattern: /(?<kept>(?<![A-Za-z0-9])build[-_. ]?)\d+(?![A-Za-z0-9])/giu },
  {
    meaning: '1.4.2-45: the number behind a version of three parts',
    kind: 'build',
    pattern: rule(`(?<kept>v?\\d+\\.\\d+\\.\\d+[-_+])(?!${product})\\d+${end}`),
  },
  {
    meaning: '1706695872, 48213: few products count so far, and those that do are known',
    kind: 'build',
    pattern: rule(`(?!${product}|${reversedDate}(?!\\d))\\d{5,}${end}`),
  },
]

function rule(pattern: string): RegExp {
  return new RegExp(`${start}${pattern.includes('?<kept>') ? '' : '(?<kept>)'}${pattern}`, 'gu')
}

/** Whether a full date is left in what should be the name of a product. */
export const holdsDate = (text: string): boolean =>
  new RegExp(`(?<!\\d)(?:${date}|${reversedDate}|${punctuatedReversedDate})(?!\\d)`, 'u').test(text)
