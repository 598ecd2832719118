/** Loaded into a process, it prints at the end the peak of its memory in kB, and its CPU time in microseconds. */
export const tellUse = `data:text/javascript,process.on('exit',()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();console.error('use '+maxRSS+' '+(userCPUTime+systemCPUTime))})`

/** What a process has printed of itself. */
export function useIn(log: string): { readonly peakMegabytes: number; readonly cpuSeconds: number } {
  const [, kilobytes, microseconds] = /^use (\d+) (\d+)$/m.exec(log) ?? []
  return { peakMegabytes: Number(kilobytes) / 1024, cpuSeconds: Number(microseconds) / 1e6 }
}

/** Milliseconds of a clock that all processes of a machine share, where it is Linux; to read it loads nothing. */
export const milliseconds = (): number => Number(process.hrtime.bigint()) / 1e6

/**
 * Loaded into a process, it prints the same at its first request to the address in `AWS_ENDPOINT_URL`, and when that was by
 * `milliseconds`.
 */
export const tellFirstCall = `data:text/javascript,${encodeURIComponent(`
import { subscribe } from 'node:diagnostics_channel'
const aws = new URL(process.env.AWS_ENDPOINT_URL).host
let isTold = false
subscribe('http.client.request.start', ({ request }) => {
  if (isTold || request.getHeader('host') !== aws) return
  isTold = true
  const at = Number(process.hrtime.bigint()) / 1e6
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  console.error('first call ' + maxRSS + ' ' + (userCPUTime + systemCPUTime) + ' ' + at)
})`)}`

/** What a process had used when it printed its first call; undefined where it has made none. */
export function firstCallIn(
  log: string,
): { readonly at: number; readonly peakMegabytes: number; readonly cpuSeconds: number } | undefined {
  // prettier-ignore
  const [, kilobytes, microseconds, at] = /^first call (\d+) (\d+) ([\d.]+)$/m.exec(log) ?? []
  return at === undefined
    ? undefined
    : { at: Number(at), peakMegabytes: Number(kilobytes) / 1024, cpuSeconds: Number(microseconds) / 1e6 }
}
