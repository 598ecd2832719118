import { lowerFirst } from './lower-first.ts'
import { ServiceFault } from '../fault.ts'
import { ec2Refusal } from './ec2-refusal.ts'
import { malformed } from './malformed.ts'
import type { OperationModel } from './model.ts'
import type { Api } from './services.ts'
import { validatorOf } from './validator.ts'
import type { Violation } from './validator.ts'
import { withoutEffect } from './without-effect.ts'

/** How AWS refuses an input that breaks rules of its model, all of them in one answer; or what the simulator would only ignore. */
export function refusalOf(api: Api, model: OperationModel, input: object): ServiceFault | undefined {
  const violations = validatorOf(api, model)(input)
  const first = violations?.[0]
  if (violations === undefined || first === undefined) return withoutEffect(api, model, input)
  if (api.dialect === 'ec2') return ec2Refusal(first)
  const fraction = violations.find(({ rule }) => rule.kind === 'whole')
  if (fraction !== undefined) return malformed(api, { kind: 'number', text: String(fraction.value), path: '' })
  return new ServiceFault(
    api.refusals.invalid,
    `${violations.length} validation error${violations.length === 1 ? '' : 's'} detected: ` +
      violations.map(inWords).join('; '),
  )
}

/** AWS leaves out what its model calls sensitive. */
const inWords = ({ path, value, rule, constraint }: Violation): string => {
  const shown = constraint.secret === true ? '' : value === null ? ' null' : ` '${textOf(value)}'`
  return `Value${shown} at '${pathText(path)}' failed to satisfy constraint: ${rule.words}`
}

/** `tags.1.member.key`: members as Java names them, the items of a list by their number. */
const pathText = (path: Violation['path']): string =>
  path.map((part) => (typeof part === 'number' ? `${part}.member` : lowerFirst(part))).join('.')

const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(textOf).join(', ')}]`
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `java.nio.HeapByteBuffer[pos=0 lim=${value.length} cap=${value.length}]`
  if (typeof value !== 'object' || value === null) return String(value)
  return `{${Object.entries(value)
    .map(([name, content]) => `${name}=${textOf(content)}`)
    .join(', ')}}`
}
