import { type DarkInputs, readDark } from './dark.ts'
import type { InputReader } from './reader.ts'
import { rollout } from './patch.ts'
import { ALL, ONE, readRoll, type RollInputs } from './roll.ts'

/** What a roll is told in which all new instances come before any old one goes. */
export type ScaleUpInputs = RollInputs & DarkInputs

/** Reads what the roll after a patch takes, by what `rollout` says; problems are left in the reader. */
export function readRollout(reader: InputReader): ScaleUpInputs {
  if (reader.value('rollout', rollout) === 'scale-up-patch') return readScaleUp(reader)
  const { dark } = readDark(reader)
  reader.rule(['dark'], () => dark === undefined, '`dark: true` needs `rollout: scale-up-patch`.')
  return { ...readRoll(reader, ONE), dark }
}

/** Reads what such a roll takes; problems are left in the reader. */
export function readScaleUp(reader: InputReader): ScaleUpInputs {
  const roll = readRoll(reader, ALL)
  const darkness = readDark(reader)
  const { surge } = roll
  reader.rule(['surge'], () => surge.value > 0, '`surge` is 0, but new instances are to come before old ones go.')
  reader.rule(
    ['surge', 'dark'],
    () => darkness.dark === undefined || surge.kind === 'count' || surge.value >= 100,
    '`dark: true` needs room for as many new instances as are desired: leave `surge` out, or set it to at least `100%`.',
  )
  // Nothing is missing meanwhile: that is what the doubling is for.
  return { ...roll, maxUnavailable: { kind: 'count', value: 0 }, ...darkness }
}
