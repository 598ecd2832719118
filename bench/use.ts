/** Loaded into a process, it prints at the end the peak of its memory in kB, and its CPU time in microseconds. */
export const tellUse = `data:text/javascript,process.on('exit',()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();console.error('use '+maxRSS+' '+(userCPUTime+systemCPUTime))})`

/** What a process has printed of itself. */
export function useIn(log: string): { readonly peakMegabytes: number; readonly cpuSeconds: number } {
  const [, kilobytes, microseconds] = /^use (\d+) (\d+)$/m.exec(log) ?? []
  return { peakMegabytes: Number(kilobytes) / 1024, cpuSeconds: Number(microseconds) / 1e6 }
}
