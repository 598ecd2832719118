import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** What a Git checkout says of itself; texts are empty where it does not. */
export interface Checkout {
  /** `refs/heads/main` */
  readonly ref: string
  /** The commit that is checked out. */
  readonly sha: string
  /** The branch that `origin` has as its default, as of the clone. */
  readonly defaultBranch: string
}

/** The checkout that a folder is in, read without Git: https://git-scm.com/docs/gitrepository-layout */
export function checkoutOf(folder: string): Checkout {
  const [top, head] = headAbove(resolve(folder)) ?? []
  if (top === undefined || head === undefined) return { ref: '', sha: '', defaultBranch: '' }
  const ref = /^ref: (.+)$/.exec(head)?.[1] ?? ''
  const origin = textOf(join(top, '.git', 'refs/remotes/origin/HEAD')) ?? ''
  return {
    ref,
    sha: ref === '' ? head : (textOf(join(top, '.git', ref)) ?? packed(join(top, '.git'), ref)),
    defaultBranch: /^ref: refs\/remotes\/origin\/(.+)$/.exec(origin)?.[1] ?? '',
  }
}

/** The nearest folder with a `.git` folder in it, and the text of its HEAD. */
function headAbove(folder: string): readonly [top: string, head: string] | undefined {
  const head = textOf(join(folder, '.git', 'HEAD'))
  if (head !== undefined) return [folder, head]
  const parent = dirname(folder)
  return parent === folder ? undefined : headAbove(parent)
}

const packed = (git: string, ref: string): string =>
  (textOf(join(git, 'packed-refs')) ?? '')
    .split('\n')
    .find((line) => line.endsWith(` ${ref}`))
    ?.slice(0, 40) ?? ''

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return undefined
  }
}
