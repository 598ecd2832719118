/** What an entry of a selector may have meant that matches no group: a typing mistake names what there is. */
import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { nearest } from '../../text/nearest.ts'
import { STACK_TAG } from '../../domain/stack-reference.ts'
import type { EntryText } from './select.ts'

/** Up to so many names are given for an entry. */
const MOST = 3

/** A sentence for each entry that is near to something; empty where none is. */
export function suggestions(idle: readonly EntryText[], groups: readonly AutoScalingGroup[]): string {
  return idle
    .flatMap((entry) => {
      const near = candidates(entry, groups)
      if (near.length === 0) return []
      const more = near.length > MOST ? ` and ${near.length - MOST} more` : ''
      const named = near.slice(0, MOST).map((name) => `"${name}"`)
      return [`The nearest to "${entry.text}" ${near.length > 1 ? 'are' : 'is'} ${named.join(', ')}${more}.`]
    })
    .join(' ')
}

function candidates({ input, text }: EntryText, groups: readonly AutoScalingGroup[]): readonly string[] {
  const tags = groups.flatMap(({ Tags = [] }) => Tags)
  switch (input) {
    case 'auto-scaling-groups':
      return nearGroups(
        text,
        groups.map(({ AutoScalingGroupName = '' }) => AutoScalingGroupName),
      )
    case 'stacks':
      return nearStacks(
        text,
        tags.flatMap(({ Key, Value = '' }) => (Key === STACK_TAG ? Value : [])),
      )
    case 'tags':
      return nearest(
        text,
        tags.map(({ Key = '', Value = '' }) => `${Key}=${Value}`),
      )
    default:
      return input satisfies never
  }
}

/** Names; for a beginning with `*` other beginnings. Of other patterns nothing can be said. */
function nearGroups(text: string, names: readonly string[]): readonly string[] {
  const [, beginning] = /^([^*?]+)\*$/.exec(text) ?? []
  if (beginning === undefined) return /[*?]/.test(text) ? [] : nearest(text, names)
  const heads = names.map((name) => name.slice(0, beginning.length))
  return nearest(beginning, heads).map((head) => `${head}*`)
}

/** References as they are written: `<name> <version>`, or the name alone where the entry has no version. */
function nearStacks(text: string, stacks: readonly string[]): readonly string[] {
  const parts = stacks.flatMap((stack) => {
    const [, name, version] = /^(.+)-([^-]+)$/.exec(stack) ?? []
    return name === undefined || version === undefined ? [] : [{ stack, name, reference: `${name} ${version}` }]
  })
  // The whole name of a stack, as CloudFormation shows it, is a name and a version here.
  const whole = parts.find(({ stack }) => stack === text)
  if (whole !== undefined) return [whole.reference]
  return nearest(
    text,
    parts.map(({ name, reference }) => (text.includes(' ') ? reference : name)),
  )
}
