import { repositoryOf, tryDockerReference, type DockerReference } from './docker-reference.ts'
import { mayBeOf } from './images/may-be-of.ts'
import type { Obstacle } from './images/places.ts'
import type { Word } from './images/word.ts'
import { bytesToText } from './kind.ts'
import type { Leaf } from './leaf.ts'
import type { LeafNumber, NotTaken, TakenImage } from './found-image.ts'
import type { WantedImage } from './wanted-image.ts'

/** More than these are counted. */
const MOST = 10

/** Images with their lines. One word, such as `redis:6`, has the form of a user and a password too, and is shown without its tag. */
export function foundInWords(taken: readonly TakenImage[]): string {
  return listed(
    taken.map(({ text, reference, ...place }) => `${shownReference(text, reference)} (${lineInWords(place)})`),
  )
}

const shownReference = (text: string, reference: DockerReference): string =>
  text.includes('/') || isCommonTag(reference.tag) ? text : repositoryOf(reference)

/** Versions, and nothing that could be a password. */
const isCommonTag = (tag: string | undefined): boolean =>
  tag === undefined || /^v?\d+(?:\.\d+)*$|^latest$|^stable$/u.test(tag)

const reasons: Readonly<Record<Obstacle, string>> = {
  'part variable': 'a part of it is a variable or a placeholder',
  variable: 'all of it is a variable',
  extended: 'it is the value of a variable that is used in part, or has more added to it',
  pieces: 'it is put together from quoted or escaped pieces',
  option: 'an option stands before it that is not known, so it may be the value of that',
  'behind variable': 'a variable stands before it that may be the image',
  untagged: 'it has no tag and no digest',
}

/** What stands in the place of an image and was not taken, with lines and reasons. Only what is of the wanted repository is shown. */
export function notTakenInWords(places: readonly NotTaken[], wanted?: WantedImage): string {
  return listed(
    places.map((place) => {
      const isOwn = wanted === undefined || (wanted.kind === 'reference' && mayBeOf(place, wanted.reference))
      const shown = isOwn ? shownWord(place.word, place.obstacle) : undefined
      return `${shown ?? 'an image'} (${lineInWords(place)}: ${reasons[place.obstacle]})`
    }),
  )
}

/** Commands that are known to hold no secret. */
const PLAIN =
  /^\$\((?:uname|arch|hostname|dpkg|date|git)[\w ./+%-]{0,60}\)$|^`(?:uname|arch|hostname|dpkg|date|git)[\w ./+%-]{0,60}`$/u
const SIMPLE =
  /^(?:\$[A-Za-z_]\w*|\$\{[A-Za-z_]\w*\}|\$[a-z]+:\w+|\$[\d@*#]|%\w+%?|![A-Za-z_]\w*!|\{\{[\w .]{0,60}\}\}|#\{[\w .]{0,60}\}|@@?[\w.-]{1,60}@@?|<%?=?[\w .-]{1,60}%?>|[*?[\]{}])$/u

/** A word with its variables by name, and without what else may stand in them: `app:${VERSION…}`. */
function shownWord({ source, variable }: Word, obstacle: Obstacle): string | undefined {
  // Where it is not sure that an image stands there, its end may be a secret.
  if (obstacle === 'option' || obstacle === 'behind variable') return undefined
  const reference = variable.includes(true) ? undefined : tryDockerReference(source.text)
  if (reference !== undefined) return shownReference(source.text, reference)
  const runs: { text: string; readonly variable: boolean }[] = []
  for (const [index, character] of source.text.split('').entries()) {
    const isVariable = variable[index] === true
    const last = runs.at(-1)
    if (last !== undefined && last.variable === isVariable) last.text += character
    else runs.push({ text: character, variable: isVariable })
  }
  return runs.map((run) => (run.variable ? shownVariable(run.text) : run.text)).join('')
}

function shownVariable(text: string): string {
  if (SIMPLE.test(text) || PLAIN.test(text)) return text
  const [, name] = /^\$\{([A-Za-z_]\w*)/u.exec(text) ?? []
  if (name !== undefined) return `\${${name}…}`
  return text.startsWith('$(') || text.startsWith('`') ? '$(…)' : '…'
}

/** Where the repository is named, but not as an image; nothing but the line is shown. */
export function mentionsInWords(leaves: readonly Leaf[], wanted: DockerReference): string {
  const names = [repositoryOf(wanted), wanted.host === undefined ? wanted.path : `${wanted.host}/${wanted.path}`]
  const lines = leaves.flatMap((leaf, number) =>
    bytesToText(leaf.bytes)
      .split('\n')
      .flatMap((line, index) =>
        names.some((name) => names.length > 0 && mentions(line, name))
          ? [lineInWords({ leaf: { number, label: leaf.label }, line: index + 1 })]
          : [],
      ),
  )
  if (lines.length === 0) return ''
  return ` Its name followed by a tag or digest also stands at ${listed(lines)}, where no image is known to stand.`
}

function mentions(line: string, name: string): boolean {
  const at = line.indexOf(name)
  return at >= 0 && /^[:@][\w$]/u.test(line.slice(at + name.length)) && !/[\w/.-]/u.test(line.charAt(at - 1))
}

function listed(texts: readonly string[]): string {
  const more = texts.length - MOST
  return more > 0 ? `${texts.slice(0, MOST).join(', ')} and ${more} more` : texts.join(', ')
}

const lineInWords = ({ leaf, line }: { readonly leaf: LeafNumber; readonly line: number }): string =>
  `${leaf.label === '' ? '' : `${leaf.label}, `}line ${line}`
