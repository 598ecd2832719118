import { scene, type Scene } from './fixture.ts'

/** The target group starts targets slowly; gives what registers a new instance, and whether one starts slowly now. */
function slow(seconds = 100) {
  const account = scene({ balancerWarmupSeconds: 10 })
  const { v2, group, balancers, running } = account
  const set = (Value: string): void =>
    void v2.ModifyTargetGroupAttributes({
      TargetGroupArn: group,
      Attributes: [{ Key: 'slow_start.duration_seconds', Value }],
    })
  const add = (): string => {
    const id = running({})
    v2.RegisterTargets({ TargetGroupArn: group, Targets: [{ Id: id }] })
    account.timeline.advance(10)
    return id
  }
  const first = add()
  set(String(seconds))
  return { ...account, first, add, isSlow: (id: string) => balancers.startsSlowly(group, id) }
}

test('a new target starts slowly from its first healthy check on, and those that were there before do not', () => {
  const { add, isSlow, first, timeline, targetState } = slow()
  const id = add()
  expect(targetState(id)).toBe('healthy')
  expect([isSlow(first), isSlow(id)]).toEqual([false, true])
  timeline.advance(99)
  expect(isSlow(id)).toBe(true)
  timeline.advance(1)
  expect(isSlow(id)).toBe(false)
})

test('where no healthy target is past its slow start a new one gets its full share at once', () => {
  const { v2, group, first, add, isSlow, timeline } = slow()
  v2.DeregisterTargets({ TargetGroupArn: group, Targets: [{ Id: first }] })
  timeline.advance(400)
  const [second, third] = [add(), add()]
  expect([isSlow(second), isSlow(third)]).toEqual([false, true])
})

/** Makes a target unhealthy and healthy again. */
function flap({ balancers, group, timeline }: Scene, id: string): void {
  balancers.setHealth(group, id, 'unhealthy')
  timeline.advance(5)
  balancers.setHealth(group, id, 'healthy')
}

test('one that turns unhealthy in its slow start begins anew', () => {
  const account = slow()
  const id = account.add()
  account.timeline.advance(90)
  flap(account, id)
  account.timeline.advance(99)
  expect(account.isSlow(id)).toBe(true)
  account.timeline.advance(1)
  expect(account.isSlow(id)).toBe(false)
})

test('one that was warm before counts as such when it turns healthy again', () => {
  const account = slow()
  const id = account.add()
  account.timeline.advance(100)
  flap(account, id)
  expect(account.isSlow(id)).toBe(false)
})

test('without the attribute none starts slowly', () => {
  const { add, isSlow } = slow(0)
  expect(isSlow(add())).toBe(false)
})
