import { UserError } from '../../../src/errors.ts'
import { redactUserData } from '../../../src/aws/patch/user-data-errors.ts'

const plain = '#taupage-ami-config\npassword: hunter2\nkey: AKIAIOSFODNN7EXAMPLE\n'
const base64 = Buffer.from(plain).toString('base64')
const fault = (message: string): Error =>
  Object.assign(new Error(message), { Code: 'ValidationError', $fault: 'client' })

test.each([
  { name: 'quotes the base64 text', error: fault(`Value '${base64}' at 'userData' failed`) },
  { name: 'quotes the decoded text', error: fault(`not valid: ${plain}`) },
  { name: 'quotes a part of the base64 text', error: fault(`Value '...${base64.slice(20, 48)}...' at 'userData'`) },
  { name: 'quotes one line', error: fault('near password: hunter2') },
  { name: 'quotes one word', error: fault("Invalid value 'AKIAIOSFODNN7EXAMPLE'") },
  { name: 'has a cause that quotes it', error: new UserError({ what: 'AWS refused it.', cause: fault(base64) }) },
])('an error that $name is replaced, cause and all', ({ error }) => {
  const shown = redactUserData(error, base64)
  expect(shown).toBeInstanceOf(UserError)
  expect(shown).toMatchObject({ what: 'AWS did not take the user data (ValidationError).' })
  expect(shown instanceof Error && shown.cause).toBeUndefined()
})

test.each([
  { name: 'another error', error: fault('Rate exceeded'), userData: base64 },
  { name: 'an error with an id', error: fault("The launch template 'lt-0123456789abcdef0' is gone"), userData: base64 },
  { name: 'an error with a word of it', error: fault('Unknown password or configuration'), userData: base64 },
  { name: 'any error where there is no user data', error: fault('Rate exceeded'), userData: undefined },
  { name: 'what is no error', error: 'odd', userData: base64 },
])('$name is given back as it is', ({ error, userData }) => {
  expect(redactUserData(error, userData)).toBe(error)
})
