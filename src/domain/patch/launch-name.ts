/** Names of what a patch makes of a launch configuration, and how a copy is recognised by its name. Pure. */

/** The longest name of a launch configuration: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateLaunchConfiguration.html */
const LONGEST_CONFIGURATION = 255
/** The longest name of a launch template: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplate.html */
const LONGEST_TEMPLATE = 128

const STAMP = /-\d{8}T\d{6}Z(?:-\d+)?$/

/** A name less the time that an earlier patch has put at its end. */
export const baseName = (name: string): string => name.replace(STAMP, '')

/** Whether a launch configuration is, by its name, a copy that a patch made of the other or of what that was made from. */
export const isCopyOf = (name: string, original: string): boolean =>
  STAMP.test(name) && baseName(name) === stemOf(original)

/** A name for the copy of a launch configuration that no other has: the old one and the time, `now` in seconds. */
export function copyName(original: string, now: number, taken: ReadonlySet<string>): string {
  const stamp = new Date(now * 1000).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const name = `${stemOf(original)}-${stamp}`
  if (!taken.has(name)) return name
  for (let number = 2; ; number += 1) if (!taken.has(`${name}-${number}`)) return `${name}-${number}`
}

/** As much of the old name as leaves room for the time and, should that be taken, a number. */
const stemOf = (original: string): string => baseName(original).slice(0, LONGEST_CONFIGURATION - 22)

/** The name of the launch template that takes a launch configuration's place; the same for the same digest. */
export function templateName(configuration: string, digest: string): string {
  const stem = baseName(configuration).replaceAll(/[^a-zA-Z0-9().\-/_]/g, '-')
  return `${stem.slice(0, LONGEST_TEMPLATE - 1 - digest.length)}-${digest}`
}
