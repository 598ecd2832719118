import type { InstanceType } from '../../domain/image/fit.ts'
import type { Demand } from '../../domain/rollout/preflight.ts'
import {
  isStandard,
  type Market,
  type Running,
  vcpuQuotas,
  type VcpuHeadroom,
  vcpusIn,
} from '../../domain/rollout/vcpu-quota.ts'
import type { Connection } from '../client/connection.ts'
import type { InstanceTypeReader } from '../images/instance-types.ts'
import { ec2Quota } from './quota.ts'
import { runningInstances } from './running-instances.ts'

/** Asks, and gives undefined where AWS does not tell. */
export type UnlessRefused = <Answer>(what: string, ask: () => Promise<Answer>) => Promise<Answer | undefined>

export interface Vcpus {
  /** vCPUs of one instance, by type; a type of which AWS does not tell is missing. */
  readonly each: ReadonlyMap<string, number>
  /** The quotas that a group's launches count against, as its running instances do; those that could be read. */
  readonly rooms: (group: string) => readonly VcpuHeadroom[]
}

const markets = Object.keys(vcpuQuotas) as readonly Market[]

const vcpusByType = (types: ReadonlyMap<string, InstanceType>): ReadonlyMap<string, number> =>
  new Map([...types].flatMap(([name, { vcpus }]) => (vcpus === undefined ? [] : [[name, vcpus]])))

/** What the demands will meet of vCPUs. The account's instances and quotas are asked for only where a standard family is launched. */
export async function vcpuHeadroom(
  { connection, types: reader }: { readonly connection: Connection; readonly types: InstanceTypeReader },
  demands: readonly Demand[],
  unlessRefused: UnlessRefused,
): Promise<Vcpus> {
  const types = demands.flatMap((demand) => demand.types)
  const running = types.some(isStandard)
    ? await unlessRefused('The vCPU quotas were', () => runningInstances(connection))
    : undefined
  const known = (running ?? []).map(({ type }) => type).filter(isStandard)
  const each = await unlessRefused('vCPUs were', async () => vcpusByType(await reader.learn([...types, ...known])))
  if (running === undefined || each === undefined) return { each: each ?? new Map(), rooms: () => [] }
  const of = (group: string): readonly Running[] => running.filter((some) => some.group === group)
  const launching = demands.flatMap(({ group }) => of(group))
  const asked = markets.filter((market) => vcpusIn(market, launching, each) > 0)
  const quotas = new Map(
    await Promise.all(
      asked.map(async (market) => {
        const { code, name } = vcpuQuotas[market]
        const quota = await unlessRefused(`The vCPU quota of ${name} was`, () => ec2Quota(connection, code))
        return [market, quota] as const
      }),
    ),
  )
  const roomIn = (market: Market, own: readonly Running[]): readonly VcpuHeadroom[] => {
    const quota = quotas.get(market)
    const vcpus = vcpusIn(market, own, each)
    if (quota === undefined || vcpus === 0) return []
    const { code, name } = vcpuQuotas[market]
    const instances = own.reduce((sum, { count }) => sum + count, 0)
    return [{ name: `${name} (${code})`, quota, used: vcpusIn(market, running, each), own: { vcpus, instances } }]
  }
  return { each, rooms: (group) => markets.flatMap((market) => roomIn(market, of(group))) }
}
