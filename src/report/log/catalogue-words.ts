import { type CatalogueListing, type CatalogueReview, doublyClaimed, unclaimed } from '../../domain/catalogue/review.ts'
import { count } from '../words.ts'

/** How the catalogue stands, in a line. */
export function catalogueInWords({ path, environments, services, listing }: CatalogueReview): string {
  const file = `${path} is right: ${count(services.length, 'service')} in ${count(environments.length, 'environment')}`
  return listing === undefined ? file : `${file}; ${listingInWords(listing)}`
}

function listingInWords(listing: CatalogueListing): string {
  const [none, several] = [unclaimed(listing).length, doublyClaimed(listing).length]
  const all = count(listing.groups.length, 'group')
  if (none + several === 0) return `each of ${all} is claimed by one service`
  return [
    ...(none === 0 ? [] : [`${none} of ${all} ${none === 1 ? 'is' : 'are'} unclaimed`]),
    ...(several === 0 ? [] : [`${several} ${several === 1 ? 'is' : 'are'} claimed more than once`]),
  ].join(' and ')
}
