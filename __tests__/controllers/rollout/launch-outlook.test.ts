import { UserError } from '../../../src/errors.ts'
import { readLaunchOutlook } from '../../../src/controllers/rollout/launch-outlook.ts'
import { aMemo, aRollingFleet, NOW, old } from '../../domain/rollout/a-fleet.ts'
import { aRequest } from './a-request.ts'
import { aRun } from './a-run.ts'

const STALLED = aRun({
  last: aRollingFleet(old(3), 4, aMemo(3)),
  state: { ...aRun().state, outstandingSince: NOW - 600 },
})

/** The state after the question; `answer` is that of the port, and `asked` how often it was put. */
async function ask(run: typeof STALLED, answer: () => Promise<{ lastLaunchAt: number | undefined; facts: string[] }>) {
  let asked = 0
  const { request } = aRequest()
  const port = {
    ...request.port,
    launchOutlook: () => {
      asked += 1
      return answer()
    },
  }
  const { state } = await readLaunchOutlook({ ...request, port }, run)
  return { asked, outlook: state.launchOutlook }
}

const told = async () => ({ lastLaunchAt: NOW - 900, facts: ['zones: a'] })

test('a run asks why no launch begins once that has taken ten minutes', async () => {
  expect(await ask(STALLED, told)).toEqual({
    asked: 1,
    outlook: { askedAt: NOW, lastLaunchAt: NOW - 900, facts: ['zones: a'] },
  })
})

test('it does not ask before', async () => {
  const early = { ...STALLED, state: { ...STALLED.state, outstandingSince: NOW - 599 } }
  expect(await ask(early, told)).toEqual({ asked: 0, outlook: undefined })
})

test('it does not ask while the group is put back', async () => {
  expect(await ask({ ...STALLED, restoringSince: NOW - 10 }, told)).toEqual({ asked: 0, outlook: undefined })
})

test('that AWS refuses to tell is known as well, and ends the wait', async () => {
  const refuse = () => Promise.reject(new UserError({ what: 'AWS refused autoscaling:DescribeScalingActivities.' }))
  expect(await ask(STALLED, refuse)).toEqual({
    asked: 1,
    outlook: {
      askedAt: NOW,
      lastLaunchAt: undefined,
      facts: ['what AWS tells cannot be read: AWS refused autoscaling:DescribeScalingActivities.'],
    },
  })
})

test('a defect is none of AWS', async () => {
  await expect(ask(STALLED, () => Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError)
})
