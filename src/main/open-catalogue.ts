import type { Catalogue } from '../domain/catalogue/catalogue.ts'
import { UserError } from '../errors.ts'
import { USUAL_CATALOGUE } from '../inputs/catalogue/usual-path.ts'
import type { Report } from '../report/events.ts'
import type { Platform } from './platform.ts'

/** Where a catalogue lies, and what it says. */
export interface OpenedCatalogue {
  /** From the workspace. */
  readonly path: string
  readonly catalogue: Catalogue
  /** SHA-256 of its text in hex, whatever ends its lines. */
  readonly digest: string
}

/**
 * The catalogue that governs the run: the file that `catalogue` names, or the usual one where there is one. Undefined where
 * nothing is governed, which the log says. UserError where it is missing or wrong. What reads it is loaded only here.
 */
export async function openCatalogue(
  { runner, clock }: Pick<Platform, 'runner' | 'clock'>,
  report: Report,
): Promise<OpenedCatalogue | undefined> {
  const named = runner.input('catalogue')
  const path = named || USUAL_CATALOGUE
  if (leavesWorkspace(path))
    throw new UserError({
      what: `\`catalogue\` is ${path}, which is no path inside of the workspace.`,
      remedy: 'Give the path from the workspace, such as `.github/fleet-patch.yml`.',
    })
  const text = await runner.readFile(path)
  if (text !== undefined) {
    const { readCatalogue } = await import('../inputs/catalogue/read-catalogue.ts')
    const { sha256 } = await import('../aws/client/sha256.ts')
    const catalogue = readCatalogue({ path, text, now: clock.now() / 1000 })
    report({ kind: 'info', message: `Governed by ${path}.` })
    return { path, catalogue, digest: sha256(text.replaceAll('\r\n', '\n')) }
  }
  const isEmpty = await runner.isWorkspaceEmpty()
  if (named !== '')
    throw new UserError({
      what: `\`catalogue\` names ${path}, and there is no such file in the workspace.`,
      ...(isEmpty && { why: 'The workspace is empty.' }),
      remedy: 'Check the path, and that `actions/checkout` comes before this step.',
    })
  if (isEmpty)
    report({
      kind: 'warning',
      message: `Nothing is governed: the workspace is empty, so it cannot be told whether the repository has ${path}. Put \`actions/checkout\` before this step.`,
    })
  else report({ kind: 'info', message: `Nothing is governed: there is no ${path} in the workspace.` })
  return undefined
}

const leavesWorkspace = (path: string): boolean => /^([/\\]|[A-Za-z]:)/.test(path) || path.split(/[/\\]/).includes('..')
