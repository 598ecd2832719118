import fc from 'fast-check'
import { daysBehind } from '../../../src/domain/image/age.ts'
import { newest, type Image } from '../../../src/domain/image/image.ts'

const day = 86_400
const image = (id: string, createdAt: number, more: Partial<Image> = {}): Image => ({
  id,
  name: `web-${id}`,
  owner: '123456789012',
  architecture: 'x86_64',
  virtualization: 'hvm',
  rootType: 'ebs',
  createdAt,
  deprecatedAt: undefined,
  state: 'available',
  ...more,
})
const choice = { now: 100 * day, deprecated: 'ignore' } as const

describe('the newest image', () => {
  test('is the one created last', () => {
    expect(newest([image('a', 1), image('c', 3), image('b', 2)], choice)?.id).toBe('c')
  })
  test('is none where there are none', () => {
    expect(newest([], choice)).toBeUndefined()
  })
  test('is the same in any order of images of the same second', () => {
    const images = [image('a', 5), image('b', 5), image('c', 5), image('d', 4)]
    fc.assert(
      fc.property(fc.shuffledSubarray(images, { minLength: 4 }), (shuffled) => newest(shuffled, choice)?.id === 'c'),
    )
  })
  test('is never one that cannot be launched', () => {
    expect(newest([image('a', 1), image('b', 2, { state: 'pending' })], choice)?.id).toBe('a')
  })
  test('is a deprecated one only by choice', () => {
    const images = [
      image('a', 1),
      image('b', 2, { deprecatedAt: 100 * day }),
      image('c', 1.5, { deprecatedAt: 101 * day }),
    ]
    expect(newest(images, choice)?.id).toBe('c')
    expect(newest(images, { ...choice, deprecated: 'allow' })?.id).toBe('b')
  })
})

describe('days behind', () => {
  const mine = image('mine', 10 * day)

  test.each([
    ['0 for the newest', [], 0],
    ['counted from the next release, not from the own one', [image('next', 90 * day)], 10],
    ['counted from the next of several, in any order', [image('last', 99 * day), image('next', 40 * day)], 60],
    ['whole days only', [image('next', 98 * day + 1)], 1],
    ['0 when the next one is not a day old', [image('next', 99.5 * day)], 0],
    ['0 when older ones are all there is', [image('old', 5 * day)], 0],
    ['0 when the newer ones are deprecated', [image('next', 50 * day, { deprecatedAt: 60 * day })], 0],
    [
      'counted from a deprecated next one where a later one may be chosen',
      [image('next', 50 * day, { deprecatedAt: 60 * day }), image('last', 99 * day)],
      50,
    ],
    ['never negative when clocks disagree', [image('next', 101 * day)], 0],
  ])('are %s', (_, others, days) => {
    expect(daysBehind(mine, [...others, mine], choice)).toBe(days)
    expect(daysBehind(mine, others, choice)).toBe(days)
  })

  test('are 0 for the image that is chosen as newest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 }), (times) => {
        const images = times.map((time, index) => image(`i${index}`, time * day))
        const best = newest(images, choice)
        return best !== undefined && daysBehind(best, images, choice) === 0
      }),
    )
  })
})
