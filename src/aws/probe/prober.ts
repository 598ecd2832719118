/** Probes instances before they are released to their load balancers. */
import type { Prober } from '../../controllers/rollout/ports.ts'
import { UserError } from '../../errors.ts'
import type { Probe } from '../../domain/rollout/probe.ts'
import type { Network } from '../../platform/network.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import type { Finding, ProberOptions } from './finding.ts'
import { describeInstances } from './instances.ts'
import { runOnInstances } from './run-command.ts'

/** A prober for one kind of probe. Throws a UserError where AWS will never let it run. */
export function instanceProber(options: ProberOptions, probe: Probe): Prober {
  const { connection, clock, network } = options
  return async (ids) => {
    const known = await describeInstances(connection, ids)
    const commands = probe.kind === 'ssm' ? await runOnInstances(options, { command: probe.command, known }) : undefined
    return await mapConcurrently(ids, async (id) => {
      const address = known.get(id)?.privateIp
      const found =
        commands?.get(id) ??
        (address === undefined || probe.kind === 'ssm'
          ? { passed: false, reason: 'EC2 does not know it' }
          : await fromHere(network, probe, (text) => filledIn(text, { id, address })))
      return { id, at: clock.now() / 1000, ...found }
    })
  }
}

async function fromHere(
  network: Network,
  probe: Exclude<Probe, { kind: 'ssm' }>,
  fill: (text: string) => string,
): Promise<Finding> {
  try {
    if (probe.kind === 'http') {
      const status = await network.httpStatus(fill(probe.url))
      return { passed: status >= 200 && status < 400, reason: `${fill(probe.url)} answered ${status}` }
    }
    const host = fill(probe.host)
    await network.connect(host, probe.port)
    return { passed: true, reason: `${host}:${probe.port} took a connection` }
  } catch (error) {
    if (error instanceof UserError) throw error
    const where = probe.kind === 'http' ? fill(probe.url) : `${fill(probe.host)}:${probe.port}`
    return { passed: false, reason: `${where} did not answer: ${wordsOf(error)}` }
  }
}

const filledIn = (text: string, { id, address }: { readonly id: string; readonly address: string }): string =>
  text.replaceAll('{private-ip}', address).replaceAll('{instance-id}', id)

/** That a request was aborted says nothing; what it was aborted for does. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message
}
