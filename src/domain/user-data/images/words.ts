import { commandsOf } from './commands.ts'
import { unitCommand, type Dialect } from './dialect.ts'
import { partOf, type SourceText } from './source-text.ts'
import type { Word } from './word.ts'

/** A text as one word: with its variables, and with its quotes if it has any around it. */
export function wordOf(source: SourceText): Word {
  const spaces = /^\s*/u.exec(source.text)?.[0].length ?? 0
  const inner = partOf(source, spaces, spaces + source.text.trim().length)
  return { source: inner, variable: variablesIn(inner.text, unitCommand), quoted: false }
}

function variablesIn(text: string, { variables }: Dialect): readonly boolean[] {
  const marks = Array.from({ length: text.length }, () => false)
  for (const pattern of [...variables, /\$\([^)\n]{0,200}\)/uy])
    for (const { index, 0: found } of text.matchAll(new RegExp(pattern.source, 'gu')))
      marks.fill(true, index, index + found.length)
  return marks
}

/** The words of one line, as systemd splits them. */
export function lineWords(source: SourceText): readonly Word[] {
  return commandsOf(source, unitCommand).commands[0] ?? []
}
