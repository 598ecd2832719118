import { demoAccount } from '../../scripts/demo/account.ts'
import { demoBastion } from '../../scripts/demo/bastion.ts'

describe('the verdict on the bastion of the demo', () => {
  it('finds that it was not replaced', () => {
    const { broken } = demoBastion(demoAccount().world)
    expect(broken()).toEqual([
      expect.stringContaining('was to be replaced by one'),
      expect.stringContaining('it runs on ami-'),
    ])
  })

  it('finds an address that fell silent, however short it was', () => {
    const { world } = demoAccount()
    const { address, ssh, broken } = demoBastion(world)
    ssh.unreachable.add(address)
    world.timeline.after(1, () => {})
    world.timeline.advance(1)
    ssh.unreachable.delete(address)
    expect(broken()[0]).toMatch(`nobody answered at ${address} at `)
  })
})
