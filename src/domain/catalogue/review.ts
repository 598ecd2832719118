/** What `mode: catalogue` finds: that the file is right, and, with an account, which groups no service or more than one claims. */

export interface CatalogueReview {
  /** From the workspace. */
  readonly path: string
  readonly environments: readonly string[]
  readonly services: readonly string[]
  /** Undefined where only the file was read. */
  readonly listing: CatalogueListing | undefined
}

export interface CatalogueListing {
  /** Those with this account and one of the regions. */
  readonly environments: readonly string[]
  readonly regions: readonly string[]
  /** By region and name. */
  readonly groups: readonly ReviewedGroup[]
}

export interface ReviewedGroup {
  readonly region: string
  readonly group: string
  readonly claims: readonly { readonly environment: string; readonly service: string }[]
}

/** Groups that no service claims: nothing governed may change them. */
export const unclaimed = ({ groups }: CatalogueListing): readonly ReviewedGroup[] =>
  groups.filter(({ claims }) => claims.length === 0)

/** Groups that more than one service claims: nothing governed may change them either. */
export const doublyClaimed = ({ groups }: CatalogueListing): readonly ReviewedGroup[] =>
  groups.filter(({ claims }) => claims.length > 1)
