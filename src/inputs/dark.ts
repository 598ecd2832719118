import { boolean, minutes } from './parse.ts'
import type { InputReader } from './reader.ts'

/** What a roll is told that launches its new half in the dark. */
export interface DarkInputs {
  /** Undefined: the new half goes into the load balancers as it comes up. */
  readonly dark: DarkLaunch | undefined
}

/** What releases a dark half besides `probe`; with neither of both a later step does. */
export interface DarkLaunch {
  readonly releaseAfterSeconds: number | undefined
}

/** Reads what a dark launch takes; problems are left in the reader. */
export function readDark(reader: InputReader): DarkInputs {
  const dark = reader.value('dark', boolean)
  const releaseAfterSeconds = reader.value('release-after', optionalMinutes)
  reader.rule(
    ['dark', 'release-after'],
    () => dark || releaseAfterSeconds === undefined,
    '`release-after` says when dark instances are released: it needs `dark: true`.',
  )
  return { dark: dark ? { releaseAfterSeconds } : undefined }
}

const optionalMinutes = (text: string): number | undefined => (text === '' ? undefined : minutes(7200)(text))
