import { wrapped } from './wrap.ts'

/** How a line looks; `paint` does nothing where there are no colours. */
export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green'
export type Paint = (style: Style, text: string) => string

/**
 * A reader of the action's raw log: gives each line as GitHub's page shows it, none for what the page hides. Workflow
 * commands become headings and annotations, masked texts become `***`, long lines go on below their group's name.
 */
export function readableLog({ width, paint }: { width: number; paint: Paint }): (line: string) => string[] {
  const secrets: string[] = []
  return (raw) => {
    const [, command, properties = '', data = ''] = /^::([\w-]+)(?: ([^:]*))?::(.*)$/.exec(raw) ?? []
    if (command === 'add-mask') {
      secrets.push(unescaped(data))
      return []
    }
    const line = secrets.reduce((text, secret) => text.replaceAll(secret, '***'), raw)
    const [, shown = ''] = /^::[\w-]+(?: [^:]*)?::(.*)$/.exec(line) ?? []
    switch (command) {
      case 'group':
        return ['', paint('bold', `▾ ${unescaped(shown)}`)]
      case 'endgroup':
      case 'debug':
        return []
      case 'error':
      case 'warning':
      case 'notice': {
        const style = command === 'error' ? 'red' : 'yellow'
        const title = /(?:^|,)title=([^,]*)/.exec(properties)?.[1] ?? command
        const text = `${command.toUpperCase()} ${unescaped(title)}: ${unescaped(shown)}`
        return text
          .split('\n')
          .flatMap((part, index) => wrapped(part, { width, first: index === 0 ? '  ' : '    ', rest: '    ' }))
          .map((part) => paint(style, part))
      }
      default:
        return wrapped(line, { width, first: '  ', rest: ' '.repeat(12) })
    }
  }
}

/** The runner's own escapes in commands, for the data and for the properties. */
function unescaped(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')
}
