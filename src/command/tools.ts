/** What the command does besides running modes: each in a file of its own, which is loaded only for it. */
export const tools = {
  page: 'Writes one page of the fleet from the records of audits and runs: ages, trend, rolls, locks, open runs.',
  portal: 'Writes dispatch forms with the services and environments of the catalogue as choices, or checks them.',
} as const satisfies Readonly<Record<string, string>>

export type Tool = keyof typeof tools

export function isTool(text: string): text is Tool {
  return Object.hasOwn(tools, text)
}
