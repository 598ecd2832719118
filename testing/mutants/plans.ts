import { inFile } from './mutant.ts'

/** Mutants of plans: what has moved, what contradicts, and what is carried out. */
export const PLAN_MUTANTS = [
  ...inFile('src/domain/plan/moved.ts', [
    {
      name: 'the minimum size may move between plan and apply',
      find: "...moved('minimum size', String(planned.minSize), String(facts.minSize)),",
      replace: "...moved('minimum size', '', ''),",
    },
    {
      name: 'the maximum size may move between plan and apply',
      find: "...moved('maximum size', String(planned.maxSize), String(facts.maxSize)),",
      replace: "...moved('maximum size', '', ''),",
    },
    {
      name: 'a run of any plan is that of this one',
      find: 'const isOurs = now.plan === id',
      replace: 'const isOurs = now.plan !== undefined && id !== undefined',
    },
    {
      name: 'a protected instance that is gone has moved',
      find: 'after.every((id) => before.includes(id)) ?',
      replace: 'after.every((id) => before.includes(id)) && before.length === after.length ?',
    },
    {
      name: 'new instances of a group that protects them have moved',
      find: '(facts.protectsNewInstances\n',
      replace: '(facts.protectsNewInstances && false\n',
    },
    {
      name: 'a launch source may move where it launches the same',
      find: 'if (!launchesSame(planned.launches, becomes) && launchesSame(facts.launches, becomes)) return []',
      replace: 'if (launchesSame(facts.launches, becomes)) return []',
    },
    {
      name: 'what the plan itself has changed of a launch source has moved',
      find: 'if (!launchesSame(planned.launches, becomes) && launchesSame(facts.launches, becomes)) return []',
      replace: '',
    },
    {
      name: 'a group may follow its template in another way',
      find: 'before.fingerprint === after.fingerprint && before.label === after.label',
      replace: 'before.fingerprint === after.fingerprint',
    },
    {
      name: 'another image than that of the plan may be launched',
      find: "(now.becomes === undefined ? [] : placeMoves('to be launched', becomes, now.becomes))",
      replace: "(now.becomes === undefined ? [] : placeMoves('to be launched', becomes, becomes))",
    },
    {
      name: 'any instance at the address of a bastion is the one of the plan',
      find: 'if (instance !== planned.instance && successor.isCurrent) return',
      replace: 'if (instance !== planned.instance) return',
    },
    {
      name: 'any replacement of a bastion is that of the plan',
      find: "...moved('launch', planned.launch, begun ?? NONE)]",
      replace: "...moved('launch', begun ?? NONE, begun ?? NONE)]",
    },
  ]),
  ...inFile('src/inputs/plan/planned-inputs.ts', [
    {
      name: 'user data stands in the plan',
      find: "new Set(['user-data'])",
      replace: "new Set(['audience'])",
    },
    {
      name: 'other user data than that of the plan is taken',
      find: 'return digestOf(text) === digest ?',
      replace: 'return digest.length > 0 ?',
    },
    {
      name: 'an input that the plan does not have is taken',
      find: 'if (own !== undefined && asOneForm(own) === asOneForm(text)) return []',
      replace: 'if (own === undefined || asOneForm(own) === asOneForm(text)) return []',
    },
    {
      name: 'another mode than that of the plan is taken',
      find: "if (name !== 'mode' && isOfTheRun(name)) return []",
      replace: 'if (isOfTheRun(name)) return []',
    },
    {
      name: 'an input of the run is heard besides those of the plan',
      find: "return Object.hasOwn(inputs, name) ? (inputs[name] ?? '') : ''",
      replace: "return Object.hasOwn(inputs, name) ? (inputs[name] ?? '') : read(name)",
    },
  ]),
  ...inFile('src/main/apply-plan.ts', [
    {
      name: 'a file with another digest is carried out',
      find: 'if (digest !== wanted)',
      replace: "if (digest === '')",
    },
    {
      name: 'a plan is good for ever',
      find: 'if (now * 1000 < Date.parse(expiresAt)) return',
      replace: 'if (now * 1000 < Date.parse(expiresAt) * 2) return',
    },
    {
      name: 'a plan of another major version is carried out',
      find: 'if (majorOf(plan.actionVersion) !== majorOf(ACTION_VERSION))',
      replace: "if (majorOf(plan.actionVersion) === '')",
    },
    {
      name: 'another catalogue than that of the plan governs',
      find: 'if (planned?.digest === now?.digest) return',
      replace: 'if (planned?.digest === undefined || planned.digest !== now?.path) return',
    },
    {
      name: 'groups that came since are changed as well',
      find: '...(groups.length > 0 && { selectors',
      replace: '...(groups.length < 0 && { selectors',
    },
    {
      name: 'a forced plan replaces again what it has launched',
      find: "...('force' in inputs && inputs.force && {",
      replace: "...('force' in inputs && !inputs.force && {",
    },
    {
      name: 'another account than that of the plan is changed',
      find: "['account', plan.account, account.id],",
      replace: "['account', account.id, account.id],",
    },
  ]),
  ...inFile('src/main/principal.ts', [
    {
      name: 'each session of a role is another role',
      find: 'rest.slice(0, -1)',
      replace: 'rest.slice(0)',
    },
  ]),
  ...inFile('src/modes/planned.ts', [
    {
      name: 'the newest image is launched, not that of the plan',
      find: 'image === null || image === undefined || chosenBy === null ? []',
      replace: 'image === null || image === undefined || chosenBy !== null ? []',
    },
    {
      name: 'what has moved in a group is not asked for',
      find: "if (task.kind === 'apply') return movedFindings(task.plan, seen)",
      replace: "if (task.kind === 'apply') return []",
    },
  ]),
  ...inFile('src/modes/planned-bastion.ts', [
    {
      name: 'a forced plan replaces the bastion again',
      find: 'task.plan.bastion.instance !== old',
      replace: "task.plan.bastion.instance === ''",
    },
  ]),
  ...inFile('src/domain/rollout/start.ts', [
    {
      name: 'the saved state of a run does not say which plan it carries out',
      find: '...(policy.plan !== undefined && { progress: { plan: policy.plan } }),',
      replace: '',
    },
    {
      name: 'a run that takes over leaves the plan of the other standing',
      find: 'memo.progress?.plan === plan ? memo :',
      replace: 'memo.progress?.plan === plan || memo.progress !== undefined ? memo :',
    },
    {
      name: 'with force what was launched since the plan is replaced as well',
      find: 'force ? Math.min(latestLaunch(instances), forceUntil) : undefined',
      replace: 'force && forceUntil > 0 ? latestLaunch(instances) : undefined',
    },
  ]),
  ...inFile('src/domain/rollout/capacity.ts', [
    {
      name: 'with force what was launched since the plan is outdated',
      find: 'fleet.memo === undefined && force ? forceUntil :',
      replace: 'fleet.memo === undefined && force && forceUntil > 0 ? Infinity :',
    },
  ]),
  ...inFile('src/domain/catalogue/request-checks.ts', [
    {
      name: 'a plan is approved in any environment',
      find: 'if (wanted !== undefined && applied.environment === wanted) return []',
      replace: 'if (wanted !== undefined && applied.environment !== undefined) return []',
    },
  ]),
]
