/**
 * Preloaded into a program (`node --import`) it lets the program meet the SSH servers of a simulated world: a TCP
 * connection to anything but loopback goes to the router on 127.0.0.1 whose port SSH_ROUTER names, and says in its first
 * line where it was meant to go. So the real bundle asks real sockets for banners, and has no knob for it.
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
