import { mimeParts, type MimePart } from './mime.ts'
import { UserDataError } from '../yaml/error.ts'
import { bytesToText, textToBytes, userDataKind, type UserDataKind } from './kind.ts'

/** Compression, which is not pure language and so comes from outside. Both throw where they cannot. */
export interface Codec {
  gunzip(bytes: Uint8Array): Uint8Array
  gzip(bytes: Uint8Array): Uint8Array
}

/** A piece of user data without packing: all of it, or what a gzip stream or a part of a MIME message holds. */
export interface Leaf {
  /** Empty for user data as a whole, otherwise `part 2 (text/x-shellscript)`. */
  readonly label: string
  readonly kind: Exclude<UserDataKind, 'gzip' | 'mime'>
  readonly bytes: Uint8Array
  /** The whole user data with this piece replaced; everything around it keeps its bytes. */
  put(bytes: Uint8Array): Uint8Array
}

/** Takes user data apart, through any packing. */
export function leavesOf(bytes: Uint8Array, codec: Codec, depth = 0): readonly Leaf[] {
  const kind = userDataKind(bytes)
  if (depth > 4) throw new UserDataError('The user data is packed more than four times over.')
  if (kind === 'gzip') {
    return leavesOf(unzipped(bytes, codec), codec, depth + 1).map((leaf) => ({
      ...leaf,
      put: (changed) => codec.gzip(leaf.put(changed)),
    }))
  }
  if (kind !== 'mime') return [{ label: '', kind, bytes, put: (changed) => changed }]
  const text = bytesToText(bytes)
  return mimeParts(text).flatMap((part, index) => leavesOfPart(text, part, { number: index + 1, codec, depth }))
}

interface Place {
  readonly number: number
  readonly codec: Codec
  readonly depth: number
}

function leavesOfPart(text: string, part: MimePart, { number, codec, depth }: Place): readonly Leaf[] {
  const label = `part ${number}${part.contentType === '' ? '' : ` (${part.contentType})`}`
  const body = text.slice(part.start, part.end)
  const put = (changed: string): Uint8Array => textToBytes(text.slice(0, part.start) + changed + text.slice(part.end))
  if (!['', '7bit', '8bit', 'binary', 'base64'].includes(part.encoding)) {
    return [{ label, kind: 'binary', bytes: textToBytes(body), put: (changed) => put(bytesToText(changed)) }]
  }
  const inBase64 = part.encoding === 'base64'
  const inner = inBase64 ? new Uint8Array(Buffer.from(body, 'base64')) : textToBytes(body)
  return leavesOf(inner, codec, depth + 1).map((leaf) => ({
    label,
    kind: kindOfPart(part, leaf.kind),
    bytes: leaf.bytes,
    put: (changed) => put(inBase64 ? base64Like(body, leaf.put(changed)) : bytesToText(leaf.put(changed))),
  }))
}

/** A part may tell by its content type what the whole tells by its first line. */
function kindOfPart({ contentType }: MimePart, kind: Leaf['kind']): Leaf['kind'] {
  if (kind !== 'text') return kind
  if (contentType === 'text/cloud-config') return 'cloud-config'
  return contentType === 'text/x-taupage-ami-config' ? 'taupage' : kind
}

/** Base64 in lines as long as they were, with the same line ends. */
function base64Like(body: string, bytes: Uint8Array): string {
  const lineEnd = /\r?\n/u.exec(body)?.[0] ?? '\n'
  const width = Math.max(4, body.trim().split(/\r?\n/u)[0]?.length ?? 76)
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(new RegExp(`.{1,${width}}`, 'gu')) ?? []
  const [before = ''] = /^\s*/u.exec(body) ?? []
  const [after = ''] = /\s*$/u.exec(body) ?? []
  return before + lines.join(lineEnd) + after
}

function unzipped(bytes: Uint8Array, codec: Codec): Uint8Array {
  try {
    return codec.gunzip(bytes)
  } catch {
    // The cause is left out: nothing of the data may get into an error.
    throw new UserDataError('The user data begins like gzip but cannot be decompressed.')
  }
}
