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
