import type { Probe } from '../domain/rollout/probe.ts'
import { WrongInput } from './parse.ts'

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
