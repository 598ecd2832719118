/** The entry point of both steps: gives the run the real platform. GitHub starts the same file again after the job. */
import { systemClock } from './platform/clock.ts'
import { Cancelled } from './errors.ts'
import { main, post, type Platform } from './main/main.ts'
import { githubRunner } from './platform/github-runner.ts'

const cancelled = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => cancelled.abort(new Cancelled()))

const runner = githubRunner()
const platform: Platform = { runner, clock: systemClock, random: Math.random, signal: cancelled.signal }
const afterMain = runner.getState('step') === 'main'
if (!afterMain) runner.saveState('step', 'main')
await (afterMain ? post(platform) : main(platform))
