import { isMap, isSeq, parseDocument } from 'yaml'

/** A block of YAML in a Markdown page. */
export interface FencedYaml {
  /** The line of the page on which its text begins, from 1. */
  readonly line: number
  /** How far the block is indented, as inside of a list; its text is not. */
  readonly indent: number
  readonly text: string
}

/** The fenced blocks of a Markdown page that are marked as YAML. */
export function fencedYaml(markdown: string): readonly FencedYaml[] {
  const blocks: FencedYaml[] = []
  const lines = markdown.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const [, space = '', fence, language = ''] = /^(\s*)(`{3,}|~{3,})\s*(\S*)/.exec(lines[at] ?? '') ?? []
    if (fence === undefined) continue
    const begin = at + 1
    do at++
    while (at < lines.length && !isEndOf(fence, lines[at] ?? ''))
    if (!/^ya?ml$/i.test(language)) continue
    const text = lines.slice(begin, at).map((line) => (line.startsWith(space) ? line.slice(space.length) : line))
    blocks.push({ line: begin + 1, indent: space.length, text: text.join('\n') })
  }
  return blocks
}

/** A block as a file that GitHub would take, and how far its text was moved for that. */
export interface Framed {
  readonly kind: 'workflow' | 'steps' | 'other'
  readonly text: string
  /** Lines above the text. */
  readonly lines: number
  /** Columns in front of each line. */
  readonly columns: number
}

/** Puts what a workflow has around jobs without a trigger, and around steps alone; other YAML stays as it is. */
export function framed(text: string): Framed {
  const { contents } = parseDocument(text)
  if (isMap(contents) && contents.has('jobs')) {
    const above = contents.has('on') ? [] : ['on: workflow_dispatch']
    return { kind: 'workflow', text: [...above, text].join('\n'), lines: above.length, columns: 0 }
  }
  if (isSeq(contents) && contents.items.some((item) => isMap(item) && (item.has('uses') || item.has('run')))) {
    const above = ['on: workflow_dispatch', 'jobs:', '  job:', '    runs-on: ubuntu-latest', '    steps:']
    const moved = text.split('\n').map((line) => (line === '' ? '' : `      ${line}`))
    return { kind: 'steps', text: [...above, ...moved].join('\n'), lines: above.length, columns: 6 }
  }
  return { kind: 'other', text, lines: 0, columns: 0 }
}

function isEndOf(fence: string, line: string): boolean {
  const closing = line.trim()
  return closing.length >= fence.length && closing === fence.charAt(0).repeat(closing.length)
}
