/**
 * What user data is, by its first bytes, as cloud-init tells it. `taupage` and `cloud-config` are YAML behind a marker in
 * the first line; `text` is everything readable without keys that this project knows: TOML, JSON, PowerShell, templates.
 */
export type UserDataKind = 'empty' | 'gzip' | 'mime' | 'taupage' | 'cloud-config' | 'script' | 'text' | 'binary'

/** The kind of user data, before any base64. */
export function userDataKind(bytes: Uint8Array): UserDataKind {
  if (bytes.length === 0) return 'empty'
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip'
  if (bytes.includes(0)) return 'binary'
  const text = bytesToText(bytes)
  if (text.trim() === '') return 'empty'
  const [first = ''] = text.replace(/^\u00ef\u00bb\u00bf/u, '').split('\n', 1)
  if (/^#taupage-ami-config\s*$/u.test(first)) return 'taupage'
  if (isCloudConfig(text)) return 'cloud-config'
  if (first.startsWith('#!')) return 'script'
  if (/^(?:From [^\n]*\n)?(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*content-type:/iu.test(text)) return 'mime'
  return 'text'
}

/**
 * Cloud-init takes user data for what it begins with, in any case, behind white space and whatever follows, by the longest
 * of its markers: `type_from_starts_with` in https://github.com/canonical/cloud-init/blob/main/cloudinit/handlers/__init__.py
 */
function isCloudConfig(text: string): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s*#cloud-config(?!-archive|-jsonp)/iu.test(text)
}

/** Bytes as text of the same length, one character a byte, so that offsets agree and every byte comes back. */
export function bytesToText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

/** The way back from `bytesToText`. */
export function textToBytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'))
}
