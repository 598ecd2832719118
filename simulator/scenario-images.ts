import type { SimulatedAccount } from './account.ts'

/** An image and its successor of the same family and architecture. */
export interface ImagePair {
  readonly old: string
  readonly fresh: string
}

const pairsByAccount = new WeakMap<SimulatedAccount, Map<string, ImagePair>>()

/** Two images of one family, created at an account's first call. */
export const imagePair = (account: SimulatedAccount, architecture: 'x86_64' | 'arm64'): ImagePair => {
  const pairs = pairsByAccount.get(account) ?? new Map<string, ImagePair>()
  pairsByAccount.set(account, pairs)
  const found = pairs.get(architecture)
  if (found !== undefined) return found
  const seed = (date: string): string =>
    account.ec2.seedImage({
      name: `fleet-${architecture}-${date.replaceAll('-', '')}`,
      creationDate: `${date}T06:00:00Z`,
      architecture,
    })
  const pair = { old: seed('2025-11-03'), fresh: seed('2025-12-29') }
  pairs.set(architecture, pair)
  return pair
}
