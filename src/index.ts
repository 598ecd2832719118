/** The entry point of both steps: gives the run the real platform. dist/post.js starts it again after the job. */
import { systemClock } from './platform/clock.ts'
import { Cancelled } from './errors.ts'
import { mainOrPost, type Platform } from './main/main.ts'
import { githubRunner } from './platform/github-runner.ts'

const cancelled = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => cancelled.abort(new Cancelled()))

const platform: Platform = { runner: githubRunner(), clock: systemClock, random: Math.random, signal: cancelled.signal }
await mainOrPost(platform)
