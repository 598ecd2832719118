import fc from 'fast-check'
import {
  notedAddressTag,
  readNotedAddress,
  readSuccessor,
  readTemporary,
  successorTag,
  temporaryTag,
} from '../../../src/aws/bastion/memo-tag.ts'
import { fingerprintsIn } from '../../../src/aws/bastion/describe.ts'

const memo = {
  old: 'i-0123456789abcdef0',
  address: 'eipalloc-0123456789abcdef0',
  run: '12345678901/12/ffff',
  wish: '0123456789abcdef',
  wasProtected: true,
}

const facts = { since: 1_767_600_000, subnet: 'subnet-0123456789abcdef0' }

/** For whom a temporary address is allocated. */
const first = { successor: 'i-new', after: undefined }

describe('the tag of a successor', () => {
  test('reads back as what was written, and fits into a tag', () => {
    const tag = successorTag(memo, facts)
    expect(readSuccessor([{ Key: 'Name', Value: 'x' }, tag])).toEqual({
      kind: 'memo',
      memo,
      value: tag.Value,
      since: 1_767_600_000,
    })
    expect(tag.Value.length).toBeLessThanOrEqual(256)
    const unprotected = successorTag({ ...memo, wasProtected: false }, facts)
    expect(readSuccessor([unprotected])).toMatchObject({ memo: { wasProtected: false } })
    const forwarding = successorTag({ ...memo, forwards: true }, facts)
    expect(readSuccessor([forwarding])).toMatchObject({ memo: { ...memo, forwards: true } })
    expect(forwarding.Value.length).toBeLessThanOrEqual(256)
  })

  test('is none where nothing is written', () => {
    expect(readSuccessor([])).toBeUndefined()
    expect(readSuccessor(undefined)).toBeUndefined()
  })

  test('of the first format is read once more', () => {
    const Value = `old=${memo.old} address=${memo.address} run=${memo.run} wish=${memo.wish} protected=yes`
    expect(readSuccessor([{ Key: 'fleet-patch:bastion', Value }])).toEqual({
      kind: 'memo',
      memo,
      value: Value,
      since: undefined,
    })
  })

  test.each([
    { name: 'half a tag', Value: 'old=i-1 address=eipalloc-1' },
    { name: 'a tag of a later version', Value: successorTag(memo, facts).Value.replace('v=2', 'v=3') },
    { name: 'a tag without its start', Value: successorTag(memo, facts).Value.replace(/since=\d+/, 'since=x') },
  ])('that cannot be read is reported, never guessed: $name', ({ Value }) => {
    const tag = { Key: 'fleet-patch:bastion', Value }
    expect(readSuccessor([tag])).toMatchObject({ kind: 'unreadable', value: Value })
  })

  test.each([
    { name: 'nothing', Value: '' },
    { name: 'prose', Value: 'please do not touch' },
    { name: 'the tag of a temporary address', Value: temporaryTag(memo, first).Value },
  ])('is not read from $name', ({ Value }) => {
    const tag = { Key: 'fleet-patch:bastion', Value }
    expect(readSuccessor([tag])).toMatchObject({ kind: 'unreadable', value: Value })
  })

  test('reads back whatever fits into it', () => {
    const word = fc.stringMatching(/^[0-9a-z/-]{1,30}$/)
    const memos = fc.record({ old: word, address: word, run: word, wish: word, wasProtected: fc.boolean() })
    fc.assert(
      fc.property(memos, (any) => expect(readSuccessor([successorTag(any, facts)])).toMatchObject({ memo: any })),
    )
  })

  test('is not written where it would not read back', () => {
    expect(() => successorTag({ ...memo, run: '1 2' }, facts)).toThrow(/as run into a tag/)
    expect(() => successorTag({ ...memo, wish: '' }, facts)).toThrow(/as wish into a tag/)
    expect(() => temporaryTag({ ...memo, address: 'x'.repeat(250) }, first)).toThrow(/a tag holds 256/)
  })
})

test('the tag of a temporary address names the address that it stands in for, its successor, and the one before', () => {
  for (const one of [first, { successor: 'i-new', after: 'eipalloc-8' }])
    expect(readTemporary([temporaryTag(memo, one)])).toEqual({ kind: 'temporary', address: memo.address, ...one })
  expect(readTemporary([{ Key: 'Name', Value: 'x' }])).toBeUndefined()
  const former = { Key: 'fleet-patch:bastion', Value: `temporary=${memo.address} run=${memo.run}` }
  expect(readTemporary([former])).toEqual({ kind: 'temporary', address: memo.address })
  const unknown = { Key: 'fleet-patch:bastion', Value: 'yes' }
  expect(readTemporary([unknown])).toEqual({ kind: 'unreadable', value: 'yes' })
})

test('the temporary address of a successor is noted on it', () => {
  expect(readNotedAddress([notedAddressTag('eipalloc-9')])).toBe('eipalloc-9')
  expect(readNotedAddress([])).toBeUndefined()
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
