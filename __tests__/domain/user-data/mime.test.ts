import { mimeParts } from '../../../src/domain/user-data/mime.ts'

const bodies = (text: string): readonly string[] => mimeParts(text).map(({ start, end }) => text.slice(start, end))

describe('the parts of a MIME message', () => {
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('are found with %s, without the line end before a boundary', (_, eol) => {
    const text = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="//"',
      '',
      '--//',
      'Content-Type: Text/Cloud-Config; charset="us-ascii"',
      'Content-Transfer-Encoding: 7Bit',
      '',
      'one',
      '',
      '--//  ',
      '',
      '--/ two',
      '--//--',
      'after',
      '--//',
      'never',
    ].join(eol)
    expect(bodies(text)).toEqual([`one${eol}`, '--/ two'])
    expect(mimeParts(text).map(({ contentType, encoding }) => [contentType, encoding])).toEqual([
      ['text/cloud-config', '7bit'],
      ['text/plain', ''],
    ])
  })

  test('are one where the message is no multipart', () => {
    expect(bodies('Content-Type: text/x-shellscript\n\n#!/bin/sh\n')).toEqual(['#!/bin/sh\n'])
  })
  test('are found behind a boundary with characters of regular expressions, and in an unclosed message', () => {
    expect(bodies('Content-Type: multipart/mixed; boundary=a+(b).*\n\n--a+(b).*\n\none\n--a+(b).*\n\ntwo\n')).toEqual([
      'one',
      'two\n',
    ])
  })
  test('may be empty', () => {
    expect(bodies('Content-Type: multipart/mixed; boundary=x\n\n--x\n\n--x\nA: b\n\n--x--\n')).toEqual(['', ''])
  })
  test('are none where no boundary follows', () => {
    expect(bodies('Content-Type: multipart/mixed; boundary=x\n\nnothing\n')).toEqual([])
  })
  test('have the headers of folded lines', () => {
    expect(bodies('Content-Type: multipart/mixed;\n boundary=x\n\n--x\n\none\n--x--')).toEqual(['one'])
  })
})
