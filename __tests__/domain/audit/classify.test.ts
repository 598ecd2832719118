import { type Classification, classify, type ImageInUse, type Baseline } from '../../../src/domain/audit/classify.ts'
import { day, released } from '../image/some-images.ts'

const now = day('2026-03-01')
const [first, second, third] = [released('2026-01-01'), released('2026-01-31'), released('2026-02-20')] as const
const arm = released('2026-02-20', { id: 'ami-arm', architecture: 'arm64' })
const past = { deprecatedAt: day('2026-02-01') }
const gone: ImageInUse = { imageId: 'ami-gone', image: undefined, wasDeregistered: false }
const inUse = (image = first): ImageInUse => ({ imageId: image.id, image, wasDeregistered: false })
const family = (...members: readonly (typeof first)[]): Baseline => ({ kind: 'family', members })
const wanted = (...members: readonly (typeof first)[]): Baseline => ({ kind: 'wanted', members, deprecated: 'ignore' })

interface Row {
  readonly name: string
  readonly imageInUse: ImageInUse
  readonly baseline: Baseline
  readonly expected: Partial<Classification>
}

const rows: readonly Row[] = [
  {
    name: 'the newest of its family is current and its own newest',
    imageInUse: inUse(third),
    baseline: family(first, second, third),
    expected: { verdict: 'current', newest: third, daysBehind: 0, state: 'available', reason: undefined },
  },
  {
    name: 'days behind count from the release of the next image, not of its own or of the newest',
    imageInUse: inUse(first),
    baseline: family(third, first, second),
    expected: { verdict: 'stale', newest: third, daysBehind: 29, state: 'available' },
  },
  {
    name: 'a deprecated image with a successor is stale, and says that it is deprecated',
    imageInUse: inUse({ ...first, ...past }),
    baseline: family(first, second),
    expected: { verdict: 'stale', newest: second, state: 'deprecated' },
  },
  {
    name: 'a deprecated image without a successor is not called current',
    imageInUse: inUse({ ...third, ...past }),
    baseline: family(first, { ...third, ...past }),
    expected: {
      verdict: 'unknown',
      newest: undefined,
      daysBehind: 0,
      reason: 'It is deprecated, and its family has no newer image that is not.',
    },
  },
  {
    name: 'a successor that is itself deprecated is no reason to be stale',
    imageInUse: inUse(first),
    baseline: family(first, { ...second, ...past }),
    expected: { verdict: 'current', newest: first, daysBehind: 0 },
  },
  {
    name: 'an image that will be deprecated later is available',
    imageInUse: inUse({ ...third, deprecatedAt: day('2027-01-01') }),
    baseline: family({ ...third, deprecatedAt: day('2027-01-01') }),
    expected: { verdict: 'current', state: 'available' },
  },
  {
    name: 'a disabled image without a successor cannot be launched and is not called current',
    imageInUse: inUse({ ...first, state: 'disabled' }),
    baseline: family({ ...first, state: 'disabled' }),
    expected: {
      verdict: 'unknown',
      state: 'disabled',
      reason: 'It is disabled, and its family has no newer image to launch.',
    },
  },
  {
    name: 'an image that AWS does not show is missing and unknown',
    imageInUse: gone,
    baseline: family(),
    expected: { verdict: 'unknown', state: 'missing', daysBehind: undefined, newest: undefined },
  },
  {
    name: 'an image that AWS calls deregistered is distinguished from a missing one',
    imageInUse: { ...gone, wasDeregistered: true },
    baseline: family(),
    expected: { verdict: 'unknown', state: 'deregistered' },
  },
  {
    name: 'the requested image is current even where the family has newer ones',
    imageInUse: inUse(first),
    baseline: wanted(first),
    expected: { verdict: 'current', newest: first, daysBehind: 0 },
  },
  {
    name: 'any other image is stale, also where it is newer than the requested one',
    imageInUse: inUse(third),
    baseline: wanted(second),
    expected: { verdict: 'stale', newest: second, daysBehind: 0 },
  },
  {
    name: 'an older image is behind since the first requested one',
    imageInUse: inUse(first),
    baseline: wanted(second, third),
    expected: { verdict: 'stale', newest: third, daysBehind: 29 },
  },
  {
    name: 'a missing image is not the requested one, but how far behind is unknown',
    imageInUse: gone,
    baseline: wanted(second),
    expected: { verdict: 'stale', newest: second, daysBehind: undefined, state: 'missing' },
  },
  {
    name: 'an image of another architecture is not judged by the requested one',
    imageInUse: inUse(first),
    baseline: wanted(arm),
    expected: {
      verdict: 'unknown',
      newest: undefined,
      reason: 'It is for x86_64, and the image that `image` asks for is for arm64.',
    },
  },
  {
    name: 'without a baseline the verdict is unknown',
    imageInUse: inUse(first),
    baseline: wanted(),
    expected: { verdict: 'unknown', reason: 'No image that `image` asks for can be launched in its place.' },
  },
  {
    name: 'a missing baseline passes its reason on',
    imageInUse: inUse(first),
    baseline: { kind: 'none', reason: 'No idea.' },
    expected: { verdict: 'unknown', reason: 'No idea.', state: 'available' },
  },
]

test.each(rows)('$name', ({ imageInUse, baseline, expected }) => {
  expect(classify(imageInUse, baseline, now)).toMatchObject({ image: imageInUse.image, ...expected })
})
