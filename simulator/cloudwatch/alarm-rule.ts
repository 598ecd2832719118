/**
 * The rule of a composite alarm: the states of other alarms with AND, OR, NOT, brackets, TRUE and FALSE.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
 */
import { validationError } from '../fault.ts'

/** Whether a rule holds, given the state of each alarm by name; undefined where there is none of that name. */
export type AlarmRule = (stateOf: (name: string) => string | undefined) => boolean

const TOKENS =
  /\s*(?:(\(|\)|AND\b|OR\b|NOT\b|TRUE\b|FALSE\b)|(ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*(?:"([^"]+)"|([^\s")]+))\s*\))/y

interface Token {
  readonly word: string
  /** Of a state: the alarm, which an ARN may name as well. */
  readonly alarm?: string
}

/** Reads a rule; throws CloudWatch's refusal of one that cannot be read. */
export function alarmRule(text: string): AlarmRule {
  const tokens = tokensOf(text)
  let at = 0
  const peek = (): string | undefined => tokens[at]?.word
  const either = (): AlarmRule => chain('OR', both, (one, other) => (states) => one(states) || other(states))
  const both = (): AlarmRule => chain('AND', single, (one, other) => (states) => one(states) && other(states))
  function chain(
    word: string,
    part: () => AlarmRule,
    join: (one: AlarmRule, other: AlarmRule) => AlarmRule,
  ): AlarmRule {
    let rule = part()
    while (peek() === word) {
      at++
      rule = join(rule, part())
    }
    return rule
  }
  function single(): AlarmRule {
    const token = tokens[at++]
    if (token === undefined) throw unreadable(text)
    const { word, alarm } = token
    if (alarm !== undefined) return (stateOf) => stateOf(alarm) === word
    if (word === 'NOT') {
      const inner = single()
      return (states) => !inner(states)
    }
    if (word === 'TRUE' || word === 'FALSE') return () => word === 'TRUE'
    if (word !== '(') throw unreadable(text)
    const inner = either()
    if (tokens[at++]?.word !== ')') throw unreadable(text)
    return inner
  }
  const rule = either()
  if (at < tokens.length) throw unreadable(text)
  return rule
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  TOKENS.lastIndex = 0
  while (TOKENS.lastIndex < text.trimEnd().length) {
    const match = TOKENS.exec(text)
    if (match === null) throw unreadable(text)
    const [, word, state, quoted, bare] = match
    const alarm = quoted ?? bare
    tokens.push(
      state === undefined ? { word: word ?? '' } : { word: state, alarm: alarm?.replace(/^arn:.*:alarm:/, '') ?? '' },
    )
  }
  return tokens
}

const unreadable = (text: string): Error => validationError(`AlarmRule cannot be parsed: ${text}`) // unsourced text
