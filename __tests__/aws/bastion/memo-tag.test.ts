import fc from 'fast-check'
import { readSuccessor, readTemporary, successorTag, temporaryTag } from '../../../src/aws/bastion/memo-tag.ts'
import { fingerprintsIn } from '../../../src/aws/bastion/describe.ts'

const memo = {
  old: 'i-0123456789abcdef0',
  address: 'eipalloc-0123456789abcdef0',
  run: '12345678901/12/ffff',
  wish: '0123456789abcdef',
  wasProtected: true,
}

describe('the tag of a successor', () => {
  test('reads back as what was written, and fits into a tag', () => {
    const tag = successorTag(memo)
    expect(readSuccessor('i-1', [{ Key: 'Name', Value: 'x' }, tag])).toEqual(memo)
    expect(tag.Value?.length).toBeLessThanOrEqual(256)
    expect(readSuccessor('i-1', [successorTag({ ...memo, wasProtected: false })])?.wasProtected).toBe(false)
  })

  test('is none where nothing is written', () => {
    expect(readSuccessor('i-1', [])).toBeUndefined()
    expect(readSuccessor('i-1', undefined)).toBeUndefined()
  })

  test('that cannot be read is reported, never guessed', () => {
    const tag = { Key: 'fleet-patch:bastion', Value: 'old=i-1 address=eipalloc-1' }
    expect(() => readSuccessor('i-9', [tag])).toThrow(/fleet-patch:bastion of i-9 cannot be read/)
  })

  test.each([
    { name: 'nothing', Value: '' },
    { name: 'prose', Value: 'please do not touch' },
    { name: 'the tag of a temporary address', Value: temporaryTag(memo).Value },
  ])('is not read from $name', ({ Value }) => {
    const tag = { Key: 'fleet-patch:bastion', Value }
    expect(() => readSuccessor('i-9', [tag])).toThrow(/fleet-patch:bastion of i-9 cannot be read/)
  })

  test('reads back whatever fits into it', () => {
    const word = fc.stringMatching(/^[0-9a-z/-]{1,30}$/)
    const memos = fc.record({ old: word, address: word, run: word, wish: word, wasProtected: fc.boolean() })
    fc.assert(fc.property(memos, (any) => expect(readSuccessor('i-1', [successorTag(any)])).toEqual(any)))
  })

  test('is not written where it would not read back', () => {
    expect(() => successorTag({ ...memo, run: '1 2' })).toThrow(/as run into a tag/)
    expect(() => successorTag({ ...memo, wish: '' })).toThrow(/as wish into a tag/)
    expect(() => temporaryTag({ ...memo, address: 'x'.repeat(250) })).toThrow(/a tag holds 256/)
  })
})

test('the tag of a temporary address names the address that it replaces', () => {
  expect(readTemporary([temporaryTag(memo)])).toBe(memo.address)
  expect(readTemporary([{ Key: 'Name', Value: 'x' }])).toBeUndefined()
  expect(readTemporary([successorTag(memo)])).toBeUndefined()
  expect(readTemporary([{ Key: 'fleet-patch:bastion', Value: 'please do not touch' }])).toBeUndefined()
})

describe('host keys in the console output', () => {
  const key = (letter: string): string => `SHA256:${letter.repeat(43)}`
  const block = (...lines: string[]): string =>
    ['-----BEGIN SSH HOST KEY FINGERPRINTS-----', ...lines, '-----END SSH HOST KEY FINGERPRINTS-----'].join('\r\n')
  const rows: { name: string; console: string; keys: string[] }[] = [
    { name: 'none yet', console: 'booting', keys: [] },
    {
      name: 'several kinds',
      console: `kernel\r\n${block(`256 ${key('a')} root@ip (ECDSA)`, `256 ${key('b')} root@ip (ED25519)`)}\r\nlogin:`,
      keys: [`${key('a')} (ECDSA)`, `${key('b')} (ED25519)`],
    },
    {
      name: 'with the prefix of cloud-init and the time',
      console: `<14>Jan  5 08:00:01 cloud-init: ${block(`<14>Jan  5 08:00:01 cloud-init: 256 ${key('c')} no comment (ED25519)`)}`,
      keys: [`${key('c')} (ED25519)`],
    },
    {
      name: 'the old form',
      console: block('2048 00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff root@ip (RSA)'),
      keys: ['00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff (RSA)'],
    },
    {
      name: 'of the last start',
      console: `${block(`256 ${key('d')} x (ED25519)`)}\n${block(`256 ${key('e')} x (ED25519)`)}`,
      keys: [`${key('e')} (ED25519)`],
    },
    {
      name: 'a block that is cut off',
      console: `-----BEGIN SSH HOST KEY FINGERPRINTS-----\n256 ${key('f')} x (ED25519)`,
      keys: [],
    },
    { name: 'nothing outside of the block', console: `256 ${key('f')} x (ED25519)`, keys: [] },
  ]
  test.each(rows)('$name', ({ console, keys }) => {
    expect(fingerprintsIn(console)).toEqual(keys)
  })
})
