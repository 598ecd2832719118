import { inFile } from './mutant.ts'

/** Mutants of the catalogue: how it is read, which rule holds, and what is refused by it. */
export const CATALOGUE_MUTANTS = [
  ...inFile('src/platform/github-event.ts', [
    { name: 'a schedule runs on no default branch', find: "name === 'schedule'", replace: "name === 'cron'" },
    { name: 'any run is one of the default branch', find: "name === 'schedule'", replace: "name !== ''" },
  ]),
  ...inFile('src/domain/catalogue/shift-checks.ts', [
    { name: 'traffic is shifted between two services', find: 'if (service !== services.green)', replace: 'if (service === "")' }, // prettier-ignore
    { name: 'any group may be a side', find: 'name === pair[side]', replace: "name !== ''" },
    { name: 'any version may be a side', find: "tags[STACK_TAG] === `${pair.stack}-${pair.versions[side]}`", replace: 'tags[STACK_TAG] !== undefined' }, // prettier-ignore
    { name: 'more rules than are declared are shifted', find: 'declared.length !== given.length || ', replace: '' },
    { name: 'declared steps are skipped', find: '!course.steps.includes(share)', replace: 'course.steps.length === 0' },
    { name: 'steps beyond the last are asked for', find: 'share < last && ', replace: '' },
    { name: 'the bake at the end is not looked at', find: 'Math.min(bakeSeconds, bakeAtEndSeconds)', replace: 'bakeSeconds' }, // prettier-ignore
    { name: 'a shift needs no alarms', find: '!alarms.includes(name)', replace: "name === ''" },
  ]),
  ...inFile('src/domain/catalogue/moment.ts', [
    {
      name: 'the last day of a lock, freeze or waiver is over at its midnight',
      find: 'midnight + DAY_MILLISECONDS - 1',
      replace: 'midnight',
    },
    {
      name: 'the 30th of February is a day in March',
      find: "year === '' || new Date(midnight)",
      replace: "year === '' || day === '' || new Date(0 * midnight)",
    },
  ]),
  ...inFile('src/domain/catalogue/windows.ts', [
    {
      name: 'a window that begins exactly now is closed',
      find: 'if (secondsOf(run) <= at || secondsOf(run) > to) break',
      replace: 'if (secondsOf(run) <= at || secondsOf(run) >= to) break',
    },
    {
      name: 'a window that ends exactly now is open',
      find: 'if (at > from) runs.add(at)',
      replace: 'if (at >= from) runs.add(at)',
    },
    {
      name: 'no change of the clock is noticed',
      find: '!== to - from + 21_600',
      replace: '=== Infinity',
    },
  ]),
  ...inFile('src/domain/catalogue/effective-rules.ts', [
    {
      name: 'the defaults hold besides what replaces them',
      find: 'return found.length > 0 ? found : defaults.flatMap(at)',
      replace: 'return [...found, ...defaults.flatMap(at)]',
    },
    {
      name: 'a service widens what its environment says',
      find: 'const found = levels.flatMap(at)',
      replace: 'const found = levels.flatMap(at).slice(-1)',
    },
    {
      name: 'the defaults hold for an environment alone',
      find: "question.service === undefined ? [] : [{ level: 'defaults'",
      replace: "question.service === null ? [] : [{ level: 'defaults'",
    },
  ]),
  ...inFile('src/domain/catalogue/claims.ts', [
    {
      name: 'one of several tags claims a group',
      find: 'tags.every(({ key, value })',
      replace: 'tags.some(({ key, value })',
    },
    {
      name: 'a service without tags claims every group',
      find: '(tags.length > 0 && tags.every(',
      replace: '(tags.length >= 0 && tags.every(',
    },
  ]),
  ...inFile('src/domain/catalogue/find-environment.ts', [
    {
      name: 'one of the regions is enough for an environment',
      find: 'regions.every((region) => each.regions.includes(region))',
      replace: 'regions.some((region) => each.regions.includes(region))',
    },
    {
      name: 'of several environments the first is meant',
      find: 'if (first !== undefined && others.length === 0) return',
      replace: 'if (first !== undefined) return',
    },
  ]),
  ...inFile('src/domain/catalogue/modes.ts', [
    {
      name: 'a rollback waits for windows and freezes',
      find: "mode === 'rollback' || isAlwaysAllowed(mode)",
      replace: 'isAlwaysAllowed(mode)',
    },
    {
      name: 'a release is allowed only where it is listed',
      find: "(mode === 'release' && list",
      replace: "(mode === 'releases' && list",
    },
  ]),
  ...inFile('src/domain/catalogue/finding.ts', [
    {
      name: 'a waiver that is over lifts its rule',
      find: 'now <= waiver.until',
      replace: 'now <= waiver.until + 86_400 * 7',
    },
    {
      name: 'a waiver lifts its rule in every environment',
      find: 'waiver.environment === undefined || waiver.environment === environment',
      replace: 'environment !== undefined',
    },
    {
      name: 'a dry run refuses what it should tell',
      find: "return dryRun ? { weight: 'told', rule, what } : refusal(rule, what, remedy)",
      replace: 'return refusal(rule, what, remedy)',
    },
  ]),
  ...inFile('src/domain/catalogue/request-checks.ts', [
    {
      name: 'every ref is allowed where none is stated',
      find: 'return ref === usual\n',
      replace: 'return ref !== undefined\n',
    },
    {
      name: 'a lock that is over holds',
      find: 'until !== undefined && now > until',
      replace: 'until !== undefined && now > until + 86_400 * 40',
    },
    {
      name: 'a freeze holds for every service',
      find: 'services === undefined || (service !== undefined && services.includes(service))',
      replace: 'services !== null || service === undefined',
    },
    {
      name: 'logins have a case',
      find: '!allowed.has(login.toLowerCase())',
      replace: '!allowed.has(login)',
    },
    {
      name: 'break-glass lifts a window that is open for another mode only',
      find: 'each.modes === undefined || meansMode(each.modes, mode)',
      replace: 'each.modes === undefined || each.modes.length > 0',
    },
  ]),
  ...inFile('src/domain/catalogue/group-checks.ts', [
    {
      name: 'a group that two services claim belongs to the first',
      find: 'if (others.length > 0)',
      replace: 'if (others.length > 1)',
    },
    {
      name: 'a group of another service than the one that was asked for is rolled',
      find: 'if (asked !== undefined && asked !== service)',
      replace: "if (asked === '')",
    },
    {
      name: 'a group of exactly the least size is refused',
      find: 'desired < least.value',
      replace: 'desired <= least.value',
    },
    {
      name: 'the bake at the end may be shorter',
      find: 'Math.min(gates?.bakeSeconds ?? 0, gates?.bakeAtEndSeconds ?? 0)',
      replace: 'Math.max(gates?.bakeSeconds ?? 0, gates?.bakeAtEndSeconds ?? 0)',
    },
  ]),
  ...inFile('src/domain/catalogue/image-checks.ts', [
    {
      name: 'a dry run lets an image pass that is too old',
      find: '{ ...request, dryRun: false }',
      replace: '{ ...request }',
    },
    {
      name: 'an image that AWS does not show is allowed',
      find: 'if (image === undefined)',
      replace: "if (image === undefined && id === '')",
    },
  ]),
  ...inFile('src/domain/catalogue/after-checks.ts', [
    {
      name: 'images without a name are the same',
      find: "(one.name !== '' && one.name === other.name)",
      replace: 'one.name === other.name',
    },
    {
      name: 'a bake begins with the last instance',
      find: 'Math.min(...running',
      replace: 'Math.max(...running',
    },
  ]),
  ...inFile('src/domain/catalogue/audit-checks.ts', [
    {
      name: 'a waiver is warned of from its last day on',
      find: 'WARNED_DAYS * DAY_SECONDS) return []',
      replace: '0 * WARNED_DAYS * DAY_SECONDS) return []',
    },
    {
      name: 'a service may be behind as far as a waiver of windows lasts',
      find: "{ rule: 'max-days-behind', now }",
      replace: "{ rule: 'window', now }",
    },
  ]),
  ...inFile('src/report/results/change-record.ts', [
    {
      name: 'what was changed before a failure is called refused',
      find: "moment.hasBegun ? 'failed' : 'refused'",
      replace: "!moment.hasBegun ? 'failed' : 'refused'",
    },
  ]),
  ...inFile('src/main/govern.ts', [
    {
      name: 'a role of another environment is taken',
      find: 'declared.role !== undefined && declared.role !== role',
      replace: "declared.role !== undefined && declared.role === ''",
    },
    {
      name: 'credentials of another account are taken',
      find: 'declared !== undefined && declared.account !== account)',
      replace: "declared !== undefined && declared.account === '')",
    },
    {
      name: 'a stack is not taken from the catalogue where its versions are named',
      find: "others.every((name) => input(name) === '') &&",
      replace: "['blue', 'green', 'stacks', 'versions'].every((name) => input(name) === '') &&",
    },
  ]),
  ...inFile('src/modes/governed-groups.ts', [
    {
      name: 'images are not held against the catalogue',
      find: 'const images = launched.get(name) ?? []',
      replace: 'const images = [...launched.keys()].flatMap(() => [])',
    },
  ]),
]
