import { type CatalogueReview, doublyClaimed, type ReviewedGroup, unclaimed } from '../../domain/catalogue/review.ts'
import type { RunRequest } from './request.ts'
import { RESULT_SCHEMA_VERSION } from './result.ts'

/** Groups that a document holds at most: their names have up to 255 characters, and GitHub takes 524,288 of all outputs. */
const MOST_GROUPS = 500

/** The value of the output `result` of `mode: catalogue`, following docs/result.schema.json. */
export function catalogueDocument({ mode, account, region, dryRun }: RunRequest, review: CatalogueReview): string {
  const { path, environments, services, listing } = review
  const wrong = listing === undefined ? [] : [...doublyClaimed(listing), ...unclaimed(listing)]
  const shown = wrong.slice(0, MOST_GROUPS)
  const of = (isMeant: (group: ReviewedGroup) => boolean): readonly ReviewedGroup[] => shown.filter(isMeant)
  return JSON.stringify({
    schemaVersion: RESULT_SCHEMA_VERSION,
    truncated: shown.length < wrong.length,
    cut: shown.length < wrong.length ? ['groups'] : [],
    mode,
    account: account ?? null,
    region,
    dryRun,
    changed: false,
    groupCount: listing?.groups.length ?? 0,
    groups: [],
    catalogue: {
      path,
      environments,
      services,
      listing:
        listing === undefined
          ? null
          : {
              environments: listing.environments,
              regions: listing.regions,
              unclaimed: of(({ claims }) => claims.length === 0).map(({ region: where, group }) => ({
                region: where,
                group,
              })),
              doublyClaimed: of(({ claims }) => claims.length > 1).map(({ region: where, group, claims }) => ({
                region: where,
                group,
                claims,
              })),
            },
    },
  })
}

/** The names of the groups that no service, or more than one, claims, as JSON. */
export function wronglyClaimed({ listing }: CatalogueReview): string {
  const groups = listing === undefined ? [] : [...doublyClaimed(listing), ...unclaimed(listing)]
  return JSON.stringify([...new Set(groups.slice(0, MOST_GROUPS).map(({ group }) => group))])
}
