import { AutoScalingService } from './auto-scaling/service.ts'
import { Balancers } from './balancing/service.ts'
import { defaultBehaviour } from './behaviour.ts'
import { CloudFormationService } from './cloudformation/service.ts'
import { CloudWatchService } from './cloudwatch/service.ts'
import type { Behaviour, Service, ServiceContext } from './interfaces.ts'
import { Ec2Service } from './ec2/service.ts'
import { EventsService } from './events/service.ts'
import { Faults } from './faults.ts'
import { SimulatedHandler } from './handler.ts'
import type { ProcessOptions } from './handler.ts'
import { IamService } from './iam/service.ts'
import { Ledger } from './ledger.ts'
import { LogsService } from './logs/service.ts'
import { Random } from './random.ts'
import { Route53Service } from './route-53/service.ts'
import { S3Service } from './s3/service.ts'
import { ServiceQuotasService } from './service-quotas/service.ts'
import { SnsService } from './sns/service.ts'
import { SsmService } from './ssm/service.ts'
import { StsService } from './sts/service.ts'
import { Dispatcher } from './dispatcher.ts'
import { Timeline } from './timeline.ts'
import { TrafficMeter } from './traffic/meter.ts'
import { targetGroupMetrics } from './traffic/metrics.ts'
import { VirtualClock } from './virtual-clock.ts'
import { Gateway } from './wire/gateway.ts'

/** The options of a simulated account; each has a default. */
export interface SimulatedAccountOptions {
  /** The same seed gives the same account. Default 1. */
  readonly seed?: number
  /** Seconds since the Unix epoch; default 2026-01-05T08:00:00Z. */
  readonly start?: number
  readonly region?: string
  /** Availability Zones of the region, at most six. Default 3. */
  readonly zones?: number
  readonly account?: string
  /** What differs from `defaultBehaviour`. */
  readonly behaviour?: Partial<Behaviour>
}

/** An AWS account in one region, with everything that the simulator models. */
export class SimulatedAccount {
  readonly timeline: Timeline
  readonly random: Random
  readonly region: string
  readonly account: string
  /** A scenario may change it at any moment. */
  readonly behaviour: Behaviour
  readonly ec2: Ec2Service
  readonly balancers: Balancers
  readonly autoScaling: AutoScalingService
  readonly sts: StsService
  readonly ssm: SsmService
  readonly cloudWatch: CloudWatchService
  readonly serviceQuotas: ServiceQuotasService
  readonly events: EventsService
  readonly logs: LogsService
  readonly s3: S3Service
  readonly sns: SnsService
  readonly route53: Route53Service
  /** Every service, those without a field of their own as well. */
  readonly services: readonly Service[]
  readonly faults: Faults
  readonly ledger: Ledger
  /** Where requests go, and which of them meet no healthy target. */
  readonly traffic: TrafficMeter
  readonly clock: VirtualClock
  readonly gateway: Gateway

  constructor(options: SimulatedAccountOptions = {}) {
    const { seed = 1, start = Date.UTC(2026, 0, 5, 8) / 1000, region = 'eu-west-1', account = '123456789012' } = options
    this.timeline = new Timeline(start)
    this.random = new Random(seed)
    this.region = region
    this.account = account
    this.behaviour = { ...defaultBehaviour(), ...options.behaviour }
    const { timeline, random, behaviour } = this
    // A source of its own: the reaction of one group must not change how long instances boot.
    const reactions = new Random(seed + 3)
    const context: ServiceContext = { timeline, random, reactions, region, account, behaviour, zones: options.zones }
    this.ssm = new SsmService(context)
    this.ec2 = new Ec2Service(context)
    this.ssm.commands.running = () => this.ec2.running()
    this.ec2.parameterLookup = (reference) => this.ssm.value(reference)
    this.balancers = new Balancers(context, this.ec2)
    this.autoScaling = new AutoScalingService(context, this.ec2, this.balancers)
    this.sts = new StsService(context)
    this.cloudWatch = new CloudWatchService(context)
    this.cloudWatch.serving = () =>
      this.autoScaling
        .groupNames()
        .flatMap((name) => this.autoScaling.capacity(name).ids.ready)
        .map((id) => ({ id, imageId: this.ec2.machine(id)?.imageId ?? '' }))
    this.cloudWatch.groupServing = (name) => this.autoScaling.serving(name)
    this.cloudWatch.onScalingAction = (action) => this.autoScaling.scale(action)
    this.autoScaling.alarms = this.cloudWatch
    this.serviceQuotas = new ServiceQuotasService(context)
    // A source of their own: what is only told must not change how long instances boot.
    const telling = { ...context, random: new Random(seed + 4) }
    this.events = new EventsService(telling)
    this.logs = new LogsService(telling)
    this.s3 = new S3Service(telling)
    this.sns = new SnsService(telling)
    this.route53 = new Route53Service(context)
    this.route53.targetHealth = (name) => this.balancers.answersHealthy(name)
    this.route53.checkAlias = (target) => this.balancers.aliasProblem(target)
    this.ec2.vcpuQuota = (market) => this.serviceQuotas.value(market === 'spot' ? 'L-34B43A08' : 'L-1216C47A')
    // Random sources of their own: an added fault must not change how long instances boot.
    this.faults = new Faults(new Random(seed + 1))
    this.ledger = new Ledger(timeline, this.autoScaling)
    this.traffic = new TrafficMeter(timeline, {
      flows: this.balancers.flows,
      answers: (name) => this.route53.answers(name),
      groupOf: (id) => this.autoScaling.groupOf(id),
      ownerOf: (name) => this.autoScaling.ownerOf(name),
      errorShare: (id) => (behaviour.badImages.has(this.ec2.machine(id)?.imageId ?? '') ? behaviour.badAnswerShare : 0),
    })
    this.cloudWatch.trafficValues = targetGroupMetrics(this.traffic.counts, this.balancers.flows)
    this.traffic.counts.onMinute = () => this.cloudWatch.minute()
    this.ledger.onChange = () => this.traffic.note()
    const { ledger, faults, sts } = this
    const { classic, v2 } = this.balancers
    const { ssm, cloudWatch, serviceQuotas, route53, events, logs, s3, sns } = this
    const told = [events, logs, s3, sns]
    const small = [sts, ssm, cloudWatch, serviceQuotas, route53, new CloudFormationService(this.autoScaling), new IamService(), ...told] // prettier-ignore
    this.services = [this.autoScaling, this.ec2, classic, v2, ...small]
    const { services } = this
    this.gateway = new Gateway(new Dispatcher({ timeline, ledger, faults, sts, services }), new Random(seed + 2))
    this.clock = new VirtualClock(timeline)
  }

  /** The connection of one process to this account; give it to SDK clients as `requestHandler`. */
  requestHandler(options: ProcessOptions = {}): SimulatedHandler {
    return new SimulatedHandler(this, options)
  }

  /** The configuration with which an SDK client reaches this account: `new EC2Client(account.clientConfig())`. */
  clientConfig(options: ProcessOptions = {}) {
    return {
      region: this.region,
      credentials: { accessKeyId: 'AKIASIMULATED0000000', secretAccessKey: 'simulated' },
      requestHandler: this.requestHandler(options),
    }
  }
}
