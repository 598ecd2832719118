/** A patch whose new version serves badly, or not at all: what the group launches afterwards, and what is said of it. */
import { imagePair } from '../../simulator/scenario-images.ts'
import { addGroup, type LaunchKind } from '../../simulator/scenario.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { applyPatchImage, failure, imagesNow } from '../../testing/launch-state.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

interface Patched {
  readonly account: SimulatedAccount
  readonly old: string
  readonly fresh: string
}

const SICK = { rollout: 'respawn', 'instance-timeout': '4' }

/** A group whose instances and launch source are of one image, and whose next image never becomes healthy. */
function withSickImage(launch: LaunchKind = 'template-latest'): Patched {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', size: 3, launch, balancers: ['target-group'] })
  const { fresh } = imagePair(account, 'x86_64')
  const [old = ''] = imagesNow(account, 'web')
  account.behaviour.sickImages.add(fresh)
  return { account, old, fresh }
}

const everythingSaid = (step: Awaited<ReturnType<typeof applyPatchImage>>): readonly string[] => [
  step.lines.join('\n'),
  step.summary,
  failure(step),
]

describe('without `on-failure` a patch whose roll fails is taken back', () => {
  const kinds: readonly LaunchKind[] = ['configuration', 'template-latest', 'template-default', 'template-number']

  test.each(kinds)('the group launches the version before again (%s), and that is what is said', async (launch) => {
    const { account, old, fresh } = withSickImage(launch)
    const step = await applyPatchImage(account, SICK)
    expect(step.failed).toBe(true)
    expect(step.outputs['changed']).toBe('true')
    expect(imagesNow(account, 'web')).toEqual([old])
    expect(imagesNow(account, 'web')).not.toEqual([fresh])
    expect(step.summary).toContain('- Taken back: the group launches from ')
    expect(step.summary).toContain(', taken back: ')
    expect(step.lines.join('\n')).toMatch(/HALTED after .*, launches from .* again/)
    for (const said of everythingSaid(step)) expect(said).not.toContain('still launches from')
  })

  test('with `rollout: scale-up-patch` too', async () => {
    const { account, old } = withSickImage()
    const step = await applyPatchImage(account, { ...SICK, rollout: 'scale-up-patch' })
    expect(step.failed).toBe(true)
    expect(imagesNow(account, 'web')).toEqual([old])
  })

  test('a group that an earlier run has patched is put back as before', async () => {
    const { account, fresh } = withSickImage()
    expect(failure(await applyPatchImage(account))).toBe('')
    const step = await applyPatchImage(account, SICK)
    expect(step.failed).toBe(true)
    expect(imagesNow(account, 'web')).toEqual([fresh])
  })
})

describe('with `on-failure: restore` the new version stays what the group launches', () => {
  const RESTORE = { ...SICK, 'on-failure': 'restore' }

  test('log, summary and annotation say so, what it means, and how to go back', async () => {
    const { account, fresh } = withSickImage()
    const step = await applyPatchImage(account, RESTORE)
    expect(step.failed).toBe(true)
    expect(imagesNow(account, 'web')).toEqual([fresh])
    for (const said of everythingSaid(step)) {
      expect(said).toMatch(/The group still launches from .*version 2.*, image ami-/)
      expect(said).toContain(
        'whatever it launches next, in place of a lost instance or to scale out, is of this version',
      )
      expect(said).toMatch(/mode: rollback/)
      expect(said).not.toContain('Nothing is left behind')
    }
  })

  test('a version that serves at first and falls sick later is told in the same way', async () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web', size: 4, balancers: ['target-group'] })
    const { fresh } = imagePair(account, 'x86_64')
    account.timeline.after(150, () => account.behaviour.sickImages.add(fresh))
    const step = await applyPatchImage(account, RESTORE)
    expect(step.failed).toBe(true)
    for (const said of everythingSaid(step)) expect(said).toContain('is of this version')
  })

  test('and what follows the advice takes the group back', async () => {
    const { account, old } = withSickImage()
    await applyPatchImage(account, RESTORE)
    const back = await applyPatchImage(account, { mode: 'rollback', image: '', 'instance-timeout': '4' })
    expect(failure(back)).toBe('')
    expect(imagesNow(account, 'web')).toEqual([old])
  })
})
