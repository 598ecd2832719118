import { commandsOf } from './commands.ts'
import { batch, powershell, shell, type Dialect } from './dialect.ts'
import { invocationOf, type Invocation } from './invocation.ts'
import type { Language, Readings } from './readings.ts'
import { partOf, type SourceText } from './source-text.ts'
import { readUnit } from './unit.ts'
import type { Word } from './word.ts'
import { readYamlImages } from './yaml.ts'

/** Everything in a text that has to do with images, through all that is written inside of it. */
export interface ReadText {
  readonly images: readonly Word[]
  readonly invocations: readonly Invocation[]
}

/** Texts inside of texts that are read: a script that writes a unit whose command is a shell's is three. */
const DEEPEST = 6

const dialects: Readonly<Record<'shell' | 'powershell' | 'batch', Dialect>> = { shell, powershell, batch }

/** Reads a text in its language; undefined: what its content shows. */
export function readText(source: SourceText, language?: Language, depth = 0): ReadText {
  if (depth > DEEPEST) return { images: [], invocations: [] }
  const readings = readingsOf(source, language ?? languageOf(source.text))
  const invocations = readings.commands.map(invocationOf)
  const scripts = invocations.flatMap(({ command }) =>
    command.kind === 'script' ? [{ source: command.script.source, language: shells[command.shell] }] : [],
  )
  const inner = [...readings.inner, ...scripts].map((text) => readText(text.source, text.language, depth + 1))
  return {
    images: [...readings.images, ...inner.flatMap(({ images }) => images)],
    invocations: [...invocations, ...inner.flatMap((text) => text.invocations)],
  }
}

const shells = { posix: 'shell', powershell: 'powershell', batch: 'batch' } as const

function readingsOf(source: SourceText, language: Language): Readings {
  switch (language) {
    case 'yaml':
      return readYamlImages(source)
    case 'unit':
      return readUnit(source)
    case 'shell':
    case 'powershell':
    case 'batch': {
      const { commands, substitutions, documents } = commandsOf(source, dialects[language])
      const inner = [
        ...substitutions.map((text) => ({ source: text, language })),
        ...documents.map((text) => ({ source: text, language: undefined })),
      ]
      return { images: [], commands, inner }
    }
    case 'other':
      return { images: [], commands: [], inner: ofWindows(source) }
    default:
      return language satisfies never
  }
}

/** What a text is, by its beginning. */
export function languageOf(text: string): Language {
  const [interpreter] = /^#!.*/u.exec(text) ?? []
  if (interpreter !== undefined) {
    if (/\b(?:ba|da|a|z|k|mk)?sh\b/u.test(interpreter)) return 'shell'
    return /\b(?:pwsh|powershell)\b/u.test(interpreter) ? 'powershell' : 'other'
  }
  if (/<(?:powershell|script)>/iu.test(text)) return 'other'
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^\s*[#;]/u.test(line))
  const [first = ''] = lines
  if (/^\s*\[{1,2}[A-Za-z][\w. "'-]*\]{1,2}\s*(?:#.*)?$/u.test(first)) return 'unit'
  if (/^---\s*$|^\s*[{[]\s*(?:["\n{[]|$)|^\s*(?:- )?["']?[\w./-]+["']?\s*:(?:\s|$)/u.test(first)) return 'yaml'
  return 'shell'
}

/** The scripts of Windows user data. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html */
function ofWindows(source: SourceText): Readings['inner'] {
  return [...source.text.matchAll(/<(powershell|script)>/giu)].flatMap(({ index, 0: opening, 1: name = '' }) => {
    const start = index + opening.length
    const end = source.text.toLowerCase().indexOf(`</${name.toLowerCase()}>`, start)
    const language = name.toLowerCase() === 'script' ? 'batch' : 'powershell'
    return end < 0 ? [] : [{ source: partOf(source, start, end), language } as const]
  })
}
