import { generalRules, holdsDate } from './line-rules.ts'
import { vendorRules } from './vendors.ts'

/** What a part of a name is that changes from release to release. A commit has no order; the others never go down. */
export type ReleaseKind = 'date' | 'version' | 'build' | 'commit'

/** A part of a name that changes from release to release. */
export interface ReleasePart {
  readonly kind: ReleaseKind
  readonly text: string
}

/** The line of a product that the name of an image shows: what stays, and what changes from release to release. */
export interface ImageLine {
  /** The name with `*` for each part that changes. */
  readonly pattern: string
  readonly parts: readonly ReleasePart[]
  /** Why nothing can be said of successors, a sentence; undefined where the name shows what changes. */
  readonly doubt: string | undefined
  /** Whose rule it is; undefined for the general one. */
  readonly vendor: string | undefined
}

/**
 * The line of a name: by the vendor's rule where there is one, else what is surely a date, a build number or a commit. In
 * doubt a number belongs to the product and stays: a line too small misses an update and says so, a line too large
 * installs another product.
 */
export function lineOf(name: string): ImageLine {
  const vendor = vendorRules.find((rule) => rule.name.test(name))
  if (vendor === undefined) return generalLine(name)
  if (vendor.successors === 'not by name')
    return { pattern: name, parts: [], doubt: `${vendor.why} ${WAY_OUT}`, vendor: vendor.vendor }
  return { ...lineBy(vendor.name, name), doubt: undefined, vendor: vendor.vendor }
}

const WAY_OUT = 'Set `image` to `name:<glob>` to say what is meant.'

function generalLine(name: string): ImageLine {
  const segments = generalRules.reduce<readonly Segment[]>(
    (rest, rule) => rest.flatMap((segment) => (typeof segment === 'string' ? split(segment, rule) : [segment])),
    withoutUuids(name),
  )
  const parts = segments.filter((segment) => typeof segment === 'object' && 'kind' in segment)
  const texts = segments.flatMap((segment) => (typeof segment === 'string' ? segment : []))
  return {
    pattern: segments.map((segment) => (typeof segment === 'string' ? segment : textOf(segment))).join(''),
    parts,
    doubt: doubtOf(parts, texts),
    vendor: undefined,
  }
}

function doubtOf(parts: readonly ReleasePart[], texts: readonly string[]): string | undefined {
  if (texts.some(holdsDate))
    return `Its name holds a date that may belong to something else, so its successors cannot be told from it. ${WAY_OUT}`
  return parts.length > 0
    ? undefined
    : `Its name shows no date, build number or commit that is known as one, so its successors cannot be told from it. ${WAY_OUT}`
}

/** A text that may still be taken apart, a part that changes, or a text that stays as it is. */
type Segment = string | ReleasePart | { readonly fixed: string }

const textOf = (segment: Exclude<Segment, string>): string => ('fixed' in segment ? segment.fixed : '*')

/** A UUID names a product of the marketplace; its digits must not be read as dates or commits. */
function withoutUuids(name: string): readonly Segment[] {
  return name
    .split(/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/iu)
    .map((text, index) => (index % 2 === 1 ? { fixed: text } : text))
}

function split(
  text: string,
  { kind, pattern }: { readonly kind: ReleaseKind; readonly pattern: RegExp },
): readonly Segment[] {
  const segments: Segment[] = []
  let end = 0
  for (const { index, 0: found, groups } of text.matchAll(pattern)) {
    const kept = groups?.['kept'] ?? ''
    segments.push(text.slice(end, index + kept.length), { kind, text: found.slice(kept.length) })
    end = index + found.length
  }
  return [...segments, text.slice(end)].filter((segment) => segment !== '')
}

/** By a rule whose groups are named after what they are: `version`, `date2`. */
function lineBy(rule: RegExp, name: string): Pick<ImageLine, 'pattern' | 'parts'> {
  const { groups = {} } = new RegExp(rule.source, `${rule.flags}d`).exec(name)?.indices ?? {}
  const found = Object.entries(groups)
    .flatMap(([key, span]) => (span === undefined ? [] : [{ kind: key.replace(/\d+$/u, '') as ReleaseKind, span }]))
    .sort((one, other) => one.span[0] - other.span[0])
  let end = 0
  const texts = found.map(({ span }) => {
    const text = name.slice(end, span[0])
    end = span[1]
    return text
  })
  return {
    // Parts that follow one another are one for the filter of AWS.
    pattern: `${texts.map((text) => `${text}*`).join('')}${name.slice(end)}`.replace(/\*(?:[-_.]\*)+/gu, '*'),
    parts: found.map(({ kind, span }) => ({ kind, text: name.slice(...span) })),
  }
}
