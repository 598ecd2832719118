import { type FindingName, findingNames } from '../domain/janitor/finding.ts'
import { boolean, hint, hours, list, quoted, WrongInput } from './parse.ts'
import type { InputReader } from './reader.ts'

/** What a janitor is told besides. */
export interface JanitorInputs {
  readonly heal: boolean
  readonly healStandby: boolean
  readonly healSources: boolean
  /** How long something must have been so before it counts. */
  readonly olderThanSeconds: number
  /** The findings that make the step red where they are left; empty: none. */
  readonly failOn: readonly FindingName[]
}

/** A year, in hours. */
const MOST_HOURS = 8760

/** Reads what a janitor takes; problems are left in the reader. */
export const readJanitor = (reader: InputReader): JanitorInputs => ({
  heal: reader.value('heal', boolean),
  healStandby: reader.value('heal-standby', boolean),
  healSources: reader.value('heal-sources', boolean),
  olderThanSeconds: reader.value('older-than', hours(MOST_HOURS)),
  failOn: reader.value('fail-on', findings),
})

/** Names of findings, or `any`. */
function findings(text: string): readonly FindingName[] {
  const names = list(text)
  const isName = (name: string): name is FindingName => (findingNames as readonly string[]).includes(name)
  const wrong = names.filter((name) => name !== 'any' && !isName(name))
  if (wrong.length > 0)
    throw new WrongInput(
      `must be \`any\`, or some of ${quoted(findingNames)}; ${quoted(wrong)} ${wrong.length > 1 ? 'are' : 'is'} not${hint(wrong[0] ?? '', findingNames)}`,
    )
  return names.includes('any') ? findingNames : names.filter(isName)
}
