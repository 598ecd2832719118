import { demoAccount } from '../../scripts/demo/account.ts'
import { demoBastion } from '../../scripts/demo/bastion.ts'

describe('the verdict on the bastion of the demo', () => {
  it('finds that it was not replaced', () => {
    const { failures } = demoBastion(demoAccount().account)
    expect(failures()).toEqual([
      expect.stringContaining('was to be replaced by one'),
      expect.stringContaining('it runs on ami-'),
    ])
  })

  it('finds an address that did not answer for a moment', () => {
    const { account } = demoAccount()
    const { address, ssh, failures } = demoBastion(account)
    ssh.unreachable.add(address)
    account.timeline.after(1, () => {})
    account.timeline.advance(1)
    ssh.unreachable.delete(address)
    expect(failures()[0]).toMatch(`${address} did not answer at `)
  })
})
