import { type CatalogueReview, doublyClaimed, type ReviewedGroup, unclaimed } from '../../domain/catalogue/review.ts'
import { clip, markdownCode } from '../../text/escape.ts'
import { catalogueInWords } from '../log/catalogue-words.ts'
import type { RunRequest } from '../results/request.ts'
import { count } from '../words.ts'
import { ELSEWHERE, lazily, type Part } from './parts.ts'

/** The first line of the summary: the verdict. */
export function catalogueHeading(review: CatalogueReview): string {
  const { listing } = review
  const isFine = listing === undefined || unclaimed(listing).length + doublyClaimed(listing).length === 0
  return `## ${isFine ? '✅' : '⚠️'} Fleet Patch: ${catalogueInWords(review)}`
}

/** What was asked for, and what was looked at. */
export function catalogueLine({ mode, account }: RunRequest, { listing }: CatalogueReview): string {
  const asked = `Asked for: ${markdownCode(mode)}`
  if (listing === undefined) return `${asked}; only the file was read, nothing was asked of AWS.`
  return `${asked} in account ${markdownCode(account ?? '?')}, ${listing.regions.map(markdownCode).join(', ')}; environments ${listing.environments.map(markdownCode).join(', ')}.`
}

/** The groups that no governed run may change. */
export function catalogueTables({ listing }: CatalogueReview): Part[] {
  if (listing === undefined) return []
  return [
    ...table('### Claimed by no service', unclaimed(listing)),
    ...table('### Claimed by more than one service', doublyClaimed(listing)),
  ]
}

function table(title: string, groups: readonly ReviewedGroup[]): Part[] {
  if (groups.length === 0) return []
  return [
    {
      head: `${title}\n\n| Region | Group | Claimed by |\n|---|---|---|`,
      rows: lazily(groups, ({ region, group, claims }) => {
        const by = claims.map(({ environment, service }) => markdownCode(`${service} in ${environment}`)).join(', ')
        return `| ${markdownCode(region)} | ${markdownCode(clip(group, 255))} | ${by} |`
      }),
      tail: '',
      total: groups.length,
      cut: (missing) => `*${count(missing, 'more group')} ${ELSEWHERE}.*`,
      share: 200_000,
    },
  ]
}
