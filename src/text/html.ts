import { visible } from './escape.ts'

/** Foreign text as the text of HTML, or as the value of an attribute in quotes: shows the very text, on one line. */
export function htmlText(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`)
}
