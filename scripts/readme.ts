import { parse } from 'yaml'

interface Input {
  readonly description: string
  readonly required?: boolean
  readonly default?: string
}

interface Manifest {
  readonly inputs: Readonly<Record<string, Input>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
}

/** The texts that the README repeats: action.yml, and the two IAM documents as JSON. */
export interface Sources {
  readonly action: string
  readonly permissions: string
  readonly trust: string
}

/** The README with the repeated texts rewritten between its markers; an error names a missing marker. */
export function withSources(readme: string, { action, permissions, trust }: Sources): string {
  const { inputs, outputs } = parse(action) as Manifest
  const passages = {
    inputs: inputTable(inputs),
    outputs: outputTable(outputs),
    permissions: jsonBlock(permissions),
    trust: jsonBlock(trust),
  }
  return Object.entries(passages).reduce((text, [name, passage]) => between(text, name, passage), readme)
}

function jsonBlock(text: string): string {
  return `\`\`\`json\n${text.trim()}\n\`\`\``
}

function inputTable(inputs: Manifest['inputs']): string {
  const rows = Object.entries(inputs).map(([name, input]) => [`\`${name}\``, input.description, standing(input)])
  return table(['input', 'meaning', 'default'], rows)
}

function standing(input: Input): string {
  if (input.required) return '**required**'
  return input.default ? `\`${input.default}\`` : ''
}

function outputTable(outputs: Manifest['outputs']): string {
  const rows = Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description])
  return table(['output', 'meaning'], rows)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** One line, in which a bar does not end the cell. */
function cell(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')
}

function between(text: string, name: string, passage: string): string {
  const [start, end] = [`<!-- ${name}: written by npm run docs -->`, `<!-- end of ${name} -->`]
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`The README lacks "${start}" or, after it, "${end}".`)
  return `${text.slice(0, from + start.length)}\n\n${passage}\n\n${text.slice(to)}`
}
