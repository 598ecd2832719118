/** The items in order, in lists of at most so many; no list is ever empty. */
export function batches<Item>(items: Iterable<Item>, size: number): readonly (readonly Item[])[] {
  const all = [...items]
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))
}
