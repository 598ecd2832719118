import { addresses, alive, holder, NAME, type Scene } from './fixture.ts'

/**
 * What must hold at every moment, whoever dies: somebody answers SSH at the address, it points at a living bastion, and
 * there are one or two of them (`most`: a launch that EC2
 * does not show yet may be made a second time). Call the result for what was broken, and when.
 */
export function watched(fixture: Scene, most = 2): () => readonly string[] {
  const broken = new Set<string>()
  const look = (): void => {
    const bastions = alive(fixture).filter(({ Tags }) =>
      Tags?.some(({ Key, Value }) => Key === 'Name' && Value === NAME),
    )
    const at = fixture.account.timeline.now
    if (bastions.length < 1 || bastions.length > most) broken.add(`${bastions.length} bastions at ${at}`)
    const behind = holder(fixture)
    if (!bastions.some(({ InstanceId }) => InstanceId === behind))
      broken.add(`${fixture.ip} points at ${behind} at ${at}`)
    if (fixture.ssh.answer(fixture.ip, 22).kind !== 'banner') broken.add(`nobody answers at ${fixture.ip} at ${at}`)
    if (addresses(fixture).length > 2) broken.add(`${addresses(fixture).length} addresses at ${at}`)
  }
  fixture.account.timeline.onMoment(look)
  fixture.account.ledger.recorder = { before: look, after: look }
  return () => [...broken]
}
