import type { Behaviour } from './interfaces.ts'

/** How a world behaves when a scenario says nothing: instances boot in a minute, load balancers see them 20 s later. */
export const defaultBehaviour = (): Behaviour => ({
  bootSeconds: 60,
  balancerWarmupSeconds: 20,
  shutdownSeconds: 30,
  reconcileSeconds: 5,
  healthCheckSeconds: 30,
  sickImages: new Set(),
  refuseLaunch: () => undefined,
  staleSeconds: 0,
  terminateByIdWhileSuspended: true,
  reusesTerminatedById: true,
  waitsOutIdleDraining: true,
  launchConfigurations: true,
})
