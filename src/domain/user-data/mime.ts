import { UserDataError } from '../yaml/error.ts'

/** One part of a MIME message that has no parts of its own; offsets are those of the text that holds the message. */
export interface MimePart {
  /** Where the body begins and ends; the line end before the next boundary is not part of it. */
  readonly start: number
  readonly end: number
  /** In lower case and without parameters: `text/x-shellscript`. */
  readonly contentType: string
  /** `Content-Transfer-Encoding` in lower case; empty where there is none. */
  readonly encoding: string
}

/** The parts of a MIME message in their order, those of nested multiparts among them. */
export function mimeParts(text: string, start = 0, end = text.length): readonly MimePart[] {
  const bodyStart = endOfHeaders(text, start, end)
  const headers = headersOf(text.slice(start, bodyStart))
  const type = headers.get('content-type') ?? 'text/plain'
  const contentType = (type.split(';')[0] ?? '').trim().toLowerCase()
  if (!contentType.startsWith('multipart/')) {
    const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()
    return [{ start: bodyStart, end, contentType, encoding }]
  }
  const parameter = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/iu.exec(type)
  const boundary = parameter?.[1] ?? parameter?.[2]
  if (boundary === undefined) throw new UserDataError('The user data is a MIME multipart without a boundary.')
  return sections(text, { start: bodyStart, end, boundary }).flatMap((part) => mimeParts(text, part.start, part.end))
}

interface Section {
  readonly start: number
  readonly end: number
}

/** What stands between the lines that are the boundary; a last part may be open, as mail readers allow. */
function sections(text: string, { start, end, boundary }: Section & { readonly boundary: string }): readonly Section[] {
  const found: Section[] = []
  let open: number | undefined
  for (let at = start; at < end; at = Math.min(end, lineEndAfter(text, at))) {
    const line = text.slice(at, Math.min(end, lineEndAfter(text, at))).trimEnd()
    if (line !== `--${boundary}` && line !== `--${boundary}--`) continue
    if (open !== undefined) found.push({ start: open, end: Math.max(open, withoutLineEnd(text, at)) })
    if (line.endsWith(`${boundary}--`)) return found
    open = Math.min(end, lineEndAfter(text, at))
  }
  return open === undefined ? found : [...found, { start: open, end }]
}

/** The line end in front of a boundary belongs to the boundary. */
function withoutLineEnd(text: string, offset: number): number {
  return text[offset - 2] === '\r' ? offset - 2 : offset - 1
}

function lineEndAfter(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end + 1
}

function endOfHeaders(text: string, start: number, end: number): number {
  if (/^\r?\n/u.test(text.slice(start, start + 2))) return lineEndAfter(text, start)
  const blank = /\r?\n\r?\n/u.exec(text.slice(start, end))
  return blank ? start + blank.index + blank[0].length : end
}

function headersOf(text: string): ReadonlyMap<string, string> {
  const lines = text.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)
  return new Map(
    lines.flatMap((line) => {
      const [, name, value] = /^([\w-]+):(.*)$/u.exec(line) ?? []
      return name === undefined ? [] : [[name.toLowerCase(), (value ?? '').trim()] as const]
    }),
  )
}
