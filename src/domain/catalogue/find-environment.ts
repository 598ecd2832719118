import type { Catalogue } from './catalogue.ts'

/** What is known of where a run works. */
export interface EnvironmentQuestion {
  /** By name, as it was given. */
  readonly environment: string | undefined
  readonly service: string | undefined
  /** 12 digits; undefined while it is not known. */
  readonly account: string | undefined
  readonly regions: readonly string[]
}

/**
 * `found`: one environment is meant. `open`: the account must be known first. `wrong`: a clause that says why none or several
 * are meant, without its full stop.
 */
export type FoundEnvironment =
  | { readonly kind: 'found'; readonly environment: string }
  | { readonly kind: 'open' }
  | { readonly kind: 'wrong'; readonly what: string; readonly remedy: string }

/**
 * The environment that is meant: the one that is named, the only one of the service, or the only one with that account and all
 * these regions. Names that were given are in the catalogue.
 */
export function findEnvironment(catalogue: Catalogue, question: EnvironmentQuestion): FoundEnvironment {
  const { environment, service, account, regions } = question
  if (environment !== undefined) return { kind: 'found', environment }
  const ofService = service === undefined ? undefined : catalogue.services.get(service)?.in
  const [only, ...more] = ofService === undefined ? [] : [...ofService.keys()]
  if (only !== undefined && more.length === 0) return { kind: 'found', environment: only }
  if (account === undefined) return { kind: 'open' }
  const fits = [...catalogue.environments].flatMap(([name, each]) => {
    const isMeant = each.account === account && regions.every((region) => each.regions.includes(region))
    return isMeant && (ofService === undefined || ofService.has(name)) ? [name] : []
  })
  const [first, ...others] = fits
  const where = `the account ${account}${regions.length === 0 ? '' : ` and ${regions.join(', ')}`}`
  if (first !== undefined && others.length === 0) return { kind: 'found', environment: first }
  if (first !== undefined)
    return {
      kind: 'wrong',
      what: `the environments ${fits.join(', ')} of the catalogue all have ${where}`,
      remedy: 'Set `environment` to one of them.',
    }
  return {
    kind: 'wrong',
    what: `no environment of the catalogue${service === undefined ? '' : ` with the service ${service}`} has ${where}`,
    remedy: 'Declare it in the catalogue, or check credentials and `aws-region`.',
  }
}
