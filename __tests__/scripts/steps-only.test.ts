import { stepsOnly } from '../../scripts/demo/steps-only.ts'

const log = [
  '::group::Credentials',
  '::add-mask::s3cret',
  'Account 123456789012',
  '::endgroup::',
  '::group::Roll',
  '08:00:00  web  2/0/2/2  set desired capacity to 3: room',
  '08:00:01  web  2/0/2/3  ░░░░░░░░░░░░░░░░░░░░   0 %  AWS is about to launch',
  '08:00:02  api  2/0/2/3  ░░░░░░░░░░░░░░░░░░░░   0 %  AWS is about to launch',
  '08:00:16  web  2/1/2/3  ░░░░░░░░░░░░░░░░░░░░   0 %  i-1 is not ready: Pending',
  '08:00:31  web  1/1/2/3  ██████████░░░░░░░░░░  50 %  about 7 s left',
  '08:00:40  waiting: i-2 is still starting',
  '::warning title=Fleet Patch%3A web::Look at this',
  '08:01:00  web  0/2/2/2  rolled: 2 instances replaced',
  '::endgroup::',
  'web: rolled: 2 instances replaced',
]
const left = (kind: 'steps' | 'essence') => {
  const isShown = stepsOnly(kind)
  return log.flatMap((line, index) => (isShown(line) ? [] : [index]))
}

describe('the log of the demo', () => {
  it('leaves out progress lines without progress', () => {
    expect(left('steps')).toEqual([8])
  })

  it('keeps only the steps, the warnings, the masks and the end', () => {
    expect(left('essence')).toEqual([0, 2, 3, 4, 6, 7, 8, 9, 10, 12])
  })
})
