import { takeShortcut } from '../../simulator/shortcut.ts'
import type { SimulatedAccount } from '../../simulator/account.ts'
import { type Mode, modes } from '../../src/inputs/modes.ts'
import { type ModePermissions, modePermissions, policyStatements } from '../../src/modes/permissions.ts'
import { leaveBehind, leaveSources } from '../../testing/left-behind.ts'
import { NAME } from '../controllers/bastion/fixture.ts'
import { bastion, COMPARED, DARK, deathAfter, failure, fleet, GOVERNED, type Inputs, otherMeans, otherMeansRestored, pair, PROBED, TAKEN_BACK, WATCHED } from './permission-scenes.ts' // prettier-ignore

beforeAll(takeShortcut)

/**
 * What each mode calls when all goes well, when new instances fail, and after a run that has died; `more` are inputs of
 * the steps of the mode itself.
 */
const stories: Readonly<Record<Mode, (more: Inputs) => Promise<readonly (readonly string[])[]>>> = {
  images: async (more) => {
    const old = fleet()
    old.account.timeline.advance(40 * 86_400)
    // What is over its limit is told of.
    return [
      await fleet().step({ mode: 'images', image: 'ssm:/images/web', ...more }),
      await old.step({ mode: 'images', 'max-days-behind': '1', ...more }),
    ]
  },
  'patch-image': async (more) => {
    const other = { mode: 'patch-image', image: 'latest', 'instance-type': 't3.small', ...more }
    return [
      await fleet().step({ ...other, image: 'ssm:/images/web' }),
      await fleet().step({ ...other, rollout: 'scale-up-patch', ...DARK, ...WATCHED }),
      await fleet().step({ ...other, rollout: 'scale-up-patch', dark: 'true' }),
      await fleet().step({ ...other, 'migrate-to-launch-template': 'true' }),
    ]
  },
  'patch-docker': async (more) => {
    const other = { mode: 'patch-docker', 'docker-image': 'team/web:2', 'instance-type': 't3.small', ...more }
    return [
      await fleet().step({ ...other, rollout: 'scale-up-patch', ...DARK, ...WATCHED }),
      await fleet().step({ ...other, rollout: 'scale-up-patch', dark: 'true' }),
      await fleet().step({ ...other, 'migrate-to-launch-template': 'true' }),
    ]
  },
  respawn: async (more) => [
    await fleet().step({ mode: 'respawn', ...more }),
    await fleet().step({ mode: 'respawn', checkpoints: '1', promote: 'by-hand', ...WATCHED, ...PROBED, ...more }),
    await failure({ mode: 'respawn', ...more }),
  ],
  'scale-up-patch': async (more) => [
    await fleet().step({ mode: 'scale-up-patch', ...DARK, ...WATCHED, ...more }),
    await fleet().step({ mode: 'scale-up-patch', dark: 'true', ...more }),
    await failure({ mode: 'scale-up-patch', ...more }),
  ],
  release: async (more) => {
    const [whole, sick] = [fleet(), fleet()]
    for (const { step } of [whole, sick]) await step({ mode: 'scale-up-patch', dark: 'true' })
    whole.loss()
    sick.account.behaviour.sickImages.add(sick.newImageId)
    const [shifted, unvisited] = [pair(), pair()]
    for (const { step } of [shifted, unvisited]) await step({ mode: 'shift', steps: '10 100', promote: 'by-hand' })
    return [
      await shifted.step({ mode: 'release', steps: '10 100', ...more }),
      // No request comes, so the comparison waits until the time is over.
      await unvisited.step({ mode: 'release', steps: '10 100', timeout: '10', ...COMPARED, ...more }),
      ...(await otherMeans({ mode: 'release', ...more }, { mode: 'shift', steps: '10 100', promote: 'by-hand' })),
      await whole.step({ mode: 'release', ...WATCHED, ...PROBED, ...more }),
      await sick.step({ mode: 'release', ...TAKEN_BACK, ...more }),
    ]
  },
  rollback: async (more) => {
    const [{ step, loss, patch }, byHand] = [fleet(), fleet()]
    await patch()
    loss()
    await byHand.patch()
    const shifted = pair()
    await shifted.step({ mode: 'shift' })
    return [
      await shifted.step({ mode: 'rollback', ...more }),
      ...(await otherMeans({ mode: 'rollback', ...more }, { mode: 'shift' })),
      await step({ mode: 'rollback', ...DARK, ...more }),
      await byHand.step({ mode: 'rollback', dark: 'true', ...more }),
    ]
  },
  shift: async (more) => [
    await pair().step({ mode: 'shift', ...WATCHED, ...COMPARED, ...PROBED, ...more }),
    ...(await otherMeans({ mode: 'shift', ...more })),
  ],
  'blue-green': async (more) => [
    await pair().step({
      mode: 'blue-green',
      image: 'latest',
      keep: '0',
      'instance-type': 't3.small',
      ...WATCHED,
      ...COMPARED,
      ...PROBED,
      ...more,
    }),
    await pair({ green: { launch: 'template-latest', outdated: true } }).step({ mode: 'blue-green', image: 'latest', keep: '0', 'instance-type': 't3.small', ...more }), // prettier-ignore
    await pair().step({ mode: 'blue-green', image: 'ssm:/images/web', ...more }),
    ...(await otherMeans({ mode: 'blue-green', image: 'latest', keep: '0', ...more })),
  ],
  'redeploy-bastion': async (more) => [
    await bastion().step({ image: 'ssm:/images/bastion', ...more }),
    await bastion().step(more),
    await bastion({}).step(more),
  ],
  restore: async (more) => {
    const [rolled, dark, moved] = [fleet(), fleet(), bastion()]
    await deathAfter('SuspendProcesses', [fleet(), rolled], { mode: 'respawn' })
    rolled.loss()
    // What takes the place of an instance that is lost beside a dark half is dark as well, and stays.
    await dark.step({ mode: 'scale-up-patch', dark: 'true' })
    dark.loss()
    dark.account.timeline.advance(400)
    await deathAfter('AssociateAddress', [bastion(), moved], {})
    const shifting = pair()
    await deathAfter('ModifyRule', [pair(), shifting], { mode: 'shift' })
    return [
      ...(await otherMeansRestored(more)),
      await shifting.step({ mode: 'restore', blue: '', green: '', 'auto-scaling-groups': 'shop-*', ...more }),
      await rolled.step({ mode: 'restore', ...more }),
      await dark.step({ mode: 'restore', ...more }),
      await moved.step({ mode: 'restore', bastion: NAME, ...more }),
    ]
  },
  janitor: async (more) => {
    const day = 25 * 3600
    const [rolled, dark, shifting] = [fleet(), fleet(), pair()]
    await deathAfter('SuspendProcesses', [fleet(), rolled], { mode: 'respawn' })
    rolled.loss()
    await deathAfter('CreateTags', [fleet(), dark], { mode: 'scale-up-patch', dark: 'true' })
    await deathAfter('ModifyRule', [pair(), shifting], { mode: 'shift' })
    const { account, step } = fleet()
    leaveSources(account)
    await leaveBehind(account, 1)
    const heal = { mode: 'janitor', heal: 'true', 'heal-standby': 'true', 'heal-sources': 'true', ...more }
    const whole = { ...heal, 'auto-scaling-groups': '*' }
    const twice = async (one: { readonly account: SimulatedAccount; readonly step: typeof step }, inputs: Inputs) => {
      const actions: string[] = []
      for (let run = 0; run < 2; run += 1) {
        one.account.timeline.advance(day)
        actions.push(...(await one.step(inputs, GOVERNED)))
      }
      return actions
    }
    return [
      await twice({ account, step }, whole),
      await twice(rolled, heal),
      await twice(dark, heal),
      await twice(shifting, { ...whole, blue: '', green: '' }),
      ...(await otherMeansRestored(heal, { steps: 2, quiet: day })),
    ]
  },
  catalogue: async (more) => {
    const { account, step } = fleet()
    const workspace = {
      '.github/fleet-patch.yml': `version: 1\nenvironments: { test: { account: '${account.account}', regions: [${account.region}] } }\nservices: { web: { owner: shop, in: { test: { groups: [latest] } } } }\n`,
    }
    return [await step({ mode: 'catalogue', 'auto-scaling-groups': '', ...more }, { workspace })]
  },
}

/** The stories without further inputs, of which two tests ask. */
const plain = new Map<Mode, Promise<readonly (readonly string[])[]>>()
function plainStories(mode: Mode): Promise<readonly (readonly string[])[]> {
  const told = plain.get(mode) ?? stories[mode]({})
  plain.set(mode, told)
  return told
}

async function callsOf(mode: Mode, more?: Inputs): Promise<readonly string[]> {
  const all = await (more === undefined ? plainStories(mode) : stories[mode](more))
  // What the session itself needs is allowed by the trust policy, or to everyone.
  return [...new Set(all.flat())].filter((action) => !action.startsWith('sts:'))
}

/**
 * What is only told of a new bastion at its end, or whether name servers have taken a change: without it the run says so, or waits
 * for as long as that takes, and ends green.
 */
const TOLERATED = ['ec2:GetConsoleOutput', 'route53:GetChange']

/** A run that puts back is held up by no read; every other one asks for all that it may need before it changes anything. */
function readsOnlyAfterAChange(calls: readonly string[]): readonly string[] {
  const isRead = (action: string): boolean => /:(Describe|Get|List)/.test(action)
  // The record of a run says what it is about to change.
  const isTold = (action: string): boolean => /^(sts|events|logs|s3|sns):/.test(action)
  const first = calls.findIndex((action) => !isRead(action) && !isTold(action))
  if (first < 0) return []
  const before = new Set(calls.slice(0, first))
  return calls.slice(first).filter((action) => isRead(action) && !before.has(action) && !TOLERATED.includes(action))
}

/** Statements whose actions are no calls: AWS asks for them beside a call. */
const BESIDES = ['TagBastion', 'PassBastionRole']

describe.each(Object.keys(modes) as Mode[])('%s', (mode) => {
  const { reads, changes }: ModePermissions = modePermissions[mode]
  const statements = Object.entries(policyStatements).filter(([id]) => Object.hasOwn(changes, id))

  test('makes the calls that it declares, and no other', async () => {
    const calls = await callsOf(mode)
    const declared: readonly string[] = [...reads, ...statements.flatMap(([, actions]) => actions)]
    expect(calls.filter((action) => !declared.includes(action))).toEqual([])
    expect(reads.filter((action) => !calls.includes(action))).toEqual([])
    const unused = statements.filter(([, actions]) => !actions.some((action) => calls.includes(action)))
    expect(unused.map(([id]) => id).filter((id) => !BESIDES.includes(id))).toEqual([])
  })

  test('makes no read after its first change that it has not made before: what is not permitted is named in time', async () => {
    // Putting back is held up by no read, and a janitor puts back as well.
    if (mode === 'restore' || mode === 'janitor') return
    const late = (await plainStories(mode)).flatMap(readsOnlyAfterAChange)
    expect([...new Set(late)]).toEqual([])
  })

  test('makes only the calls that look in a dry run', async () => {
    const calls = await callsOf(mode, { 'dry-run': 'true' })
    expect(calls).not.toEqual([])
    expect(calls.filter((action) => !reads.some((read) => read === action))).toEqual([])
  })
})
