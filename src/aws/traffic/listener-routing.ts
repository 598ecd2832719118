/** Weights in rules of Application Load Balancers and in listeners of both kinds. */
import type { Action } from '@aws-sdk/client-elastic-load-balancing-v2'
import { UserError } from '../../errors.ts'
import type { Side, Weights } from '../../domain/traffic/shares.ts'
import type { PreviousShares, Route } from '../../domain/traffic/traffic.ts'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { targetGroupName } from '../observe/health-states.ts'
import type { ListenerRoute } from './listener-routes.ts'
import { PREVIOUS_SHARES_TAG, previousSharesText } from './previous-text.ts'
import { listenersByArn, rulesByArn, tagsOf } from './read-listeners.ts'
import type { Routing } from './routing.ts'

/** What was decided on a look must not be written over what another process has set since. */
const ATTEMPTS = 2

/** AddTags and RemoveTags take no more resources in a call. */
const MOST_TAGGED = 20

export function listenerRouting(connection: Connection, routes: readonly ListenerRoute[]): Routing {
  const [{ means } = { means: 'alb' as const }] = routes
  const of = (id: string): ListenerRoute => {
    const route = routes.find((each) => each.id === id)
    if (route === undefined) throw new Error(`${id} is no route of this shift`)
    return route
  }
  /** As the last look has shown them: what is sent replaces the whole list. */
  const actions = new Map<string, readonly Action[]>()
  /** Read once, and again when the run has written some. */
  let notes: ReadonlyMap<string, PreviousShares | undefined> | undefined

  async function readNotes(): Promise<ReadonlyMap<string, PreviousShares | undefined>> {
    const tags = await tagsOf(connection, routes.map(({ id }) => id)) // prettier-ignore
    return new Map(
      [...tags].map(([arn, list]) => {
        const value = list.find(({ Key }) => Key === PREVIOUS_SHARES_TAG)?.Value
        return [
          arn,
          value === undefined ? undefined : previousSharesText.read(value, (why) => unreadable(arn, value, why)),
        ]
      }),
    )
  }

  return {
    means,
    balancers: [...new Set(routes.map(({ id }) => balancerOf(id)))],
    vouching: () => ({ blue: vouchingOf(routes, 'blue'), green: vouchingOf(routes, 'green') }),
    read: async () => {
      const ids = (kind: ListenerRoute['kind']): readonly string[] =>
        routes.filter((route) => route.kind === kind).map(({ id }) => id)
      const [rules, listeners, noted] = await Promise.all([
        rulesByArn(connection, ids('rule')),
        listenersByArn(connection, ids('listener')),
        notes ?? readNotes(),
      ])
      notes = noted
      for (const { RuleArn = '', Actions = [] } of rules) actions.set(RuleArn, Actions)
      for (const { ListenerArn = '', DefaultActions = [] } of listeners) actions.set(ListenerArn, DefaultActions)
      return routes.map((route) => routeIn(route, actions.get(route.id) ?? [], noted.get(route.id)))
    },
    setWeights: async (id, weights) => {
      const Actions = withWeights(of(id), actions.get(id) ?? [], weights)
      const client = await connection.clients.elasticLoadBalancingV2()
      const { ModifyListenerCommand, ModifyRuleCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
      await (of(id).kind === 'rule'
        ? connection.send(client, new ModifyRuleCommand({ RuleArn: id, Actions }), { attempts: ATTEMPTS })
        : connection.send(client, new ModifyListenerCommand({ ListenerArn: id, DefaultActions: Actions }), { attempts: ATTEMPTS })) // prettier-ignore
    },
    note: async (ids, previous) => {
      notes = undefined
      const client = await connection.clients.elasticLoadBalancingV2()
      const { AddTagsCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
      const Tags = [{ Key: PREVIOUS_SHARES_TAG, Value: previousSharesText.write(previous) }]
      for (const ResourceArns of batches(ids, MOST_TAGGED))
        await connection.send(client, new AddTagsCommand({ ResourceArns: [...ResourceArns], Tags }))
    },
    removeNotes: async (ids) => {
      notes = undefined
      const client = await connection.clients.elasticLoadBalancingV2()
      const { RemoveTagsCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
      for (const ResourceArns of batches(ids, MOST_TAGGED))
        await connection.send(
          client,
          new RemoveTagsCommand({ ResourceArns: [...ResourceArns], TagKeys: [PREVIOUS_SHARES_TAG] }),
        )
    },
  }
}

/** `.../listener-rule/app/shop/0123456789abcdef/...` is of `.../loadbalancer/app/shop/0123456789abcdef`. */
const balancerOf = (id: string): string =>
  id.replace(/:listener(-rule)?\/((app|net)\/[^/]+\/[^/]+)\/.*$/, ':loadbalancer/$2')

const vouchingOf = (routes: readonly ListenerRoute[], side: Side): readonly string[] => [
  ...new Set(routes.map(({ targets }) => targetGroupName(targets[side]))),
]

const forwardIn = (actions: readonly Action[]): Action | undefined => actions.find(({ Type }) => Type === 'forward')

/** AWS shows a lone target group in either way. */
function tuplesOf({
  ForwardConfig,
  TargetGroupArn,
}: Action): readonly { readonly arn: string; readonly weight: number }[] {
  const tuples = ForwardConfig?.TargetGroups ?? []
  if (tuples.length === 0) return TargetGroupArn === undefined ? [] : [{ arn: TargetGroupArn, weight: 1 }]
  return tuples.map((tuple) => ({ arn: tuple.TargetGroupArn ?? '', weight: tuple.Weight ?? 1 }))
}

function routeIn(
  { id, targets }: ListenerRoute,
  actions: readonly Action[],
  previous: PreviousShares | undefined,
): Route {
  const forward = forwardIn(actions)
  const tuples = forward === undefined ? [] : tuplesOf(forward)
  const weight = (arn: string): number | undefined => tuples.find((tuple) => tuple.arn === arn)?.weight
  const { Enabled = false, DurationSeconds = 0 } = forward?.ForwardConfig?.TargetGroupStickinessConfig ?? {}
  return {
    id,
    weights: { blue: weight(targets.blue), green: weight(targets.green) },
    foreign: tuples.filter(({ arn }) => arn !== targets.blue && arn !== targets.green).map(({ arn }) => arn),
    stickySeconds: Enabled ? DurationSeconds : 0,
    ...(previous && { previous }),
  }
}

/** The whole list of actions with other weights; all else of it as AWS has shown it. */
function withWeights({ targets }: ListenerRoute, actions: readonly Action[], weights: Weights): Action[] {
  const TargetGroups = (['blue', 'green'] as const).flatMap((side) =>
    weights[side] === undefined ? [] : [{ TargetGroupArn: targets[side], Weight: weights[side] }],
  )
  return actions.map((action) => {
    if (action.Type !== 'forward') return keepingSecret(action)
    const { TargetGroupArn: _, ...rest } = action
    return { ...rest, ForwardConfig: { ...action.ForwardConfig, TargetGroups } }
  })
}

/** AWS never shows the secret of an OIDC client, and takes the one that it has where this is said. */
const keepingSecret = (action: Action): Action =>
  action.AuthenticateOidcConfig === undefined
    ? action
    : { ...action, AuthenticateOidcConfig: { ...action.AuthenticateOidcConfig, UseExistingClientSecret: true } }

const unreadable = (arn: string, value: string, why: string): UserError =>
  new UserError({
    what: `The tag ${PREVIOUS_SHARES_TAG} of ${arn} cannot be read: "${value}".`,
    why,
    remedy:
      'It says how traffic was divided before a shift. Set the weights as they should be, delete the tag, and start again.',
  })
