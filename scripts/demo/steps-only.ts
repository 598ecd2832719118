/**
 * Whether a line of a log tells a step, or another thing worth a reader's time: not the credentials, the choice of
 * groups, or one more look at an instance that still boots. `steps` leaves out the waiting, `essence` the preparations
 * and the repetitions as well.
 */
export function stepsOnly(kind: 'steps' | 'essence'): (line: string) => boolean {
  let group = ''
  const waits = new Map<string, string>()
  return (line) => {
    group = /^::group::(.*)$/.exec(line)?.[1] ?? group
    const [, who = '', percent = ''] = /^\S+ +(\S+) .*[█░]{20} +(\d+) %/.exec(line) ?? []
    if (who !== '') {
      // The first look of each share is enough to see the roll go on.
      const isNews = kind === 'steps' && waits.get(who) !== percent
      waits.set(who, percent)
      return isNews
    }
    if (kind === 'steps' || /^::(?:warning|error|add-mask)/.test(line)) return true
    const isPreparation = group === 'Credentials' || group === 'Select groups'
    // What became of a group is told once more at the end of the log.
    const isRepeated = /^[\d:]{8} +(?:waiting: |.* rolled: )/.test(line)
    return !isPreparation && !isRepeated && !line.startsWith('::group::')
  }
}
