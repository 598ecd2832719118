import type { Connected } from '../aws/client/connect.ts'
import type { CommonInputs, CredentialInputs, Mode } from '../inputs/inputs.ts'
import { modes } from '../inputs/modes.ts'
import { proxyAgents } from '../platform/proxy-agents.ts'
import { proxyRules } from '../platform/proxy-rules.ts'
import type { RunRecord } from './report-run.ts'
import type { Platform } from './platform.ts'

/** A connection for each region, in the order asked for. */
export type Connections = readonly [Connected, ...Connected[]]

/** The inputs that a connection needs. */
export type ConnectionInputs = CommonInputs & {
  readonly mode: Mode
  /** How long credentials are waited for; for some minutes where it is missing. */
  readonly patienceSeconds?: number
  /** False where a mode that may change something only looks. */
  readonly heal?: boolean
}

/** GitHub and AWS fail for a moment at times. A step that has changed nothing yet may end red after that. */
const USUAL_PATIENCE_SECONDS = 180

/** Connects to each region and reports the account and role of the credentials; the SDK is loaded only now. */
export async function connectRegions(
  platform: Platform,
  inputs: ConnectionInputs,
  record: RunRecord,
): Promise<Connections> {
  const [first = '', ...others] = inputs.regions
  record.runRequest = { ...record.runRequest, region: inputs.regions.join(', '), dryRun: inputs.dryRun }
  const connected = await connectRegion(platform, { inputs, region: first }, record)
  const elsewhere: Connected[] = []
  for (const region of others) elsewhere.push(await connectRegion(platform, { inputs, region }, record))
  return [connected, ...elsewhere]
}

/** Another account or region than that of the run, in which nothing is changed. */
export interface OtherPlace {
  readonly region: string
  readonly role: CredentialInputs['role']
  readonly workflow: CredentialInputs['workflow']
  /** 12 digits: any other account is refused. */
  readonly account: string
}

/** Connects to another place to look at it; its calls count with those of the run. */
export async function connectToLook(
  platform: Platform,
  { inputs, place }: { readonly inputs: ConnectionInputs; readonly place: OtherPlace },
  record: RunRecord,
): Promise<Connected> {
  const credentials = { ...inputs.credentials, role: place.role, workflow: place.workflow }
  const looking = { ...inputs, credentials, allowedAccountIds: [place.account] }
  const connected = await connectWith(platform, { inputs: looking, region: place.region, mutable: false }, record)
  record.report({ kind: 'info', message: `Looking at the account ${place.account} in ${place.region} as well.` })
  return connected
}

async function connectRegion(
  platform: Platform,
  { inputs, region }: { readonly inputs: ConnectionInputs; readonly region: string },
  record: RunRecord,
): Promise<Connected> {
  const mutable = modes[inputs.mode].changes && inputs.heal !== false && !inputs.dryRun
  const connected = await connectWith(platform, { inputs, region, mutable }, record)
  record.runRequest = { ...record.runRequest, account: connected.account.id }
  record.report({ kind: 'info', message: `Account ${connected.account.id} in ${region}, as ${connected.account.arn}` })
  for (const message of connected.warnings) record.report({ kind: 'warning', message })
  return connected
}

interface ConnectionWish {
  readonly inputs: ConnectionInputs
  readonly region: string
  readonly mutable: boolean
}

async function connectWith(
  { runner, clock, random, signal, requestHandler }: Platform,
  { inputs, region, mutable }: ConnectionWish,
  record: RunRecord,
): Promise<Connected> {
  const { connect } = await import('../aws/client/connect.ts')
  const { tokenClaims } = await import('../aws/client/token-claims.ts')
  const { credentials, allowedAccountIds, timeoutSeconds, patienceSeconds = USUAL_PATIENCE_SECONDS } = inputs
  const { proxy } = runner.environment
  for (const secret of proxyRules(proxy).secrets) runner.mask(secret)
  const connected = await connect({
    credentials,
    allowedAccountIds,
    timeoutSeconds,
    region,
    mutable,
    tells: inputs.notify !== undefined && !inputs.dryRun,
    issuer: {
      mask: runner.mask,
      idToken: async (audience, signal) => {
        const token = await runner.idToken(audience, signal)
        record.jobEnvironment = tokenClaims(token).tested.find(([name]) => name === 'environment')?.[1]
        return token
      },
    },
    patienceSeconds,
    waiting: (message) => record.report({ kind: 'info', message }),
    clock,
    random,
    signal,
    requestHandler,
    agentFor: await proxyAgents(proxy),
  })
  record.connected.push(connected)
  return connected
}
