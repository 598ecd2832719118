/** A stack as Senza names it: with a version, or every version of it. */
export interface StackReference {
  readonly name: string
  readonly version: string | undefined
}

/** The tag that CloudFormation puts on everything in a stack; Senza calls its stacks `<name>-<version>`. */
export const STACK_TAG = 'aws:cloudformation:stack-name'

/**
 * Whether a stack, by its full name in CloudFormation, is meant.
 *
 * - With a version it must be `<name>-<version>`, nothing more and nothing less.
 * - Without one, everything up to the last hyphen must be the name: `mystack` means `mystack-v1` and `mystack-2`, but not
 *   `mystack-canary-v1`, which is version `v1` of `mystack-canary`. Senza's versions hold no hyphen, its names may:
 *   `my-stack` means `my-stack-v1`, and `my` does not.
 * - A stack without a hyphen has no version and is not Senza's: it is meant by the tag, not by this input. One with a hyphen
 *   cannot be told from a version: `my` does mean a stack that is called just `my-stack`.
 */
export function meansStack({ name, version }: StackReference, stack: string): boolean {
  if (version !== undefined) return stack === `${name}-${version}`
  const hyphen = stack.lastIndexOf('-')
  return hyphen > 0 && hyphen < stack.length - 1 && stack.slice(0, hyphen) === name
}

/** As the user wrote it. */
export const stackText = ({ name, version }: StackReference): string =>
  version === undefined ? name : `${name} ${version}`
