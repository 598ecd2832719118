/**
 * Preloaded into a program (`node --import`), connects it to the SSH servers of a simulated account: a TCP connection
 * to anything but loopback goes to the router on 127.0.0.1, at the port that SSH_ROUTER names, and its first line is the
 * original address and port. So the real bundle reads banners from real sockets and needs no setting for tests.
 */
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

const router = Number(process.env['SSH_ROUTER'])
if (!(router > 0)) throw new Error('SSH_ROUTER must be the port of a router for SSH connections.')

const real = net.connect.bind(net) as (options: net.TcpNetConnectOpts, ...rest: unknown[]) => net.Socket

const connect = (options: net.TcpNetConnectOpts, ...rest: unknown[]): net.Socket => {
  const { host = 'localhost', port } = options
  if (host === 'localhost' || host === '127.0.0.1') return real(options, ...rest)
  const socket = real({ host: '127.0.0.1', port: router })
  socket.write(`${host} ${port}\n`)
  return socket
}

Object.assign(net, { connect })
syncBuiltinESMExports()
