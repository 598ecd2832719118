import { instanceIds } from '../../simulator/scenario.ts'
import { type DemoAccount, type DemoGroup, settings } from './account.ts'

/** What became of one group, and each promise that was broken, a sentence each. */
export interface PromiseVerdict {
  readonly group: string
  readonly replaced: number
  readonly launches: number
  readonly lowestReady: number
  readonly floor: number
  readonly broken: readonly string[]
}

/** Judges a roll by what the simulated AWS saw, not by what the action says of itself. */
export function promiseVerdict(
  { account }: DemoAccount,
  { name, outdated, newImageId, before }: DemoGroup,
): PromiseVerdict {
  const { ledger } = account
  const launches = ledger.launches(name).length
  const lowestReady = ledger.lowestReady(name)
  const floor = outdated.length
  const there = instanceIds(account, name)
  const onOld = there.filter((id) => account.ec2.machine(id)?.imageId !== newImageId)
  const replaced = outdated.filter((id) => !there.includes(id)).length
  const after = settings(account, name)
  const checks: readonly (readonly [boolean, string])[] = [
    [lowestReady >= floor, `only ${lowestReady} were ready at one time, ${floor} were promised`],
    [onOld.length === 0, `${onOld.join(', ')} still run on the old image`],
    [replaced === outdated.length, `${replaced} of ${outdated.length} outdated instances were replaced`],
    [launches === replaced, `${launches} launches for ${replaced} replacements`],
    [after === before, `it was ${before} and is ${after}`],
  ]
  const broken = checks.flatMap(([held, sentence]) => (held ? [] : [`${name}: ${sentence}.`]))
  return { group: name, replaced, launches, lowestReady, floor, broken }
}
