import { awsClients } from '../src/aws/client/clients.ts'
import { caller } from '../src/aws/client/call.ts'
import type { AllClients } from '../src/aws/client/clients.ts'
import type { Connection } from '../src/aws/client/connection.ts'
import type { SimulatedAccount } from '../simulator/account.ts'

/** The real clients on the real wire format, ending in a simulated account. */
export function simulatedConnection(account: SimulatedAccount): Connection & { readonly clients: AllClients } {
  const { region, credentials, requestHandler } = account.clientConfig()
  const clients = awsClients({
    region,
    credentials: () => Promise.resolve(credentials),
    mutable: true,
    requestHandler,
  })
  const { send } = caller({ clock: account.clock, random: () => 0.5, mutable: true })
  return { region, clients, send }
}
