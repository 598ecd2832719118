/** The tag in which the shares before a shift stand: on each rule or listener, for Route 53 and classic on both groups. */
import type { Sizes } from '../../domain/rollout/fleet.ts'
import type { PreviousShares } from '../../domain/traffic/traffic.ts'
import type { Side, Weights } from '../../domain/traffic/shares.ts'
import {
  type FieldReader,
  numberField,
  type TextFormat,
  type VersionedText,
  versionedText,
} from '../groups/versioned-text.ts'

export const PREVIOUS_SHARES_TAG = 'fleet-patch:previous-shares'

/** Where the records of a name are. */
export interface RecordPlace {
  /** Id of the hosted zone. */
  readonly zone: string
  /** With a dot at its end. */
  readonly record: string
  readonly identifiers: Readonly<Record<Side, string>>
}

/** Of records: a rollback finds them by it. */
export interface NotedPlace {
  readonly place?: RecordPlace | undefined
}

const ABSENT = 'none'

/** `blue` and `green` are weights, or `none` where the side was not named; `others` are `identifier:weight`, with a `+` between. */
const first: TextFormat<PreviousShares & NotedPlace> = {
  required: ['started', 'run', 'to', 'end', 'blue', 'green', 'sizes-blue', 'sizes-green', 'resizes'],
  optional: ['others', 'zone', 'record', 'blue-id', 'green-id'],
  write: ({ startedAt, workflowRun, to, end, weights, sizes, resizes, place }) => ({
    started: numberField(startedAt),
    run: workflowRun,
    to,
    end: numberField(end),
    blue: weights.blue === undefined ? ABSENT : numberField(weights.blue),
    green: weights.green === undefined ? ABSENT : numberField(weights.green),
    ...(Object.keys(weights.others ?? {}).length > 0 && {
      others: Object.entries(weights.others ?? {})
        .map(([name, weight]) => `${escaped(name)}:${weight}`)
        .join('+'),
    }),
    'sizes-blue': sizesText(sizes.blue),
    'sizes-green': sizesText(sizes.green),
    resizes: resizes ? 'yes' : 'no',
    ...(place && {
      zone: place.zone,
      record: place.record,
      'blue-id': escaped(place.identifiers.blue),
      'green-id': escaped(place.identifiers.green),
    }),
  }),
  read: (fields) => {
    const { number, oneOf, refuse, has, text } = fields
    return {
      startedAt: number('started'),
      workflowRun: text('run'),
      to: oneOf('to', ['blue', 'green']) ?? refuse('to names no side.'),
      end: number('end'),
      weights: {
        blue: weightIn(fields, 'blue'),
        green: weightIn(fields, 'green'),
        ...(has('others') && { others: othersIn(fields) }),
      },
      sizes: { blue: sizesIn(fields, 'sizes-blue'), green: sizesIn(fields, 'sizes-green') },
      resizes: oneOf('resizes', ['yes', 'no']) === 'yes',
      ...(has('zone') && {
        place: {
          zone: text('zone'),
          record: text('record'),
          identifiers: { blue: unescaped(text('blue-id')), green: unescaped(text('green-id')) },
        },
      }),
    }
  },
}

/** Identifiers may hold what a tag, or the text in it, does not take. */
const escaped = (text: string): string => encodeURIComponent(text).replaceAll(/[!'()*~]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll('%', '=') // prettier-ignore

const unescaped = (text: string): string => decodeURIComponent(text.replaceAll('=', '%'))

const sizesText = ({ min, desired, max }: Sizes): string => [min, desired, max].map(numberField).join('+')

const weightIn = ({ text, whole }: FieldReader, name: 'blue' | 'green'): number | undefined =>
  text(name) === ABSENT ? undefined : whole(name)

function othersIn({ text, refuse }: FieldReader): NonNullable<Weights['others']> {
  return Object.fromEntries(
    text('others')
      .split('+')
      .map((entry) => {
        const [, name = '', weight] = /^(.+):(\d{1,3})$/.exec(entry) ?? refuse('others names no weights.')
        return [unescaped(name), Number(weight)]
      }),
  )
}

function sizesIn({ text, refuse }: FieldReader, name: string): Sizes {
  const [, min, desired, max] =
    /^(\d{1,9})\+(\d{1,9})\+(\d{1,9})$/.exec(text(name)) ?? refuse(`${name} names no sizes.`)
  const sizes = { min: Number(min), desired: Number(desired), max: Number(max) }
  return sizes.min <= sizes.desired && sizes.desired <= sizes.max
    ? sizes
    : refuse(`${name} are sizes that AWS never allows.`)
}

/** The text of the tag. */
export const previousSharesText: VersionedText<PreviousShares & NotedPlace> = versionedText({
  formats: { 2: first },
  written: 2,
})
