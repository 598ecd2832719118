/**
 * Values of the state that a main step leaves for its post step. The runner gives each as a variable of the environment, and Linux starts
 * no process with one of more than 128 KiB (`MAX_ARG_STRLEN`, https://man7.org/linux/man-pages/man2/execve.2.html): the post step would
 * not begin. A longer value is kept in parts. Pure.
 */

/** Characters in one part, of three bytes in UTF-8 at most. */
const LONGEST = 40_000

/** What stands for a value in parts, with their number. */
const IN_PARTS = 'in parts: '

const partOf = (name: string, index: number): string => `${name}-part-${index}`

/** What is saved for a value, by name and in this order: the parts first, so that whatever names them comes after. */
export function stateParts(name: string, value: string): readonly (readonly [name: string, value: string])[] {
  if (value.length <= LONGEST) return [[name, value]]
  const count = Math.ceil(value.length / LONGEST)
  const parts = Array.from({ length: count }, (_, index) => value.slice(index * LONGEST, (index + 1) * LONGEST))
  return [...parts.map((part, index) => [partOf(name, index), part] as const), [name, `${IN_PARTS}${count}`]]
}

/** The value that was saved under a name; `read` gives what stands under one. */
export function wholeState(name: string, read: (name: string) => string): string {
  const text = read(name)
  if (!text.startsWith(IN_PARTS)) return text
  const count = Number(text.slice(IN_PARTS.length))
  return Array.from({ length: count }, (_, index) => read(partOf(name, index))).join('')
}
