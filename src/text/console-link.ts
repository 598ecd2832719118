/** The host of the AWS Management Console in the region; undefined where its partition has none that is public. */
export function consoleHost(region: string): string | undefined {
  if (region === '' || region.includes('-iso')) return undefined
  if (region.startsWith('cn-')) return `${region}.console.amazonaws.cn`
  if (region.startsWith('us-gov-')) return `${region}.console.amazonaws-us-gov.com`
  if (region.startsWith('eusc-')) return `${region}.console.amazonaws-eusc.eu`
  // https://docs.aws.amazon.com/general/latest/gr/mgmt-console.html
  return `${region}.console.aws.amazon.com`
}

/** The page of an Auto Scaling group in the console. */
export const groupPage = (region: string, group: string): string | undefined =>
  page(region, `ec2/home?region=${region}#AutoScalingGroupDetails:id=${encoded(group)};view=details`)

/** The page of an EC2 instance. */
export const instancePage = (region: string, id: string): string | undefined =>
  page(region, `ec2/home?region=${region}#InstanceDetails:instanceId=${encoded(id)}`)

/** The page of a CloudWatch alarm. */
export const alarmPage = (region: string, alarm: string): string | undefined =>
  page(region, `cloudwatch/home?region=${region}#alarmsV2:alarm/${encoded(alarm)}`)

function page(region: string, path: string): string | undefined {
  const host = consoleHost(region)
  return host === undefined ? undefined : `https://${host}/${path}`
}

/** What `encodeURIComponent` leaves as it is would end a link of Markdown, or a part of the console's address. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
