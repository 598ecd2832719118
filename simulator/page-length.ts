import type { Behaviour } from './interfaces.ts'

/** How many items a page gives that could give `most`: one at least, and fewer than it could where a scenario draws short pages. */
export const pageLength = ({ shortPages }: Pick<Behaviour, 'shortPages'>, most: number): number =>
  shortPages === undefined || most <= 1 ? most : 1 + Math.floor(shortPages.next() * most)
