/** A text whose first letter is a small one, as members of a query and words in the middle of a sentence are written. */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
