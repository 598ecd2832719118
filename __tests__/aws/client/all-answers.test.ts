import { allAnswers, SeveralRefusals } from '../../../src/aws/client/all-answers.ts'
import { UncertainOutcome } from '../../../src/aws/client/uncertain-outcome.ts'
import { UserError } from '../../../src/errors.ts'

const refusal = (what: string): Promise<never> => Promise.reject(new UserError({ what, remedy: 'Allow it.' }))
const lost = (): Promise<never> => Promise.reject(new UncertainOutcome('ec2:DescribeImages', { message: 'lost', cause: undefined })) // prettier-ignore

test('the answers come in the order of the calls', async () => {
  expect(await allAnswers([Promise.resolve(1), Promise.resolve('b')])).toEqual([1, 'b'])
})

test('one refusal is thrown as it is', async () => {
  const error: unknown = await allAnswers([Promise.resolve(1), refusal('AWS refused A.')]).catch(
    (thrown: unknown) => thrown,
  )
  expect(error).not.toBeInstanceOf(SeveralRefusals)
  expect(error).toMatchObject({ what: 'AWS refused A.' })
})

test('of several refusals each is told, whichever came first', async () => {
  const error: unknown = await allAnswers([refusal('AWS refused A.'), refusal('AWS refused B.')]).catch(
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(SeveralRefusals)
  expect(String(error)).toContain('AWS refused A. Allow it. AWS refused B. Allow it.')
  expect((error as SeveralRefusals).refusals.map(({ what }) => what)).toEqual(['AWS refused A.', 'AWS refused B.'])
})

test('a lost answer is told before a refusal: another look may show more', async () => {
  await expect(allAnswers([refusal('AWS refused A.'), lost()])).rejects.toBeInstanceOf(UncertainOutcome)
})
