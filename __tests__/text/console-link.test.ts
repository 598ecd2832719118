import { alarmPage, consoleHost, groupPage, instancePage } from '../../src/text/console-link.ts'

test.each([
  { region: 'eu-west-1', host: 'eu-west-1.console.aws.amazon.com' },
  { region: 'cn-north-1', host: 'cn-north-1.console.amazonaws.cn' },
  { region: 'us-gov-west-1', host: 'us-gov-west-1.console.amazonaws-us-gov.com' },
  { region: 'eusc-de-east-1', host: 'eusc-de-east-1.console.amazonaws-eusc.eu' },
  { region: 'us-iso-east-1', host: undefined },
  { region: '', host: undefined },
])('the console of $region is at $host', ({ region, host }) => {
  expect(consoleHost(region)).toBe(host)
  const page = instancePage(region, 'i-1')
  expect(page).toBe(host && `https://${host}/ec2/home?region=${region}#InstanceDetails:instanceId=i-1`)
})

test('the pages of a group and of an alarm take any name, and end no link of Markdown', () => {
  const name = `a;b/(c)'*!~ ]|"<é`
  const encoded = 'a%3Bb%2F%28c%29%27%2A%21%7E%20%5D%7C%22%3C%C3%A9'
  expect(groupPage('eu-west-1', name)).toBe(
    `https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#AutoScalingGroupDetails:id=${encoded};view=details`,
  )
  expect(alarmPage('eu-west-1', name)).toBe(
    `https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/${encoded}`,
  )
})
