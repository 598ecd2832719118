import { proxyRules } from '../../src/platform/proxy-rules.ts'
import { UserError } from '../../src/errors.ts'

const variables = { http: 'http://plain:3128', https: 'http://secure:3128', none: '' }

const proxyFor = (address: string, over: Partial<typeof variables> = {}): string =>
  proxyRules({ ...variables, ...over }).proxyFor(new URL(address))?.host ?? 'none'

test('each kind of address has its proxy, or none', () => {
  expect(proxyFor('https://sts.eu-west-1.amazonaws.com/')).toBe('secure:3128')
  expect(proxyFor('http://10.0.0.7:8080/health')).toBe('plain:3128')
  expect(proxyFor('https://sts.eu-west-1.amazonaws.com/', { https: '' })).toBe('none')
  expect(proxyFor('http://10.0.0.7/', { http: ' ' })).toBe('none')
})

test.each([
  { text: 'proxy:3128', host: 'proxy:3128' },
  { text: ' http://proxy:3128/\n', host: 'proxy:3128' },
  { text: 'https://proxy', host: 'proxy' },
  { text: 'http://[fd00::1]:3128', host: '[fd00::1]:3128' },
  { text: 'HTTP://PROXY:3128', host: 'proxy:3128' },
])('"$text" is the proxy $host', ({ text, host }) => {
  expect(proxyFor('https://a.example/', { https: text })).toBe(host)
})

const AWS = 'https://sts.eu-west-1.amazonaws.com/'

test.each([
  { none: '*', address: AWS, beside: true },
  { none: 'sts.eu-west-1.amazonaws.com', address: AWS, beside: true },
  { none: 'amazonaws.com', address: AWS, beside: true },
  { none: '.amazonaws.com', address: AWS, beside: true },
  { none: '*.amazonaws.com', address: AWS, beside: true },
  { none: '.AmazonAWS.com.', address: AWS, beside: true },
  { none: 'amazonaws.com:443', address: AWS, beside: true },
  { none: 'amazonaws.com:8443', address: AWS, beside: false },
  { none: 'naws.com', address: AWS, beside: false },
  { none: 'eu-west-1', address: AWS, beside: false },
  { none: 'example.org amazonaws.com', address: AWS, beside: true },
  { none: 'example.org,,\n amazonaws.com', address: AWS, beside: true },
  { none: ', ,', address: AWS, beside: false },
  { none: '10.0.0.7', address: 'http://10.0.0.7:8080/', beside: true },
  { none: '10.0.0.7:8080', address: 'http://10.0.0.7:8080/', beside: true },
  { none: '10.0.0.7:80', address: 'http://10.0.0.7:8080/', beside: false },
  { none: '0.0.7', address: 'http://10.0.0.7/', beside: false },
  { none: '10.0.0.0/8', address: 'http://10.0.0.7:8080/', beside: true },
  { none: '10.1.0.0/16', address: 'http://10.0.0.7/', beside: false },
  { none: '10.0.0.0/99', address: 'http://10.0.0.7/', beside: false },
  { none: 'fd00::/8', address: 'http://[fd00::7]:8080/', beside: true },
  { none: 'fd00::7', address: 'http://[fd00::7]/', beside: true },
  { none: '[fd00::7]:8080', address: 'http://[fd00::7]:8080/', beside: true },
  { none: 'fd00:0:0::7', address: 'http://[fd00::7]/', beside: true },
  { none: 'fd00::/8', address: 'http://10.0.0.7/', beside: false },
  { none: 'localhost', address: 'http://localhost:4566/', beside: true },
])('NO_PROXY "$none" and $address: beside the proxy $beside', ({ none, address, beside }) => {
  expect(proxyFor(address, { none }) === 'none').toBe(beside)
})

test.each([
  { text: 'socks5://fleet:secret@proxy:1080', why: '`socks5:` is not supported' },
  { text: 'http://', why: 'cannot be read' },
  { text: 'http://fleet:secret@proxy:port', why: 'cannot be read' },
  { text: 'http://fleet:100%@proxy', why: 'must be written as `%25`' },
])('"$text" is refused without its text', ({ text, why }) => {
  const refused = (): unknown => proxyRules({ ...variables, https: text })
  expect(refused).toThrow(UserError)
  expect(refused).toThrow('The variable `HTTPS_PROXY` of the environment holds no address of a proxy')
  expect(refused).toThrow(why)
  expect(refused).not.toThrow('secret')
})

test('passwords are named as they stand in the variable and as they are sent', () => {
  const { secrets } = proxyRules({ ...variables, http: 'http://fleet:p%40ss@proxy', https: 'http://fleet@proxy' })
  expect(secrets).toEqual(['p%40ss', 'p@ss'])
})
