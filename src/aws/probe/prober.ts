/** Probes new instances before they count as ready. */
import type { Prober } from '../../controllers/rollout/ports.ts'
import { UserError } from '../../errors.ts'
import type { Probe } from '../../domain/rollout/probe.ts'
import type { Network } from '../../platform/network.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import type { Finding, ProberOptions } from './finding.ts'
import { describeInstances, type ProbedInstance } from './instances.ts'
import { type RunningCommand, runOnInstances } from './run-command.ts'

/** A prober for one kind of probe. Throws a UserError where AWS will never let it run. */
export function instanceProber(options: ProberOptions, probe: Probe): Prober {
  const { connection, clock, network } = options
  const running = new Map<string, RunningCommand>()
  return async (ids) => {
    const known = await describeInstances(connection, ids)
    const commands =
      probe.kind === 'ssm' ? await runOnInstances(options, { command: probe.command, known, running }) : undefined
    return await mapConcurrently(ids, async (id) => {
      const found = commands?.get(id) ?? (await fromHere(network, probe, { id, ...known.get(id) }))
      return { id, at: clock.now() / 1000, ...found }
    })
  }
}

async function fromHere(
  network: Network,
  probe: Probe,
  { id, privateIp, windows }: { readonly id: string } & Partial<ProbedInstance>,
): Promise<Finding> {
  if (probe.kind === 'ssm' || windows === undefined) return { passed: false, reason: 'EC2 does not know it' }
  const text = probe.kind === 'http' ? probe.url : probe.host
  if (privateIp === undefined && text.includes(PRIVATE_IP)) return { passed: false, reason: 'it has no address yet' }
  // An IPv6 address stands in brackets in a URL, and without them in a connection.
  const address = probe.kind === 'http' && privateIp?.includes(':') ? `[${privateIp}]` : privateIp
  const fill = (given: string): string => given.replaceAll(PRIVATE_IP, address ?? '').replaceAll('{instance-id}', id)
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

const PRIVATE_IP = '{private-ip}'

/** That a request was aborted says nothing; what it was aborted for does. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message
}
