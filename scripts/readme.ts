import { parse } from 'yaml'
import type { ModePermissions } from '../src/modes/permissions.ts'

interface Input {
  readonly description: string
  readonly required?: boolean
  readonly default?: string
}

type Condition = NonNullable<ModePermissions['changes'][keyof ModePermissions['changes']]>

interface Manifest {
  readonly inputs: Readonly<Record<string, Input>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
}

/** What the README repeats: action.yml, the two IAM documents as JSON, and what of the policy each mode needs. */
export interface Sources {
  readonly action: string
  readonly permissions: string
  readonly trust: string
  readonly needs: Readonly<Record<string, ModePermissions>>
}

/** The README with the repeated texts rewritten between its markers; an error names a missing marker. */
export function withSources(readme: string, { action, permissions, trust, needs }: Sources): string {
  const { inputs, outputs } = parse(action) as Manifest
  const passages = {
    inputs: inputTable(inputs),
    outputs: outputTable(outputs),
    permissions: jsonBlock(permissions),
    trust: jsonBlock(trust),
    needs: needsTable(needs),
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

/** The statements that each mode needs besides `Look`: those it always needs, and those it needs for some inputs or groups. */
function needsTable(needs: Sources['needs']): string {
  const rows = Object.entries(needs).map(([mode, { changes }]) => {
    const byCondition = Map.groupBy(Object.entries(changes), ([, when]) => when)
    const named = (when: Condition): string => (byCondition.get(when) ?? []).map(([id]) => `\`${id}\``).join(', ')
    const conditions = [...byCondition.keys()].filter((when) => when !== 'always')
    return [`\`${mode}\``, named('always'), conditions.map((when) => `${named(when)} ${when}`).join('; ')]
  })
  return table(['mode', 'always', 'in some cases'], rows)
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
