/** What no schema can say of a scenario: names that must be there, sizes and moments in their order. */
import type { ChangesFile, EntranceFile, GroupFile, LoadFile, ScenarioFile } from './file.ts'
import type { Path } from './located.ts'
import { fieldOf, type Problem } from './problems.ts'

type Say = (path: Path, what: string, part?: 'value' | 'key') => void

/** Everything in a scenario that fits its schema and still cannot be meant. */
export function meaningProblems(file: ScenarioFile): readonly Problem[] {
  const problems: Problem[] = []
  const say: Say = (path, what, part = 'value') => problems.push({ path, part, what: `${fieldOf(path)} ${what}` })
  if (file.start !== undefined && Number.isNaN(Date.parse(file.start))) say(['start'], `is \`${file.start}\`, which is no moment`) // prettier-ignore
  if (file.time?.virtual === true && file.time.speed !== undefined) say(['time', 'speed'], 'has no meaning in virtual time') // prettier-ignore
  if (file.time?.virtual !== true && file.time?.latency !== undefined) say(['time', 'latency'], 'has a meaning in virtual time only') // prettier-ignore
  for (const [index, { created }] of (file.images ?? []).entries())
    if (created !== undefined && Number.isNaN(Date.parse(created))) say(['images', index, 'created'], `is \`${created}\`, which is no date`) // prettier-ignore
  duplicates(file, say)
  for (const [name, group] of Object.entries(file.groups ?? {})) groupProblems(file, { name, group }, say)
  for (const [name, entrance] of Object.entries(file.traffic ?? {})) entranceProblems(file, { name, entrance }, say)
  for (const [name, { metric, 'bad-after': badAfter }] of Object.entries(file.alarms ?? {}))
    if (metric !== undefined && badAfter !== undefined) say(['alarms', name], 'has both `metric` and `bad-after`: one of them decides') // prettier-ignore
  for (const [index, { answer, code, message }] of (file.faults ?? []).entries())
    if (answer !== 'refused' && (code ?? message) !== undefined) say(['faults', index], 'has a `code` or `message`, which belong to `answer: refused`') // prettier-ignore
  for (const [index, event] of (file.events ?? []).entries()) changeProblemsIn(file, { path: ['events', index], change: event }, say) // prettier-ignore
  return problems
}

function duplicates({ images = [] }: ScenarioFile, say: Say): void {
  for (const [index, { name }] of images.entries())
    if (images.findIndex((each) => each.name === name) < index) say(['images', index, 'name'], `is \`${name}\`, like an image before it`) // prettier-ignore
}

function groupProblems(
  file: ScenarioFile,
  { name, group }: { readonly name: string; readonly group: GroupFile },
  say: Say,
): void {
  const path: Path = ['groups', name]
  const { size = 2, min = 0, max = size + 1, launch = 'template-number' } = group
  if (min > size) say([...path, group.min === undefined ? 'size' : 'min'], `is ${min}, above the size of ${size}`)
  if (max < size) say([...path, 'max'], `is ${max}, below the size of ${size}`)
  const known = (file.images ?? []).map((image) => image.name)
  for (const key of ['image', 'newer-image'] as const) {
    const image = group[key]
    if (image !== undefined && !known.includes(image)) say([...path, key], `is \`${image}\`, which is not in \`images\``) // prettier-ignore
  }
  if (group['newer-image'] !== undefined && group.outdated !== true) say([...path, 'newer-image'], 'has a meaning with `outdated: true` only') // prettier-ignore
  const isMixed = launch.startsWith('mixed')
  for (const key of ['weights', 'spot'] as const)
    if (group[key] !== undefined && !isMixed) say([...path, key], 'has a meaning with the mixed kinds of `launch` only')
  if (group['warm-pool'] !== undefined && isMixed) say([...path, 'warm-pool'], 'is none that AWS gives to a mixed group') // prettier-ignore
  if (group.zones !== undefined) {
    const count = file['availability-zones'] ?? 3
    for (const [index, zone] of group.zones.entries())
      if (zone.charCodeAt(0) - 97 >= count) say([...path, 'zones', index], `is \`${zone}\`, and the region has ${count} zones`) // prettier-ignore
  }
  if (group.load !== undefined) loadProblems([...path, 'load'], group.load, say)
}

function entranceProblems(
  { groups = {} }: ScenarioFile,
  { name, entrance }: { readonly name: string; readonly entrance: EntranceFile },
  say: Say,
): void {
  const path: Path = ['traffic', name]
  const names = Object.keys(entrance.weights)
  for (const group of names) {
    if (groups[group] === undefined) say([...path, 'weights', group], `is \`${group}\`, which is not in \`groups\``, 'key')
    else if (entrance.by === 'record' && groups[group].balancers === undefined) say([...path, 'weights', group], `is \`${group}\`, which has no load balancer that a record could name`, 'key') // prettier-ignore
    if (entrance.by === 'record' && (entrance.weights[group] ?? 0) > 255) say([...path, 'weights', group], 'is above 255, the most that a record takes') // prettier-ignore
  }
  if (entrance.by === 'rule' && names.length > 5) say([...path, 'weights'], 'has more than the five groups of a rule')
  if (entrance.by === 'rule' && !/^[A-Za-z0-9](-?[A-Za-z0-9]){0,15}$/.test(name)) say(path, 'is no name of a load balancer: at most 16 letters, digits and hyphens', 'key') // prettier-ignore
  if (entrance.by === 'record' && !/^[a-z0-9-]+(\.[a-z0-9-]+){2,}$/.test(name)) say(path, 'is no name within a zone, such as `www.fleet.test`', 'key') // prettier-ignore
  const others = entrance.by === 'rule' ? (['ttl', 'evaluate-health'] as const) : (['sticky', 'cookies'] as const)
  for (const key of others)
    if (entrance[key] !== undefined) say([...path, key], `has a meaning with \`by: ${entrance.by === 'rule' ? 'record' : 'rule'}\` only`) // prettier-ignore
}

function loadProblems(path: Path, { rate, points }: LoadFile, say: Say): void {
  if ((rate === undefined) === (points === undefined)) say(path, 'needs one of `rate` and `points`')
  for (const [index, [at]] of (points ?? []).entries())
    if (at < (points?.[index - 1]?.[0] ?? 0)) say([...path, 'points', index], 'is before the point before it')
}

function changeProblemsIn(
  file: ScenarioFile,
  { path, change }: { readonly path: Path; readonly change: ChangesFile },
  say: Say,
): void {
  if (Object.keys(change).length < 2) say(path, 'says nothing of what happens')
  const groups = Object.keys(file.groups ?? {})
  const isGroup = (name: string, at: Path, part: 'value' | 'key'): void => {
    if (!groups.includes(name)) say(at, `is \`${name}\`, which is not in \`groups\``, part)
  }
  for (const [name, load] of Object.entries(change.load ?? {})) {
    isGroup(name, [...path, 'load', name], 'key')
    if (load !== null) loadProblems([...path, 'load', name], load, say)
  }
  for (const name of Object.keys(change.alarms ?? {}))
    if (file.alarms?.[name] === undefined) say([...path, 'alarms', name], `is \`${name}\`, which is not in \`alarms\``, 'key') // prettier-ignore
  if (change.interruption !== undefined) isGroup(change.interruption.group, [...path, 'interruption', 'group'], 'value')
}
