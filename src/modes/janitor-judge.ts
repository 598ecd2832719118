/** Where something may have been left behind, and what a run makes of what it finds there. */
import { type ReadGroup, readGroups } from '../aws/janitor/group-states.ts'
import { marksOfGroup, marksOfRegion, type SeenBefore } from '../aws/janitor/marks.ts'
import { readRegion } from '../aws/janitor/region-state.ts'
import { markGroup, markRegion } from '../aws/janitor/write-marks.ts'
import type { Finding } from '../domain/janitor/finding.ts'
import { groupFindings } from '../domain/janitor/rules.ts'
import { regionFindings } from '../domain/janitor/sources.ts'
import { type Verdict, verdictOf } from '../domain/janitor/verdict.ts'
import type { JanitorModeInputs } from '../inputs/inputs.ts'
import { regionRefusal, refusalFor } from './janitor-governance.ts'
import type { Run } from './run.ts'

/** The findings at one moment, with what is to be done about each. */
export interface Judged {
  /** Undefined for what belongs to no group. */
  readonly group: string | undefined
  /** Seconds since the Unix epoch. */
  readonly at: number
  readonly marks: SeenBefore
  readonly findings: readonly { readonly finding: Finding; readonly verdict: Verdict }[]
}

/** Why a group is left alone. */
export interface LeftAlone {
  readonly why: string
}

/** A group, or what belongs to none, once it was looked at. */
export interface Place {
  readonly judged: Judged
  /** Looks once more. */
  readonly again: () => Promise<Judged | LeftAlone>
  /** Writes the marks; an empty text removes them. */
  readonly write: (text: string) => Promise<void>
}

/** A group that was read, or why it is left alone. */
export function groupPlace(
  run: Run,
  inputs: JanitorModeInputs,
  read: ReadGroup,
): Place | (LeftAlone & { readonly group: string }) {
  const { connection, clock } = run
  const name = read.kind === 'left' ? read.name : read.state.fleet.group
  const judged = judgeGroup(run, inputs, read)
  if ('why' in judged) return { group: name, why: judged.why }
  return {
    judged,
    again: async () => {
      const [now] = await readGroups(connection, { names: [name], clock })
      return now === undefined ? { why: 'it is gone' } : judgeGroup(run, inputs, now)
    },
    write: (text) => markGroup(connection, name, text),
  }
}

function judgeGroup({ governance }: Run, inputs: JanitorModeInputs, read: ReadGroup): Judged | LeftAlone {
  if (read.kind === 'left') return { why: read.why }
  const { group, state } = read
  const { at } = state.fleet
  const found = groupFindings(state, inputs)
  if (found.kind === 'skipped') return { why: found.why }
  const marks = marksOfGroup(state.tags)
  return {
    group: state.fleet.group,
    at,
    marks,
    findings: found.findings.map((finding) => {
      const refusal = finding.remedy && refusalFor(governance, group, finding.remedy)
      return { finding, verdict: verdictOf(finding, inputs, { at, markedAt: marks.markedAt(finding), refusal }) }
    }),
  }
}

/** What belongs to no group of the region. */
export async function regionPlace(run: Run, inputs: JanitorModeInputs): Promise<Place> {
  const { connection } = run
  return {
    judged: await judgeRegion(run, inputs),
    again: () => judgeRegion(run, inputs),
    write: (text) => markRegion(connection, text),
  }
}

async function judgeRegion({ connection, clock, governance }: Run, inputs: JanitorModeInputs): Promise<Judged> {
  const state = await readRegion(connection, clock.now() / 1000)
  const { at } = state
  const marks = await marksOfRegion(connection)
  const refusal = governance && regionRefusal(governance)
  return {
    group: undefined,
    at,
    marks,
    findings: regionFindings(state).map((finding) => ({
      finding,
      verdict: verdictOf(finding, inputs, { at, markedAt: marks.markedAt(finding), refusal }),
    })),
  }
}
