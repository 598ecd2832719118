import { withoutAccounts } from '../../../src/domain/history/redact.ts'

test.each([
  { name: 'an account', given: { account: '123456789012' }, is: { account: 'account 1' } },
  {
    name: 'the same account by the same name, wherever it stands',
    given: [{ account: '123456789012' }, { reason: '210987654321 shares it with 123456789012.' }],
    is: [{ account: 'account 1' }, { reason: 'account 2 shares it with account 1.' }],
  },
  { name: 'an account in an ARN', given: ['arn:aws:iam::123456789012:role/x'], is: ['arn:aws:iam::account 1:role/x'] },
  { name: 'no date of an image', given: { imageName: 'web-202401311011' }, is: { imageName: 'web-202401311011' } },
  {
    name: 'what looks like a date and is an account',
    given: { account: '202401311011', imageName: 'web-202401311011' },
    is: { account: 'account 1', imageName: 'web-account 1' },
  },
  { name: 'no month of 13', given: { imageName: 'web-202413311011' }, is: { imageName: 'web-account 1' } },
  {
    name: 'no part of a longer number',
    given: { imageName: 'web-1706695872123' },
    is: { imageName: 'web-1706695872123' },
  },
  { name: 'no number of a run', given: { run: 'https://x.example/runs/123456789012' }, is: { run: 'https://x.example/runs/123456789012' } }, // prettier-ignore
  {
    name: 'the account of a run',
    given: { account: '123456789012', run: 'https://x.example/123456789012' },
    is: { account: 'account 1', run: 'https://x.example/account 1' },
  },
  { name: 'nothing else', given: { a: 123456789012, b: null, c: undefined, d: [true] }, is: { a: 123456789012, b: null, c: undefined, d: [true] } }, // prettier-ignore
])('replaces $name', ({ given, is }) => {
  expect(withoutAccounts(given)).toEqual(is)
})
