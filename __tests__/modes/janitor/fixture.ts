import type { SimulatedAccount } from '../../../simulator/account.ts'
import { type ActionRun, runAction, type RunActionOptions } from '../../../testing/run-action.ts'

export const HOUR = 3600
export const HEAL = { heal: 'true', 'heal-standby': 'true' }

/** A catalogue in which the service `shop` claims the groups of these globs. */
export const catalogueOf = (globs: readonly string[], more = ''): string => `version: 1
environments: { test: { account: '123456789012', regions: [eu-west-1], role: 'arn:aws:iam::123456789012:role/fleet-patch' } }
services: { shop: { owner: shop, in: { test: { groups: ${JSON.stringify(globs)} } } } }
${more}`

/** A finding as the outputs have it. */
export interface Found {
  readonly group: string | null
  readonly resource: string | null
  readonly finding: string
  readonly since: string | null
  readonly heal: string | null
  readonly state: string
  readonly why: string | null
}

export interface JanitorRun extends ActionRun {
  readonly findings: readonly Found[]
  readonly healed: readonly Found[]
  /** `name state`, of each finding. */
  readonly states: readonly string[]
}

/** A janitor under a catalogue that claims every group; the ledger is cleared before. */
export async function clean(
  account: SimulatedAccount,
  inputs: Readonly<Record<string, string>>,
  { catalogue = catalogueOf(['*']), ...options }: Partial<RunActionOptions> & { readonly catalogue?: string | undefined } = {},
): Promise<JanitorRun> {
  account.ledger.clear()
  const run = await runAction(account, {
    inputs: { mode: 'janitor', 'auto-scaling-groups': '*', ...inputs },
    runId: String(Math.round(account.timeline.now)),
    workspace: { '.github/fleet-patch.yml': catalogue },
    environment: { defaultBranch: 'main', ref: 'refs/heads/main', actor: 'octocat', triggeringActor: 'octocat' },
    ...options,
  })
  const listed = (text: string | undefined): readonly Found[] => JSON.parse(text ?? '[]') as readonly Found[]
  const findings = listed(run.outputs['findings'])
  return {
    ...run,
    findings,
    healed: listed(run.outputs['healed']),
    states: findings.map(({ group, resource, finding, state }) => `${group ?? resource}: ${finding} ${state}`).toSorted(),
  }
} // prettier-ignore

/** The calls that have changed something, in order. */
export const changesOf = ({ ledger }: SimulatedAccount) =>
  ledger.entries.filter(({ changes, operation }) => changes && !operation.startsWith('AssumeRole'))

/** The names of groups that a call names, anywhere in its input. */
export const touched = (account: SimulatedAccount, names: readonly string[]): readonly string[] =>
  names.filter((name) => changesOf(account).some(({ input }) => JSON.stringify(input).includes(`"${name}"`)))
