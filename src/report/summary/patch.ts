import type { PatchReport, SpecReport } from '../../domain/patch/report.ts'
import { clip, markdownCode } from '../../text/escape.ts'
import type { GroupResult } from '../events.ts'
import type { Part } from './parts.ts'
import { count } from '../words.ts'
import { prose } from './prose.ts'

/** What a patch changed: for each group source and image before and after, and the keys of user data, values masked. */
export function patchParts(results: readonly GroupResult[]): Part[] {
  const patched = patchedGroups(results)
  if (patched.length === 0) return []
  const undone = undoing(results)
  return [
    part({
      head: '### Launch sources\n\n| Group | Launches from | Patched | Change |\n|---|---|---|---|',
      rows: patched.flatMap((each) => each.patch.specs.map((spec) => siteRow(each, spec))),
      what: 'more change',
      share: 40_000,
    }),
    ...userDataPart(patched),
    ...(undone.length === 0
      ? []
      : [
          part({
            head: '### What would undo this\n',
            rows: undone.map(({ group, sentence }) => `- ${markdownCode(clip(group, 255))}: ${prose(sentence)}`),
            what: 'more group',
            share: 10_000,
          }),
        ]),
  ]
}

/** For each patched group the sentences on what would undo its patch: they have a part of their own. */
export const undoing = (results: readonly GroupResult[]): { readonly group: string; readonly sentence: string }[] =>
  patchedGroups(results).flatMap(({ group, patch }) => patch.undoneBy.map((sentence) => ({ group, sentence })))

const patchedGroups = (results: readonly GroupResult[]): PatchedGroup[] =>
  results.flatMap(({ group, patch, takenBack, source }) =>
    patch === undefined || patch.specs.length === 0 ? [] : [{ group, patch, ...(takenBack && { backTo: source }) }],
  )

interface PatchedGroup {
  readonly group: string
  readonly patch: PatchReport
  /** What the group launches from again, where its roll failed and the patch was taken back. */
  readonly backTo?: string
}

function siteRow({ group, patch: { before, after }, backTo }: PatchedGroup, spec: SpecReport): string {
  const changes = [
    ...(spec.image ? [`image ${arrow(spec.image.before, spec.image.after)}`] : []),
    ...(spec.instanceType ? [`type ${arrow(spec.instanceType.before, spec.instanceType.after)}`] : []),
    ...(spec.userData.length > 0 ? [count(spec.userData.length, 'change') + ' of user data'] : []),
  ]
  const cells = [
    code(group),
    `${before === after ? code(after) : arrow(before, after)}${backTo === undefined ? '' : `, taken back: ${code(backTo)}`}`,
    code(spec.label),
    changes.join('; '),
  ]
  return `| ${cells.join(' | ')} |`
}

/** Many groups may have the same user data: it is shown once for each launch source. */
function userDataPart(patched: readonly PatchedGroup[]): Part[] {
  const specs = new Map(patched.flatMap(({ patch }) => patch.specs).map((spec) => [spec.label, spec]))
  const rows = [...specs.values()].flatMap(({ label, userData }) =>
    userData.map(({ path, before, after }) => `| ${[label, path, before, after].map(value).join(' | ')} |`),
  )
  if (rows.length === 0) return []
  return [
    part({
      head: '### User data\n\nValues are masked unless they are image references.\n\n| Launch source | Key | Before | After |\n|---|---|---|---|',
      rows,
      what: 'more key',
      share: 25_000,
    }),
  ]
}

function part({
  head,
  rows,
  what,
  share,
}: Pick<Part, 'head' | 'share'> & { rows: readonly string[]; what: string }): Part {
  return {
    head,
    rows,
    tail: '',
    total: rows.length,
    cut: (missing) => `*${count(missing, what)} in the output \`result\`.*`,
    share,
  }
}

const code = (text: string): string => markdownCode(clip(text, 255))

const value = (text: string | undefined): string => (text === undefined ? '*nothing*' : code(text))

const arrow = (before: string | undefined, after: string): string =>
  before === undefined ? code(after) : `${code(before)} → ${code(after)}`
