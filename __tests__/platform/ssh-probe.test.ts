import { createServer, type Server, type Socket } from 'node:net'
import { bannerIn, tcpSshProbe } from '../../src/platform/ssh-probe.ts'
import { SimulatedSsh } from '../../simulator/ssh.ts'
import { SimulatedAccount } from '../../simulator/account.ts'

describe('the banner in what a server has sent', () => {
  const rows: { name: string; text: string; banner: string | undefined }[] = [
    { name: 'alone', text: 'SSH-2.0-OpenSSH_9.6\r\n', banner: 'SSH-2.0-OpenSSH_9.6' },
    {
      name: 'with a comment, ended by a newline alone',
      text: 'SSH-2.0-dropbear a b\n',
      banner: 'SSH-2.0-dropbear a b',
    },
    { name: 'after lines of greeting', text: 'Hello\r\nSSH-2.0-x\r\n', banner: 'SSH-2.0-x' },
    { name: 'that also speaks the old protocol', text: 'SSH-1.99-x\r\n', banner: 'SSH-1.99-x' },
    { name: 'of the old protocol alone', text: 'SSH-1.5-x\r\n', banner: undefined },
    { name: 'before it is complete', text: 'SSH-2.0-Open', banner: undefined },
    { name: 'in the middle of a line', text: 'no SSH-2.0-x\r\n', banner: undefined },
    { name: 'of a web server', text: 'HTTP/1.1 400 Bad Request\r\n\r\n', banner: undefined },
  ]
  test.each(rows)('$name', ({ text, banner }) => {
    expect(bannerIn(text)).toBe(banner)
  })
})

describe('over TCP', () => {
  let server: Server | undefined
  const open = new Set<Socket>()

  afterEach(async () => {
    for (const socket of open) socket.destroy()
    await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)))
    server = undefined
  })

  async function listening(answer: (socket: Socket) => void): Promise<number> {
    const made = createServer((socket) => {
      open.add(socket)
      socket.on('error', () => {})
      answer(socket)
    })
    server = made
    await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve))
    const address = made.address()
    return address === null || typeof address === 'string' ? 0 : address.port
  }

  test('a banner that comes in pieces is put together, and the connection is closed', async () => {
    let closed: Promise<unknown> | undefined
    const port = await listening((socket) => {
      closed = new Promise((resolve) => socket.on('close', resolve))
      socket.write('SSH-2.0-')
      setImmediate(() => socket.write('pieces\r\n'))
    })
    await expect(tcpSshProbe().ask('127.0.0.1', port)).resolves.toEqual({
      kind: 'banner',
      text: 'SSH-2.0-pieces',
    })
    await closed
  })

  test('a connection that is closed without a banner is silence', async () => {
    const port = await listening((socket) => socket.end())
    const result = await tcpSshProbe().ask('127.0.0.1', port)
    expect(result).toEqual({ kind: 'no-answer', why: 'the connection was closed without a banner' })
  })

  test('a refused connection is silence with the reason', async () => {
    const port = await listening(() => {})
    await new Promise((resolve) => server?.close(resolve))
    server = undefined
    const result = await tcpSshProbe().ask('127.0.0.1', port)
    expect(result).toMatchObject({ kind: 'no-answer', why: expect.stringContaining('ECONNREFUSED') })
  })

  test('a server that says nothing is given up', async () => {
    const port = await listening(() => {})
    const result = await tcpSshProbe({ deadline: () => AbortSignal.timeout(50) }).ask('127.0.0.1', port)
    expect(result).toEqual({ kind: 'no-answer', why: 'no banner came in time' })
  })

  test('a server that talks without end is no SSH server', async () => {
    const port = await listening((socket) => socket.write('x'.repeat(20_000)))
    const result = await tcpSshProbe().ask('127.0.0.1', port)
    expect(result).toEqual({ kind: 'no-answer', why: 'what answers there is no SSH server' })
  })

  test('an abort ends the probe with its reason', async () => {
    const port = await listening(() => {})
    const aborter = new AbortController()
    const probing = tcpSshProbe().ask('127.0.0.1', port, aborter.signal)
    aborter.abort(new Error('cancelled'))
    await expect(probing).rejects.toThrow('cancelled')
  })
})

describe('the SSH servers of a simulated account, over loopback', () => {
  test('an Elastic IP answers from its associated instance, and does not answer without one', async () => {
    const account = new SimulatedAccount()
    const ssh = new SimulatedSsh(account)
    const { operations: ops } = account.ec2
    const ImageId = account.ec2.seedImage({ name: 'bastion' })
    const launch = (): string =>
      ops.RunInstances({ ImageId, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 }).Instances?.[0]?.InstanceId ?? ''
    const [one, other] = [launch(), launch()]
    const { AllocationId, PublicIp = '' } = ops.AllocateAddress({ Domain: 'vpc' })
    const probe = tcpSshProbe({ route: (address, port) => ssh.route(address, port) })
    const result: string[] = []
    const ask = async (): Promise<unknown> => result.push(JSON.stringify(await probe.ask(PublicIp, 22)))
    try {
      await ask()
      account.timeline.advance(65)
      for (const InstanceId of [one, other]) ops.AssociateAddress({ AllocationId, InstanceId })
      await ask()
      account.timeline.advance(30)
      await ask()
      ops.AssociateAddress({ AllocationId, InstanceId: one })
      await ask()
      ssh.unresponsive.add(one)
      await ask()
    } finally {
      await ssh.close()
    }
    const silence = JSON.stringify({ kind: 'no-answer', why: 'the connection was closed without a banner' })
    const banner = (id: string): string => JSON.stringify({ kind: 'banner', text: `SSH-2.0-OpenSSH_9.6 ${id}` })
    expect(result).toEqual([silence, silence, banner(other), banner(one), silence])
  })
})
