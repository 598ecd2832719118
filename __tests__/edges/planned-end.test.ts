import { SimulatedAccount } from '../../simulator/account.ts'
import { Random } from '../../simulator/random.ts'
import { addGroup } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { runAction } from '../../testing/run-action.ts'
import { watchAfter } from '../../testing/oracles/end-watch.ts'

beforeAll(takeShortcut)

const GROUPS_EACH = 10

interface Roll {
  readonly surge: string
  readonly maxUnavailable: number
  readonly groups: readonly { readonly name: string; readonly size: number; readonly zones: readonly string[] }[]
}

function draw(seed: number): Roll {
  const random = new Random(seed)
  return {
    surge: `${Math.floor(random.between(1, 101))}%`,
    maxUnavailable: random.pick([0, 0, 1, 3]),
    groups: Array.from({ length: GROUPS_EACH }, (_, index) => ({
      name: `web-${index}`,
      size: Math.floor(random.between(1, 31)),
      zones: random.pick([['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd']]),
    })),
  }
}

/** Rolls ten groups side by side, and watches each of them for 20 minutes. */
async function problemsOf(seed: number): Promise<readonly string[]> {
  const { groups, surge, maxUnavailable } = draw(seed)
  const account = new SimulatedAccount({ seed, zones: 4, behaviour: { bootSeconds: [5, 12] } })
  for (const group of groups) addGroup(account, { ...group, outdated: true })
  account.ledger.clear()
  const begun = groups.map(({ name }) => account.autoScaling.capacity(name))
  const run = await runAction(account, {
    inputs: {
      mode: 'respawn',
      'auto-scaling-groups': 'web-*',
      surge,
      'max-unavailable': String(maxUnavailable),
      timeout: '300',
    },
  })
  const endedAt = account.timeline.now
  const problems = groups.flatMap((group, index) => {
    const begin = begun[index] ?? account.autoScaling.capacity(group.name)
    const floor = Math.max(0, group.size - maxUnavailable)
    const breaches = watchAfter(account, { group: group.name, begin, floor, endedAt })
    const counts = [account.ledger.launches(group.name).length, account.ledger.terminations(group.name).length]
    const lowest = account.ledger.lowestReady(group.name)
    const { zones } = account.autoScaling.capacity(group.name)
    const spread = Math.max(...Object.values(zones)) - Math.min(...Object.values(zones))
    return [
      ...(counts.every((count) => count === group.size) ? [] : [`${counts.join(' launches and ')} terminations`]),
      ...(spread > 1 ? [`the zones end as ${JSON.stringify(zones)}`] : []),
      ...(lowest < floor ? [`only ${lowest} were ready, the floor is ${floor}`] : []),
      ...breaches.map(({ what }) => what),
    ].map((problem) => `${JSON.stringify({ seed, surge, maxUnavailable, ...group })}: ${problem}`)
  })
  return [...run.annotations.map(({ message }) => message), ...problems]
}

test('300 groups end balanced: as many launches as replacements, and none in the 20 minutes after', async () => {
  const problems: string[] = []
  for (let seed = 1; seed <= 300 / GROUPS_EACH; seed++) problems.push(...(await problemsOf(seed)))
  expect(problems).toEqual([])
}, 120_000)

/** So long AWS takes at most to replace what was terminated before a roll. */
const SETTLES_SECONDS = 300

interface Part {
  readonly size: number
  readonly zones: readonly string[]
  /** How many of the group are up to date before the roll. */
  readonly upToDate: number
  readonly surge: number
}

function drawPart(seed: number): Part {
  const random = new Random(seed)
  const zones = random.pick([
    ['a', 'b'],
    ['a', 'b', 'c'],
    ['a', 'b', 'c', 'd'],
  ])
  const size = zones.length + Math.floor(random.between(0, 4))
  const upToDate = Math.floor(random.between(1, size))
  return { size, zones, upToDate, surge: Math.floor(random.between(1, size - upToDate + 1)) }
}

/** Rolls a group of which a part is up to date, as where a roll goes on that was cut off, and watches it for 20 minutes. */
async function endOfPart(
  seed: number,
): Promise<{ readonly problems: readonly string[]; readonly launchedMore: number }> {
  const { size, zones, upToDate, surge } = drawPart(seed)
  const account = new SimulatedAccount({ seed, zones: 4, behaviour: { bootSeconds: [5, 12], zoneTies: 'by chance' } })
  const { instanceIds } = addGroup(account, { name: 'web', size, zones, balancers: ['target-group'], outdated: true })
  for (const InstanceId of instanceIds.slice(0, upToDate)) {
    account.autoScaling.operations.TerminateInstanceInAutoScalingGroup({
      InstanceId,
      ShouldDecrementDesiredCapacity: false,
    })
    account.timeline.advanceTo(account.timeline.now + SETTLES_SECONDS)
  }
  account.ledger.clear()
  const begin = account.autoScaling.capacity('web')
  const run = await runAction(account, {
    inputs: { mode: 'respawn', 'auto-scaling-groups': 'web', surge: String(surge) },
  })
  const endedAt = account.timeline.now
  const launched = account.ledger.launches('web').length
  const breaches = watchAfter(account, { group: 'web', begin, floor: size, endedAt })
  const lowest = account.ledger.lowestReady('web')
  return {
    problems: [
      ...run.annotations.map(({ message }) => message),
      ...(lowest < size ? [`only ${lowest} were ready`] : []),
      ...breaches.map(({ what }) => what),
    ].map((problem) => `${JSON.stringify({ seed, size, zones, upToDate, surge })}: ${problem}`),
    launchedMore: launched - (size - upToDate),
  }
}

test('60 groups of which a part is up to date end balanced, where that takes a launch more as well, and AWS moves nothing', async () => {
  const ends = []
  for (let seed = 1; seed <= 60; seed++) ends.push(await endOfPart(seed))
  expect(ends.flatMap(({ problems }) => problems)).toEqual([])
  expect(new Set(ends.map(({ launchedMore }) => launchedMore))).toEqual(new Set([0, 1]))
}, 120_000)
