import { markdownCode } from '../../text/escape.ts'
import type { RunRequest } from '../results/request.ts'

/** `Asked for: respawn as a dry run in account 123456789012, region eu-west-1`, as far as it is known. */
export function askedFor({ mode, account, region, dryRun }: RunRequest): string {
  const places = [
    ...(account === undefined ? [] : [`account ${markdownCode(account)}`]),
    ...(region === '' ? [] : [`region ${markdownCode(region)}`]),
  ]
  const what = mode === '' ? '*no mode*' : markdownCode(mode)
  return `Asked for: ${what}${dryRun ? ' as a dry run' : ''}${places.length === 0 ? '' : ` in ${places.join(', ')}`}`
}
