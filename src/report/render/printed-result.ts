import type { RunResult } from '../events.ts'
import { rendererOf } from './renderers.ts'

/** A result as text for a program; `document` is the value of the output `result`. */
export const printedResult = (format: 'json' | 'tsv', result: RunResult, document: string): string =>
  format === 'json' ? `${document}\n` : rendererOf(result).tsv(result)
