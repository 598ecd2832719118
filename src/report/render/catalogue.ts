import { catalogueInWords } from '../log/catalogue-words.ts'
import { catalogueDocument, wronglyClaimed } from '../results/catalogue-document.ts'
import { tsvTable } from '../results/tsv.ts'
import { catalogueHeading, catalogueLine, catalogueTables } from '../summary/catalogue.ts'
import { asSentence } from '../../text/sentence.ts'
import type { Renderer } from './renderer.ts'

/** Shows what `mode: catalogue` has found. */
export const catalogueRenderer: Renderer<'catalogue'> = {
  outputs: (request, { review }) => ({
    changed: 'false',
    groups: wronglyClaimed(review),
    result: catalogueDocument(request, review),
  }),
  summary: (request, { review }) => ({
    heading: catalogueHeading(review),
    failedHeading: `## ❌ Fleet Patch: ${catalogueInWords(review)}`,
    line: catalogueLine(request, review),
    parts: catalogueTables(review),
    details: [],
    shownWarnings: [],
  }),
  // A group that is not declared is no failure of the run: governed runs refuse it.
  annotation: () => undefined,
  notice: (_, { review }) => asSentence(catalogueInWords(review)),
  logEnding: ({ review }) => [`Catalogue: ${catalogueInWords(review)}.`],
  tsv: ({ review: { listing } }) =>
    tsvTable(
      ['region', 'group', 'services'],
      (listing?.groups ?? []).map(({ region, group, claims }) => ({
        region,
        group,
        services: claims.map(({ environment, service }) => `${service} in ${environment}`).join(', '),
      })),
    ),
}
