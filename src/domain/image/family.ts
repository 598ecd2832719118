import type { Image } from './image.ts'

/** Images that replace one another: the newest of a family is what `latest` means for any of them. */
export interface ImageFamily {
  /** Equal for two images exactly when they are of the same family. */
  readonly key: string
  readonly owner: string
  readonly architecture: string
  readonly virtualization: string
  readonly rootType: string
  /** For the `name` filter of DescribeImages: matches every name of the family, and possibly a few of others. */
  readonly namePattern: string
}

/**
 * The family of an image: same owner, architecture, virtualization and root type, and the same name once dates and
 * build numbers are taken out. An image without a name is a family of its own.
 */
export function familyOf(image: Image): ImageFamily {
  const { owner, architecture, virtualization, rootType } = image
  const namePattern = namePatternOf(image.name)
  const name = image.name === '' ? image.id : namePattern
  const key = JSON.stringify([owner, architecture, virtualization, rootType, name])
  return { key, owner, architecture, virtualization, rootType, namePattern }
}

/**
 * A name with `*` for each date and build number. In doubt a number is taken for a product version and stays: a family
 * too small misses an update and is seen, a family too large installs another product.
 */
export function namePatternOf(name: string): string {
  // A UUID names a product of the marketplace; its digits must not be read as dates or commits.
  return name
    .split(/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/iu)
    .map((text, index) => (index % 2 === 1 ? text : withoutBuilds(text)))
    .join('')
}

const date = /(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/u.source
const punctuatedDate = /(?:19|20)\d{2}(?<mark>[-_.])(?:0[1-9]|1[0-2])\k<mark>(?:0[1-9]|[12]\d|3[01])/u.source
const start = /(?<![A-Za-z0-9]|\d\.)/u.source
const end = /(?![A-Za-z0-9]|\.\d)/u.source

/** What is a build, in this order; `$<kept>` is the part in front of it that names the product. */
const builds: readonly (readonly [meaning: string, pattern: RegExp])[] = [
  ['2024-01-31T10.11.12Z, 20240131T101112Z', rule(`(?:${date}|${punctuatedDate})T\\d[\\d.:_-]*Z?${end}`)],
  ['2024.01.16, 2024-01-31-1011', rule(`v?${punctuatedDate}(?:[-_. ]\\d+)*${end}`)],
  ['20240131101112, 202401311011', rule(`v?${date}(?:[01]\\d|2[0-3])[0-5]\\d(?:[0-5]\\d)?${end}`)],
  [
    '20160208-163341, 20240126.1, v20240129: the numbers right after a date',
    rule(`v?${date}(?:\\.\\d+)*(?:[-_ ]\\d+)*${end}`),
  ],
  [
    '2023.5.20240903.0: all but the first number where a later one is a date',
    rule(`(?<kept>\\d+\\.)(?:\\d+\\.)*${date}(?:\\.\\d+)*${end}`),
  ],
  [
    'v1.19.0-5ab6a9c3 at the end: with its commit a version is a build',
    /(?<kept>(?<![A-Za-z0-9]))v\d+(?:\.\d+){2}-(?:(?=\d*[a-f])[0-9a-f]{7,40}|\d{8})$/gu,
  ],
  ['3f2a1bc: a commit', rule(`(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{7,40}${end}`)],
  ['ami-05713873c6794f575.4: the image it was copied from', rule(`ami-[0-9a-f]{8,17}(?:\\.\\d+)?(?![A-Za-z0-9])`)],
  [
    'rc1, build-45, beta.2: the number; the word stays, so no candidate replaces a release',
    /(?<kept>(?<![A-Za-z0-9])(?:alpha|beta|build|dev|nightly|pre|preview|rc|rev|snapshot)[-_. ]?)\d+(?![A-Za-z0-9])/giu,
  ],
  ['1.4.2-45: the number after a version of three parts', rule(`(?<kept>v?\\d+\\.\\d+\\.\\d+[-_+])\\d+${end}`)],
  ['x86_64-49: the number after the architecture', rule(`(?<kept>(?:x86_64|amd64|arm64|aarch64)[-_])\\d+${end}`)],
  ['3815.2.0: versions that count days', rule(`(?!(?:19|20)\\d{2}\\.)\\d{4,}(?:\\.\\d+)+${end}`)],
  ['1706695872, 48213: no product has come to version ten thousand', rule(`\\d{5,}${end}`)],
]

function rule(pattern: string): RegExp {
  return new RegExp(`${start}${pattern.includes('?<kept>') ? '' : '(?<kept>)'}${pattern}`, 'gu')
}

function withoutBuilds(text: string): string {
  return builds.reduce((rest, [, pattern]) => rest.replace(pattern, '$<kept>*'), text)
}
