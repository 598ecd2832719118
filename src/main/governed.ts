import type { Connected } from '../aws/client/connect.ts'
import type { Plan, PlannedCatalogue } from '../domain/plan/plan.ts'
import { UserError } from '../errors.ts'
import type { Inputs, Selectors } from '../inputs/inputs.ts'
import type { Governance } from '../modes/governance.ts'
import type { Runner } from '../platform/runner.ts'
import type { RunResult } from '../report/events.ts'
import { connectToEnvironment } from './connect-to-environment.ts'
import { openCatalogue } from './open-catalogue.ts'
import type { Platform } from './platform.ts'
import type { RunRecord } from './report-run.ts'

/** A step, and what a catalogue, where there is one, makes of it. */
export interface GovernedStep {
  /** With what the catalogue gives to inputs that were not given. */
  readonly runner: Runner
  /** The groups of the service; undefined where none was named. */
  readonly selectors: Selectors | undefined
  /** The workflow that the role trusts, as the catalogue says it. */
  readonly workflow?: string | undefined
  /** Undefined where nothing is governed. */
  readonly catalogue: PlannedCatalogue | undefined
  /** What needs no account: the result of a run that only reads the file. UserError where the catalogue refuses the run. */
  readonly begin: (inputs: Inputs) => RunResult | undefined
  /** Once AWS has said whose the credentials are. UserError where the catalogue refuses the run. */
  readonly confirm: (inputs: Inputs, connected: Connected) => Governance | undefined
}

/** Opens the catalogue; what judges by it is loaded only where there is one. UserError where the file or a name is wrong. */
export async function governedStep(
  platform: Platform,
  record: RunRecord,
  plan: Plan | undefined,
): Promise<GovernedStep> {
  const { runner, clock } = platform
  const { report } = record
  const opened = await openCatalogue(platform, report)
  const file = opened && { path: opened.path, digest: opened.digest }
  if (plan !== undefined) (await import('./apply-plan.ts')).refuseOtherCatalogue(plan, file)
  if (opened === undefined) {
    refuseUngoverned(runner)
    return {
      runner,
      selectors: undefined,
      catalogue: undefined,
      begin: refuseWithoutCatalogue,
      confirm: () => undefined,
    }
  }
  const { beginGoverned, confirmGoverned, govern, reviewOfFile, withTexts } = await import('./govern.ts')
  const governed = govern(opened, runner)
  const applied =
    plan === undefined
      ? undefined
      : await (await import('./token-environment.ts')).tokenEnvironment(platform, opened.catalogue)
  let governance: Governance | undefined
  return {
    runner: withTexts(runner, governed.texts),
    selectors: governed.selectors,
    workflow: opened.catalogue.environments.get(governed.environment ?? '')?.workflow,
    catalogue: file,
    begin: (inputs) => {
      if (inputs.mode === 'catalogue' && inputs.credentials.role === undefined) return reviewOfFile(opened)
      governance = beginGoverned({ runner, clock, report, applied }, inputs, governed)
      return undefined
    },
    confirm: (inputs, connected) =>
      governance &&
      confirmGoverned(governance, {
        regions: inputs.regions,
        account: connected.account.id,
        now: connected.clock.now() / 1000,
        report,
        connectTo: connectToEnvironment(platform, { inputs, connected, catalogue: opened.catalogue }, record),
      }),
  }
}

/** Without a catalogue these inputs would seem to do something. */
function refuseUngoverned(runner: Pick<Runner, 'input'>): void {
  const given = (['service', 'environment', 'break-glass'] as const).filter((name) => runner.input(name) !== '')
  if (given.length === 0) return
  throw new UserError({
    what: `${given.map((name) => `\`${name}\``).join(' and ')} ${given.length > 1 ? 'mean' : 'means'} something in a catalogue, and there is none.`,
    remedy: 'Nothing was changed. Add `.github/fleet-patch.yml`, or name the file with `catalogue`.',
  })
}

function refuseWithoutCatalogue({ mode }: Inputs): undefined {
  if (mode !== 'catalogue') return undefined
  throw new UserError({
    what: '`mode: catalogue` has no catalogue to read: there is no `.github/fleet-patch.yml` in the workspace.',
    remedy: 'Add it, or name the file with `catalogue`; `actions/checkout` must come before this step.',
  })
}
