import { inFile } from './mutant.ts'

const domain = (name: string): string => `src/domain/bastion/${name}.ts`
const controller = (name: string): string => `src/controllers/bastion/${name}.ts`

/** Mutants of how a bastion is replaced. */
export const BASTION_MUTANTS = [
  ...inFile(domain('bastion'), [
    {
      name: 'a new bastion of another image is the one that is wanted',
      find: 'wish === undefined || memo.wish === wish',
      replace: 'true',
    },
    {
      name: 'the new bastion behind the address is not preferred',
      find: 'alive.find(({ id }) => id === address.holder) ??',
      replace: '',
    },
    {
      name: 'a bastion that is shutting down is alive',
      find: "host.state === 'shutting-down' ||",
      replace: '',
    },
  ]),
  ...inFile(domain('rules'), [
    {
      name: 'a bastion that is ending is gone back to',
      find: 'if (old === undefined || isEnding(old)) return',
      replace: 'if (old === undefined) return',
    },
    {
      name: 'an address that an operator moved is moved',
      find: 'address.holder !== undefined && address.holder !== old.id && address.holder !== next?.id',
      replace: 'false',
    },
    {
      name: 'the address moves before the new bastion answers',
      find: 'if (heard?.firstHeardAt !== undefined)',
      replace: 'if (true)',
    },
    {
      name: 'an answer of another instance counts for the new bastion',
      find: 'state.own?.instance === next.id ? state.own : undefined',
      replace: 'state.own',
    },
    {
      name: 'the status checks of a bastion are not waited for',
      find: "if (checks === 'ok') return undefined",
      replace: 'return undefined',
    },
    {
      name: 'a bastion that forwards packets gets a successor that does not',
      find: 'if (forwarding !== undefined) return forwarding',
      replace: '',
    },
    { name: 'a subnet without room is tried again', find: 'full[id] === undefined', replace: "id !== ''" },
    {
      name: 'a bastion that never starts is waited for without end',
      find: 'observation.at - next.launchedAt > policy.instanceTimeoutSeconds',
      replace: 'false',
    },
    {
      name: 'a launched bastion that EC2 does not show is launched again',
      find: 'launched !== undefined && at - launched.at > policy.instanceTimeoutSeconds',
      replace: 'false',
    },
    {
      name: 'a bastion that ended is launched again',
      find: 'if (ended !== undefined && isEnding(ended)) return lost(ended)',
      replace: '',
    },
  ]),
  ...inFile(domain('cleanup'), [
    {
      name: 'the new bastion behind the address is terminated as surplus',
      find: '&& successor.id !== observation.address.holder',
      replace: '',
    },
    {
      name: 'a bastion whose old one is gone does not forward packets',
      find: '    forwardingLikeOld(next, { stage }) ??\n',
      replace: '',
    },
    {
      name: 'what the memo says of forwarding is not asked',
      find: 'memo.forwards === true || ',
      replace: '',
    },
    {
      name: 'an associated temporary address is released',
      find: 'if (association !== undefined)',
      replace: "if (association === '')",
    },
    {
      name: 'a temporary address in use is taken away',
      find: 'if (user !== undefined && successor === user) continue',
      replace: '',
    },
    {
      name: 'the new bastion is not protected like the old one',
      find: 'if (!memo.wasProtected || isProtected === true) return undefined',
      replace: 'return undefined',
    },
  ]),
  ...inFile(domain('retire-old'), [
    { name: 'an old answer lets the old bastion go', find: 'at - lastHeardAt > FRESH_SECONDS', replace: 'false' },
    {
      name: 'an answer through another association lets the old bastion go',
      find: '&& state.moved.association === address.association',
      replace: '',
    },
    { name: 'the old bastion is not kept', find: 'if (left > 0)', replace: 'if (left > Infinity)' },
    { name: 'a protected bastion is terminated', find: 'if (old.protected !== true)', replace: 'if (true)' },
    {
      name: 'the protection of a bastion is lifted without being asked',
      find: "if (oldProtection === 'lift')",
      replace: 'if (true)',
    },
  ]),
  ...inFile(domain('undo'), [
    {
      name: 'the address does not go back',
      find: 'address.holder === undefined || held !== undefined',
      replace: 'false',
    },
    {
      name: 'the protection of the old bastion is not put back',
      find: 'old.protected === false &&',
      replace: 'false &&',
    },
    {
      name: 'a launched bastion that EC2 does not show outlives the run',
      find: '?? unseen(observation, state)',
      replace: '',
    },
    {
      name: 'the address goes back to a bastion that is stopped',
      find: "if (old.state === 'running')",
      replace: 'if (true)',
    },
  ]),
  ...inFile(domain('ssh-check'), [
    { name: 'silence begins anew with each question', find: 'same?.since ?? at', replace: 'at' },
    {
      name: 'an answer through another association goes on',
      find: '&& before.association === association',
      replace: '',
    },
    {
      name: 'an earlier silence outlives an answer',
      find: 'noAnswer: undefined',
      replace: 'noAnswer: before?.noAnswer',
    },
  ]),
  ...inFile(domain('ownership'), [
    {
      name: 'a copied tag proves that a run has launched an instance',
      find: 'if (clientToken !== expectedToken) return',
      replace: "if (clientToken === '') return",
    },
    {
      name: 'an address that serves another instance is taken away',
      find: 'association !== undefined && holder !== successor',
      replace: 'false',
    },
    {
      name: 'an address that another one is noted for is released',
      find: 'if (owner.noted !== after) return none',
      replace: 'if (owner.noted === allocation) return none',
    },
    {
      name: 'a second temporary address for one new bastion is never ours',
      find: 'if (owner.noted !== after) return none',
      replace: 'if (owner.noted !== undefined) return none',
    },
    {
      name: 'a copy of the first temporary address counts for a second one',
      find: 'one.successor === successor && one.after === after',
      replace: 'one.successor === successor',
    },
    {
      name: 'of two addresses that say the same one is released',
      find: '.length > 1)',
      replace: '.length > 9)',
    },
    {
      name: 'an address of an earlier version is passed over in silence',
      find: "address.proof.kind === 'none' && address.proof.doubt === 'unknown'\n      ? [addressInWords",
      replace: "address.proof.kind === 'none' && address.proof.doubt === 'foreign'\n      ? [addressInWords",
    },
  ]),
  ...inFile('src/aws/bastion/find.ts', [
    {
      name: 'an address that an ended instance has left is not found by the name of the bastion',
      find: 'if (only === undefined && lost !== undefined) return lost.address',
      replace: '',
    },
  ]),
  ...inFile(controller('advance'), [
    {
      name: 'a bastion is decided on before the last change shows',
      find: 'observation.at - track.unseen.since < LAG_SECONDS',
      replace: 'false',
    },
    {
      name: 'the replacement of a bastion does not end at its deadline',
      find: 'observation.at > request.deadline',
      replace: 'false',
    },
    {
      name: 'nothing to do is believed at once',
      find: 'observation.at < track.startedAt + request.patienceSeconds',
      replace: 'false',
    },
  ]),
  ...inFile(controller('change'), [
    {
      name: 'a launched bastion is not remembered',
      find: 'launched: { id, at: state.launched?.at ?? at }',
      replace: 'launched: undefined',
    },
  ]),
  ...inFile(controller('failure'), [
    {
      name: 'a lost answer about a bastion is not waited for',
      find: ': { change: step, made: { id: undefined }, since: at }',
      replace: ': undefined',
    },
    {
      name: 'each answer that is lost is told',
      find: 'at - toldAt < TELL_AGAIN_SECONDS',
      replace: 'at < toldAt',
    },
    { name: 'a failed replacement goes on', find: "intent: 'undo'", replace: 'intent: track.policy.intent' },
  ]),
]
