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
    'The same fleets of ten, on a launch configuration behind a classic load balancer, rolled by the bundle and by two other tools, which are unchanged, over HTTP on virtual time; each call takes 0.08 s, AWS reacts after 15 s. `lowest` is the fewest ready instances less ten: below 0 the tool took capacity away. Ansible takes an instance for ready once it is in service and does not ask the load balancer, so it can be faster than the limit; Senza asks both. `MinSize` of the groups is ten as well, since Ansible waits only until so many serve. `npm run bench -- --peers` measures them.',
    '![Calls to AWS for each instance that is replaced, by tool](benchmark-peers.svg)',
    peersTable(peers),
  ].join('\n\n')
