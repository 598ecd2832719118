import { prose, proseLines } from '../../../src/report/summary/prose.ts'

const ID = 'i-0123456789abcdef0'
const PAGE = `https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#InstanceDetails:instanceId=${ID}`
const ALARM = 'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/a%20b'

test.each([
  { name: 'code between backticks', text: 'Set `surge` to `2`, then go on.', shown: 'Set `surge` to `2`, then go on.' },
  { name: 'an instance', text: `${ID} is not ready.`, shown: `[${ID}](${PAGE}) is not ready.` },
  {
    name: 'an address of the console',
    text: `It is red (${ALARM}) now.`,
    shown: `It is red ([AWS console](${ALARM})&#41; now.`,
  },
  {
    name: 'an address elsewhere',
    text: 'See https://eu-west-1.console.aws.amazon.com.evil.example/x',
    shown: 'See https:&#8203;//eu-west-1.console.aws.amazon.com.evil.example/x',
  },
  {
    name: 'markup in an address',
    text: 'https://eu-west-1.console.aws.amazon.com/"><b>',
    shown: 'https:&#8203;//eu-west-1.console.aws.amazon.com/&#34;&#62;&#60;b&#62;',
  },
  { name: 'markup', text: '<b>*x*</b> @octocat', shown: '&#60;b&#62;&#42;x&#42;&#60;/b&#62; &#64;&#8203;octocat' },
  { name: 'a pipe in code', text: 'a `b|c` d', shown: 'a `b`&#124;`c` d' },
])('$name', ({ text, shown }) => {
  expect(prose(text, 'eu-west-1')).toBe(shown)
})

test('without a region, and in a partition without a public console, an instance is text', () => {
  expect(prose(`${ID} left`)).toBe(`${ID} left`)
  expect(prose(`${ID} left`, 'us-iso-east-1')).toBe(`${ID} left`)
})

test('lines that begin with a hyphen become a list, apart from what stands before it', () => {
  expect(proseLines('2 inputs are wrong:\n- `a` is b.\n- c is *d*.')).toBe(
    '2 inputs are wrong:\n\n- `a` is b.\n- c is &#42;d&#42;.',
  )
  expect(proseLines('One sentence.')).toBe('One sentence.')
})
