import type { SimulatedAccount } from '../simulator/account.ts'

/** Two simulated regions of one account behind one handler: each call goes to the region of its host. */
export function twoRegions(first: SimulatedAccount, second: SimulatedAccount): SimulatedAccount {
  const role = `arn:aws:iam::${first.account}:role/fleet-patch`
  const addRole: SimulatedAccount['sts']['addRole'] = (added) => {
    first.sts.addRole(added)
    second.sts.addRole({ ...added, arn: role })
  }
  const requestHandler: SimulatedAccount['requestHandler'] = (options) => {
    const handlers = [first.requestHandler(options), second.requestHandler(options)] as const
    const handle: (typeof handlers)[0]['handle'] = (request, settings) => {
      const { hostname } = request as unknown as { readonly hostname: string }
      return handlers[hostname.includes(`.${second.region}.`) ? 1 : 0].handle(request, settings)
    }
    return { handle, hasCrashed: false, calls: 0 } as unknown as (typeof handlers)[0]
  }
  return Object.create(first, {
    sts: { value: { addRole } },
    requestHandler: { value: requestHandler },
  }) as SimulatedAccount
}
