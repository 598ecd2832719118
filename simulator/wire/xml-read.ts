/** An element of a request's body; attributes are of no meaning here. */
export interface XmlElement {
  readonly name: string
  /** Of the element itself, without that of its children. */
  text: string
  readonly children: XmlElement[]
}

const MARKUP =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s[^<>]*?)?)(\/?)>/y
const TEXT = /[^<]+/y

/** Reads a document; throws SyntaxError where it is none. Names lose their prefix: `ns2:Change` is `Change`. */
export function readXml(document: string): XmlElement {
  const top: XmlElement = { name: '', text: '', children: [] }
  const open: XmlElement[] = [top]
  let at = 0
  while (at < document.length) {
    const inside = open.at(-1) ?? top
    TEXT.lastIndex = MARKUP.lastIndex = at
    const text = TEXT.exec(document)
    if (text !== null) {
      inside.text += unescaped(text[0])
      at = TEXT.lastIndex
      continue
    }
    const markup = MARKUP.exec(document)
    if (markup === null) throw new SyntaxError(`no markup at ${document.slice(at, at + 20)}`)
    at = MARKUP.lastIndex
    step(open, inside, markup)
  }
  const [root, ...others] = top.children
  if (open.length > 1 || root === undefined || others.length > 0 || top.text.trim() !== '') {
    throw new SyntaxError('XML document structures must start and end within the same entity.')
  }
  return root
}

function step(open: XmlElement[], inside: XmlElement, [, data, closes, tag, , isEmpty]: RegExpExecArray): void {
  if (data !== undefined) inside.text += data
  if (tag === undefined) return
  const name = tag.replace(/^.*:/, '')
  if (closes === '/') {
    if (inside.name !== name || open.length === 1) throw new SyntaxError(`</${tag}> closes no element`)
    open.pop()
    return
  }
  const element: XmlElement = { name, text: '', children: [] }
  inside.children.push(element)
  if (isEmpty !== '/') open.push(element)
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text.replaceAll(
    /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g,
    (reference, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
      const character = NAMED[name ?? '']
      if (character === undefined) throw new SyntaxError(`${reference} was referenced, but not declared`)
      return character
    },
  )
