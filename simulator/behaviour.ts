import type { Behaviour } from './interfaces.ts'

/**
 * The behaviour unless a scenario changes it: instances boot in a minute, load balancers call them healthy 20 s later.
 * AWS reacts as activity logs in public issues show it: 6 to 23 s, 15 s in the middle.
 */
export const defaultBehaviour = (): Behaviour => ({
  bootSeconds: 60,
  balancerWarmupSeconds: 20,
  shutdownSeconds: 30,
  imageSeconds: 120,
  rootVolumeSeconds: 60,
  reactionSeconds: [6, 24],
  healthCheckSeconds: 30,
  sickImages: new Set(),
  badImages: new Set(),
  badAnswerShare: 0.5,
  badAlarms: new Map(),
  statusCheckSeconds: 120,
  impairedImages: new Set(),
  impairedSeconds: 300,
  refuseLaunch: () => undefined,
  zoneTies: 'the first',
  staleSeconds: 0,
  terminateByIdWhileSuspended: true,
  reusesTerminatedById: true,
  scheduleDelaySeconds: 0,
  listsMissedActions: true,
  unregisteredIsUnhealthy: false,
  waitsOutIdleDraining: true,
  recordSyncSeconds: 30,
  zoneBusySeconds: 0,
  networkWeights: true,
  launchConfigurations: true,
})
