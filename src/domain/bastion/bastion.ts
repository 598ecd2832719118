/**
 * The model of one bastion at one moment: an instance outside of any group behind an Elastic IP, and what a run has put
 * beside it. Times are seconds since the Unix epoch, the other words are AWS's own.
 */
export interface BastionObservation {
  readonly at: number
  /** The address at which users log in. */
  readonly address: ElasticAddress
  /** The instance to replace; undefined once EC2 does not show it any more. */
  readonly old: BastionHost | undefined
  /** What a run has provably launched in its place, by whichever run; ending ones included. */
  readonly successors: readonly Successor[]
  /** Elastic IPs whose tag says that a run has allocated them only to look at a successor. */
  readonly temporary: readonly TemporaryAddress[]
  /** Living instances that carry the tag of a successor and that no run has launched for this bastion. */
  readonly strangers: readonly UnprovenInstance[]
  /** Living instances with such a tag that a run may have launched for this bastion, which nothing proves. */
  readonly doubtful: readonly UnprovenInstance[]
}

/** An instance whose tag does not prove that a run has launched it: it is left alone. */
export interface UnprovenInstance {
  readonly id: string
  /** The value of its tag where that cannot be read. */
  readonly unreadable: string | undefined
  /** What shows that no run has launched it, or that one may have. */
  readonly why: string
}

export interface ElasticAddress {
  /** `eipalloc-...` */
  readonly allocation: string
  readonly ip: string
  /** `eipassoc-...`, a new one for each association. */
  readonly association: string | undefined
  /** The instance behind it, or the network interface where that is no instance's; undefined while it points at nothing. */
  readonly holder: string | undefined
}

/** An Elastic IP with the tag of a temporary one. */
export interface TemporaryAddress extends ElasticAddress {
  /** The instance that it was allocated for; undefined in the tags of other versions. */
  readonly successor: string | undefined
  /** What was noted on that instance when it was allocated: an address that was released since, or serves another one. */
  readonly after: string | undefined
  /** The value of its tag where that cannot be read. */
  readonly unreadable?: string
  readonly proof: AddressProof
}

/** What proves that a run has allocated an address; nothing is released without. See `provenAddresses`. */
export type AddressProof =
  /** The memo of the successor names its allocation. */
  | { readonly kind: 'noted' }
  /** The memo of the successor names what it named then, and no other address says that it was allocated next for it. */
  | { readonly kind: 'only one' }
  /** `foreign`: it is none of ours, or serves another instance by now. `unknown`: it may be ours. */
  | { readonly kind: 'none'; readonly doubt: 'foreign' | 'unknown'; readonly why: string }

export interface BastionHost {
  readonly id: string
  readonly zone: string
  readonly imageId: string
  readonly state: 'pending' | 'running' | 'shutting-down' | 'terminated' | 'stopping' | 'stopped'
  /** Why it is in that state, in AWS's words; empty where AWS gives no reason. */
  readonly stateReason: string
  readonly launchedAt: number
  /** Both status checks together: `ok` when both are, `impaired` when one is. */
  readonly checks: 'ok' | 'initializing' | 'impaired' | 'unknown'
  readonly privateIp: string | undefined
  readonly publicIp: string | undefined
  /** False on an instance that forwards what is not addressed to it. */
  readonly sourceDestCheck: boolean
  /** Protection against termination; undefined where it was not read. */
  readonly protected: boolean | undefined
}

export interface Successor extends BastionHost {
  readonly memo: BastionMemo
  /** What its tag `fleet-patch:bastion-address` says: the allocation of its temporary address; undefined while there is none. */
  readonly noted: string | undefined
  /** `changed`: its tag was changed by others, and only AWS's answer to the launch of this very run proves it. */
  readonly tag?: 'changed'
}

/** Facts that a successor carries from its launch on, so that a run after a death can go on, or undo. */
export interface BastionMemo {
  /** The instance that it replaces. */
  readonly old: string
  /** Allocation of the address that it is to get. */
  readonly address: string
  /** The run that launched it: `<run id>/<attempt>/<nonce>`. */
  readonly run: string
  /** Changes whenever a launch would give something else: 16 hex digits. */
  readonly wish: string
  /** Whether the old instance was protected against termination. */
  readonly wasProtected: boolean
  /** The old instance forwards packets that are not addressed to it. */
  readonly forwards?: true
}

/** A subnet that the new instance may stand in. */
export interface BastionSubnet {
  readonly id: string
  readonly zone: string
  /** Whether EC2 lends a public address to what starts there. */
  readonly lendsAddress: boolean
}

/** What the user asked for. */
export interface BastionPolicy {
  readonly run: string
  /** `undo` takes back what can be taken back. */
  readonly intent: 'replace' | 'undo'
  /** The fingerprint of what would be launched now; undefined where nothing is to be launched. */
  readonly wish: string | undefined
  /** Why there is to be a new bastion, in words. */
  readonly cause: string
  /** Where to launch, best first. */
  readonly subnets: readonly BastionSubnet[]
  /** At which address of its own the new instance is asked for its banner before the move. */
  readonly probe: 'public' | 'private'
  readonly instanceTimeoutSeconds: number
  readonly sshTimeoutSeconds: number
  /** How long the old instance stays once the new one answers at the address. */
  readonly keepOldSeconds: number
  readonly oldProtection: 'lift' | 'respect'
}

/** What this run has learnt and AWS does not tell. A run that lacks it asks again; safety never rests on it. */
export interface BastionRunState {
  /** What RunInstances gave to this run. */
  readonly launched: { readonly id: string; readonly at: number } | undefined
  /** Allocations that AllocateAddress gave to this run. */
  readonly allocated: readonly string[]
  /** Subnets that had no room after all, with AWS's words. */
  readonly full: Readonly<Record<string, string>>
  /** Answers on the new instance's own address, and on the address that users use. */
  readonly own: ProbeHistory | undefined
  readonly moved: ProbeHistory | undefined
}

/** What came of asking one instance behind one association for its banner. */
export interface ProbeHistory {
  readonly instance: string
  /** Undefined for an address that is no Elastic IP. */
  readonly association: string | undefined
  /** First and last asked. */
  readonly since: number
  readonly firstHeardAt: number | undefined
  readonly lastHeardAt: number | undefined
  /** `SSH-2.0-...` of the last answer. */
  readonly banner: string | undefined
  /** Why the last question had no answer. */
  readonly noAnswer: string | undefined
}

/** One call to AWS that changes something. */
export type BastionChange =
  | { readonly kind: 'launch'; readonly subnet: BastionSubnet }
  | { readonly kind: 'forward-packets'; readonly instance: string }
  /** A temporary address for a successor; `after` is what is noted on it, undefined for its first. */
  | { readonly kind: 'allocate'; readonly instance: string; readonly after: string | undefined }
  /** Writes onto a successor which temporary address is its own, before that is used or released. */
  | { readonly kind: 'note-address'; readonly instance: string; readonly allocation: string }
  | {
      readonly kind: 'associate'
      readonly allocation: string
      /** For the log. */
      readonly ip: string
      readonly instance: string
      readonly purpose: 'probe' | 'move' | 'back'
    }
  | { readonly kind: 'disassociate'; readonly allocation: string; readonly association: string }
  | { readonly kind: 'release'; readonly allocation: string }
  | { readonly kind: 'protect'; readonly instance: string; readonly protection: 'on' | 'off' }
  | { readonly kind: 'terminate'; readonly instance: string; readonly role: 'old' | 'new' }
  /** Takes the memo and what was noted off the new instance: the last call of all. */
  | { readonly kind: 'forget'; readonly instance: string }

/** Where a replacement stands, for errors. */
export type BastionStage =
  'launch' | 'start' | 'ssh-before-move' | 'move' | 'ssh-after-move' | 'retire-old' | 'rollback'

/** What to do next, at which stage, and why, in words for the log. */
export type BastionStep = { readonly stage: BastionStage; readonly reason: string } & (
  | BastionChange
  /** Ask for the SSH banner; `association` tells which instance stands behind an Elastic IP. */
  | {
      readonly kind: 'probe'
      readonly where: 'own' | 'moved'
      readonly instance: string
      readonly address: string
      readonly association: string | undefined
    }
  | { readonly kind: 'wait' }
  | { readonly kind: 'done' }
  /** Stop replacing: what is left is the rollback. */
  | { readonly kind: 'halt'; readonly remedy: string }
  /** Neither on nor back: a person must look. */
  | { readonly kind: 'stuck'; readonly remedy: string }
)

/** Whether an instance is on its way out, or gone. */
export const isEnding = (host: BastionHost | undefined): boolean =>
  host === undefined || host.state === 'shutting-down' || host.state === 'terminated'

export const isRunningHost = (host: BastionHost): boolean => !isEnding(host)

/**
 * The successor that is to be the bastion: the one behind the address, else one of this run, else the first that is
 * what would be launched now. Undefined where there is none; any other one alive is surplus.
 */
export function successorOf(
  { address, successors }: BastionObservation,
  { run, wish }: BastionPolicy,
): Successor | undefined {
  const alive = successors.filter(isRunningHost)
  const wanted = alive.filter(({ memo }) => wish === undefined || memo.wish === wish)
  return (
    alive.find(({ id }) => id === address.holder) ??
    wanted.find(({ memo }) => memo.run === run) ??
    wanted.toSorted((one, other) => one.launchedAt - other.launchedAt || (one.id < other.id ? -1 : 1))[0]
  )
}
