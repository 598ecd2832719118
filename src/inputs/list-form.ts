/**
 * What is wrong with the form of a list, as the end of a sentence that begins with its input; undefined where nothing
 * is. Another form is refused: brackets, quotes and dashes would become a part of the entries, which then match nothing.
 */
export function listFormProblem(text: string, entries: readonly string[]): string | undefined {
  if (/^\[[^]*\]$/.test(text.trim())) {
    return `${isJson(text) ? 'is a JSON array' : 'stands in brackets'}; leave brackets and quotes out, or write \`\${{ join(fromJSON(...), ',') }}\` for a value in JSON`
  }
  if (entries.some((entry) => /^- +\S/.test(entry) || entry === '-'))
    return 'has a dash before an entry; GitHub passes the text as it stands, so leave the dashes out'
  const quotedEntry = entries.find((entry) => /^(["'`]).*\1$/.test(entry) && entry.length > 1)
  return quotedEntry === undefined
    ? undefined
    : `has quotes around an entry, which would belong to it: write \`${quotedEntry.slice(1, -1)}\``
}

function isJson(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text))
  } catch {
    return false
  }
}
