import { type Classification, classify, type ImageInUse, type Baseline } from '../../../src/domain/audit/classify.ts'
import { day, released } from '../image/some-images.ts'

const now = day('2026-03-01')
const [first, second, third] = [released('2026-01-01'), released('2026-01-31'), released('2026-02-20')] as const
const arm = released('2026-02-20', { id: 'ami-arm', architecture: 'arm64' })
const past = { deprecatedAt: day('2026-02-01') }
const gone: ImageInUse = { imageId: 'ami-gone', image: undefined, wasDeregistered: false }
const seen = (image = first): ImageInUse => ({ imageId: image.id, image, wasDeregistered: false })
const family = (...members: readonly (typeof first)[]): Baseline => ({ kind: 'family', members })
const wanted = (...members: readonly (typeof first)[]): Baseline => ({ kind: 'wanted', members, deprecated: 'ignore' })

interface Row {
  readonly name: string
  readonly sighting: ImageInUse
  readonly yardstick: Baseline
  readonly expected: Partial<Classification>
}

const rows: readonly Row[] = [
  {
    name: 'the newest of its family is current and its own newest',
    sighting: seen(third),
    yardstick: family(first, second, third),
    expected: { verdict: 'current', newest: third, daysBehind: 0, state: 'available', reason: undefined },
  },
  {
    name: 'days behind count from the release of the next image, not of its own or of the newest',
    sighting: seen(first),
    yardstick: family(third, first, second),
    expected: { verdict: 'stale', newest: third, daysBehind: 29, state: 'available' },
  },
  {
    name: 'a deprecated image with a successor is stale, and says that it is deprecated',
    sighting: seen({ ...first, ...past }),
    yardstick: family(first, second),
    expected: { verdict: 'stale', newest: second, state: 'deprecated' },
  },
  {
    name: 'a deprecated image without a successor is not called current',
    sighting: seen({ ...third, ...past }),
    yardstick: family(first, { ...third, ...past }),
    expected: {
      verdict: 'unknown',
      newest: undefined,
      daysBehind: 0,
      reason: 'It is deprecated, and its family has no newer image that is not.',
    },
  },
  {
    name: 'a successor that is itself deprecated is no reason to be stale',
    sighting: seen(first),
    yardstick: family(first, { ...second, ...past }),
    expected: { verdict: 'current', newest: first, daysBehind: 0 },
  },
  {
    name: 'an image that will be deprecated later is available',
    sighting: seen({ ...third, deprecatedAt: day('2027-01-01') }),
    yardstick: family({ ...third, deprecatedAt: day('2027-01-01') }),
    expected: { verdict: 'current', state: 'available' },
  },
  {
    name: 'a disabled image without a successor cannot be launched and is not called current',
    sighting: seen({ ...first, state: 'disabled' }),
    yardstick: family({ ...first, state: 'disabled' }),
    expected: {
      verdict: 'unknown',
      state: 'disabled',
      reason: 'It is disabled, and its family has no newer image to launch.',
    },
  },
  {
    name: 'an image that AWS does not show is missing and unknown',
    sighting: gone,
    yardstick: family(),
    expected: { verdict: 'unknown', state: 'missing', daysBehind: undefined, newest: undefined },
  },
  {
    name: 'an image that AWS calls deregistered is told apart from a missing one',
    sighting: { ...gone, wasDeregistered: true },
    yardstick: family(),
    expected: { verdict: 'unknown', state: 'deregistered' },
  },
  {
    name: 'the image that is asked for is current even where the family has newer ones',
    sighting: seen(first),
    yardstick: wanted(first),
    expected: { verdict: 'current', newest: first, daysBehind: 0 },
  },
  {
    name: 'any other image is stale, also where it is newer than what is asked for',
    sighting: seen(third),
    yardstick: wanted(second),
    expected: { verdict: 'stale', newest: second, daysBehind: 0 },
  },
  {
    name: 'an older image is behind since the first that is asked for',
    sighting: seen(first),
    yardstick: wanted(second, third),
    expected: { verdict: 'stale', newest: third, daysBehind: 29 },
  },
  {
    name: 'a missing image is not the one that is asked for, but how far behind cannot be told',
    sighting: gone,
    yardstick: wanted(second),
    expected: { verdict: 'stale', newest: second, daysBehind: undefined, state: 'missing' },
  },
  {
    name: 'an image of another architecture is not judged by what is asked for',
    sighting: seen(first),
    yardstick: wanted(arm),
    expected: {
      verdict: 'unknown',
      newest: undefined,
      reason: 'It is for x86_64, and the image that `image` asks for is for arm64.',
    },
  },
  {
    name: 'nothing to be held against makes unknown',
    sighting: seen(first),
    yardstick: wanted(),
    expected: { verdict: 'unknown', reason: 'No image that `image` asks for can be launched in its place.' },
  },
  {
    name: 'a yardstick that cannot be had passes its reason on',
    sighting: seen(first),
    yardstick: { kind: 'none', reason: 'No idea.' },
    expected: { verdict: 'unknown', reason: 'No idea.', state: 'available' },
  },
]

test.each(rows)('$name', ({ sighting, yardstick, expected }) => {
  expect(classify(sighting, yardstick, now)).toMatchObject({ image: sighting.image, ...expected })
})
