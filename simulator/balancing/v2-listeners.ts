import type {
  CreateListenerCommandInput,
  CreateListenerCommandOutput,
  DeleteListenerCommandInput,
  DescribeListenersCommandInput,
  DescribeListenersCommandOutput,
  Listener as ListenerShape,
  ModifyListenerCommandInput,
  ModifyListenerCommandOutput,
  ProtocolEnum,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { ServiceFault, validationError } from '../fault.ts'
import { checkedActions, shownActions } from './actions.ts'
import type { Answer } from '../answer.ts'
import { markedPage } from './markers.ts'
import type { V2Parts } from './v2-balancers.ts'
import type { Listener, LoadBalancer } from './v2-shapes.ts'

const PROTOCOLS = { application: ['HTTP', 'HTTPS'], network: ['TCP', 'TLS', 'UDP', 'TCP_UDP'] } as const

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html and its neighbours. */
export const v2Listeners = ({ balancers, groups, tags, limits, behaviour }: V2Parts) => ({
  CreateListener(input: CreateListenerCommandInput): Answer<CreateListenerCommandOutput> {
    const balancer = balancers.get(input.LoadBalancerArn)
    const { Port: port, Protocol: protocol } = input
    if (port === undefined || protocol === undefined)
      throw validationError('A listener port and protocol must be specified')
    checkProtocol(balancer, { protocol, certificates: input.Certificates })
    checkPort(balancer, port)
    if (balancer.listeners.size >= limits.listenersPerBalancer) {
      throw new ServiceFault('TooManyListeners', 'The maximum number of listeners per load balancer has been reached')
    }
    const actions = checkedActions(input.DefaultActions, { groups, limits, behaviour, balancer, protocol, before: [] })
    const { random } = balancers.context
    const stem = `${balancer.arn.replace(':loadbalancer/', ':listener/')}/${random.hex(16)}`
    const listener: Listener = {
      order: balancers.nextOrder(),
      arn: stem,
      balancer,
      port,
      protocol,
      certificates: input.Certificates ?? [],
      sslPolicy: input.SslPolicy,
      rules: [],
    }
    balancers.addListener(listener)
    balancers.addRule({
      order: balancers.nextOrder(),
      arn: `${stem.replace(':listener/', ':listener-rule/')}/${random.hex(16)}`,
      listener,
      priority: 'default',
      conditions: [],
      actions,
    })
    tags.add(listener.arn, input.Tags)
    return { Listeners: [shape(listener)] }
  },

  DescribeListeners(input: DescribeListenersCommandInput): Answer<DescribeListenersCommandOutput> {
    const byArn = (input.ListenerArns ?? []).map((arn) => balancers.listener(arn))
    if (byArn.length === 0 && input.LoadBalancerArn === undefined) {
      throw validationError('You must specify either listener ARNs or a load balancer ARN')
    }
    const requested = byArn.length > 0 ? byArn : [...balancers.get(input.LoadBalancerArn).listeners.values()]
    const { items, ...rest } = markedPage(requested, input, behaviour)
    return { Listeners: items.map(shape), ...rest }
  },

  /** Actions are replaced as a whole; what is not given stays. */
  ModifyListener(input: ModifyListenerCommandInput): Answer<ModifyListenerCommandOutput> {
    const listener = balancers.listener(input.ListenerArn)
    const { balancer } = listener
    const [defaultRule] = listener.rules
    if (input.Protocol !== undefined)
      checkProtocol(balancer, { protocol: input.Protocol, certificates: input.Certificates ?? listener.certificates })
    if (input.Port !== undefined && input.Port !== listener.port) checkPort(balancer, input.Port)
    if (input.DefaultActions !== undefined && defaultRule !== undefined) {
      const place = {
        groups,
        limits,
        behaviour,
        balancer,
        protocol: input.Protocol ?? listener.protocol,
        before: defaultRule.actions,
      }
      balancers.setActions(defaultRule, checkedActions(input.DefaultActions, place))
    }
    listener.port = input.Port ?? listener.port
    listener.protocol = input.Protocol ?? listener.protocol
    listener.certificates = input.Certificates ?? listener.certificates
    listener.sslPolicy = input.SslPolicy ?? listener.sslPolicy
    return { Listeners: [shape(listener)] }
  },

  DeleteListener(input: DeleteListenerCommandInput): object {
    const listener = balancers.listener(input.ListenerArn)
    balancers.removeListener(listener)
    tags.forget(listener.arn)
    return {}
  },
})

function checkProtocol(
  balancer: LoadBalancer,
  { protocol, certificates }: { readonly protocol: string; readonly certificates: readonly object[] | undefined },
): void {
  if (!(PROTOCOLS[balancer.type] as readonly string[]).includes(protocol)) {
    throw validationError(`Listener protocol '${protocol}' must be one of '${PROTOCOLS[balancer.type].join(', ')}'`)
  }
  if ((protocol === 'HTTPS' || protocol === 'TLS') && (certificates ?? []).length === 0) {
    throw new ServiceFault('CertificateNotFound', `A certificate must be specified for ${protocol} listeners`)
  }
}

function checkPort(balancer: LoadBalancer, port: number): void {
  if ([...balancer.listeners.values()].some((listener) => listener.port === port)) {
    throw new ServiceFault(
      'DuplicateListener',
      `A listener already exists on this port for this load balancer '${balancer.arn}'`,
    )
  }
}

const shape = (listener: Listener): ListenerShape => ({
  ListenerArn: listener.arn,
  LoadBalancerArn: listener.balancer.arn,
  Port: listener.port,
  Protocol: listener.protocol as ProtocolEnum,
  Certificates: [...listener.certificates],
  ...(listener.sslPolicy === undefined ? {} : { SslPolicy: listener.sslPolicy }),
  DefaultActions: shownActions(listener.rules[0]?.actions ?? []),
})
