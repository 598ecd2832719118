import { growingLoad } from '../../scripts/demo/growing-load.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { runAction } from '../../testing/run-action.ts'

beforeAll(takeShortcut)

test('load that grows threefold in mid-roll is followed, and the minimum is back', async () => {
  const { account, inputs, failures } = growingLoad()
  const { failed } = await runAction(account, { inputs })
  expect(failed).toBe(false)
  expect(failures()).toEqual([])
})

test('with policies that rest it has not grown, which the assertions tell', async () => {
  const { account, inputs, failures } = growingLoad()
  await runAction(account, { inputs: { ...inputs, scaling: 'suspend' } })
  expect(failures()).toEqual(['tickets: 4 are desired: it has not grown.'])
})
