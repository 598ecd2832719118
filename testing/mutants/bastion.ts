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
    {
      name: 'a second temporary address is allocated where the note of the first cannot be read',
      find: '(!isRead || unreadable',
      replace: '(unreadable',
    },
  ]),
  ...inFile(domain('unsure'), [
    {
      name: 'a second bastion is launched beside one that may be the new one',
      find: '(next === undefined && launched === undefined)',
      replace: 'false',
    },
    {
      name: 'a replacement goes on although others have changed the tag of the new bastion',
      find: "one.tag === 'changed' &&",
      replace: 'false &&',
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
    {
      name: 'what may be the new bastion behind the address counts as one that others have moved it to',
      find: '&& !isDoubtful',
      replace: '',
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
      find: 'address.holder === undefined || held',
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
    {
      name: 'a launched bastion without its tag ends with the address',
      find: '[...successors, state.launched]',
      replace: '[...successors]',
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
    {
      name: 'an instance of others whose tag cannot be read may be the new bastion',
      find: 'if (!isTokenOfRun(clientToken)) return',
      replace: "if (clientToken === '') return",
    },
    {
      name: 'a bastion behind another address whose tag cannot be read may be the new one',
      find: 'return other === undefined ?',
      replace: 'return other !== null ?',
    },
    {
      name: 'what may be the new bastion is passed over at the end',
      find: '  ...doubtful.map(doubtInWords),\n',
      replace: '',
    },
    {
      name: 'an address of others whose tag cannot be read makes every run red',
      find: "successor === undefined ? 'foreign' : 'unknown'",
      replace: "'unknown'",
    },
    {
      name: 'a note of a temporary address that cannot be read is taken for one',
      find: 'if (!isNoteRead(owner))',
      replace: 'if (false)',
    },
  ]),
  ...inFile('src/aws/bastion/find.ts', [
    {
      name: 'an address that an ended instance has left is not found by the name of the bastion',
      find: 'if (only === undefined && lost !== undefined) return lost.address',
      replace: '',
    },
  ]),
  ...inFile('src/aws/bastion/doubtful.ts', [
    {
      name: 'beside a bastion behind the address the other one of the name is taken for it',
      find: 'others.length > 0 && !isServing',
      replace: 'others.length > 0',
    },
    {
      name: 'an instance whose tag cannot be read and that a run may have launched is the bastion',
      find: '  for (const instance of doubtful) refuseUnreadable(instance)\n',
      replace: '',
    },
  ]),
  ...inFile('src/aws/bastion/memo-tag.ts', [
    {
      name: 'a tag of a bastion that cannot be read ends every run of the region',
      find: "return { kind: 'unreadable', value, old, address }",
      replace: 'throw new Error(value)',
    },
  ]),
  ...inFile('src/aws/bastion/marked.ts', [
    {
      name: 'an instance whose tag cannot be read is passed over in silence',
      find: "tag.kind === 'unreadable' || named",
      replace: 'named',
    },
    {
      name: 'an instance whose tag cannot be read is never the new bastion',
      find: 'if (isOfRun) doubtful',
      replace: 'if (false) doubtful',
    },
    {
      name: 'an instance that this run has launched is none where others have changed its tag',
      find: 'own?.launched.includes(host.id) === true',
      replace: 'false',
    },
  ]),
  ...inFile('src/modes/redeploy-bastion.ts', [
    {
      name: 'a bastion is replaced beside what may be its new one',
      find: '  refuseDoubtful(found, world)\n',
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
