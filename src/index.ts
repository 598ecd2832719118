/**
 * The entry point of both steps: gives the run the real platform. dist/post.js starts it again after the job, and dist/cli.js
 * starts it for the command; both leave their mark in the state of the step.
 */
import { systemClock } from './platform/clock.ts'
import { Cancelled } from './errors.ts'
import { mainOrPost, type Platform } from './main/main.ts'
import { githubRunner } from './platform/github-runner.ts'
import { boundHeapGrowth } from './platform/heap-growth.ts'

boundHeapGrowth()
const runner = githubRunner()
const onInterrupt = (listener: () => void): void => {
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, listener)
}

if (runner.getState('step') === 'command') {
  const { ownFile } = await import('./platform/own-file.ts')
  const { command } = await import('./command/command.ts')
  const { stdout, stderr } = process
  process.exitCode = await command({
    words: process.argv.slice(2),
    stdout,
    stderr,
    folder: process.cwd(),
    ownFile,
    onInterrupt,
    clock: systemClock,
    random: Math.random,
  })
} else {
  const cancelled = new AbortController()
  onInterrupt(() => cancelled.abort(new Cancelled()))
  const platform: Platform = { runner, clock: systemClock, random: Math.random, signal: cancelled.signal }
  await mainOrPost(platform)
}
