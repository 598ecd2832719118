import { addresses, alive, holder, NAME, type Scene } from './fixture.ts'

/**
 * What must hold at every moment, whoever dies: somebody answers SSH at the address, it points at a living bastion, and
 * there are one or two of them (`most`: a launch that EC2
 * does not show yet may be made a second time). Call the result for what was broken, and when.
 */
export function watched(stage: Scene, most = 2): () => readonly string[] {
  const broken = new Set<string>()
  const look = (): void => {
    const bastions = alive(stage).filter(({ Tags }) => Tags?.some(({ Key, Value }) => Key === 'Name' && Value === NAME))
    const at = stage.world.timeline.now
    if (bastions.length < 1 || bastions.length > most) broken.add(`${bastions.length} bastions at ${at}`)
    const behind = holder(stage)
    if (!bastions.some(({ InstanceId }) => InstanceId === behind))
      broken.add(`${stage.ip} points at ${behind} at ${at}`)
    if (stage.ssh.answer(stage.ip, 22).kind !== 'banner') broken.add(`nobody answers at ${stage.ip} at ${at}`)
    if (addresses(stage).length > 2) broken.add(`${addresses(stage).length} addresses at ${at}`)
  }
  stage.world.timeline.onMoment(look)
  stage.world.ledger.witness = { before: look, after: look }
  return () => [...broken]
}
