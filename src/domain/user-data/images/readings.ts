import type { SourceText } from './source-text.ts'
import type { Word } from './word.ts'

/** What a reader of one language finds in a text. */
export interface Readings {
  /** Words that stand where that language has an image: `image:`, `Image=`. */
  readonly images: readonly Word[]
  readonly commands: readonly (readonly Word[])[]
  /** Texts inside of it that are to be read for themselves. */
  readonly inner: readonly InnerText[]
}

export interface InnerText {
  readonly source: SourceText
  /** Undefined: what its content shows. */
  readonly language: Language | undefined
}

/** The languages that are read. Others, such as Python, are not: what stands in them is found nowhere. */
export type Language = 'shell' | 'powershell' | 'batch' | 'yaml' | 'unit' | 'other'

export const nothing: Readings = { images: [], commands: [], inner: [] }
