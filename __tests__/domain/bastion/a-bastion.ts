import type {
  BastionHost,
  BastionRunState,
  BastionPolicy,
  BastionObservation,
  ElasticAddress,
  ProbeHistory,
  Successor,
  TemporaryAddress,
} from '../../../src/domain/bastion/bastion.ts'

/** At second 10,000 of the epoch. */
export const NOW = 10_000

export const aHost = (over: Partial<BastionHost> = {}): BastionHost => ({
  id: 'i-old',
  zone: 'a',
  imageId: 'ami-1',
  state: 'running',
  stateReason: '',
  launchedAt: 0,
  checks: 'ok',
  privateIp: '10.0.0.1',
  publicIp: '1.1.1.1',
  sourceDestCheck: true,
  protected: undefined,
  ...over,
})

export const aSuccessor = (over: Partial<Successor> = {}): Successor => ({
  ...aHost({
    id: 'i-new',
    zone: 'b',
    imageId: 'ami-2',
    launchedAt: NOW - 120,
    privateIp: '10.0.1.1',
    publicIp: '2.2.2.2',
  }),
  memo: { old: 'i-old', address: 'eipalloc-1', run: '1/1/a', wish: 'wish', wasProtected: false },
  noted: 'eipalloc-9',
  ...over,
})

export const theAddress = (holder: string): ElasticAddress => ({
  allocation: 'eipalloc-1',
  ip: '1.1.1.1',
  association: `eipassoc-${holder}`,
  holder,
})

/** The address while it points at nothing. */
export const looseAddress: ElasticAddress = { ...theAddress(''), association: undefined, holder: undefined }

export const aSpare = (holder?: string, over: Partial<TemporaryAddress> = {}): TemporaryAddress => ({
  allocation: 'eipalloc-9',
  ip: '9.9.9.9',
  association: holder === undefined ? undefined : 'eipassoc-9',
  holder,
  successor: 'i-new',
  after: undefined,
  proof: { kind: 'noted' },
  ...over,
})

export const anObservation = (over: Partial<BastionObservation> = {}): BastionObservation => ({
  at: NOW,
  address: theAddress('i-old'),
  old: aHost(),
  successors: [],
  temporary: [],
  strangers: [],
  doubtful: [],
  ...over,
})

export const aPolicy = (over: Partial<BastionPolicy> = {}): BastionPolicy => ({
  run: '1/1/a',
  intent: 'replace',
  wish: 'wish',
  cause: 'its image changes',
  subnets: [
    { id: 'subnet-b', zone: 'b', lendsAddress: true },
    { id: 'subnet-a', zone: 'a', lendsAddress: true },
  ],
  probe: 'public',
  instanceTimeoutSeconds: 900,
  sshTimeoutSeconds: 600,
  keepOldSeconds: 0,
  oldProtection: 'respect',
  ...over,
})

export const nothingKnown: BastionRunState = {
  launched: undefined,
  allocated: [],
  full: {},
  own: undefined,
  moved: undefined,
}

export const answered = (over: Partial<ProbeHistory> = {}): ProbeHistory => ({
  instance: 'i-new',
  association: undefined,
  since: NOW - 30,
  firstHeardAt: NOW - 1,
  lastHeardAt: NOW - 1,
  banner: 'SSH-2.0-x',
  noAnswer: undefined,
  ...over,
})

/** No answer for a number of seconds. */
export const noAnswer = (seconds: number, over: Partial<ProbeHistory> = {}): ProbeHistory =>
  answered({
    since: NOW - seconds,
    firstHeardAt: undefined,
    lastHeardAt: undefined,
    banner: undefined,
    noAnswer: 'refused',
    ...over,
  })
