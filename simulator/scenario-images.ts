import type { SimulatedAccount } from './account.ts'

/** An image and its successor of the same family and architecture. */
export interface ImagePair {
  readonly old: string
  readonly fresh: string
}

const worlds = new WeakMap<SimulatedAccount, Map<string, ImagePair>>()

/** Two images of one family, made when a world is first asked for them. */
export const imagePair = (account: SimulatedAccount, architecture: 'x86_64' | 'arm64'): ImagePair => {
  const pairs = worlds.get(account) ?? new Map<string, ImagePair>()
  worlds.set(account, pairs)
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
