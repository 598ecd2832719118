/**
 * Calls under way at once. Load balancing gives one account 40 calls and then 10 a second for all its users
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-api-throttling.html): more would only turn
 * into retries.
 */
const LIMIT = 4

/** The results in the order of the items; after a failure no further item is begun, and the first failure is thrown. */
export async function mapConcurrently<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  const queue = items.entries()
  let failed = false
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) {
      if (failed) return
      try {
        results[index] = await work(item)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(LIMIT, items.length) }, worker))
  return results
}
