import type { WireResponse } from '../../simulator/wire/message.ts'
import type { Api } from '../../simulator/wire/services.ts'
import type { Breach } from './breach.ts'

/** What became of a request that breaks the model. */
export type Verdict = 'as AWS' | 'otherwise' | 'accepted' | 'not checked by AWS'

/** An answer's error, as any client reads it; undefined for a success. */
interface WireError {
  readonly code: string
  readonly message: string
}

/** Compares the answer with the refusal of AWS, code and words, in the error form of the API's protocol. */
export function judge(api: Api, breach: Breach, answer: WireResponse): Verdict {
  if (breach.leniency?.by === 'nothing') return 'not checked by AWS'
  const error = errorIn(api, answer)
  if (error === undefined) return 'accepted'
  return answer.status === 400 && isAsAws(api, breach, error) ? 'as AWS' : 'otherwise'
}

function isAsAws(api: Api, { kind, path, words, leniency }: Breach, { code, message }: WireError): boolean {
  if (api.dialect === 'ec2') return ec2Codes(kind, leniency !== undefined).some((each) => each.test(code))
  if ((kind === 'type' || kind === 'whole') && api.dialect === 'rest-xml') return code === api.refusals.invalid
  if (kind === 'type' || kind === 'whole')
    return code === (api.carriesJson === true ? 'SerializationException' : 'MalformedInput')
  return (
    code === api.refusals.invalid &&
    /^\d+ validation errors? detected: /.test(message) &&
    message.includes(`at '${path}' failed to satisfy constraint: `) &&
    message.includes(words)
  )
}

const ec2Codes = (kind: Breach['kind'], isOwn: boolean): readonly RegExp[] => {
  if (kind === 'required') return [/^MissingParameter$/]
  if (kind === 'unknown') return [/^UnknownParameter$/]
  if (kind === 'type' || kind === 'whole') return [/^UnknownParameter$/, /^InvalidParameterValue$/]
  const own = isOwn ? [/^InvalidAMIName\.Malformed$/] : []
  return [
    /^InvalidParameterValue$/,
    /^InvalidMaxResults$/,
    /^InvalidRequest$/,
    /^InvalidLaunchTemplateName\.Malformed/,
    ...own,
  ]
}

function errorIn(api: Api, { status, body }: WireResponse): WireError | undefined {
  if (status < 300) return undefined
  const text = body.toString()
  if (api.carriesJson === true) {
    const { __type: code = '', message = '' } = JSON.parse(text) as {
      readonly __type?: string
      readonly message?: string
    }
    return { code, message }
  }
  const form =
    api.dialect === 'ec2' ? /<Response><Errors><Error>/ : /<ErrorResponse xmlns="[^"]+"><Error><Type>Sender<\/Type>/
  if (!form.test(text)) return { code: `not in the form of ${api.sdkId}`, message: text }
  const [, code = '', message = ''] = /<Code>([^<]*)<\/Code><Message>([^<]*)<\/Message>/.exec(text) ?? []
  return { code, message: unescaped(message) }
}

const unescaped = (text: string): string =>
  text
    .replaceAll(/&#x([0-9a-f]+);/g, (_match, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
