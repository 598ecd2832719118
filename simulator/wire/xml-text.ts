const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text as XML content: markup and control characters as references, so that tags and user data survive unchanged. */
export const escapeXml = (text: string): string =>
  text.replaceAll(/[&<>"'\u0000-\u001f\u007f-\u009f]/g, (character) => {
    return entities[character] ?? `&#x${(character.codePointAt(0) ?? 0).toString(16)};`
  })
