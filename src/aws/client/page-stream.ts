/**
 * The pages of a listing one after the other, for one that is too long to be kept whole. A short or empty page says
 * nothing: only the missing token ends it.
 */
export async function* pageStream<Page extends { readonly NextToken?: string | undefined }>(
  fetch: (token: { NextToken?: string }) => Promise<Page>,
): AsyncGenerator<Page, void, undefined> {
  let token: string | undefined
  do {
    const page = await fetch(token === undefined ? {} : { NextToken: token })
    yield page
    // An empty token is no token: some emulators send one at the end.
    token = page.NextToken === '' ? undefined : page.NextToken
  } while (token !== undefined)
}
