/** Whether another environment has run what a service is about to launch, for as long as the catalogue says. */
import type { Catalogue } from './catalogue.ts'
import { effectiveRules, largest } from './effective-rules.ts'
import { type CatalogueFinding, refusal, type Subject, subjectInWords } from './finding.ts'

const DAY_SECONDS = 86_400

/** An image by its id, and by its name, which is the same in every account that it was copied to. */
export interface NamedImage {
  readonly id: string
  /** Empty where it is not known. */
  readonly name: string
}

/** An instance of the service in the other environment. */
export interface EarlierInstance {
  readonly image: NamedImage
  /** Seconds since the Unix epoch; undefined where it is not known. */
  readonly launchedAt: number | undefined
}

/** What is about to be launched, and what the environment of `after` runs. */
export interface EarlierRun {
  readonly images: readonly NamedImage[]
  readonly instances: readonly EarlierInstance[]
  /** Seconds since the Unix epoch. */
  readonly now: number
}

/** The environment that must run the same image first; undefined where there is none, or the mode does not wait for it. */
export function earlierEnvironment(
  { services }: Pick<Catalogue, 'services'>,
  { environment, service = '' }: Subject,
  mode: string,
): string | undefined {
  // A way back must not wait, and a release launches nothing.
  if (mode === 'rollback' || mode === 'release') return undefined
  return services.get(service)?.in.get(environment)?.after
}

/**
 * What stands against launching the images: no instance of the service there runs one of them, one runs another image, or the
 * first of them was launched less than `bake-days` ago.
 */
export function earlierFindings(
  catalogue: Catalogue,
  subject: Subject,
  { after, images, instances, now }: EarlierRun & { readonly after: string },
): readonly CatalogueFinding[] {
  const remedy = `Roll ${subject.service ?? ''} in ${after} first.`
  const isSame = (one: NamedImage, other: NamedImage): boolean =>
    one.id === other.id || (one.name !== '' && one.name === other.name)
  const stale = instances.filter(({ image }) => !images.some((each) => isSame(each, image)))
  const bake = largest(effectiveRules(catalogue, subject).bakeDays)
  return [
    ...(stale.length === 0
      ? []
      : [
          refusal(
            'after',
            `${stale.length} of ${instances.length} instances of ${subject.service} in ${after} run another image than ${subjectInWords(subject)} is about to launch`,
            remedy,
          ),
        ]),
    ...images.flatMap((image) => {
      const running = instances.filter((each) => isSame(each.image, image))
      if (running.length === 0)
        return [refusal('after', `no instance of ${subject.service} in ${after} runs the image ${image.id}`, remedy)]
      const since = Math.min(...running.map(({ launchedAt }) => launchedAt ?? now))
      const days = (now - since) / DAY_SECONDS
      if (bake === undefined || days >= bake.value) return []
      return [
        refusal(
          'after',
          `${after} has run the image ${image.id} for ${Math.floor(days * 10) / 10} days, and ${bake.level} states \`bake-days: ${bake.value}\``,
          'Wait until it has.',
        ),
      ]
    }),
  ]
}
