import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join, matchesGlob, relative, resolve } from 'node:path'
import type { StepResult } from './run-steps.ts'

interface Move {
  readonly inputs: Readonly<Record<string, string>>
  readonly workspace: string
  /** The folder with a folder for each artifact. */
  readonly artifacts: string
}

/** What actions/upload-artifact and actions/download-artifact do with a name and paths: globs are refused. */
export function moveArtifact(
  action: 'actions/upload-artifact' | 'actions/download-artifact',
  { inputs, workspace, artifacts }: Move,
): StepResult {
  if (inputs['pattern'] !== undefined) return downloadAll(inputs['pattern'], { inputs, workspace, artifacts })
  const kept = join(artifacts, inputs['name'] ?? 'artifact')
  const lines = (inputs['path'] ?? '').split('\n').map((line) => line.trim())
  const paths = lines.filter((line) => line !== '').map((path) => resolve(workspace, path))
  if (action === 'actions/download-artifact') {
    if (!existsSync(kept))
      return ended(1, `Unable to download artifact(s): Artifact not found for name: ${basename(kept)}`)
    cpSync(kept, paths[0] ?? workspace, { recursive: true })
    return ended(0, '')
  }
  const globs = paths.filter((path) => /[*?[]/.test(path))
  if (globs.length > 0) throw new Error(`the runner of workflows takes no globs: ${globs.join(', ')}`)
  const found = paths.filter((path) => existsSync(path))
  const missing = inputs['if-no-files-found'] ?? 'warn'
  if (found.length === 0) return ended(missing === 'error' ? 1 : 0, 'No files were found with the provided path.')
  if (inputs['overwrite'] === 'true') rmSync(kept, { recursive: true, force: true })
  if (existsSync(kept))
    return ended(1, `an artifact with this name already exists on the workflow run: ${basename(kept)}`)
  mkdirSync(kept)
  const [, ...others] = found
  for (const path of found) {
    // A single folder is kept as what it holds; several paths from the folder that they share.
    const isFolder = statSync(path).isDirectory()
    const to = others.length > 0 ? relative(workspace, path) : isFolder ? '' : basename(path)
    cpSync(path, join(kept, to), { recursive: true })
  }
  return ended(0, `${readdirSync(kept, { recursive: true }).length} files`)
}

/** Each artifact whose name fits, in a folder of its name; none is no failure. */
function downloadAll(pattern: string, { inputs, workspace, artifacts }: Move): StepResult {
  const names = readdirSync(artifacts).filter((name) => matchesGlob(name, pattern))
  for (const name of names)
    cpSync(join(artifacts, name), join(workspace, inputs['path'] ?? '', name), { recursive: true })
  return ended(0, `Found ${names.length} artifact(s)`)
}

const ended = (exitCode: number, log: string): StepResult => ({ exitCode, log, summary: '', outputs: {} })
