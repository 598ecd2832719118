import { inFile } from './mutant.ts'

/** Mutants of what is found out before the first change. */
export const PREFLIGHT_MUTANTS = [
  ...inFile('src/domain/rollout/preflight-findings.ts', [
    {
      name: 'a warning stands against a run',
      find: "weight === 'refusal')",
      replace: "weight !== 'info')",
    },
    {
      name: 'only the first refusal is told',
      find: '  const lines = [...new Set(refusals.map(findingInWords))]',
      replace: '  const lines = [...new Set(refusals.map(findingInWords))].slice(0, 1)',
    },
    {
      name: 'what two checks find alike is told twice',
      find: '[...new Set(refusals.map(findingInWords))]',
      replace: 'refusals.map(findingInWords)',
    },
    {
      name: 'it is not told what to do about a refusal',
      find: "['Nothing was changed.', ...remedies]",
      replace: "['Nothing was changed.']",
    },
  ]),
  ...inFile('src/aws/preflight/asked-ahead.ts', [
    {
      name: 'of many groups nothing is asked ahead',
      find: 'if (groups.length < MANY_GROUPS) return',
      replace: 'if (groups.length > 0) return',
    },
    {
      name: 'of few groups everything is asked ahead',
      find: 'if (groups.length < MANY_GROUPS) return',
      replace: '',
    },
    {
      name: 'what was not answered ahead is not asked again',
      find: 'asked.catch(() => this.#asked.delete(group))',
      replace: 'asked.catch(() => undefined)',
    },
    {
      name: 'a run that has ended asks on',
      find: 'this.#isOver = true',
      replace: 'this.#isOver = false',
    },
  ]),
  ...inFile('src/aws/preflight/managed-groups.ts', [
    {
      name: 'groups whose hooks were not asked are not told of',
      find: 'hooksOf.size < groups.length ?',
      replace: 'hooksOf.size < 0 ?',
    },
    {
      name: 'of many groups none is asked for hooks where no tag tells of a service',
      find: ', ...sample])',
      replace: '])',
    },
    {
      name: 'hooks of a service in some groups are not looked for in the others',
      find: 'if (sample.some((group) => found.get(nameOf(group))?.some(isHookOfService))) await ask(others)',
      replace: '',
    },
    {
      name: 'each of many groups is asked for hooks',
      find: 'others.length / SAMPLED',
      replace: '1',
    },
  ]),
  ...inFile('src/aws/preflight/target-groups.ts', [
    {
      name: 'target groups are described for each check',
      find: 'arns.filter((arn) => !this.#read.has(arn))',
      replace: '[...arns]',
    },
    {
      name: 'target groups that could not be described are not asked about again',
      find: 'read.catch(() => this.#read.delete(arn))',
      replace: 'read.catch(() => undefined)',
    },
  ]),
  ...inFile('src/aws/preflight/target-headroom.ts', [
    {
      name: 'targets that the look has counted are counted again',
      find: 'targets.get(arn) ?? (await',
      replace: '(await',
    },
  ]),
  ...inFile('src/aws/preflight/checks.ts', [
    {
      name: 'groups that must not be changed are not looked for',
      find: 'find: ({ ahead, groups }) => ineligibleGroups(ahead.refreshes, groups),',
      replace: 'find: async () => [],',
    },
    {
      name: 'a read that AWS refuses refuses nothing',
      find: '    return refusedReads(error)',
      replace: '    return refusedReads(error).slice(1)',
    },
    {
      name: 'of several refused reads one is told',
      find: 'error.refusals.flatMap(refusedReads)',
      replace: 'error.refusals.slice(0, 1).flatMap(refusedReads)',
    },
  ]),
  ...inFile('src/domain/rollout/preflight.ts', [
    {
      name: 'one full zone refuses a roll',
      find: 'if (total >= demand.launches) return short.map((each) => ({ ...each, isBearable: true }))',
      replace: 'if (total >= demand.launches) return short',
    },
    {
      name: 'a full zone is borne where AWS launches in no other',
      find: "  if (distribution === 'balanced-only') return short\n",
      replace: '',
    },
    {
      name: 'addresses of leaving instances do not come free',
      find: 'leaving: tally(fleet.instances.filter(holdsRoom).map(({ zone }) => zone)),',
      replace: 'leaving: new Map(),',
    },
    {
      name: 'leaving instances give back no addresses',
      find: '  for (const zone of zones) release(idsIn(zone), left, demand.leaving.get(zone) ?? 0)\n',
      replace: '',
    },
    {
      name: 'what another zone takes over is there for the next group as well',
      find: '  for (const zone of zones) missing -= take(idsIn(zone), left, missing)\n',
      replace: '',
    },
  ]),
  ...inFile('src/domain/rollout/managed-groups.ts', [
    {
      name: 'a group of an EKS managed node group is rolled',
      find: "if (policy === 'warn')",
      replace: "if (policy === 'allow')",
    },
    {
      name: 'nodes that share a cluster are warned of',
      find: "value === 'owned'",
      replace: "value !== ''",
    },
    {
      name: 'a launch hook counts as one that drains',
      find: "hooks.find(({ transition }) => transition === 'terminating')",
      replace: 'hooks[0]',
    },
  ]),
  ...inFile('src/aws/preflight/subnet-headroom.ts', [
    {
      name: 'an IPv6-native subnet is full',
      find: 'Ipv6Native === true ? Infinity : AvailableIpAddressCount',
      replace: 'AvailableIpAddressCount ?? (Ipv6Native ? Infinity : undefined)',
    },
  ]),
  ...inFile('src/aws/preflight/traffic-sources.ts', [
    {
      name: 'a traffic source that is not asked is left out silently',
      find: 'isReadSource(source) ? []',
      replace: 'true ? []',
    },
    {
      name: 'a patch that replaces nothing is refused for a traffic source',
      find: "  if (replaces === 'nothing') return []\n",
      replace: '',
    },
  ]),
  ...inFile('src/aws/preflight/termination-protection.ts', [
    {
      name: 'stop protection of a warm pool is not looked for',
      find: "['disableApiTermination', 'disableApiStop'] as const",
      replace: "['disableApiTermination'] as const",
    },
    {
      name: 'instances in service that are protected are refused',
      find: 'outdatedWarm(fleet, policy).map(',
      replace: 'fleet.instances.map(',
    },
  ]),
  ...inFile('src/aws/preflight/launch-sources.ts', [
    {
      name: 'a version that is gone is found out at the launch',
      find: "      return 'does not exist'\n",
      replace: '      return undefined\n',
    },
    {
      name: 'an image that is gone is found out at the launch',
      find: 'if (found === undefined) return',
      replace: 'if (found === undefined) return undefined && ',
    },
    {
      name: 'an image that is disabled is found out at the launch',
      find: "found.state === 'available' ? undefined",
      replace: "found.state !== '' ? undefined",
    },
    {
      name: 'a version that AWS does not show yet is gone',
      find: 'const LAG_ATTEMPTS = 13',
      replace: 'const LAG_ATTEMPTS = 1',
    },
    {
      name: 'a parameter that names no image leaves nothing to do',
      find: '(isSourceUnknown(fleet) || outdatedWarm(',
      replace: '(outdatedWarm(',
    },
    {
      name: 'a patch is refused for the image that it replaces',
      find: 'question.launches ?? (await',
      replace: '(await',
    },
  ]),
  ...inFile('src/aws/preflight/late-reads.ts', [
    {
      name: 'the permission for status checks is missed in the middle of a roll',
      find: 'readStatusChecks(connection, instances.slice(0, 1)),',
      replace: '',
    },
    {
      name: 'a permission that is needed late is missed late',
      find: '    newestActivities(connection, { group: group.AutoScalingGroupName }),\n',
      replace: '',
    },
  ]),
  ...inFile('src/aws/client/all-answers.ts', [
    {
      name: 'a refusal hides a lost answer',
      find: 'if (refusals.length < errors.length) throw',
      replace: 'if (refusals.length === 0) throw',
    },
  ]),
]
