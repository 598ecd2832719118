/**
 * Characters that act instead of being seen: controls (ANSI codes begin with one), bidi and other format characters,
 * zero-width ones, line and paragraph separators, lone surrogates, unassigned ones.
 */
const UNSEEN = /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/gu

/** The text on one line, with every character that acts shown as its code, `\u001b`. */
export function visible(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(UNSEEN, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
}

/** At most so many characters, with an ellipsis where something was cut. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text
  // A cut inside a surrogate pair would leave half a character.
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/**
 * Foreign text for the log. The runner takes a line for a command when it begins with `::` after any white space, and
 * finds the older form `##[` anywhere in it, by a comparison that ignores zero-width characters: so what breaks them
 * apart must be a visible character.
 */
export function logText(text: string): string {
  return visible(text)
    .replace(/^(\s*)::/, '$1\\::')
    .replaceAll('##[', '##\\[')
}

/** Foreign text for an annotation: one line, safe even if it were printed as it is. */
export function annotationText(text: string): string {
  return clip(logText(text), 2000)
}

const entity = (character: string): string => `&#${character.codePointAt(0) ?? 0};`

/** Breaks words that GitHub turns into links after rendering, when an entity has long become its character again. */
const BREAK = '&#8203;'

/**
 * Foreign prose for Markdown, in a table cell or anywhere inside a line: shows the very text, and neither formats,
 * links, mentions, opens HTML nor ends its cell.
 */
export function markdownText(text: string): string {
  // White space at the start could make a line a block of code.
  return visible(text)
    .trim()
    .replace(/[\\`*_{}[\]<>&|~#@$"^]/g, entity)
    .replace(/&#64;/g, `&#64;${BREAK}`)
    .replace(/&#35;(?=\d)/g, `&#35;${BREAK}`)
    .replace(/:\/\//g, `:${BREAK}//`)
    .replace(/(www|mailto|xmpp)([.:])/gi, `$1${BREAK}$2`)
    .replace(/^(\d*)([-+=.):!])/, (_, digits: string, mark: string) => digits + entity(mark))
}

/**
 * Foreign text as Markdown code. A pipe would end a table cell even here, a backtick the code: these two stand
 * between the pieces as entities.
 */
export function markdownCode(text: string): string {
  const pieces = visible(text).split(/([|`]+)/)
  return pieces
    .filter((piece) => piece !== '')
    .map((piece) => (/^[|`]/.test(piece) ? piece.replace(/[|`]/g, entity) : `\`${piece}\``))
    .join('')
}

/** Foreign text as part of a name in a Mermaid chart: whatever could mean something to its grammar becomes `_`. */
export function mermaidText(text: string): string {
  return clip(visible(text).replace(/[^\p{L}\p{N} _./()-]/gu, '_'), 60)
}

/**
 * A YAML scalar that reads as exactly this string, on one line and without unseen characters: plain where nothing
 * could be mistaken, else double-quoted.
 */
export function yamlScalar(text: string): string {
  if (/^[A-Za-z][\w./-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text)) return text
  return JSON.stringify(text).replace(UNSEEN, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16)
    return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`
  })
}
