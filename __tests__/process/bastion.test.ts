import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { alive, expectAlone, NAME, scene, type Scene } from '../controllers/bastion/fixture.ts'
import { fixture, runAsText } from './fixture.ts'

const preload = [new URL(`../../simulator/preload/ssh${extname(fileURLToPath(import.meta.url))}`, import.meta.url).href]

/** A bastion in an account that the bundle reaches by HTTP, with SSH servers that it reaches by TCP. */
async function set(lends: 'public' | 'nothing') {
  let bastion: Scene | undefined
  const account = await fixture((account) => void (bastion = scene({ in: account, lends })))
  if (bastion === undefined) throw new Error('The scene was not made.')
  const environment = { SSH_ROUTER: String(await bastion.ssh.router()) }
  const inputs = { mode: 'redeploy-bastion', bastion: NAME }
  return {
    account,
    bastion,
    run: (more = {}) => account.job.run({ inputs: { ...inputs, ...more }, environment, preload }),
  }
}

describe('the bundle', () => {
  test('replaces a bastion that it probes over real sockets, at a temporary address', async () => {
    const { account, bastion, run } = await set('nothing')
    try {
      const outcome = await run()
      expect(outcome.log).toContain('answers SSH-2.0-OpenSSH_9.6')
      expect(outcome.exitCode).toBe(0)
      expectAlone(bastion, outcome.outputs['instance-id'] ?? '')
      expect(outcome.outputs['previous-instance-id']).toBe(bastion.old)
      // Derived from the run's nonce.
      const reported = runAsText(account, outcome).replace(/"ClientToken":"[0-9a-f]{40}"/, '"ClientToken":"TOKEN"')
      expect(reported).toMatchSnapshot()
    } finally {
      await bastion.ssh.close()
    }
  })

  test('restores everything, and ends red, where the new one does not answer', async () => {
    const { bastion, run } = await set('public')
    bastion.ssh.unresponsive.add(bastion.newImage)
    try {
      const outcome = await run({ 'ssh-timeout': '2' })
      expect(outcome.exitCode).toBe(1)
      expect(outcome.log).toContain('the connection was closed without a banner')
      bastion.account.timeline.advance(60)
      expectAlone(bastion, bastion.old)
      expect(alive(bastion)[0]?.ImageId).toBe(bastion.oldImage)
    } finally {
      await bastion.ssh.close()
    }
  })
})
