import { runBastionSeed } from './bastion/run-bastion-seed.ts'
import { runLoadSeed } from './loads/run-load-seed.ts'
import { runSeed } from './run-seed.ts'
import { runWavesSeed } from './waves/run-waves-seed.ts'

/** What plays each world of a seed, in the order in which they are told. */
export const PLAYERS = {
  groups: runSeed,
  bastions: runBastionSeed,
  waves: runWavesSeed,
  loads: runLoadSeed,
} as const
