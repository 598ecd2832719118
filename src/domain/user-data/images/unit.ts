import { nothing, type Readings } from './readings.ts'
import { partOf, type SourceText } from './source-text.ts'
import { assignmentOf, type Word } from './word.ts'
import { lineWords, wordOf } from './words.ts'

/**
 * The images of a systemd unit, a quadlet or TOML: `Image=` of a container, the command lines of a service, `source` and
 * `image` of TOML such as Bottlerocket's settings.
 * https://docs.podman.io/en/latest/markdown/podman-systemd.unit.5.html https://bottlerocket.dev/en/os/latest/#/api/settings/
 */
export function readUnit(source: SourceText): Readings {
  const lines = logicalLines(source).map(readLine)
  return {
    images: lines.flatMap(({ images }) => images),
    commands: lines.flatMap(({ commands }) => commands),
    inner: [],
  }
}

/** A line that ends in a backslash goes on in the next one, behind comments that stand in between. */
function logicalLines(source: SourceText): readonly SourceText[] {
  const found: SourceText[] = []
  let start = 0
  let open = false
  for (let at = 0; at < source.text.length;) {
    const newLine = source.text.indexOf('\n', at)
    const end = newLine < 0 ? source.text.length : newLine
    const line = source.text.slice(at, end).trimEnd()
    const isComment = /^\s*[#;]/u.test(line)
    if (!open) start = at
    if (isComment && !open) start = end
    else if (!isComment) {
      open = line.endsWith('\\')
      if (!open) found.push(partOf(source, start, end))
    }
    at = end + 1
  }
  return found
}

function readLine(line: SourceText): Readings {
  const [all, key, before] = /^\s*(["']?[A-Za-z][\w.-]*["']?)(\s*=\s*)/u.exec(line.text) ?? []
  if (all === undefined || key === undefined || before === undefined) return nothing
  const value = partOf(line, all.length)
  if (key === 'Image') return { ...nothing, images: [wordOf(value)] }
  if (/^(?:image|source)$/u.test(key)) return { ...nothing, images: quotedWord(value) }
  if (/^Exec(?:Start|Stop|Reload)(?:Pre|Post)?$|^ExecCondition$/u.test(key)) {
    const prefix = /^[-@:+!|]*/u.exec(value.text)?.[0].length ?? 0
    return { ...nothing, commands: [lineWords(partOf(value, prefix))] }
  }
  if (key !== 'Environment') return nothing
  return { ...nothing, commands: lineWords(value).flatMap((word) => (assignmentOf(word) ? [[word]] : [])) }
}

/** TOML has its texts in quotes. */
function quotedWord(value: SourceText): readonly Word[] {
  const [all, double, single] = /^(?:"([^"\\\n]*)"|'([^'\n]*)')\s*(?:#.*)?$/u.exec(value.text) ?? []
  const text = double ?? single
  return all === undefined || text === undefined ? [] : [wordOf(partOf(value, 1, 1 + text.length))]
}
