import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that listens: where, and how to stop it at once, open connections included. */
export interface Listening {
  readonly url: string
  close(): Promise<void>
}

/** Lets a server listen on 127.0.0.1 only; port 0 takes a free one. */
export const listenOnLoopback = async (server: Server, port: number): Promise<Listening> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}
