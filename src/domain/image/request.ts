/** Which image is asked for. */
export type ImageRequest =
  /** The newest of the family of the image in use. */
  | { readonly kind: 'latest' }
  | { readonly kind: 'id'; readonly id: string }
  /** The newest whose name matches; `*` and `?` stand for anything. */
  | { readonly kind: 'name'; readonly pattern: string }
  /** The one that a parameter of the Systems Manager names, with `:version` or `:label` where one is meant. */
  | { readonly kind: 'parameter'; readonly name: string }

const ALIAS = 'resolve:ssm:'

/** The parameter behind an image id of the form `resolve:ssm:name`; undefined for a plain image id. */
export const parameterOf = (imageId: string): string | undefined =>
  imageId.startsWith(ALIAS) ? imageId.slice(ALIAS.length) : undefined

/** Whether a text is the id of an image. */
export const isImageId = (text: string): boolean => /^ami-[0-9a-f]+$/.test(text)
