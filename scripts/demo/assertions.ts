import { instanceIds } from '../../simulator/scenario.ts'
import { watchAfter } from '../../testing/oracles/end-watch.ts'
import { type DemoAccount, type DemoGroup, settings } from './account.ts'

/** The result of one group, and a sentence for each failed assertion. */
export interface DemoVerdict {
  readonly group: string
  readonly replaced: number
  readonly launches: number
  readonly lowestReady: number
  readonly floor: number
  readonly failures: readonly string[]
}

/** Checks a roll, and the 20 minutes after it, by the records of the simulated AWS, not by the action's own outputs. */
export function demoVerdict(
  { account }: DemoAccount,
  { name, outdated, newImageId, before, begin }: DemoGroup,
  endedAt?: number,
): DemoVerdict {
  const { ledger } = account
  const after = watchAfter(account, { group: name, begin, floor: outdated.length, endedAt })
  const launches = ledger.launches(name).length
  const lowestReady = ledger.lowestReady(name)
  const floor = outdated.length
  const present = instanceIds(account, name)
  const onOld = present.filter((id) => account.ec2.machine(id)?.imageId !== newImageId)
  const replaced = outdated.filter((id) => !present.includes(id)).length
  const now = settings(account, name)
  const checks: readonly (readonly [boolean, string])[] = [
    [lowestReady >= floor, `only ${lowestReady} were ready at one time, the floor is ${floor}`],
    [onOld.length === 0, `${onOld.join(', ')} still run on the old image`],
    [replaced === outdated.length, `${replaced} of ${outdated.length} outdated instances were replaced`],
    [launches === replaced, `${launches} launches for ${replaced} replacements`],
    [now === before, `it was ${before} and is ${now}`],
    ...after.map(({ what }) => [false, `in the 20 minutes after its roll ${what}`] as const),
  ]
  const failures = checks.flatMap(([holds, sentence]) => (holds ? [] : [`${name}: ${sentence}.`]))
  return { group: name, replaced, launches, lowestReady, floor, failures }
}
