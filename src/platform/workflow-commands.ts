/**
 * How a step speaks to its runner: lines on stdout and files that the runner names.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync } from 'node:fs'
import { EOL } from 'node:os'

type Properties = Readonly<Record<string, string | undefined>>

/** Prints a command, `::warning title=Sizes::The group ...`; what its syntax knows is escaped in text and properties. */
export function printCommand(name: string, text: string, properties: Properties = {}): void {
  const given = Object.entries(properties).flatMap(([key, value]) => (value ? `${key}=${escapedProperty(value)}` : []))
  printLine(`::${name}${given.length > 0 ? ' ' : ''}${given.join(',')}::${escapedText(text)}`)
}

export const printLine = (line: string): void => void process.stdout.write(line + EOL)

const escapedText = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapedProperty = (text: string): string => escapedText(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/**
 * Appends a value to a file of the runner, between two lines that no value can know. Without a file, as outside of a job,
 * nothing is written; throws where the file is gone or cannot be written.
 */
export function appendValue(file: string | undefined, name: string, value: string): void {
  if (!file) return
  if (!existsSync(file)) throw new Error(`Missing file at path: ${file}`)
  const delimiter = `ghadelimiter_${randomUUID()}`
  appendFileSync(file, `${name}<<${delimiter}${EOL}${value}${EOL}${delimiter}${EOL}`, { encoding: 'utf8' })
}

/** The input of this name, without the space around it; empty where the step gives none. */
export const inputOf = (variables: NodeJS.ProcessEnv, name: string): string =>
  (variables[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim()
