import { consoleHost, instancePage } from '../../text/console-link.ts'
import { clip, markdownCode, markdownText } from '../../text/escape.ts'
import { instanceLink } from './links.ts'

/** Code between backticks, ids of instances, addresses. */
const MARKED = /(`[^`\n]{1,300}`|\bi-[0-9a-f]{8}(?:[0-9a-f]{9})?\b|https:\/\/[^\s()]+)/

/**
 * Sentences that may hold foreign parts, as Markdown that shows their very text. What stands between backticks is code; where the
 * region is known, ids of instances lead to the AWS console, and so does an address of it.
 */
export function prose(text: string, region = ''): string {
  return clip(text, 2000)
    .split(MARKED)
    .map((piece, index) => (index % 2 === 0 ? plain(piece) : marked(piece, region)))
    .join('')
    .trim()
}

function marked(piece: string, region: string): string {
  if (piece.startsWith('`')) return markdownCode(piece.slice(1, -1))
  if (piece.startsWith('i-')) return instancePage(region, piece) === undefined ? piece : instanceLink(region, piece)
  // An address that AWS has not given could lead anywhere.
  const isConsole = piece.startsWith(`https://${consoleHost(region) ?? ''}/`) && !/[^\w:/.?=#%;&-]/.test(piece)
  return isConsole ? `[AWS console](${piece})` : plain(piece)
}

/** White space at its ends stays: it parts the text from what is marked. */
function plain(piece: string): string {
  const [before = '', after = ''] = [/^\s+/.exec(piece)?.[0] && ' ', /\s+$/.exec(piece)?.[0] && ' ']
  const core = markdownText(piece)
  return core === '' ? before : `${before}${core}${after}`
}

/** The same for several lines: those that begin with `- ` become a list. */
export const proseLines = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (line.startsWith('- ') ? `- ${prose(line.slice(2))}` : prose(line)))
    .join('\n')
    .replace(/^(?!- )(.*)\n- /, '$1\n\n- ')
