/** What a tag says, by name. */
export type TagFields = Readonly<Record<string, string>>

/** The longest tag value: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html. */
const LONGEST = 256

/** What every AWS service takes in a tag value, less the space, which stands between words. */
const WORD = /^[A-Za-z0-9+\-=._:/@]+$/

/**
 * `key=value` words with a space between them, for a tag's value. Throws when a value is empty, holds a letter that
 * tags do not take, or makes the whole too long.
 */
export function formatTag(words: TagFields): string {
  for (const [name, value] of Object.entries(words))
    if (!WORD.test(value)) throw new Error(`"${value}" cannot be written as ${name} into a tag.`)
  const text = Object.entries(words)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')
  if (text.length > LONGEST) throw new Error(`"${text}" has ${text.length} characters; a tag holds ${LONGEST}.`)
  return text
}

/** The words of a tag's value; whatever is not `key=value` becomes a key that says nothing. */
export const parseTag = (text: string): TagFields =>
  Object.fromEntries(
    text
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => {
        const sign = word.indexOf('=')
        return sign < 0 ? [word, ''] : [word.slice(0, sign), word.slice(sign + 1)]
      }),
  )
