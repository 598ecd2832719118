/** docs/modes.md: for each mode its inputs and a policy that is enough for it, from the declarations that the code goes by. */
import { parse } from 'yaml'
import { MODES } from '../src/command/help.ts'
import { modes, type Mode } from '../src/inputs/modes.ts'
import type { ModePermissions } from '../src/modes/permissions.ts'

interface Statement {
  readonly Sid: string
  readonly Action: string | readonly string[]
}

export interface ModesSources {
  /** docs/iam/permissions.json. */
  readonly permissions: string
  readonly needs: Readonly<Record<string, ModePermissions>>
}

/** The page as Markdown. */
export function modesPage({ permissions, needs }: ModesSources): string {
  const { Version, Statement } = parse(permissions) as {
    readonly Version: string
    readonly Statement: readonly Statement[]
  }
  const sections = (Object.keys(modes) as Mode[]).map((mode) => {
    const { reads, changes } = needs[mode] ?? { reads: [], changes: {} }
    const always = Statement.filter(({ Sid }) => changes[Sid as keyof typeof changes] === 'always')
    const others = Object.entries(changes).filter(([, when]) => when !== 'always')
    const look = { Sid: 'Look', Effect: 'Allow', Action: [...new Set(reads)].toSorted(), Resource: '*' }
    return [
      `## ${mode}`,
      MODES[mode],
      `Inputs: ${modes[mode].uses.map((name) => `\`${name}\``).join(', ')}.`,
      ...(others.length === 0
        ? []
        : [
            `Statements of [the whole policy](../README.md#permissions) that it needs besides in some cases:\n\n${others.map(([sid, when]) => `- \`${sid}\` ${when}`).join('\n')}`,
          ]),
      `\`\`\`json\n${JSON.stringify({ Version, Statement: [look, ...always] }, undefined, 2)}\n\`\`\``,
    ].join('\n\n')
  })
  return [
    '# Modes',
    'Written by `npm run docs` from the inputs that each mode reads and the permissions that the tests hold against its calls.',
    'Names of groups, account and region in the policies are examples: put in yours. An input that a mode does not use is warned of.',
    ...sections,
  ].join('\n\n')
}
