const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/**
 * Text as XML content: markup and control characters as references, so that tags and user data survive unchanged. What XML
 * cannot hold in any form (other control characters, halves of pairs) is replaced: a strict reader would take none of the answer.
 */
export const escapeXml = (text: string): string => (special.test(text) ? escaped(text) : text)

const special = /[&<>"'\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll(/[&<>"'\t\n\r\u007f-\u009f]/g, (character) => {
      return entities[character] ?? `&#x${(character.codePointAt(0) ?? 0).toString(16)};`
    })
