import { UserDataError } from '../yaml/error.ts'
import { leavesOf, type Codec, type Leaf } from './leaf.ts'
import { mergeYaml } from './merge.ts'
import { unchanged, type UserDataPatch } from './patch.ts'

/** Merges YAML deeply into the one piece of user data that has keys. */
export function mergeKeys(bytes: Uint8Array, merge: string, codec: Codec): UserDataPatch {
  const leaves = leavesOf(bytes, codec)
  const [leaf, ...more] = leaves.filter(({ kind }) => kind === 'taupage' || kind === 'cloud-config')
  if (leaf === undefined) {
    throw new UserDataError(
      `Keys can be changed only in YAML that begins with #taupage-ami-config or #cloud-config; the user data ${describe(leaves)}.`,
    )
  }
  if (more.length > 0) {
    const locations = [leaf, ...more].map(({ label }) => label).join(', ')
    throw new UserDataError(
      `The user data has several parts with keys, and it is not clear which is meant: ${locations}.`,
    )
  }
  return mergeInto(bytes, leaf, { merge, mergeWhat: 'The input user-data' })
}

/** The YAML to merge, and the name that errors give it. */
export interface KeyMerge {
  readonly merge: string
  readonly mergeWhat: string
}

/** Merges YAML into one piece of the user data. */
export function mergeInto(bytes: Uint8Array, leaf: Leaf, wanted: KeyMerge): UserDataPatch {
  const { text, mark } = yamlTextOf(leaf)
  const merged = mergeYaml({ text, what: keyName(leaf), ...wanted })
  if (merged.changes.length === 0) return unchanged(bytes)
  const prefix = leaf.label === '' ? '' : `${leaf.label}: `
  const changes = merged.changes.map((change) => ({ ...change, path: prefix + change.path }))
  return { bytes: leaf.put(new TextEncoder().encode(mark + merged.text)), changed: true, changes }
}

/** The text of a piece, without its byte order mark. */
export function yamlTextOf(leaf: Leaf): { readonly text: string; readonly mark: string } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(leaf.bytes)
    const mark = text.startsWith('\ufeff') ? '\ufeff' : ''
    return { text: text.slice(mark.length), mark }
  } catch {
    throw new UserDataError(`${keyName(leaf)} is not UTF-8 text.`)
  }
}

/** How errors call a piece. */
export function keyName({ label }: Leaf): string {
  return label === '' ? 'The user data' : `The user data, ${label},`
}

/** For errors: `is a script`, `has 2 parts: a script, binary data`. */
export function describe(leaves: readonly Leaf[]): string {
  const [only, ...more] = leaves
  if (only === undefined) return 'has no parts'
  if (more.length === 0 && only.label === '') return `is ${names[only.kind]}`
  return `has ${leaves.length} part${more.length === 0 ? '' : 's'}: ${leaves.map(({ kind }) => names[kind]).join(', ')}`
}

const names: Readonly<Record<Leaf['kind'], string>> = {
  empty: 'empty',
  taupage: 'Taupage YAML',
  'cloud-config': 'cloud-config YAML',
  script: 'a script',
  text: 'text of an unknown format',
  binary: 'binary data',
}
