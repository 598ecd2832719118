import { defaultBehaviour } from '../../simulator/behaviour.ts'
import type { Service } from '../../simulator/interfaces.ts'
import { Faults } from '../../simulator/faults.ts'
import { SimulatedHandler } from '../../simulator/handler.ts'
import type { ProcessOptions } from '../../simulator/handler.ts'
import { Ledger } from '../../simulator/ledger.ts'
import type { CapacityCounts } from '../../simulator/capacity-log.ts'
import { Random } from '../../simulator/random.ts'
import { StsService } from '../../simulator/sts/service.ts'
import { Dispatcher } from '../../simulator/dispatcher.ts'
import { Timeline } from '../../simulator/timeline.ts'
import { VirtualClock } from '../../simulator/virtual-clock.ts'
import { Gateway } from '../../simulator/wire/gateway.ts'

export const noon = Date.UTC(2026, 0, 5, 12) / 1000

/** An account with the given services and nothing else, to test the layers between a client and a service. */
export const smallAccount = (...services: readonly Service[]) => {
  const timeline = new Timeline(noon)
  const random = new Random(1)
  const behaviour = defaultBehaviour()
  const context = { timeline, random, reactions: random, region: 'eu-west-1', account: '123456789012', behaviour }
  const groups = new Map<string, CapacityCounts>()
  const ledger = new Ledger(timeline, {
    groupNames: () => groups.keys(),
    capacity: (group) => groups.get(group) as CapacityCounts,
  })
  const sts = new StsService(context)
  const faults = new Faults(random)
  const dispatcher = new Dispatcher({ timeline, ledger, faults, sts, services: [sts, ...services] })
  const gateway = new Gateway(dispatcher, random)
  const clock = new VirtualClock(timeline)
  const requestHandler = (options: ProcessOptions = {}) => new SimulatedHandler({ gateway, clock }, options)
  const config = (options: ProcessOptions = {}) => ({
    region: 'eu-west-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    requestHandler: requestHandler(options),
  })
  return { timeline, random, context, groups, ledger, sts, faults, gateway, clock, requestHandler, config }
}

/** A service that records its inputs, and gives prepared answers. */
export const scripted = (sdkId: string, answers: Readonly<Record<string, (input: never) => object>>): Service => ({
  sdkId,
  operations: answers,
})

/** A group's capacity with instances of these ids. */
export const capacityOf = (ready: readonly string[], pending: readonly string[] = []): CapacityCounts => ({
  desired: 2,
  ready: ready.length,
  readyUnits: ready.length,
  inService: ready.length,
  pending: pending.length,
  leaving: 0,
  ids: { inService: ready, pending, standby: [], replacingRoot: [] },
})
