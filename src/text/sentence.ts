/** With a full stop at its end where the text has no end of a sentence yet: AWS ends some of its messages so and some not. */
export function withFullStop(text: string): string {
  const trimmed = text.trim()
  return /[.!?)]$/.test(trimmed) ? trimmed : `${trimmed}.`
}

/** A reason as a sentence of its own: a capital and a full stop. An instance id stays an id wherever it stands. */
export function asSentence(reason: string): string {
  return withFullStop(reason.startsWith('i-') ? reason : reason.charAt(0).toUpperCase() + reason.slice(1))
}
