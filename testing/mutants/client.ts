import { inFile } from './mutant.ts'

/** Mutants of how answers of AWS are told from what is none. */
export const CLIENT_MUTANTS = [
  ...inFile('src/aws/client/pages.ts', [
    {
      name: 'a page that is short is the last',
      find: "token = page.NextToken === '' ? undefined : page.NextToken",
      replace: 'token = undefined',
    },
    {
      name: 'a marker is no token',
      find: 'NextToken: page.NextMarker',
      replace: 'NextToken: undefined',
    },
  ]),
  ...inFile('src/aws/client/garbled-answer.ts', [
    {
      name: 'an answer on instance refreshes without any content says that there is none',
      find: "  DescribeInstanceRefreshes: ['InstanceRefreshes'],\n",
      replace: '',
    },
    {
      name: 'an answer must hold the load balancers of both generations',
      find: '[content].flat().every(',
      replace: '[content].flat().some(',
    },
    { name: 'an empty answer is an answer', find: "if (body === '') return 'nothing'", replace: '' },
    { name: 'a refusal without a code is one of AWS', find: "body.includes('<Code>')", replace: 'true' },
    { name: 'an answer without a group list shows no group', find: "['AutoScalingGroups']", replace: '[]' },
    {
      name: 'half an answer is an answer',
      find: '[\\s\\S]*<\\/\\k<root>>|',
      replace: '[\\s\\S]*|',
    },
  ]),
  ...inFile('src/aws/client/error-class.ts', [
    {
      name: 'RateExceeded is a refusal',
      find: ' || isRateExceeded(code)',
      replace: '',
    },
    {
      name: 'STS without the keys of GitHub is a refusal',
      find: ' || isWithoutKeys(error)',
      replace: '',
    },
    {
      name: 'a page of a proxy ends a run',
      find: "error.status === 429 ? 'throttled' : 'lost'",
      replace: "error.status === 429 ? 'throttled' : 'final'",
    },
  ]),
  ...inFile('src/aws/client/credentials.ts', [
    {
      name: 'a key with a line end is sent',
      find: 'if (unusable !== undefined) throw unusable',
      replace: '',
    },
    {
      name: 'a token that GitHub does not give at once is not asked for again',
      find: 'if (number + 1 === ATTEMPTS)',
      replace: 'if (number + 1 > 0)',
    },
  ]),
  ...inFile('src/aws/client/renewed-session.ts', [
    {
      name: 'a session is renewed by the clock of the runner',
      find: 'Object.assign(sessionNow, { memoized: true } as const)',
      replace: 'Object.assign(sessionNow, { memoized: false as true })',
    },
    {
      name: 'each request renews a session whose renewal has failed',
      find: 'clock.now() - renewedAt >= RENEWAL_PAUSE',
      replace: 'clock.now() >= renewedAt',
    },
    {
      name: 'a session is not used to its end',
      find: 'session !== undefined && left() > 0',
      replace: 'session === undefined',
    },
  ]),
  ...inFile('src/aws/client/assume-role-errors.ts', [
    { name: 'remedies name the issuer of github.com alone', find: 'issuer ?? ', replace: 'issuer && ' },
    { name: 'the form of a subject is not explained', find: '/^repo:[^/:]+@\\d+\\/', replace: '/^repo@[^/:]+@\\d+\\/' },
  ]),
  ...inFile('src/aws/client/connect.ts', [
    {
      name: 'what AWS says of the time ends the wait for credentials',
      find: 'now: () => clock.runnerNow()',
      replace: 'now: () => clock.now()',
    },
  ]),
  ...inFile('src/aws/client/patience.ts', [
    { name: 'credentials are asked for once', find: 'clock.now() >= end', replace: 'clock.now() >= 0' },
    { name: 'the region that is none is waited for', find: 'isUnknownName(error.cause) || ', replace: '' },
    { name: 'each attempt at credentials is told', find: 'if (clock.now() - toldAt >= TELL_EVERY) {', replace: '{' },
  ]),
  ...inFile('src/aws/client/connections.ts', [
    {
      name: 'calls go beside the proxy',
      find: 'handlerOf(agentFor(addressOf(request)))',
      replace: 'handlerOf(agentFor(addressOf(request)) && undefined)',
    },
  ]),
  ...inFile('src/platform/proxy-rules.ts', [
    { name: 'a domain covers only itself', find: ' || host.endsWith(`.${domain}`)', replace: '' },
    {
      name: 'a domain covers names that merely end so',
      find: 'host.endsWith(`.${domain}`)',
      replace: 'host.endsWith(domain)',
    },
    { name: 'the port of an exception does not count', find: 'onlyPort !== port', replace: 'onlyPort === ""' },
  ]),
  ...inFile('src/platform/proxy-agents.ts', [
    { name: 'each request through a proxy opens a tunnel', find: 'isSecureEndpoint: () => true', replace: '' },
  ]),
  ...inFile('src/platform/id-token.ts', [
    {
      name: 'the token is asked for beside the proxy',
      find: 'agent: (await proxyAgents(proxy))?.(at)',
      replace: 'agent: undefined',
    },
    {
      name: 'a token endpoint that is asked too often is a refusal',
      find: '[407, 408, 425, 429]',
      replace: '[407, 408, 425]',
    },
  ]),
  ...inFile('src/aws/client/clients.ts', [
    {
      name: 'the first request of each service is signed with the time of the runner',
      find: 'clock === undefined ? 0 : clock.now() - clock.runnerNow()',
      replace: '0',
    },
    {
      name: 'what no service of AWS has written is read by the SDK',
      find: 'await requireAnswer({ request: call.request, response: answered.response })',
      replace: '',
    },
  ]),
  ...inFile('src/aws/client/call.ts', [
    {
      name: 'a busy account ends a run after ten attempts',
      find: 'return number + 1 >= usualAttempts &&',
      replace: 'return number + 1 >= usualAttempts ||',
    },
    {
      name: 'a call that was throttled ten times ends with the first other failure',
      find: 'return others >= usualAttempts',
      replace: 'return number + 1 >= usualAttempts',
    },
    {
      name: 'an account that stays busy is asked for ever',
      find: 'clock.now() - beganAt >= THROTTLED_MILLISECONDS',
      replace: 'clock.now() < beganAt + 0 * THROTTLED_MILLISECONDS',
    },
    {
      name: 'what the SDK cannot read is a refusal',
      find: 'const error = unreadable(thrown)',
      replace: 'const error = thrown',
    },
    {
      name: 'what an answer lacks is not missed',
      find: 'if (lack === undefined) return { output }',
      replace: 'return { output }',
    },
    {
      name: 'a read that failed may have been carried out',
      find: 'lost: isReadOnly(operation)',
      replace: 'lost: !isReadOnly(operation)',
    },
  ]),
  ...inFile('src/aws/client/request-rate.ts', [
    {
      name: 'reads leave before changes',
      find: 'each.urgency > urgency',
      replace: 'each.urgency < urgency',
    },
    {
      name: 'a change that was refused waits behind new ones',
      find: ': isRepeated ? 0 : 1',
      replace: ': 1',
    },
    {
      name: 'a refusal does not slow the calls after it',
      find: 'this.#perSecond * DECREASE',
      replace: 'this.#perSecond',
    },
    {
      name: 'a rate never grows again',
      find: 'this.#perSecond + INCREASE_PER_SECOND / this.#perSecond',
      replace: 'this.#perSecond',
    },
    {
      name: 'every refusal of calls that were under way together slows the rest down',
      find: 'if (leftAt < this.#slowedAt) return',
      replace: '',
    },
    {
      name: 'all services share one bucket',
      find: "action.startsWith('ec2:') ? action : action.slice(0, action.indexOf(':'))",
      replace: "action.startsWith('ec2:') ? action : 'all'",
    },
  ]),
  ...inFile('src/aws/act/group-tags.ts', [
    {
      name: 'a refusal of the tags of one group counts for all groups of the call',
      find: 'requests.length === 1 || isUncertain(error)',
      replace: 'requests.length > 0 || isUncertain(error)',
    },
    {
      name: 'tags of which the answer was lost are written again, one group at a time',
      find: ' || isUncertain(error)',
      replace: '',
    },
  ]),
  ...inFile('src/aws/client/gathered.ts', [
    {
      name: 'what is asked for first at a moment leaves alone',
      find: '    await Promise.resolve()\n',
      replace: '',
    },
    {
      name: 'tags that came in while a call was on its way leave one group at a time',
      find: 'waiting.splice(0, most)',
      replace: 'waiting.splice(0, 1)',
    },
  ]),
]
