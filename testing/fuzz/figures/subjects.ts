/** What the figures of a world are taken of: its groups, or its bastion. */
import type { SimulatedAccount } from '../../../simulator/account.ts'
import type { CapacitySnapshot } from '../../../simulator/auto-scaling/capacity-snapshot.ts'
import { spreadOf } from '../../oracles/zone-balance.ts'
import type { BastionFixture } from '../bastion/bastion-fixture.ts'
import type { Levels, Subject } from './world-watch.ts'

const OWN_TAG = 'fleet-patch:'

const ownTags = ({ tags }: CapacitySnapshot): number => Object.keys(tags).filter((key) => key.startsWith(OWN_TAG)).length // prettier-ignore

const sizesOf = ({ min, desired, max }: CapacitySnapshot): string => `${min}-${desired}-${max}`

/** Groups of an account, as they are now. */
export function groupsSubject({ autoScaling, ledger }: SimulatedAccount, names: readonly string[]): Subject {
  const snapshots = (): readonly CapacitySnapshot[] => names.map((name) => autoScaling.capacity(name))
  const begin = new Map(names.map((name) => [name, autoScaling.capacity(name)]))
  const first = new Set([...begin.values()].flatMap(({ ids }) => [...ids.inService, ...ids.pending, ...ids.standby]))
  return {
    moved: () => ({
      launches: sum(names, (name) => ledger.launches(name).length),
      departures: sum(names, (name) => ledger.terminations(name).length),
    }),
    levels: () =>
      names
        .map((name) => levelsOf(autoScaling.capacity(name), begin.get(name)))
        .reduce((one, other) => added(one, other), NONE),
    end: () => ({
      sizes: snapshots().map(sizesOf).join(' '),
      outdated: sum(snapshots(), ({ ids }) => ids.inService.filter((id) => first.has(id)).length),
      traces: sum(snapshots(), (now) => now.suspended.length + ownTags(now)),
    }),
  }
}

const NONE: Levels = { ready: 0, short: 0, over: 0, suspended: 0, tagged: 0, resized: 0, uneven: 0 }

const added = (one: Levels, other: Levels): Levels => ({
  ready: one.ready + other.ready,
  short: one.short + other.short,
  over: one.over + other.over,
  suspended: one.suspended + other.suspended,
  tagged: one.tagged + other.tagged,
  resized: one.resized + other.resized,
  uneven: one.uneven + other.uneven,
})

function levelsOf(now: CapacitySnapshot, begin: CapacitySnapshot | undefined): Levels {
  const atFirst = begin === undefined ? 0 : begin.inService + begin.pending
  return {
    ready: now.readyUnits,
    short: Math.max(0, (begin?.desired ?? 0) - now.readyUnits),
    over: Math.max(0, now.inService + now.pending - atFirst),
    suspended: now.suspended.length,
    tagged: ownTags(now),
    resized: begin !== undefined && sizesOf(now) !== sizesOf(begin) ? 1 : 0,
    uneven: Math.max(0, spreadOf(now) - now.heaviest),
  }
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0)

/** A bastion: the old instance, what runs have launched and allocated, and the address that users know. */
export function bastionSubject({ recorder, scene: { old } }: BastionFixture): Subject {
  const alive = (): number => [old, ...recorder.launched].filter((id) => recorder.isAlive(id)).length
  return {
    moved: () => ({ launches: recorder.launched.size, departures: 1 + recorder.launched.size - alive() }),
    levels: () => {
      const answers = recorder.answering()
      return { ...NONE, ready: answers ? 1 : 0, short: answers ? 0 : 1, over: Math.max(0, alive() - 1) }
    },
    end: () => {
      const { holder, addresses } = recorder.snapshot()
      return {
        sizes: holder === undefined ? 'none' : holder === old ? 'old' : recorder.launched.has(holder) ? 'new' : 'other',
        outdated: recorder.isAlive(old) ? 1 : 0,
        traces: Math.max(0, alive() - 1) + [...recorder.allocated].filter((id) => addresses.has(id)).length,
      }
    },
  }
}
