import type { ImagePlace } from './images/places.ts'

/** An image that stands in a piece of user data. */
export type TakenImage = Extract<ImagePlace, { kind: 'reference' }> & { readonly leaf: LeafNumber }

/** Something in the place of an image that cannot be changed. */
export type NotTaken = Extract<ImagePlace, { kind: 'not taken' }> & { readonly leaf: LeafNumber }

/** The number of a piece of user data among all of them, and its label. */
export interface LeafNumber {
  readonly number: number
  readonly label: string
}
