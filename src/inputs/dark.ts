import type { Probe } from '../domain/rollout/probe.ts'
import { boolean, minutes, WrongInput } from './parse.ts'
import type { InputReader } from './reader.ts'

/** What a roll is told that launches its new half in the dark. */
export interface DarkInputs {
  /** Undefined: the new half goes into the load balancers as it comes up. */
  readonly dark: DarkLaunch | undefined
}

/** What releases a dark half; with neither of both a later step does. */
export interface DarkLaunch {
  readonly releaseAfterSeconds: number | undefined
  readonly probe: Probe | undefined
}

/** Reads what a dark launch takes; problems are left in the reader. */
export function readDark(reader: InputReader): DarkInputs {
  const dark = reader.value('dark', boolean)
  const releaseAfterSeconds = reader.value('release-after', optionalMinutes)
  const probe = reader.value('probe', optionalProbe)
  reader.rule(
    ['dark', 'release-after', 'probe'],
    () => dark || (releaseAfterSeconds === undefined && probe === undefined),
    '`release-after` and `probe` say when a dark half is released: they need `dark: true`.',
  )
  return { dark: dark ? { releaseAfterSeconds, probe } : undefined }
}

const optionalMinutes = (text: string): number | undefined => (text === '' ? undefined : minutes(7200)(text))

const allowed =
  'must be `http://{private-ip}:8080/health`, `https://…`, `tcp://{private-ip}:8080` or `ssm: <command>`; `{private-ip}` and `{instance-id}` stand for those of each instance'

/** A probe, or undefined where there is none. */
export function optionalProbe(text: string): Probe | undefined {
  if (text === '') return undefined
  const [, command] = /^ssm:\s*(\S[^]*)$/.exec(text) ?? []
  if (command !== undefined) return { kind: 'ssm', command }
  const placeholders = [...text.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name)
  if (placeholders.some((name) => name !== 'private-ip' && name !== 'instance-id')) throw new WrongInput(allowed)
  // Without a place for the instance's own address every instance would pass for the same stranger.
  if (placeholders.length === 0) throw new WrongInput(allowed)
  const [, host, port] = /^tcp:\/\/([^\s/:]+):(\d{1,5})\/?$/.exec(text) ?? []
  if (host !== undefined && Number(port) > 0 && Number(port) < 65_536) return { kind: 'tcp', host, port: Number(port) }
  if (/^https?:\/\/\S+$/.test(text) && URL.canParse(text.replaceAll(/\{[^}]*\}/g, '192.0.2.1')))
    return { kind: 'http', url: text }
  throw new WrongInput(allowed)
}
