import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that listens: where, and how to stop it at once, open connections included. */
export interface Listening {
  readonly url: string
  close(): Promise<void>
}

const LOOPBACK = '127.0.0.1'

/** Lets a server listen on 127.0.0.1 only, unless told; port 0 takes a free one. */
export const listenOnLoopback = async (server: Server, port: number, host = LOOPBACK): Promise<Listening> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address() as AddressInfo
  return {
    url: `http://${host}:${address.port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}
