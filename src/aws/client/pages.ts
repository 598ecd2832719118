/**
 * Every page of a listing, by AWS's `NextToken`. A short or empty page says nothing: only the missing token ends it.
 */
export async function everyPage<Page extends { readonly NextToken?: string | undefined }>(
  fetch: (token: { NextToken?: string }) => Promise<Page>,
): Promise<readonly Page[]> {
  const pages: Page[] = []
  let token: string | undefined
  do {
    const page = await fetch(token === undefined ? {} : { NextToken: token })
    pages.push(page)
    // An empty token is no token: some emulators send one at the end.
    token = page.NextToken === '' ? undefined : page.NextToken
  } while (token !== undefined)
  return pages
}

/** The same of Elastic Load Balancing, which calls its token a marker. */
export const everyMarkedPage = <Page extends { readonly NextMarker?: string | undefined }>(
  fetch: (marker: { Marker?: string }) => Promise<Page>,
): Promise<readonly Page[]> =>
  everyPage(async ({ NextToken: Marker }) => {
    const page = await fetch(Marker === undefined ? {} : { Marker })
    return { ...page, NextToken: page.NextMarker }
  })
