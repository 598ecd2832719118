/** What the catalogue says of groups and bastions, once AWS has shown them: whose they are, and their sizes. */
import { type Amount, budgetFor, checkpointsFor } from '../rollout/amount.ts'
import type { Fleet } from '../rollout/fleet.ts'
import type { Policy } from '../rollout/policy.ts'
import type { Catalogue } from './catalogue.ts'
import { bastionClaimantsOf, type ClaimedBastion, type ClaimedGroup, claimantsOf } from './claims.ts'
import { effectiveRules, largest, type Stated } from './effective-rules.ts'
import { type CatalogueFinding, refusal, type Subject, waiverFor, waiverInWords } from './finding.ts'

/** Whose something is: one service of the environment, or why it is none. */
export type Claim = { readonly service: string } | { readonly finding: CatalogueFinding }

/** The one service that claims the group; where a service was asked for, it must be that one. */
export const claimOf = (catalogue: Catalogue, subject: Subject, group: ClaimedGroup): Claim =>
  oneClaimant(subject, claimantsOf(catalogue, subject.environment, group))

/** The one service that claims the bastion. */
export const bastionClaimOf = (catalogue: Catalogue, subject: Subject, bastion: ClaimedBastion): Claim =>
  oneClaimant(subject, bastionClaimantsOf(catalogue, subject.environment, bastion))

function oneClaimant({ environment, service: asked }: Subject, claimants: readonly string[]): Claim {
  const [service, ...others] = claimants
  if (service === undefined)
    return {
      finding: refusal(
        'services',
        `no service of the catalogue claims it in ${environment}`,
        'Declare it in the catalogue, or leave it out.',
      ),
    }
  if (others.length > 0)
    return {
      finding: refusal(
        'services',
        `the services ${claimants.join(' and ')} both claim it in ${environment}`,
        'Correct the selectors in the catalogue, so that one service claims it.',
      ),
    }
  if (asked !== undefined && asked !== service)
    return {
      finding: refusal(
        'services',
        `it belongs to the service ${service}, not to ${asked}`,
        'Leave it out, or set `service` to its own.',
      ),
    }
  return { service }
}

/** A roll of one group. */
export interface PlannedRoll {
  readonly fleet: Fleet
  readonly policy: Policy
  readonly mode: string
  /** Seconds since the Unix epoch. */
  readonly now: number
}

/** What stands against rolling a group of the service as it is planned: its size, the budgets, the gates. */
export function rollFindings(
  catalogue: Catalogue,
  subject: Subject,
  { fleet, policy, mode, now }: PlannedRoll,
): readonly CatalogueFinding[] {
  const rules = effectiveRules(catalogue, subject)
  const { desired } = (fleet.memo ?? fleet).sizes
  const found: CatalogueFinding[] = []
  const least = largest(rules.minSize)
  if (least !== undefined && desired < least.value) {
    const what = `its desired capacity is ${desired}, and ${least.level} states \`min-size: ${least.value}\``
    const waiver = waiverFor(catalogue, subject, { rule: 'min-size', now })
    found.push(
      waiver === undefined
        ? refusal('min-size', what, 'Raise the desired capacity of the group, or declare a waiver.')
        : { weight: 'waived', rule: 'min-size', what: `${what}; ${waiverInWords(waiver)}` },
    )
  }
  // A release goes on with the room that the run before it had.
  if (mode !== 'release') {
    found.push(...overBudget({ fleet, wanted: policy.surge, stated: rules.maxSurge, budget: 'surge' }))
    found.push(...overBudget({ fleet, wanted: policy.maxUnavailable, stated: rules.maxUnavailable, budget: 'maxUnavailable' })) // prettier-ignore
  }
  // A way back has no gates.
  return mode === 'rollback' ? found : [...found, ...missingGates({ fleet, policy, rules })]
}

interface BudgetQuestion {
  readonly fleet: Fleet
  /** In the group's unit. */
  readonly wanted: number
  readonly stated: readonly Stated<Amount>[]
  readonly budget: 'surge' | 'maxUnavailable'
}

function overBudget({ fleet, wanted, stated, budget }: BudgetQuestion): readonly CatalogueFinding[] {
  const name = budget === 'surge' ? 'surge' : 'max-unavailable'
  const rule = budget === 'surge' ? 'max-surge' : 'max-unavailable'
  return stated.flatMap(({ level, value }) => {
    const most = budgetFor(fleet, value, value)[budget]
    if (wanted <= most) return []
    const text = `${value.value}${value.kind === 'percent' ? '%' : ''}`
    return [
      refusal(
        rule,
        `its ${name} is ${wanted}, and ${level} states \`${rule}: ${text}\`, which is ${most} here`,
        `Set \`${name}\` to \`${text}\` or less.`,
      ),
    ]
  })
}

function missingGates({
  fleet,
  policy: { gates },
  rules,
}: Pick<PlannedRoll, 'fleet' | 'policy'> & {
  readonly rules: ReturnType<typeof effectiveRules>
}): readonly CatalogueFinding[] {
  const remedy = (name: string): string =>
    `Set \`${name}\`, or \`service\`, with which the gates of the catalogue are taken.`
  const bake = largest(rules.bake)
  const baked = Math.min(gates?.bakeSeconds ?? 0, gates?.bakeAtEndSeconds ?? 0) / 60
  return [
    ...rules.checkpoints.flatMap(({ level, value }) => {
      const missing = (checkpointsFor(fleet, value) ?? []).filter((each) => gates?.checkpoints.includes(each) !== true)
      if (missing.length === 0) return []
      return [
        refusal(
          'gates',
          `its roll holds at no checkpoint of ${missing.join(', ')}, as ${level} states`,
          remedy('checkpoints'),
        ),
      ]
    }),
    ...rules.alarms.flatMap(({ level, value }) => {
      const missing = value.filter((name) => gates?.alarms?.names.includes(name) !== true)
      if (missing.length === 0) return []
      return [
        refusal('gates', `its roll is not watched by ${missing.join(', ')}, as ${level} states`, remedy('alarms')),
      ]
    }),
    ...(bake === undefined || baked >= bake.value
      ? []
      : [
          refusal(
            'gates',
            `its roll bakes for ${baked} minutes, and ${bake.level} states ${bake.value}`,
            remedy('bake'),
          ),
        ]),
  ]
}
