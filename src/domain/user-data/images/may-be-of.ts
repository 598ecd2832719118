import { repositoryOf, tryDockerReference, type DockerReference } from '../docker-reference.ts'
import type { ImagePlace } from './places.ts'
import { literalOf } from './word.ts'

/** Whether a place that is not taken may be of a repository: what is variable in its name may be anything. */
export function mayBeOf(place: Extract<ImagePlace, { kind: 'not taken' }>, wanted: DockerReference): boolean {
  const { source, variable } = place.word
  if (place.obstacle === 'variable') return false
  const literal = literalOf(place.word)
  const whole = literal === undefined ? undefined : tryDockerReference(literal)
  if (whole !== undefined) return repositoryOf(whole) === repositoryOf(wanted)
  const pattern = source.text
    .split('')
    .map((character, index) => (variable[index] === true ? ANY : character))
    .join('')
  const slash = pattern.lastIndexOf('/')
  const [name = ''] = pattern.slice(slash + 1).split(/[:@]/u)
  if (!/[a-z0-9]/iu.test(name)) return false
  const pieces = (pattern.slice(0, slash + 1) + name).split(new RegExp(`${ANY}+`, 'u'))
  const { path } = wanted
  return [repositoryOf(wanted), path, `library/${path}`].some((text) => consistsOf(text, pieces))
}

/** Stands for a variable; no text has it. */
const ANY = '\0'

/** Whether a text is these pieces in this order, with anything between them. */
function consistsOf(text: string, pieces: readonly string[]): boolean {
  const [first = '', ...more] = pieces
  const last = more.pop()
  if (last === undefined) return text === first
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false
  let rest = text.slice(first.length, text.length - last.length)
  for (const piece of more) {
    const at = rest.indexOf(piece)
    if (at < 0) return false
    rest = rest.slice(at + piece.length)
  }
  return true
}
