import { byRelease, mayBeChosen, type Image, type ImageChoice } from './image.ts'
import { successorsOf } from './succession.ts'

const secondsOfADay = 86_400

/**
 * Whole days since the next image after `image` was released: how long there has been something newer to move to, which
 * is not the age of the image. 0 when nothing newer may be chosen. `family` are the images of its family, in any order,
 * with or without itself.
 */
export const daysBehind = (image: Image, family: readonly Image[], choice: ImageChoice): number =>
  daysSince(image, successorsOf(image, family), choice)

/** The same where a user has named the images, whatever their names show: those that were released after it come after it. */
export const daysBehindNamed = (image: Image, named: readonly Image[], choice: ImageChoice): number =>
  daysSince(
    image,
    named.filter((other) => byRelease(other, image) > 0),
    choice,
  )

function daysSince(image: Image, newer: readonly Image[], choice: ImageChoice): number {
  if (!newer.some((other) => mayBeChosen(other, choice))) return 0
  // The next release counts even when it is deprecated by now: since then the user has been behind.
  const next = Math.max(image.createdAt, Math.min(...newer.map((other) => other.createdAt)))
  return Math.max(0, Math.floor((choice.now - next) / secondsOfADay))
}

/** Whole days since an image was made, at `now` in seconds since the Unix epoch. */
export const ageDays = ({ createdAt }: Image, now: number): number =>
  Math.max(0, Math.floor((now - createdAt) / secondsOfADay))
