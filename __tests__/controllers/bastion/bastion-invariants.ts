import { addresses, alive, holder, NAME, type Scene } from './fixture.ts'

/**
 * Observes what must hold at every moment, also after crashes: SSH answers at the address, the address points at a
 * running bastion, and there are one or two of them (`most`: a launch that EC2 does not show yet may be made a second
 * time). The result gives the violations, each with its time.
 */
export function watched(fixture: Scene, most = 2): () => readonly string[] {
  const violations = new Set<string>()
  const look = (): void => {
    const bastions = alive(fixture).filter(({ Tags }) =>
      Tags?.some(({ Key, Value }) => Key === 'Name' && Value === NAME),
    )
    const at = fixture.account.timeline.now
    if (bastions.length < 1 || bastions.length > most) violations.add(`${bastions.length} bastions at ${at}`)
    const behind = holder(fixture)
    if (!bastions.some(({ InstanceId }) => InstanceId === behind))
      violations.add(`${fixture.ip} points at ${behind} at ${at}`)
    if (fixture.ssh.answer(fixture.ip, 22).kind !== 'banner') violations.add(`${fixture.ip} does not answer at ${at}`)
    if (addresses(fixture).length > 2) violations.add(`${addresses(fixture).length} addresses at ${at}`)
  }
  fixture.account.timeline.onMoment(look)
  fixture.account.ledger.recorder = { before: look, after: look }
  return () => [...violations]
}
