import { demoAccount } from '../../scripts/demo/account.ts'
import { demoBastion } from '../../scripts/demo/bastion.ts'

describe('the verdict on the bastion of the demo', () => {
  it('finds that it was not replaced', () => {
    const { broken } = demoBastion(demoAccount().account)
    expect(broken()).toEqual([
      expect.stringContaining('was to be replaced by one'),
      expect.stringContaining('it runs on ami-'),
    ])
  })

  it('finds an address that fell silent, however short it was', () => {
    const { account } = demoAccount()
    const { address, ssh, broken } = demoBastion(account)
    ssh.unreachable.add(address)
    account.timeline.after(1, () => {})
    account.timeline.advance(1)
    ssh.unreachable.delete(address)
    expect(broken()[0]).toMatch(`nobody answered at ${address} at `)
  })
})
