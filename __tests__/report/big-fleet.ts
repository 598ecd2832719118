import type { GroupResult, InstanceSpan } from '../../src/report/events.ts'
import { BEGIN } from './runs.ts'

/** Results of a fleet in which every instance is replaced, with names as long as AWS allows. */
export function bigFleet({
  groups,
  instances,
  status,
}: {
  groups: number
  instances: number
  status: GroupResult['status']
}): GroupResult[] {
  // One group's lists serve all: a million instances of their own would only cost the test its memory.
  const one = oneGroup({ instances, status })
  return Array.from({ length: groups }, (_, index) => ({ ...one, group: `group-${index}-`.padEnd(255, 'größe|') }))
}

function oneGroup({ instances, status }: { instances: number; status: GroupResult['status'] }): GroupResult {
  const ids = (role: string): string[] =>
    Array.from({ length: instances }, (_, number) => `i-${role}${String(number).padStart(16, '0')}`)
  const replaced = ids('0')
  const launched = ids('1')
  const group = 'one'
  const failure =
    status === 'unfinished'
      ? { what: '<b>|'.repeat(900), why: '@octocat '.repeat(200), remedy: 'x'.repeat(3000) }
      : undefined
  return {
    group,
    region: 'eu-central-1',
    status,
    changed: true,
    source: 'web (lt-1) version 7 ($Latest)',
    imageId: 'ami-0new',
    previousImageId: 'ami-0old',
    sizes: {
      before: { min: 1, desired: instances, max: 2 * instances },
      after: { min: 1, desired: instances, max: 2 * instances },
    },
    replaced,
    launched,
    lowestReady: instances,
    floor: instances,
    readyAtStart: instances,
    startedAt: BEGIN,
    endedAt: BEGIN + 10 * instances,
    timeline: replaced.flatMap((id, number): InstanceSpan[] => [
      { id, role: 'old', zone: 'eu-central-1a', from: BEGIN, readyAt: BEGIN, until: BEGIN + number * 10 },
      {
        id: launched[number] ?? '',
        role: 'new',
        zone: 'eu-central-1a',
        from: BEGIN + number * 10 - 5,
        readyAt: BEGIN + 5 + number * 10,
        until: undefined,
      },
    ]),
    left: status === 'unfinished' ? ['max size is still 2000'] : [],
    failure,
    steps: replaced.map((id, number) => ({
      group,
      at: BEGIN + number * 10,
      action: 'terminate' as const,
      detail: `terminate ${id}`,
      reason: 'a new one is ready in its place',
    })),
  }
}
