import * as schemas from '@aws-sdk/client-ec2'
import { defaultBehaviour } from '../../../simulator/behaviour.ts'
import type { Behaviour } from '../../../simulator/interfaces.ts'
import { Ec2Service } from '../../../simulator/ec2/service.ts'
import { ServiceFault } from '../../../simulator/fault.ts'
import { Random } from '../../../simulator/random.ts'
import { Timeline } from '../../../simulator/timeline.ts'
import { asOnTheWire } from '../as-on-the-wire.ts'

export const START = Date.UTC(2026, 0, 5, 8) / 1000

/** An EC2 service whose instances boot in 30 s and terminate in 10 s, with one x86_64 image. */
export function scene(changes: Partial<Behaviour> = {}) {
  const behaviour: Behaviour = {
    ...defaultBehaviour(),
    bootSeconds: 30,
    balancerWarmupSeconds: 20,
    shutdownSeconds: 10,
    reactionSeconds: 5,
    healthCheckSeconds: 5,
    sickImages: new Set(),
    refuseLaunch: () => undefined,
    zoneTies: 'the first',
    staleSeconds: 0,
    terminateByIdWhileSuspended: true,
    reusesTerminatedById: true,
    scheduleDelaySeconds: 0,
    listsMissedActions: true,
    waitsOutIdleDraining: true,
    launchConfigurations: true,
    ...changes,
  }
  const timeline = new Timeline(START)
  const context = {
    timeline,
    random: new Random(7),
    reactions: new Random(8),
    region: 'eu-west-1',
    account: '123456789012',
    behaviour,
  }
  const ec2 = new Ec2Service(context)
  const ops = asOnTheWire('EC2', ec2.operations, schemas)
  const imageId = ec2.seedImage({ name: 'web-1.0', imdsV2: true })
  const subnets = ops.DescribeSubnets({}).Subnets ?? []
  const subnetId = (index: number): string => subnets[index]?.SubnetId ?? ''
  const run = (more: object = {}): string[] =>
    (
      ops.RunInstances({ MinCount: 1, MaxCount: 1, ImageId: imageId, InstanceType: 't3.micro', ...more }).Instances ??
      []
    ).map(({ InstanceId }) => InstanceId ?? '')
  const runOne = (more: object = {}): string => run(more)[0] ?? ''
  const show = (id: string) => ops.DescribeInstances({ InstanceIds: [id] }).Reservations?.[0]?.Instances?.[0]
  return { ec2, ops, timeline, behaviour, context, imageId, subnetId, run, runOne, show }
}

export type Scene = ReturnType<typeof scene>

/** The fault of a refused action, as one line: `Code: text`. */
export function refusal(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof ServiceFault) return `${error.code}: ${error.message}`
    throw error
  }
  return 'not refused'
}
