/** What earlier runs have seen: a tag on each group, and a parameter of the region for what carries no tags. */
import type { Finding } from '../../domain/janitor/finding.ts'
import type { Connection } from '../client/connection.ts'
import { sha256 } from '../client/sha256.ts'
import { parseTag } from '../groups/tag-format.ts'
import { parameterValues } from '../images/image-parameters.ts'

/** Tag of a group that says what was seen first when: `v=1 standby=1767600000.1f2e3d4c5b`. */
export const SEEN_TAG = 'fleet-patch:seen'
/** The parameter that says the same of launch configurations and templates, which carry no tags, or none for a version. */
export const SEEN_PARAMETER = '/fleet-patch/janitor/seen'

const VERSION = '1'
/** What stands in the parameter where nothing is marked: AWS takes no empty value. */
export const NO_MARKS = `v=${VERSION}`
/** Hex digits that tell findings apart. */
const DIGITS = 10

/** The key of a finding in the marks: its name, or for what belongs to no group also what it is about. */
const keyOf = ({ finding, resource }: Finding): string =>
  resource === undefined ? finding : `${finding}.${sha256(resource).slice(0, DIGITS)}`

const digestOf = ({ subject }: Finding): string => sha256(subject).slice(0, DIGITS)

/** Marks of a tag or of the parameter; what cannot be read says nothing. */
export interface SeenBefore {
  /** When a run has marked exactly this finding, in seconds since the Unix epoch. */
  readonly markedAt: (finding: Finding) => number | undefined
  /** The text with these findings marked: what was marked before keeps its time, and everything else is forgotten. */
  readonly withMarks: (findings: readonly Finding[], at: number) => string
  /** As it is written now; undefined where nothing is marked. */
  readonly text: string | undefined
}

/** Reads marks. The longest text keeps to `most` characters: what has no room is marked by a later run. */
export function readMarks(text: string | undefined, most: number): SeenBefore {
  const words = text === undefined ? {} : parseTag(text)
  const known = words['v'] === VERSION ? words : {}
  const markedAt = (finding: Finding): number | undefined => {
    const word = Object.hasOwn(known, keyOf(finding)) ? (known[keyOf(finding)] ?? '') : ''
    const [, seconds, digest] = /^(\d{1,12})\.([0-9a-f]+)$/.exec(word) ?? []
    return digest === digestOf(finding) ? Number(seconds) : undefined
  }
  return {
    markedAt,
    withMarks: (findings, at) => {
      const kept = findings.toSorted((one, other) => (markedAt(one) ?? at) - (markedAt(other) ?? at))
      let written = NO_MARKS
      for (const finding of kept) {
        const word = ` ${keyOf(finding)}=${Math.floor(markedAt(finding) ?? at)}.${digestOf(finding)}`
        if (written.length + word.length <= most) written += word
      }
      return kept.length === 0 ? '' : written
    },
    text: text === NO_MARKS ? undefined : text,
  }
}

/** The longest value of a tag: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html */
const TAG_CHARACTERS = 256
/** The longest value of a standard parameter: https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html */
const PARAMETER_CHARACTERS = 4096

/** What earlier runs have marked on a group with these tags. */
export const marksOfGroup = (tags: Readonly<Record<string, string>>): SeenBefore =>
  readMarks(Object.hasOwn(tags, SEEN_TAG) ? tags[SEEN_TAG] : undefined, TAG_CHARACTERS)

/** What they have marked of what belongs to no group. */
export async function marksOfRegion(connection: Connection): Promise<SeenBefore> {
  const values = await parameterValues(connection, [SEEN_PARAMETER])
  return readMarks(values.get(SEEN_PARAMETER), PARAMETER_CHARACTERS)
}
