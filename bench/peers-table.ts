import { readFileSync } from 'node:fs'

/** What one tool took for one fleet. */
export interface PeerFigures {
  /** Virtual, from its start to its end. */
  readonly seconds: number
  readonly limitSeconds: number
  readonly calls: number
  readonly launches: number
  readonly replaced: number
  /** Fewest ready less the desired capacity, until 20 minutes after its end. */
  readonly spare: number
}

/** By fleet, and by tool. */
export type PeerResults = Readonly<Record<string, Readonly<Record<string, PeerFigures>>>>

export const PEERS_FILE = 'bench/peers.json'

export const committedPeers = (): PeerResults => JSON.parse(readFileSync(PEERS_FILE, 'utf8')) as PeerResults

/** The figures of all tools as a table of Markdown. */
export function peersTable(peers: PeerResults): string {
  const head = ['fleet', 'tool', 'seconds', 'limit s', 'calls', 'launches', 'lowest']
  const rows = Object.entries(peers).flatMap(([fleet, tools]) =>
    Object.entries(tools).map(([tool, { seconds, limitSeconds, calls, launches, spare }]) => [
      fleet.replace(/, reaction.*/, ''),
      tool,
      seconds.toFixed(0),
      limitSeconds.toFixed(0),
      calls,
      launches,
      spare,
    ]),
  )
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, column) => (column < 2 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}

/** The section of the page. */
export const peersSection = (peers: PeerResults): string =>
  [
    '## Other tools',
    'The same fleets of ten, on a launch configuration behind a classic load balancer, rolled by the bundle, by two other tools, which are unchanged, and by AWS’s own Instance Refresh, over HTTP on virtual time; each call takes 0.08 s, AWS reacts after 15 s. `lowest` is the fewest ready instances less ten, until 20 minutes after the end: below 0 the tool took capacity away. `calls` are those of the client. Ansible takes an instance for ready once it is in service and does not ask the load balancer, so it can be faster than the limit; Senza asks both. `MinSize` of the groups is ten as well, since Ansible waits only until so many serve. `npm run bench -- --peers` measures them.',
    'Instance Refresh is measured at its best: a script of boto3 starts it with `MinHealthyPercentage` 100, `MaxHealthyPercentage` 110 and an `InstanceWarmup` of 20 s, which is just as long as the load balancer takes to call an instance in service healthy, and asks every 15 s whether it has ended. Its group has the health check type `ELB`: with `EC2` it waits until EC2’s status checks have passed, and does not ask the load balancer. AWS documents neither how often a refresh looks at its group nor how it chooses zones. The simulated one looks every 15 s, terminates and launches at the same look, and keeps the zones even; so it can be faster than the limit, which counts AWS’s reaction to a client. Where boots are short its script takes fewer calls than a roll, since AWS itself does the work; where they are long it asks more often than a roll does.',
    '![Calls to AWS for each instance that is replaced, by tool](benchmark-peers.svg)',
    peersTable(peers),
  ].join('\n\n')
