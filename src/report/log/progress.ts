/** A bar of so many cells for a share from 0 to 1: full only when all is done, never empty once something is. */
export function bar(share: number, cells = 20): string {
  const bounded = bound(share)
  const exact = Math.round(bounded * cells)
  const filled = bounded >= 1 ? cells : Math.min(cells - 1, Math.max(bounded > 0 ? 1 : 0, exact))
  return '█'.repeat(filled) + '░'.repeat(cells - filled)
}

/** ` 40 %`, three digits wide; like the bar, 100 only when all is done. */
export function percent(share: number): string {
  const bounded = bound(share)
  return `${String(bounded >= 1 ? 100 : Math.min(99, Math.round(bounded * 100))).padStart(3)} %`
}

function bound(share: number): number {
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0
}
