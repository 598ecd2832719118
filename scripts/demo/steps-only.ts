/**
 * Whether a line of a log is worth a reader's time, such as a step: not the credentials, the selection of groups, or
 * another progress line for an instance that still boots. `steps` leaves out the waiting, `essence` the preparations and
 * the repetitions as well.
 */
export function stepsOnly(kind: 'steps' | 'essence'): (line: string) => boolean {
  let group = ''
  const waits = new Map<string, string>()
  return (line) => {
    group = /^::group::(.*)$/.exec(line)?.[1] ?? group
    const [, name = '', percent = ''] = /^\S+ +(\S+) .*[█░]{20} +(\d+) %/.exec(line) ?? []
    if (name !== '') {
      // The first line of each percentage is enough to show the progress.
      const isNews = kind === 'steps' && waits.get(name) !== percent
      waits.set(name, percent)
      return isNews
    }
    if (kind === 'steps' || /^::(?:warning|error|add-mask)/.test(line)) return true
    const isPreparation = group === 'Credentials' || group === 'Select groups'
    // The result of a group is repeated at the end of the log.
    const isRepeated = /^[\d:]{8} +(?:waiting: |.* rolled: )/.test(line)
    return !isPreparation && !isRepeated && !line.startsWith('::group::')
  }
}
