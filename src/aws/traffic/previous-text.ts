/** The tag in which the shares before a shift stand: on each rule or listener, for Route 53 and classic on both groups. */
import type { Sizes } from '../../domain/rollout/fleet.ts'
import type { PreviousShares } from '../../domain/traffic/traffic.ts'
import type { Weights } from '../../domain/traffic/shares.ts'
import {
  type FieldReader,
  numberField,
  type TextFormat,
  type VersionedText,
  versionedText,
} from '../groups/versioned-text.ts'

export const PREVIOUS_SHARES_TAG = 'fleet-patch:previous-shares'

const ABSENT = 'none'

/** `blue` and `green` are weights, or `none` where the side was not named; `others` are `identifier:weight`, with a `+` between. */
const first: TextFormat<PreviousShares> = {
  required: ['started', 'run', 'to', 'end', 'blue', 'green', 'sizes-blue', 'sizes-green', 'resizes'],
  optional: ['others'],
  write: ({ startedAt, workflowRun, to, end, weights, sizes, resizes }) => ({
    started: numberField(startedAt),
    run: workflowRun,
    to,
    end: numberField(end),
    blue: weights.blue === undefined ? ABSENT : numberField(weights.blue),
    green: weights.green === undefined ? ABSENT : numberField(weights.green),
    ...(Object.keys(weights.others ?? {}).length > 0 && {
      others: Object.entries(weights.others ?? {})
        .map(([name, weight]) => `${encodeURIComponent(name).replaceAll('%', '=')}:${weight}`)
        .join('+'),
    }),
    'sizes-blue': sizesText(sizes.blue),
    'sizes-green': sizesText(sizes.green),
    resizes: resizes ? 'yes' : 'no',
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
    }
  },
}

const sizesText = ({ min, desired, max }: Sizes): string => [min, desired, max].map(numberField).join('+')

const weightIn = ({ text, whole }: FieldReader, name: 'blue' | 'green'): number | undefined =>
  text(name) === ABSENT ? undefined : whole(name)

function othersIn({ text, refuse }: FieldReader): NonNullable<Weights['others']> {
  return Object.fromEntries(
    text('others')
      .split('+')
      .map((entry) => {
        const [, name = '', weight] = /^(.+):(\d{1,3})$/.exec(entry) ?? refuse('others names no weights.')
        return [decodeURIComponent(name.replaceAll('=', '%')), Number(weight)]
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
export const previousSharesText: VersionedText<PreviousShares> = versionedText({ formats: { 2: first }, written: 2 })
