/** Which groups, and which bastions, belong to which service of an environment. */
import { matchesGlob } from '../glob.ts'
import { meansStack, STACK_TAG } from '../stack-reference.ts'
import type { Catalogue, PlacementSelectors } from './catalogue.ts'

/** A group as far as a selector sees it. */
export interface ClaimedGroup {
  readonly name: string
  readonly tags: Readonly<Record<string, string>>
}

/** Whether a placement means the group: by any kind of selector, any entry of `groups` and `stacks`, all of `tags`. */
export function claims({ groups, stacks, tags }: PlacementSelectors, group: ClaimedGroup): boolean {
  const tagOf = (key: string): string | undefined => (Object.hasOwn(group.tags, key) ? group.tags[key] : undefined)
  const stack = tagOf(STACK_TAG)
  return (
    groups.some((glob) => glob === group.name || matchesGlob(glob, group.name)) ||
    (stack !== undefined && stacks.some((reference) => meansStack(reference, stack))) ||
    (tags.length > 0 && tags.every(({ key, value }) => tagOf(key) === value))
  )
}

/** The services of the environment that the group belongs to, in the order of the catalogue; it must be exactly one. */
export const claimantsOf = (
  { services }: Pick<Catalogue, 'services'>,
  environment: string,
  group: ClaimedGroup,
): readonly string[] =>
  [...services].flatMap(([name, service]) => {
    const placement = service.in.get(environment)
    return placement !== undefined && claims(placement.selectors, group) ? [name] : []
  })

/** A bastion as it is named: by its id, and by its `Name` tag where it has one. */
export interface ClaimedBastion {
  readonly id: string
  readonly name: string
}

/** The services of the environment that the bastion belongs to. */
export const bastionClaimantsOf = (
  { services }: Pick<Catalogue, 'services'>,
  environment: string,
  { id, name }: ClaimedBastion,
): readonly string[] =>
  [...services].flatMap(([service, { in: places }]) => {
    const bastion = places.get(environment)?.bastion
    return bastion !== undefined && (bastion === id || bastion === name) ? [service] : []
  })
