import { batches } from '../../../src/aws/client/batches.ts'
import { mapConcurrently } from '../../../src/aws/client/map-concurrently.ts'
import { everyPage } from '../../../src/aws/client/pages.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)
const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await Promise.resolve()
}

describe('work in parallel', () => {
  test('gives the results in the order of the items, not of their ends', async () => {
    const results = await mapConcurrently(numbers(10), async (item) => {
      await turns(20 - item)
      return item * 2
    })
    expect(results).toEqual(numbers(10).map((item) => item * 2))
  })

  test('has four calls under way, never more', async () => {
    let now = 0
    let most = 0
    await mapConcurrently(numbers(20), async () => {
      most = Math.max(most, ++now)
      await turns(5)
      now--
    })
    expect(most).toBe(4)
  })

  test('begins nothing new after a failure, and throws it', async () => {
    const begun: number[] = []
    const work = mapConcurrently(numbers(20), async (item) => {
      begun.push(item)
      await turns(item === 0 ? 1 : 10)
      if (item === 0) throw new Error('first')
    })
    await expect(work).rejects.toThrow('first')
    await turns(100)
    expect(begun).toEqual([0, 1, 2, 3])
  })
})

describe('batches', () => {
  test.each([
    { count: 0, size: 100, expected: [] },
    { count: 100, size: 100, expected: [100] },
    { count: 201, size: 100, expected: [100, 100, 1] },
  ])('$count items in lists of $size', ({ count, size, expected }) => {
    const lists = batches(new Set(numbers(count)), size)
    expect(lists.map((list) => list.length)).toEqual(expected)
    expect(lists.flat()).toEqual(numbers(count))
  })
})

describe('pages', () => {
  test.each([
    { name: 'one', tokens: [undefined], expected: ['first'] },
    { name: 'three', tokens: ['a', 'b', undefined], expected: ['first', 'a', 'b'] },
    { name: 'until an empty token', tokens: ['a', ''], expected: ['first', 'a'] },
  ])('$name', async ({ tokens, expected }) => {
    const requests: string[] = []
    const pages = await everyPage(({ NextToken = 'first' }) => {
      requests.push(NextToken)
      return Promise.resolve({ NextToken: tokens[requests.length - 1] })
    })
    expect(requests).toEqual(expected)
    expect(pages).toHaveLength(expected.length)
  })
})
